import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Role } from '../../subgraphs/kit/viewer/roles.ts';
import { startWorld } from '../support/world.ts';
import type { World } from '../support/world.ts';
import { colleagues, viewers } from '../support/world-names.ts';
import type { Colleague, Counter, Kind, Owner, ViewerName } from '../support/world-names.ts';
import { readings } from './readings.ts';
import type { Reading } from './readings.ts';
import { forms, reshape } from './reshape.ts';
import { supergraph } from './supergraph.ts';

// Anybody asks for several things at once, of anybody's, in any form. What comes of it is what a few lines say that were written from the orders once more.

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.product.close());

/** What each role may ask for and do, by the names of the fields. */
const receivers = [
  ...['applicant', 'applicants', 'document', 'iinApplication', 'iinApplications', 'printedForm'],
  ...['withdrawIinApplication', 'printResult', 'handOutResult'],
];
const complaining = ['complaint', 'complaints', 'complaintDocument'];
const managing = ['accounts', 'account', 'blockAccount', 'unblockAccount', 'deleteAccount', 'resetCredentials'];
const duties: Partial<Record<Role, readonly string[]>> = {
  consul: [...receivers, ...complaining],
  authorised_employee: [...receivers, ...complaining],
  iin_operator: [
    ...['document', 'iinApplication', 'iinApplications', 'possibleDuplicates', 'printedForm', 'incidents'],
    ...['iinRecord', 'iinRecords'],
    ...['takeIinApplication', 'releaseIinApplication', 'formIin'],
    ...complaining,
  ],
  applicant: [
    ...['applicant', 'applicants', 'document', 'petition', 'petitions', 'caseDocument', 'withdrawPetition'],
    ...['residenceCase', 'residenceCases', 'questionnaire', 'questionnaires', 'withdrawResidenceApplication'],
    ...complaining,
  ],
  hub_officer: ['petition', 'petitions', 'caseDocument', 'screenPetition', ...complaining],
  mddiai_signer: ['petition', 'petitions', 'caseDocument', 'refusePetition', ...complaining],
  kkq_officer: [
    ...['caseDocument', 'residenceCase', 'residenceCases', 'registerCase', 'sendToKnb', 'decidePreliminary'],
    ...complaining,
  ],
  knb_officer: ['caseDocument', 'residenceCase', 'residenceCases', 'answerKnb'],
  psc_officer: ['caseDocument', 'residenceCase', 'residenceCases', ...complaining],
  complaint_reviewer: complaining,
  manager: managing,
  state_corporation: [
    ...managing,
    'grantManagerRole',
    'withdrawManagerRole',
    'partnerClients',
    'webhooks',
    'deliveries',
    'disclosures',
  ],
  auditor: [
    ...['accounts', 'account', 'incidents', 'journal', 'disclosures', 'applicant', 'applicants', 'document'],
    ...['iinApplication', 'iinApplications', 'possibleDuplicates', 'printedForm', 'iinRecord', 'iinRecords'],
    ...['petition', 'petitions', 'caseDocument', 'residenceCase', 'residenceCases', ...complaining],
  ],
};

