import { randomUUID } from 'node:crypto';
import type { Client } from './client.ts';
import type { SamplePerson } from './sample-people.ts';
import { sampleApplicationForm, sampleCertificate, samplePassportScan, samplePortrait } from './scans.ts';

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

/** What an IT specialist brings for a petition (B§4), in the order of the list there. */
export async function papersOfSpecialist(person: SamplePerson, today: Temporal.PlainDate): Promise<Paper[]> {
  const { issuer, expiresOn, givenName, surname } = person.passport;
  const paper = async (title: string, line: string, described: Paper['described']) => ({
    scan: await sampleCertificate(title, [`${givenName} ${surname}`, line]),
    described,
  });
  return [
    { scan: await samplePassportScan(person), described: { kind: 'IDENTITY_DOCUMENT', expiresOn } },
    await paper('Portfolio', 'Software developer, 50 months.', { kind: 'IT_PORTFOLIO', experienceMonths: 50 }),
    { scan: await samplePortrait(), described: { kind: 'PORTRAIT_PHOTO' } },
    await paper('Certificate', 'Distributed systems, advanced training.', {
      kind: 'IT_TRAINING_CERTIFICATE',
      stateSeal: false,
    }),
    await paper('Curriculum vitae', 'Software developer in Cologne.', { kind: 'CURRICULUM_VITAE' }),
    await paper('Motivation letter', 'I should like to work from Astana.', { kind: 'MOTIVATION_LETTER' }),
    await paper('Führungszeugnis', 'Keine Eintragung.', {
      kind: 'CRIMINAL_RECORD_CERTIFICATE',
      issuingCountry: issuer,
      stateSeal: true,
      issuedOn: today.subtract({ months: 1 }),
    }),
  ];
}

/** Uploads a scan and attaches it to a person, with the operations of who does it; answers the document. */
export async function attachPaper(
  client: Client,
  role: 'consul' | 'applicant',
  applicantId: string,
  { scan, described }: Paper,
): Promise<{ id: string; size: number }> {
  const { id: uploadId } = await client.upload(scan);
  const input = { ...described, applicantId, uploadId, idempotencyKey: randomUUID() };
  type Answer = { attachDocument: { document: { id: string; size: number } } };
  return (await client.send<Answer>(`${role}/attach-document`, { input })).attachDocument.document;
}

/** What is typed of a person: the two zones of the passport, the names in Cyrillic, the address (A§9, A-form 1). */
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
    contacts: { email: `${passport.surname.toLowerCase().replaceAll(' ', '.')}@mail.example`, telephone: null },
    countryOfArrival: passport.nationality,
    language: 'en',
  };
}
