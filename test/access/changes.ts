import { person, smallPdf } from '../support/counter.ts';
import { representationFor } from '../support/representations.ts';
import { colleagues } from '../support/world-names.ts';
import type { World } from '../support/world.ts';
import type { Colleague, Kind, Owner, ViewerName } from '../support/world-names.ts';
import { complaintChanges } from './complaint-changes.ts';
import { finalChanges } from './final-changes.ts';
import { reopenings } from './reopenings.ts';
import { id as unknownId } from './operations.ts';

// Everything that changes a row that there is, and who may: the column "may" of the roles in the orders. Whose rows they reach is said in sees.ts.

/** Something that changes a row. */
export interface Change {
  /** Who may do it at all. */
  may: readonly ViewerName[];
  /** What it changes. */
  changes: Kind;
  /** Whose rows a viewer sees and may not change all the same. */
  notTheirs?: Partial<Record<ViewerName, readonly Owner[]>>;
  /** The tables that it writes. */
  tables: readonly string[];
  inputType: string;
  /** The input for a row. */
  input: (world: World, viewer: ViewerName, id: string) => object | Promise<object>;
  /** What is asked of the outcome. */
  selection: string;
  /** Brings a row to where the change is possible, behind the product's back. */
  prepare: (world: World, id: string, owner: Owner) => Promise<unknown>;
}

const receivers: ViewerName[] = ['consul of Berlin', 'consul of Tirana', 'authorised employee'];
const officers: ViewerName[] = ['migration officer of Astana', 'migration officer of Almaty'];
const applicants: ViewerName[] = ['Erika, applicant', 'Ivan, applicant'];

// The Manager answers for consuls and authorised employees, the State Corporation for Managers and the officials of the other agencies (A§8).
const managedByOthers: Change['notTheirs'] = {
  manager: ['a manager'],
  'state corporation': ['a consul of Berlin', 'a consul of Tirana', 'an authorised employee'],
};
const otherOfficials: Owner[] = [
  'a consul of Berlin',
  'a consul of Tirana',
  'an operator',
  'an officer of Astana',
  'an officer of Almaty',
];