/** Whether somebody sees a row: what the own office received, what is one's own, or what the whole work is about. */
function reaches(viewer: Exclude<ViewerName, 'nobody'>, kind: Kind, owner: Owner): boolean {
  const { role, officeId, city, id } = world.accounts[viewer];
  if (kind === 'journalEntry') return role === 'auditor';
  if (kind === 'disclosure') return true;
  if (kind === 'incident') return role === 'iin_operator' || role === 'auditor';
  if (['partnerClient', 'webhook', 'delivery'].includes(kind)) return role === 'state_corporation';
  if (kind === 'account') {
    const managed = ['consul', 'authorised_employee', 'manager'];
    const whose = world.accounts[colleagues[owner as Colleague]].role;
    if (role === 'manager') return managed.includes(whose);
    return (role === 'state_corporation' || role === 'auditor') && whose !== 'applicant';
  }
  if (role === 'auditor') return !hiddenFromAuditors.includes(kind);
  if (ofPetitions.includes(kind)) {
    const [, petitioner] = received[owner as Counter];
    if (role === 'applicant') return petitioner !== undefined && world.accounts[petitioner].id === id;
    return role === 'hub_officer' || (role === 'mddiai_signer' && owner === 'Tirana');
  }
  if (ofResidence.includes(kind)) {
    const [, resident] = received[owner as Counter];
    if (role === 'applicant') return resident !== undefined && world.accounts[resident].id === id;
    if (kind === 'questionnaire') return false;
    const inCity = city === (owner === 'Berlin' ? 'ASTANA' : 'ALMATY');
    return (
      (role === 'kkq_officer' && inCity) ||
      (role === 'knb_officer' && owner === 'Tirana') ||
      (role === 'psc_officer' && inCity && owner === 'Tirana')
    );
  }
  if (kind === 'sentPaper') return role === 'complaint_reviewer';
  if (ofComplaints.includes(kind)) {
    const [, complainant] = received[owner as Counter];
    if (role === 'applicant') return complainant !== undefined && world.accounts[complainant].id === id;
    return complaintsOf[owner as Counter].some((each) => world.accounts[each].id === id);
  }
  if (role === 'iin_operator') return true;
  const [receivedBy, person] = received[owner as Counter];
  if (role === 'applicant') return person !== undefined && world.accounts[person].id === id && ofPersons.includes(kind);
  return world.accounts[receivedBy].officeId === officeId;
}

/** What auditors don't see, who see every case: what came to none, what is the person's own, what is sealed. */
const hiddenFromAuditors: Kind[] = ['acceptanceRefusal', 'declinedConsent', 'questionnaire', 'sentPaper'];

/** What applicants see of their own. */
const ofPersons: Kind[] = ['applicant', 'document', 'consent', 'newcomer'];

/** What belongs to complaints, beside the case file that was sent along. */
const ofComplaints: Kind[] = ['complaint', 'complaintPaper'];

/** Which officials see each complaint: who filed it, the provider; and the reviewing body the one that was forwarded, about Ivan's case in Almaty. */
const complaintsOf = {
  Berlin: ['consul of Berlin', 'operator'],
  Tirana: ['service centre officer of Almaty', 'migration officer of Almaty', 'complaint reviewer'],
  MFA: ['authorised employee', 'hub officer', 'MDDIAI signer'],
} as const satisfies Record<Counter, readonly ViewerName[]>;

/** What belongs to petitions: the hub sees all of it, the ministry what passed the interview. */
const ofPetitions: Kind[] = ['petition', 'caseDocument', 'interviewTime'];

/** What belongs to residence cases: of Ivan's, in Almaty, the KNB was asked, and it is approved. */
const ofResidence: Kind[] = ['residenceCase', 'casePaper', 'questionnaire'];

/** Who received what there is of a counter, and who the person is when it is one with an account. */
const received = {
  Berlin: ['consul of Berlin', 'Erika, applicant'],
  Tirana: ['consul of Tirana', 'Ivan, applicant'],
  MFA: ['authorised employee', undefined],
} as const satisfies Record<Counter, unknown>;

/** Something to ask for: by which row, what is shown then, and what is told of a row that isn't there for the viewer. */
interface Question {
  by: Kind;
  shows: Kind;
  /** What an auditor gets of it, instead of what others get. */
  masked?: Reading['masked'];
  ask: string;
  missing: 'NOT_FOUND' | undefined;
  /** What is told of a row that is: itself, unless told. */
  found?: 'CONFLICT';
}

const queries = Object.values(readings)
  // What each role may is written here by the fields of Query and Mutation.
  .filter(({ of, ofFewer }) => !of && !ofFewer)
  .map(({ by, shows, ask, list, masked }): Question => ({
    by: by ?? shows,
    shows,
    masked,
    ask,
    missing: list ? undefined : 'NOT_FOUND',
  }));

