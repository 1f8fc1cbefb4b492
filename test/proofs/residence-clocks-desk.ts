import { smallPdf } from '../support/counter.ts';
import {
  crossing,
  documentsAgree,
  finalApplication,
  fingerprints,
  officersOf,
  readCase,
} from '../support/final-applications.ts';
import type { ClientError, GraphClient } from '../support/graph-client.ts';
import { jobsDone } from '../support/queue.ts';
import { applicantOf, bothClear, eApplication, residenceDesk, submit } from '../support/residence-cases.ts';
import type { Applicant, ResidenceDesk } from '../support/residence-cases.ts';
import type { ModelAct } from './residence-model.ts';

/** A case that is under way. */
export interface CaseInFlight {
  id: string;
  version: number;
  applicant: Applicant;
}

/** A case as the graph shows it, written as the model writes it. */
interface ShownCase {
  version: number;
  text: string;
}

/** Whoever acts in the proof, and what they do. */
export interface ClocksDesk extends ResidenceDesk {
  /** Does something with a case in the version that was seen last; answers what came of it. */
  act(real: CaseInFlight, what: ModelAct): Promise<{ errors: ClientError[]; codes: string[]; version?: number }>;
  /** Every case as the migration officer sees it. */
  shown(): Promise<Map<string, ShownCase>>;
  /** Has the job run that records what lapsed. */
  recordLapses(): Promise<void>;
  close(): Promise<void>;
}

/** Opens it, on a product of its own. */
export async function clocksDesk(): Promise<ClocksDesk> {
  const desk = await residenceDesk();
  const { product, officer } = desk;
  return {
    ...desk,
    act: (real, what) => act(desk, real, what),
    shown: () => shown(officer),
    recordLapses: async () => {
      await product.database.query(
        `select graphile_worker.add_job('residence.recordLapses', '{}', job_key => 'lapses')`,
      );
    },
    close: () => product.close(),
  };
}

/** Somebody submits an e-application, at this moment. */
export async function submitted(desk: ResidenceDesk): Promise<CaseInFlight> {
  const applicant = await applicantOf(desk);
  const { id, version } = await submit(desk, applicant);
  return { id, version, applicant };
}

const reasons = [{ document: 'PORTRAIT_PHOTO', text: 'Фотография размыта' }];

async function act(desk: ResidenceDesk, real: CaseInFlight, what: ModelAct) {
  if (what === 'cross' || what === 'fingerprint') return report(desk, real, what);
  const { client, mutation, type, told } = await callOf(desk, real, what);
  const { data, errors, codes } = await client.send(
    `mutation Act($input: ${type}!) { ${mutation}(input: $input) { residenceCase { version } } }`,
    { input: { id: real.id, expectedVersion: real.version, ...told } },
  );
  return { errors, codes, version: data?.[mutation]?.residenceCase.version as number | undefined };
}

/** The border or the fingerprint system tells of the person, and a job has noted it at the case. */
async function report({ product, officer }: ResidenceDesk, real: CaseInFlight, what: 'cross' | 'fingerprint') {
  const { iin } = real.applicant;
  const at = product.clock.now().toString();
  const { errors, codes } =
    what === 'cross'
      ? await crossing(product, { iin, crossedAt: at })
      : await fingerprints(product, { iin, takenAt: at });
  await jobsDone(product);
  const { version } = (await readCase(officer, real.id, 'version')) as { version: number };
  return { errors, codes, version };
}

interface Call {
  client: GraphClient;
  mutation: string;
  type: string;
  told?: object;
}

type Reported = 'cross' | 'fingerprint';

