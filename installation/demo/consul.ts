import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { change, fullName, minute } from './application.ts';
import type { Application, Name } from './application.ts';
import { refusalOf } from './client.ts';
import type { Client } from './client.ts';
import { attachPaper, presented } from './papers.ts';
import type { Paper } from './papers.ts';
import type { SamplePerson } from './sample-people.ts';
import { kilobytes, step } from './screen.ts';

/** A person as a consul registered them. */
export interface Applicant {
  id: string;
  version: number;
  latinName: Name;
}

/** The answer to a registration: an application, or every reason why there is none (A§7). */
type Registration =
  | ({ __typename: 'IinApplication'; dueAt: string } & Application)
  | { __typename: 'AcceptanceRefusal'; reasons: { code: string; documents: string[] }[] };

/** In which category somebody applies, and for staff of a representation of which (A§4). */
export interface Asked {
  category: string;
  representationId?: string;
}

/** What the head of a company asks. */
export const asHeadOfCompany: Asked = { category: 'LEGAL_ENTITY_HEAD' };

/** Lets the passport's machine-readable zone be read. */
export async function readPassport(consul: Client, { zone }: SamplePerson): Promise<void> {
  type Zone = Name & { documentNumber: string; nationality: string; expiryDate: string };
  await step(
    consul,
    () => consul.send<{ readMrz: Zone }>('consul/read-passport', { lines: zone }),
    ({ readMrz }) =>
      `reads passport ${readMrz.nationality} ${readMrz.documentNumber}: ${fullName(readMrz)}, until ${readMrz.expiryDate}`,
  );
}

/** Registers the person (A§9). */
export async function registerApplicant(consul: Client, person: SamplePerson): Promise<Applicant> {
  const input = { ...presented(person), idempotencyKey: randomUUID() };
  const { registerApplicant } = await step(
    consul,
    () => consul.send<{ registerApplicant: { applicant: Applicant } }>('consul/register-applicant', { input }),
    ({ registerApplicant: { applicant } }) => `registers ${fullName(applicant.latinName)}`,
  );
  return registerApplicant.applicant;
}

/** Scans papers, and attaches them to the person (A§6). */
export async function attachPapers(consul: Client, applicant: Applicant, papers: readonly Paper[]): Promise<void> {
  const kinds = papers.map(({ described }) => inWords(described.kind)).join(', ');
  await step(
    consul,
    () => Promise.all(papers.map((paper) => attachPaper(consul, 'consul', applicant.id, paper))),
    (attached) => `attaches ${kinds}, ${kilobytes(attached)}`,
  );
}

/** Records the consent that the person signed on paper (A-ord 3). */
export async function recordConsent(consul: Client, applicant: Applicant, today: Temporal.PlainDate): Promise<void> {
  const consent = { applicantId: applicant.id, kind: 'PERSONAL_DATA_PROCESSING', givenOn: today };
  await step(
    consul,
    () => consul.send('consul/record-consent', { input: { ...consent, idempotencyKey: randomUUID() } }),
    () => 'records the consent to personal data processing (A-ord 3)',
  );
}

/** Tries to register an application of which a document is missing, and is told which (A§7). */
export async function applyTooEarly(consul: Client, applicant: Applicant): Promise<void> {
  await step(
    consul,
    async () => {
      const answer = await register(consul, applicant, asHeadOfCompany, randomUUID());
      if (answer.__typename === 'AcceptanceRefusal') return answer.reasons;
      throw new Error('An application was accepted although a document is missing.');
    },
    (reasons) => {
      const texts = reasons.map(({ code, documents }) => [code, documents.join(' or ')].filter(Boolean).map(inWords));
      return `applies; not accepted: ${texts.map((text) => text.join(': ')).join('; ')} (A§7)`;
    },
    'refused',
  );
}

/** Registers the application (A§9). */
export function apply(consul: Client, applicant: Applicant, asked: Asked, key: string): Promise<Application> {
  return step(
    consul,
    () => accepted(consul, applicant, asked, key),
    ({ number, dueAt }) => `registers ${number}, due ${minute(dueAt)} Astana time (A§5)`,
  );
}

/** Sends the application once more with the key that it was sent with, as a client does whose connection broke. */
export async function applyAgain(consul: Client, applicant: Applicant, asked: Asked, key: string): Promise<void> {
  await step(
    consul,
    () => accepted(consul, applicant, asked, key),
    ({ number }) => `sends it again, same key: still ${number}, nothing doubled`,
  );
}

async function accepted(consul: Client, applicant: Applicant, asked: Asked, key: string) {
  const answer = await register(consul, applicant, asked, key);
  if (answer.__typename === 'IinApplication') return answer;
  throw new Error(`The application was not accepted: ${answer.reasons.map(({ code }) => code).join(', ')}.`);
}

async function register(consul: Client, { id, version }: Applicant, asked: Asked, key: string): Promise<Registration> {
  const input = { applicantId: id, applicantVersion: version, ...asked, idempotencyKey: key };
  type Answer = { registerIinApplication: Registration };
  return (await consul.send<Answer>('consul/register-iin-application', { input })).registerIinApplication;
}

/** A consul of another mission asks for the application, which to them does not exist. */
export async function askFromElsewhere(other: Client, { id, number }: Application): Promise<void> {
  const ask = () => refusalOf('NOT_FOUND', () => other.send('consul/iin-application', { id }));
  await step(other, ask, (code) => `asks for ${number}: ${code}`, 'refused');
}

/** Prints the result, downloads it into the folder and hands it out (A§12). Returns the file. */
export async function handOut(consul: Client, { id }: Application, folder: string): Promise<string> {
  const decided = await step(
    consul,
    async () =>
      (await consul.send<{ iinApplication: Application & { iin: string | null } }>('consul/iin-application', { id }))
        .iinApplication,
    ({ number, iin }) => `finds ${number} decided: ${iin ?? 'refused'}`,
  );
  const printed = await step(
    consul,
    () => change<{ printedForm: { id: string } }>(consul, 'consul/print-result', decided),
    ({ number }) => `prints the ${decided.iin ? 'certificate' : 'notice of refusal'} of ${number} (A§12)`,
  );
  const file = join(folder, `${decided.number}.pdf`);
  await step(
    consul,
    async () => {
      const bytes = await consul.download(printed.printedForm.id);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(file, bytes);
      return bytes.length;
    },
    (size) => `downloads it (${kilobytes([{ size }])})`,
  );
  await step(
    consul,
    () => change(consul, 'consul/hand-out-result', printed),
    () => 'hands it out (A§12)',
  );
  return file;
}

function inWords(constant: string): string {
  return constant.toLowerCase().replaceAll('_', ' ');
}