/** With a version that nothing has: whoever reaches the row is told of the conflict, and nothing is changed. */
const mutations = [
  ...[
    'withdrawIinApplication',
    'printResult',
    'handOutResult',
    'takeIinApplication',
    'releaseIinApplication',
    'formIin',
  ].map((field) => mutation(field, 'waiting', `id: $id, expectedVersion: 0`, 'application')),
  mutation('withdrawPetition', 'petition', `id: $id, expectedVersion: 0`, 'petition'),
  mutation('screenPetition', 'petition', `id: $id, expectedVersion: 0, decision: APPROVED`, 'petition'),
  mutation('refusePetition', 'petition', `id: $id, expectedVersion: 0, reason: "Why"`, 'petition'),
  ...['registerCase', 'sendToKnb', 'withdrawResidenceApplication'].map((field) =>
    mutation(field, 'residenceCase', `id: $id, expectedVersion: 0`, 'residenceCase'),
  ),
  mutation('answerKnb', 'residenceCase', `id: $id, expectedVersion: 0, agrees: true`, 'residenceCase'),
  mutation('decidePreliminary', 'residenceCase', `id: $id, expectedVersion: 0, approves: true`, 'residenceCase'),
  ...[
    'blockAccount',
    'unblockAccount',
    'deleteAccount',
    'resetCredentials',
    'grantManagerRole',
    'withdrawManagerRole',
  ].map((field) => mutation(field, 'account', `id: $id, expectedVersion: 0, reason: "Why"`, 'account')),
];

function mutation(field: string, kind: Kind, input: string, payload: string): Question {
  const ask = `${field}(input: { ${input} }) { ${payload} { id } }`;
  return { by: kind, shows: kind, ask, missing: 'NOT_FOUND', found: 'CONFLICT' };
}

const items = (questions: readonly Question[], most: number) =>
  fc.array(fc.tuple(fc.constantFrom(...questions), fc.nat({ max: 100 })), { minLength: 1, maxLength: most });
const request = fc.record({
  // Those who may do a lot come up as often as everybody.
  viewer: fc.oneof(
    fc.constantFrom(...viewers),
    fc.constantFrom<ViewerName>('consul of Berlin', 'authorised employee', 'operator', 'manager', 'state corporation'),
  ),
  asked: fc.oneof(
    fc.record({ kind: fc.constant('query'), items: items(queries, 4) }),
    fc.record({ kind: fc.constant('mutation'), items: items(mutations, 3) }),
  ),
  forms: fc.array(fc.constantFrom(...forms), { minLength: 1, maxLength: 7 }),
  aliases: fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }),
});

test('whatever is asked, everybody gets what the orders give them, and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(request, async ({ viewer, asked, forms, aliases }) => {
      const questions = asked.items.map(([question, pick], index) => {
        const owners = Object.keys(world.rows[question.by]) as Owner[];
        return { ...question, name: `item${index}`, owner: owners[pick % owners.length]! };
      });
      const fields = questions.map(
        ({ name, by, owner, ask }) => `${name}: ${ask.replace('$id', `"${world.rows[by][owner]}"`)}`,
      );
      const text = reshape(supergraph, `${asked.kind} { ${fields.join(' ')} }`, inTurn(forms), inTurn(aliases));
      const { data, errors, codes } = await world.clients[viewer].send(text);
      const outcomes = questions.map(({ name, shows, owner }) => {
        const error = errors.find(({ path }) => path?.[0] === name);
        return (
          error?.extensions.code ??
          (JSON.stringify(data?.[name] ?? null).includes(world.rows[shows][owner]!) ? 'shown' : 'missing')
        );
      });
      expect(data === undefined ? codes.filter((code, index) => codes.indexOf(code) === index) : outcomes).toEqual(
        oracle(viewer, questions),
      );
    }),
    { numRuns: 200 },
  );
});

/** What is to come of it: the refusal of all of it, or for each thing whether it is shown, missing, or refused by itself. */
function oracle(viewer: ViewerName, questions: readonly (Question & { owner: Owner })[]): string[] {
  if (viewer === 'nobody') return ['UNAUTHENTICATED'];
  const duty = duties[world.accounts[viewer].role] ?? [];
  if (questions.some(({ ask }) => !duty.includes(ask.slice(0, ask.indexOf('('))))) return ['FORBIDDEN'];
  const audits = world.accounts[viewer].role === 'auditor';
  return questions.map(({ by, shows, owner, masked, missing = 'missing', found = 'shown' }) => {
    if (audits && masked === 'refusal') return 'FORBIDDEN';
    const shown = reaches(viewer, by, owner) && reaches(viewer, shows, owner) && !(audits && masked);
    return shown ? found : missing;
  });
}

function inTurn<Value>(values: readonly Value[]): () => Value {
  let turn = 0;
  return () => values[turn++ % values.length]!;
}