/** What changes rows, by its field. */
export const changes: Record<string, Change> = {
  correctApplicant: ofPerson(receivers, {
    inputType: 'CorrectApplicantInput',
    input: (_world, _viewer, id) => ({ ...person(), id, expectedVersion: 1 }),
    selection: 'applicant { id }',
  }),
  attachDocument: ofPerson([...receivers, ...applicants], {
    inputType: 'AttachDocumentInput',
    input: async ({ clients }, viewer, applicantId) => {
      const uploads = [...receivers, ...applicants].includes(viewer);
      const uploadId = uploads ? await clients[viewer].upload(smallPdf) : unknownId;
      return { applicantId, uploadId, kind: 'APPLICATION_FORM' };
    },
    selection: 'document { id }',
  }),
  recordConsent: ofPerson([...receivers, ...applicants], {
    inputType: 'RecordConsentInput',
    input: (_world, _viewer, applicantId) => ({
      applicantId,
      kind: 'PERSONAL_DATA_PROCESSING',
      givenOn: '2026-03-01',
    }),
    selection: 'consent { id }',
  }),
  printApplicationForm: {
    ...ofPerson(receivers, {
      inputType: 'PrintApplicationFormInput',
      input: (_world, _viewer, applicantId) => ({ applicantId, applicantVersion: 1 }),
      selection: 'printedForm { id }',
    }),
    tables: ['iin.printed_form'],
  },
  registerIinApplication: ofPerson(receivers, {
    inputType: 'RegisterIinApplicationInput',
    input: (_world, viewer, applicantId) => ({
      applicantId,
      applicantVersion: 1,
      ...categoryAt(viewer),
    }),
    selection: '... on AcceptanceRefusal { id applicant { id } } ... on IinApplication { id applicant { id } }',
  }),

  registerIinCorrection: ofPerson(receivers, {
    inputType: 'RegisterIinCorrectionInput',
    input: ({ rows }, viewer, applicantId) => ({
      applicantId,
      applicantVersion: 1,
      ...categoryAt(viewer),
      // Whoever's number it is: everybody here has the same surname and date of birth, and given names of their own.
      iin: rows.iin.Berlin,
      surname: 'Mustermann',
      birthDate: '1964-08-12',
      fields: ['LATIN_GIVEN_NAMES'],
    }),
    selection: '... on AcceptanceRefusal { id applicant { id } } ... on IinApplication { id applicant { id } }',
  }),

  withdrawIinApplication: ofApplication(receivers, 'REGISTERED'),
  printResult: ofApplication(receivers, 'FORMED'),
  handOutResult: ofApplication(receivers, 'FORMED'),
  takeIinApplication: ofApplication(['operator'], 'REGISTERED'),
  releaseIinApplication: ofApplication(['operator'], 'IN_REVIEW'),
  decideDuplicate: {
    ...ofApplication(['operator'], 'IN_REVIEW'),
    tables: ['iin.application', 'iin.duplicate_decision', 'iin.event'],
    inputType: 'DecideDuplicateInput',
    input: ({ rows }, _viewer, id) => ({
      id,
      expectedVersion: 1,
      candidateId: rows.application.Berlin,
      decision: 'ANOTHER_PERSON',
      reason: 'They are sisters.',
    }),
  },
  formIin: ofApplication(['operator'], 'IN_REVIEW'),
  correctIin: {
    ...ofApplication(['operator'], 'IN_REVIEW'),
    tables: ['application', 'record', 'record_version', 'event'].map((table) => `iin.${table}`),
    prepare: async (world, id, owner) => {
      await ofApplication(['operator'], 'IN_REVIEW').prepare(world, id, owner);
      const fields = [{ name: 'BIRTH_PLACE', before: 'Berlin', after: 'Bonn' }];
      await world.product.database.query(
        `update iin.application set kind = 'CORRECTION', record_id = record.id, iin = record.iin,
                correction = jsonb_build_object('recordVersion', record.version, 'fields', $3::jsonb)
           from iin.record where application.id = $1 and record.id = $2`,
        [id, world.rows.record[owner], JSON.stringify(fields)],
      );
    },
  },
  refuseIin: {
    ...ofApplication(['operator'], 'IN_REVIEW'),
    inputType: 'RefuseIinInput',
    input: (_world, _viewer, id) => ({
      id,
      expectedVersion: 1,
      grounds: ['UNTRUE_DOCUMENTS_OR_DATA'],
      reason: 'No.',
      marks: [{ field: 'BIRTH_PLACE', remark: 'No.' }],
    }),
  },

  closeIncident: {
    may: ['operator'],
    changes: 'incident',
    tables: ['iin.incident', 'iin.event'],
    inputType: 'CloseIncidentInput',
    input: (_world, _viewer, id) => ({
      id,
      expectedVersion: 1,
      endedAt: '2026-03-02T10:00:00+05:00',
      measures: 'Mended.',
    }),
    selection: 'incident { id }',
    prepare: ({ product: { database } }, id) =>
      database.query('update iin.incident set version = 1, ended_at = null where id = $1', [id]),
  },

  screenPetition: ofPetition('ScreenPetitionInput', ['hub officer'], 'SUBMITTED', { decision: 'APPROVED' }),
  offerInterviewTimes: ofPetition('OfferInterviewTimesInput', ['hub officer'], 'SCREENED', {
    times: ['2026-04-01T10:00:00+05:00', '2026-04-01T10:30:00+05:00'],
  }),
  chooseInterviewTime: ofPetition('ChooseInterviewTimeInput', applicants, 'TIMES_OFFERED', ({ rows }, id) => {
    const owner = (['Berlin', 'Tirana'] as const).find((each) => rows.petition[each] === id)!;
    return { timeId: rows.interviewTime[owner] };
  }),
  recordInterview: ofPetition('RecordInterviewInput', ['hub officer'], 'INTERVIEW_AGREED', {
    outcome: 'MISSED',
    result: 'Nobody came.',
  }),
  signPetition: ofPetition('SignPetitionInput', ['MDDIAI signer'], 'AWAITING_SIGNATURE', { signature: 'bm8=' }),
  refusePetition: ofPetition('RefusePetitionInput', ['MDDIAI signer'], 'AWAITING_SIGNATURE', { reason: 'No.' }),
  withdrawPetition: ofPetition('PetitionInput', applicants, 'SUBMITTED', {}),

  registerCase: ofCase('ResidenceCaseInput', officers, 'SUBMITTED', {}),
  returnForRework: ofCase('ReturnForReworkInput', officers, 'SUBMITTED', {
    reasons: [{ field: 'birthPlace', text: 'Where is it?' }],
  }),
  withdrawResidenceApplication: ofCase('ResidenceCaseInput', applicants, 'SUBMITTED', {}),
  recordChecks: ofCase('RecordChecksInput', officers, 'REGISTERED', { checks: [{ kind: 'SPECIAL', clear: true }] }),
  sendToKnb: ofCase('ResidenceCaseInput', officers, 'REGISTERED', {}),
  answerKnb: ofCase('AnswerKnbInput', ['KNB officer'], 'AT_KNB', { agrees: true }),
  ...finalChanges,
  ...complaintChanges,
  ...reopenings,
  decidePreliminary: ofCase('DecidePreliminaryInput', officers, 'KNB_ANSWERED', { approves: false, reason: 'Нет.' }),

  blockAccount: ofAccount(['manager', 'state corporation'], 'ACTIVE'),
  unblockAccount: ofAccount(['manager', 'state corporation'], 'BLOCKED'),
  deleteAccount: ofAccount(['manager', 'state corporation'], 'ACTIVE'),
  resetCredentials: ofAccount(['manager', 'state corporation'], 'ACTIVE'),
  revokePartnerClient: {
    may: ['state corporation'],
    changes: 'partnerClient',
    tables: ['missions.partner_client', 'missions.account', 'missions.event', 'kit.account_state'],
    inputType: 'RevokePartnerClientInput',
    input: (_world, _viewer, id) => ({ id, expectedVersion: 1, reason: 'For a test.' }),
    selection: 'partnerClient { id }',
    prepare: async ({ product: { database } }, id) => {
      await database.query('update missions.partner_client set version = 1, revoked_at = null where id = $1', [id]);
      await database.query(`update missions.account set state = 'ACTIVE' where id = $1`, [id]);
    },
  },
  removeWebhook: {
    may: ['state corporation'],
    changes: 'webhook',
    tables: ['missions.webhook', 'missions.event'],
    inputType: 'RemoveWebhookInput',
    input: (_world, _viewer, id) => ({ id, expectedVersion: 1, reason: 'For a test.' }),
    selection: 'webhook { id }',
    prepare: ({ product: { database } }, id) =>
      database.query('update missions.webhook set version = 1, removed_at = null where id = $1', [id]),
  },
  replayDelivery: {
    may: ['state corporation'],
    changes: 'delivery',
    tables: ['missions.delivery'],
    inputType: 'ReplayDeliveryInput',
    input: (_world, _viewer, id) => ({ id }),
    selection: 'delivery { id }',
    prepare: ({ product: { database } }, id) =>
      database.query(`update missions.delivery set state = 'DEAD' where id = $1`, [id]),
  },
  // An employee of the MFA becomes a Manager and ceases to be one; nobody else does (A§8).
  grantManagerRole: {
    ...ofAccount(['state corporation'], 'ACTIVE'),
    notTheirs: { 'state corporation': [...otherOfficials, 'a manager'] },
  },
  withdrawManagerRole: {
    ...ofAccount(['state corporation'], 'ACTIVE'),
    notTheirs: { 'state corporation': [...otherOfficials, 'an authorised employee'] },
  },
};

