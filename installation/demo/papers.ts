import type { SamplePerson } from './sample-people.ts';
import { sampleApplicationForm, sampleCertificate, samplePassportScan } from './scans.ts';

/** A paper that somebody brings to the counter: its scan, and what `attachDocument` is told of it. */
export interface Paper {
  scan: Buffer;
  described: { kind: string } & Record<string, unknown>;
}

/** What the head of a company brings (A§6): the signed application, the passport, and the act of appointment. */
export async function papersOf(person: SamplePerson, today: Temporal.PlainDate): Promise<Paper[]> {
  const { issuer, issuedOn, expiresOn, givenName, surname } = person.passport;
  const act = [`${givenName} ${surname} «Үлгі» ЖШС директоры болып тағайындалды.`, `Күні: ${today.toString()}`];
  return [
    {
      scan: await sampleApplicationForm(person),
      described: { kind: 'APPLICATION_FORM', issuedOn: today, languages: ['kk'], originalShown: true },
    },
    {
      scan: await samplePassportScan(person),
      described: { kind: 'IDENTITY_DOCUMENT', issuingCountry: issuer, issuedOn, expiresOn, originalShown: true },
    },
    {
      scan: await sampleCertificate('Жалғыз қатысушының шешімі', act),
      described: {
        kind: 'APPOINTMENT_ACT',
        issuingCountry: 'KAZ',
        stateSeal: false,
        issuedOn: today,
        languages: ['kk'],
        originalShown: true,
      },
    },
  ];
}

/** What the consul types of a person: the two zones of the passport, the names in Cyrillic, the address (A§9, A-form 1). */
export function presented({ passport, zone, surname, givenName, patronymic, birthPlace, address }: SamplePerson) {
  const { region, district, line } = address;
  return {
    machineReadableZone: zone,
    visualZone: {
      birthDate: passport.birthDate,
      birthPlace,
      sex: passport.sex === 'F' ? 'FEMALE' : 'MALE',
      nationality: passport.nationality,
      documentNumber: passport.number,
      issuedOn: passport.issuedOn,
      expiryDate: passport.expiresOn,
    },
    cyrillicName: { surname, givenNames: givenName, patronymic },
    address: { country: passport.nationality, region, district, address: line },
    countryOfArrival: passport.nationality,
    language: 'en',
  };
}
