import { randomUUID } from 'node:crypto';
import { change, minute } from './application.ts';
import type { Application } from './application.ts';
import { Refused } from './client.ts';
import type { Client } from './client.ts';
import { attachPaper, papersOfSpecialist, presented } from './papers.ts';
import type { SamplePerson } from './sample-people.ts';
import { kilobytes, step } from './screen.ts';

interface Oneself {
  id: string;
  version: number;
  iin: string;
  travelDocument: { number: string };
}

/** Withdraws the petition that another run of the demo left open: nobody has two at once. */
export async function clearAway(nomad: Client): Promise<void> {
  type Petitions = { petitions: { edges: { node: Application & { availableActions: string[] } }[] } };
  const { petitions } = await nomad.send<Petitions>('applicant/own-petitions', {});
  const leftOver = petitions.edges.find(({ node }) => node.availableActions.includes('WITHDRAW'))?.node;
  if (!leftOver) return;
  await step(
    nomad,
    () => change(nomad, 'applicant/withdraw-petition', leftOver),
    () => `withdraws ${leftOver.number}, which was left open`,
  );
}

/** Registers the person who signed in, with the number of the certificate, or finds who registered so before. */
export function registerOneself(nomad: Client, person: SamplePerson): Promise<Oneself> {
  return step(
    nomad,
    async () => {
      type Own = { applicants: { edges: { node: Oneself }[] } };
      const { applicants } = await nomad.send<Own>('applicant/own-applicants', {});
      const known = applicants.edges.find(({ node }) => node.travelDocument.number === person.passport.number);
      if (known) return known.node;
      const input = { ...presented(person), idempotencyKey: randomUUID() };
      type Registered = { registerApplicant: { applicant: Oneself } };
      return (await nomad.send<Registered>('applicant/register-applicant', { input })).registerApplicant.applicant;
    },
    ({ iin }) => `is registered with the number of her certificate: ${iin}`,
  );
}

/** Attaches what a petition needs to oneself; answers the ids. */
export async function attachPapers(
  nomad: Client,
  { id }: Oneself,
  person: SamplePerson,
  today: Temporal.PlainDate,
): Promise<string[]> {
  const papers = await papersOfSpecialist(person, today);
  const attached = await step(
    nomad,
    () => Promise.all(papers.map((paper) => attachPaper(nomad, 'applicant', id, paper))),
    (documents) => `attaches ${documents.length} documents, with a photo of 35×45 mm, ${kilobytes(documents)}`,
  );
  return attached.map((document) => document.id);
}

/** Consents, and asks for the petition of the ministry (B§4). */
export function submitPetition(nomad: Client, { id, version }: Oneself, documentIds: string[]): Promise<Application> {
  const application = { applicantId: id, applicantVersion: version, documentIds };
  type Answer = { submitPetition: Application };
  return step(
    nomad,
    async () => {
      const input = { consent: true, application, idempotencyKey: randomUUID() };
      return (await nomad.send<Answer>('applicant/submit-petition', { input })).submitPetition;
    },
    ({ number }) => `consents to data processing, and submits ${number} (B§4)`,
  );
}

/** Chooses the first of the times that are offered (B§6). */
export function chooseTime(nomad: Client, petition: Application, times: { id: string; startsAt: string }[]) {
  const { id: timeId, startsAt } = times[0]!;
  return step(
    nomad,
    () => change(nomad, 'applicant/choose-interview-time', petition, { timeId }),
    () => `chooses ${minute(startsAt)} Astana time (B§6)`,
  );
}

/** Asks what the state duty of the permission to reside is, when it is paid today (B§10); where the index of the day isn't known, nobody guesses. */
export async function askForDuty(nomad: Client, today: Temporal.PlainDate): Promise<void> {
  type Duty = { stateDuty: { amount: string; index: string; multiple: number } };
  await step(
    nomad,
    async () => {
      try {
        return (await nomad.send<Duty>('applicant/state-duty', { kind: 'PERMISSION', on: today })).stateDuty;
      } catch (error) {
        if (error instanceof Refused && error.code === 'BAD_USER_INPUT') return undefined;
        throw error;
      }
    },
    (duty) =>
      duty
        ? `asks for the state duty: ${duty.amount} tenge today, ${duty.multiple} × ${duty.index} (B§10)`
        : 'asks for the state duty: not known for today (B§10)',
  );
}