/** A category of whom a counter receives, with what is told of the representation (A§4). */
function categoryAt(viewer: ViewerName): object {
  const category = viewer === 'authorised employee' ? 'REPRESENTATION_STAFF' : 'LEGAL_ENTITY_HEAD';
  return { category, ...representationFor(category) };
}

function ofPerson(may: readonly ViewerName[], call: Pick<Change, 'inputType' | 'input' | 'selection'>): Change {
  const prepare = ({ product }: World, id: string) =>
    product.database.query('update applicants.applicant set version = 1 where id = $1', [id]);
  const tables = ['applicant', 'document', 'consent', 'event'].map((table) => `applicants.${table}`);
  return { may, changes: 'newcomer', tables, ...call, prepare };
}

function ofApplication(may: readonly ViewerName[], from: 'REGISTERED' | 'IN_REVIEW' | 'FORMED'): Change {
  return {
    may,
    changes: 'waiting',
    tables: ['application', 'record', 'printed_form', 'event'].map((table) => `iin.${table}`),
    inputType: 'IinApplicationInput',
    input: (_world, _viewer, id) => ({ id, expectedVersion: 1 }),
    selection: 'application { id }',
    prepare: async ({ product, accounts }, id) => {
      const formed = from === 'FORMED';
      await product.database.query('delete from iin.record_version where application_id = $1', [id]);
      await product.database.query(
        `update iin.application set version = 1, kind = 'FORMATION', state = $2, taken_by = $3, decided_at = $4, iin = $5, handed_out_at = null where id = $1`,
        [
          id,
          from,
          from === 'IN_REVIEW' ? accounts.operator.id : null,
          formed ? '2026-03-02T10:00:00+05:00' : null,
          formed ? '640812090003' : null,
        ],
      );
      if (formed)
        await product.database.query(
          `insert into iin.printed_form (id, application_id, office_id, kind, token_hash, size, sha256, issued_on, prints)
           select id, id, office_id, 'REGISTRATION_CERTIFICATE', id::text, 1, '', '2026-03-02', 1 from iin.application where id = $1
           on conflict do nothing`,
          [id],
        );
    },
  };
}

