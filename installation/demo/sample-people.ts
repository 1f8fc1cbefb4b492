import { passportZone, type PassportZone } from './machine-readable-zone.ts';

/** A person of the demo. Nobody's data: the people of the specimen passports that ICAO, Germany and the Netherlands publish. */
export interface SamplePerson {
  /** Names and places in Cyrillic, as a consul types them. */
  surname: string;
  givenName: string;
  patronymic: string | null;
  birthPlace: string;
  /** Name of the state of citizenship, in Kazakh. */
  citizenship: string;
  address: { country: string; region: string; district: string; line: string };
  /** The visual part of the passport, beside what its machine-readable zone holds. */
  passport: PassportZone & {
    state: string;
    nationalityName: string;
    birthPlace: string;
    authority: string;
    issuedOn: Temporal.PlainDate;
  };
  /** The two lines of the machine-readable zone. */
  zone: [string, string];
}

/** The published specimens expired in 2012, 2017 and 2024; the demo has them renewed, with the check digits of the new dates. */
export const eriksson: SamplePerson = withZone({
  surname: 'Эрикссон',
  givenName: 'Анна Мария',
  patronymic: null,
  birthPlace: 'Зенит',
  citizenship: 'Утопия',
  address: { country: 'Утопия', region: 'Солтүстік облыс', district: 'Зенит ауданы', line: 'Аралдар көшесі, 7-үй' },
  passport: {
    issuer: 'UTO',
    state: 'UTOPIA',
    surname: 'ERIKSSON',
    givenName: 'ANNA MARIA',
    number: 'L898902C3',
    nationality: 'UTO',
    nationalityName: 'UTOPIAN',
    birthDate: Temporal.PlainDate.from('1974-08-12'),
    birthPlace: 'ZENITH',
    sex: 'F',
    authority: 'PASSPORT OFFICE',
    issuedOn: Temporal.PlainDate.from('2024-04-16'),
    expiresOn: Temporal.PlainDate.from('2034-04-15'),
    optionalData: 'ZE184226B',
  },
});

/** The specimen of the Federal Republic of Germany, whose ICAO code is a single letter. */
export const mustermann: SamplePerson = withZone({
  surname: 'Мустерманн',
  givenName: 'Эрика',
  patronymic: null,
  birthPlace: 'Берлин',
  citizenship: 'Германия',
  address: { country: 'Германия', region: 'Солтүстік Рейн-Вестфалия', district: 'Кёльн', line: 'Хайдештрассе, 17-үй' },
  passport: {
    issuer: 'D',
    state: 'BUNDESREPUBLIK DEUTSCHLAND',
    surname: 'MUSTERMANN',
    givenName: 'ERIKA',
    number: 'C01X0006H',
    nationality: 'D',
    nationalityName: 'DEUTSCH',
    birthDate: Temporal.PlainDate.from('1964-08-12'),
    birthPlace: 'BERLIN',
    sex: 'F',
    authority: 'STADT KÖLN',
    issuedOn: Temporal.PlainDate.from('2023-11-01'),
    expiresOn: Temporal.PlainDate.from('2033-10-31'),
    optionalData: '',
  },
});

/** The specimen of the Kingdom of the Netherlands. */
export const deBruijn: SamplePerson = withZone({
  surname: 'Де Брёйн',
  givenName: 'Виллеке Лиселотте',
  patronymic: null,
  birthPlace: 'Гаага',
  citizenship: 'Нидерланд',
  address: { country: 'Нидерланд', region: 'Оңтүстік Голландия', district: 'Гаага', line: 'Порт көшесі, 3-үй' },
  passport: {
    issuer: 'NLD',
    state: 'KONINKRIJK DER NEDERLANDEN',
    surname: 'DE BRUIJN',
    givenName: 'WILLEKE LISELOTTE',
    number: 'SPECI2014',
    nationality: 'NLD',
    nationalityName: 'NEDERLANDSE',
    birthDate: Temporal.PlainDate.from('1965-03-10'),
    birthPlace: 'SPECIMEN',
    sex: 'F',
    authority: 'BURG. VAN STAD EN DORP',
    issuedOn: Temporal.PlainDate.from('2024-03-09'),
    expiresOn: Temporal.PlainDate.from('2034-03-09'),
    optionalData: '999999990',
  },
});

/** Everybody of the demo. */
export const samplePeople = [eriksson, mustermann, deBruijn] as const;

function withZone(person: Omit<SamplePerson, 'zone'>): SamplePerson {
  return { ...person, zone: passportZone(person.passport) };
}
