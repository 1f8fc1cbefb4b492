import type { ClientError, GraphClient } from '../support/graph-client.ts';
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
  const { client, mutation, type, told } = await callOf(desk, real, what);
  const { data, errors, codes } = await client.send(
    `mutation Act($input: ${type}!) { ${mutation}(input: $input) { residenceCase { version } } }`,
    { input: { id: real.id, expectedVersion: real.version, ...told } },
  );
  return { errors, codes, version: data?.[mutation]?.residenceCase.version as number | undefined };
}

interface Call {
  client: GraphClient;
  mutation: string;
  type: string;
  told?: object;
}

async function callOf(desk: ResidenceDesk, { applicant }: CaseInFlight, what: ModelAct): Promise<Call> {
  const { officer, knb } = desk;
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
    case 'withdraw':
      return { client: applicant.client, mutation: 'withdrawResidenceApplication', type: plain };
  }
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
