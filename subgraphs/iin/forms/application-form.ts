import { country } from '../../kit/countries/countries.ts';
import type { Sex } from '../../kit/graph/person.ts';
import type { Channel } from '../rules/categories.ts';
import { asking, captions, consents, documentTypes, nameCaptions, sexes, title } from './application-texts.ts';
import type { Bilingual, Block, Part } from '../../kit/forms/blocks.ts';
import { day, twice } from '../../kit/forms/rows.ts';
import { type PersonData } from './rows.ts';
import { printSheet, type Print } from '../../kit/forms/sheet.ts';

/** What an application form is filled in with. What is null is not known; its line is left for a pen. Countries are ICAO codes. */
export interface ApplicationFormData extends PersonData, Print {
  /** Opaque id of the person; not printed. */
  applicantId: string;
  /** To whom the application goes. */
  to: { position: Bilingual; name: string; office: Bilingual };
  /** Who applies: the person, or a parent for a child. */
  from: { name: string; citizenship: string } | null;
  /** The person's whole name in Cyrillic letters. */
  fullName: string;
  sex: Sex;
  citizenship: string;
  ethnicity: string | null;
  countryOfArrival: string | null;
  travelDocument: {
    documentCode: string;
    number: string;
    issuedOn: Temporal.PlainDate | null;
    expiryDate: Temporal.PlainDate;
    issuingCountry: string;
  };
  address: { country: string; region: string | null; district: string | null; address: string } | null;
  /** Whose processing of the data is consented to, beside the MIA's and the State Corporation's. */
  channel: Channel;
}

/** A line that a pen fills. */
const blank = '_'.repeat(26);

/** What isn't there: no name of this kind, no region in the address. */
const none = '—';

/** Prints the application form (A-form 1) filled in, to be signed: an A4 PDF, the same bytes for the same data. */
export function applicationForm(data: ApplicationFormData): Promise<Buffer> {
  const { travelDocument: document } = data;
  return printSheet({
    issuedOn: data.issuedOn,
    specimen: data.specimen,
    title: `${title.kk} · ${title.ru}`,
    subject: data.applicantId,
    // The pages of several people must not be mixed up on a desk.
    footnote: {
      kk: `Алгоритмге 1-қосымша · ${document.number}`,
      ru: `Приложение 1 к Алгоритму · ${document.number}`,
    },
    blocks: [
      group(...partiesOf(data)),
      { parts: [{ style: 'heading', text: title }, value(asking(data.fullName))], rule: 'strong' },
      group(...nameOf(nameCaptions.givenName, data.givenNameLatin, data.givenName)),
      group(...nameOf(nameCaptions.surname, data.surnameLatin, data.surname)),
      group(...nameOf(nameCaptions.patronymic, data.patronymicLatin, data.patronymic)),
      group(
        ...field(captions.birthDate, twice(day(data.birthDate))),
        ...field(captions.sex, sexes[data.sex]),
        ...field(captions.citizenship, countryName(data.citizenship)),
        ...field(captions.ethnicity, known(data.ethnicity)),
        ...field(captions.countryOfArrival, countryName(data.countryOfArrival)),
      ),
      group(
        ...field(captions.documentType, typeOf(document.documentCode)),
        ...field(captions.documentNumber, twice(document.number)),
        ...field(captions.documentIssuedOn, known(document.issuedOn && day(document.issuedOn))),
        ...field(captions.documentExpiryDate, twice(day(document.expiryDate))),
        ...field(captions.documentIssuingCountry, countryName(document.issuingCountry)),
      ),
      group(...field(captions.birthPlace, twice(data.birthPlace)), ...addressOf(data)),
      consentBlock(data.channel),
    ],
  });
}

function partiesOf({ to, from }: ApplicationFormData): Part[] {
  const addressee = (language: keyof Bilingual) => `${to.position[language]} ${to.name}\n${to.office[language]}`;
  return [
    ...field(captions.to, { kk: addressee('kk'), ru: addressee('ru') }),
    ...field(captions.from, known(from && from.name)),
    ...field(captions.citizenOf, countryName(from && from.citizenship)),
  ];
}

function nameOf({ latin, cyrillic }: { latin: Bilingual; cyrillic: Bilingual }, ...names: (string | null)[]): Part[] {
  const [inLatin, inCyrillic] = names.map((name) => twice(name || none));
  return [...field(latin, inLatin!), ...field(cyrillic, inCyrillic!)];
}

function addressOf({ address }: ApplicationFormData): Part[] {
  const part = (text: string | null | undefined) => twice(address ? text || none : blank);
  return [
    ...field(captions.country, countryName(address && address.country)),
    ...field(captions.region, part(address?.region)),
    ...field(captions.district, part(address?.district)),
    ...field(captions.address, part(address?.address)),
  ];
}

/** Both consents and the place for the signature, which no page break may part. */
function consentBlock(channel: Channel): Block {
  return {
    parts: [
      ...consents(channel).map((text): Part => ({ style: 'remark', text })),
      { style: 'value', text: `\n\n${'_'.repeat(80)}` },
      { style: 'caption', text: captions.signature },
    ],
    rule: 'none',
  };
}

function group(...parts: Part[]): Block {
  return { parts, rule: 'hair' };
}

function field(caption: Bilingual, text: Bilingual): Part[] {
  return [{ style: 'caption', text: caption }, value(text)];
}

function value(text: Bilingual): Part {
  return { style: 'value', text };
}

function known(text: string | null): Bilingual {
  return twice(text || blank);
}

function countryName(code: string | null): Bilingual {
  return code === null ? twice(blank) : (country(code)?.name ?? twice(code));
}

/** The kind of an identity document by its code: passports begin with P (ICAO 9303-4), other official travel documents do not. */
function typeOf(code: string): Bilingual {
  return code.startsWith('P') ? documentTypes.passport : documentTypes.card;
}