async function callOf(desk: ResidenceDesk, real: CaseInFlight, what: Exclude<ModelAct, Reported>): Promise<Call> {
  const { applicant } = real;
  const { officer, knb, product } = desk;
  const centre = officersOf(product).psc;
  const plain = 'ResidenceCaseInput';
  switch (what) {
    case 'register':
      return { client: officer, mutation: 'registerCase', type: plain };
    case 'return':
      return { client: officer, mutation: 'returnForRework', type: 'ReturnForReworkInput', told: { reasons } };
    case 'resubmit': {
      const { city, petitionId, dutyPaymentReference, ...told } = await eApplication(desk, applicant);
      const type = 'ResubmitResidenceApplicationInput';
      return { client: applicant.client, mutation: 'resubmitResidenceApplication', type, told };
    }
    case 'check':
    case 'check again':
      return { client: officer, mutation: 'recordChecks', type: 'RecordChecksInput', told: bothClear };
    case 'send':
      return { client: officer, mutation: 'sendToKnb', type: plain };
    case 'agree':
    case 'object': {
      const told = what === 'agree' ? { agrees: true } : { agrees: false, reason: 'Возражаем' };
      return { client: knb, mutation: 'answerKnb', type: 'AnswerKnbInput', told };
    }
    case 'approve':
    case 'refuse': {
      const told = what === 'approve' ? { approves: true } : { approves: false, reason: 'Отказано.' };
      return { client: officer, mutation: 'decidePreliminary', type: 'DecidePreliminaryInput', told };
    }
    case 'arrive':
      return { client: officer, mutation: 'recordArrival', type: plain };
    case 'apply': {
      const told = await finalApplicationOf(desk, real);
      return { client: centre, mutation: 'registerFinalApplication', type: 'RegisterFinalApplicationInput', told };
    }
    case 'hand on': {
      const told = { trackingNumber: 'KZ 0042' };
      return { client: centre, mutation: 'sendOriginals', type: 'SendOriginalsInput', told };
    }
    case 'receive':
      return { client: officer, mutation: 'receiveOriginals', type: plain };
    case 'compare': {
      const told = { findings: documentsAgree };
      return { client: officer, mutation: 'compareDocuments', type: 'CompareDocumentsInput', told };
    }
    case 'permit':
    case 'refuse in the end': {
      const told = what === 'permit' ? { approves: true } : { approves: false, reason: 'Отказано.' };
      return { client: officer, mutation: 'decideFinal', type: 'DecideFinalInput', told };
    }
    case 'register residence': {
      const contract = { uploadId: await centre.upload(smallPdf), ...housing(dayOf(product)) };
      const told = { address: 'Astana, Mangilik El 55, 12', contract };
      return { client: centre, mutation: 'registerResidence', type: 'RegisterResidenceInput', told };
    }
    case 'issue permit': {
      const [passport, receipt] = [await centre.upload(smallPdf), await centre.upload(smallPdf)];
      const told = {
        passport: { uploadId: passport, expiresOn: '2033-10-31' },
        noticeShown: true,
        receipt: { uploadId: receipt, amount: '865', paidOn: '2026-03-02' },
      };
      return { client: centre, mutation: 'issuePermit', type: 'IssuePermitInput', told };
    }
    case 'withdraw':
      return { client: applicant.client, mutation: 'withdrawResidenceApplication', type: plain };
  }
}

/** Today, Astana date. */
function dayOf({ clock }: ResidenceDesk['product']): Temporal.PlainDate {
  return clock.now().toZonedDateTimeISO('+05:00').toPlainDate();
}

/** A notarised contract of 180 days from a day on. */
function housing(day: Temporal.PlainDate) {
  const [startsOn, endsOn] = [day, day.add({ days: 180 })].map(String);
  return { contractWith: 'NATURAL_PERSON', notarised: true, startsOn, endsOn };
}

async function finalApplicationOf({ product, officer }: ResidenceDesk, { id, version, applicant }: CaseInFlight) {
  const { approvalNumber } = (await readCase(officer, id, 'approvalNumber')) as { approvalNumber: string };
  const today = dayOf(product);
  const issued = { issuedOn: today.toString() };
  const { expectedVersion: _, ...told } = await finalApplication(
    officersOf(product).psc,
    { approvalNumber, person: applicant.person },
    { MEDICAL_CERTIFICATE: issued, FINGERPRINTING_CERTIFICATE: issued, HOUSING_CONTRACT: housing(today) },
  );
  return { ...told, id: undefined, expectedVersion: version };
}

const page = `query Page($after: String) { residenceCases(first: 100, after: $after) {
  pageInfo { hasNextPage endCursor }
  edges { node { id version state barredUntil dueAt terms { kind dueAt overdue endedAt } } } } }`;

interface ShownNode {
  id: string;
  version: number;
  state: string;
  barredUntil: string | null;
  terms: { kind: string; dueAt: string; overdue: boolean }[];
}

async function shown(officer: GraphClient): Promise<Map<string, ShownCase>> {
  const found = new Map<string, ShownCase>();
  for (let after: string | null = null; ;) {
    const { residenceCases } = await officer.ask(page, { after });
    for (const { node } of residenceCases.edges as { node: ShownNode }[]) {
      const clocks = node.terms.map(
        ({ kind, dueAt, overdue }) =>
          `${kind} ${Temporal.Instant.from(dueAt).epochMilliseconds}${overdue ? ' overdue' : ''}`,
      );
      found.set(node.id, { version: node.version, text: [node.state, node.barredUntil, ...clocks].join(', ') });
    }
    if (!residenceCases.pageInfo.hasNextPage) return found;
    after = residenceCases.pageInfo.endCursor as string;
  }
}