function ofPetition(
  inputType: string,
  may: readonly ViewerName[],
  from: string,
  more: object | ((world: World, id: string) => object),
): Change {
  return {
    may,
    changes: 'petition',
    tables: ['petition', 'case_document', 'interview_time', 'case_term', 'event'].map((table) => `residence.${table}`),
    inputType,
    input: (world, _viewer, id) => ({
      id,
      expectedVersion: 1,
      ...(typeof more === 'function' ? more(world, id) : more),
    }),
    selection: 'petition { id }',
    prepare: async ({ product: { database }, rows }, id) => {
      await database.query(
        'update residence.petition set version = 1, state = $2, decided_at = null, letter_id = (select document.id from residence.case_document document where case_id = $1) where id = $1',
        [id, from],
      );
      const agreed = from === 'INTERVIEW_AGREED';
      await database.query('delete from residence.interview_time where case_id = $1 and not id = any ($2)', [
        id,
        Object.values(rows.interviewTime),
      ]);
      // Each petition has a time of its own: in the past where it is agreed upon, to come where it is on offer.
      await database.query(
        `update residence.interview_time set released_at = null, chosen_at = $2,
                starts_at = date_trunc('day', $3::timestamptz) + (starts_at - date_trunc('day', starts_at)) where case_id = $1`,
        [id, agreed ? '2026-03-01' : null, agreed ? '2026-03-01' : '2026-03-20'],
      );
    },
  };
}

function ofCase(inputType: string, may: readonly ViewerName[], from: string, more: object): Change {
  return {
    may,
    changes: 'residenceCase',
    tables: ['residence_case', 'case_document', 'submission', 'security_check', 'case_term', 'event'].map(
      (table) => `residence.${table}`,
    ),
    inputType,
    input: (_world, _viewer, id) => ({ id, expectedVersion: 1, ...more }),
    selection: 'residenceCase { id }',
    prepare: ({ product: { database } }, id) =>
      database.query(
        `update residence.residence_case set version = 1, state = $2, lapses_at = null, sent_to_knb_at = case city when 'ALMATY' then submitted_at end where id = $1`,
        [id, from],
      ),
  };
}

function ofAccount(may: readonly ViewerName[], state: 'ACTIVE' | 'BLOCKED'): Change {
  return {
    may,
    changes: 'account',
    tables: ['missions.account', 'missions.event', 'kit.account_state'],
    notTheirs: managedByOthers,
    inputType: 'ChangeAccountInput',
    input: (_world, _viewer, id) => ({ id, expectedVersion: 1, reason: 'For a test.' }),
    selection: 'account { id }',
    prepare: async ({ product, accounts }, id, owner) => {
      const { role } = accounts[colleagues[owner as Colleague]];
      await product.database.query('update missions.account set version = 1, state = $2, role = $3 where id = $1', [
        id,
        state,
        role,
      ]);
      await product.database.query('update kit.account_state set state = $2, role = $3 where id = $1', [
        id,
        state,
        role,
      ]);
    },
  };
}
