import { Client } from 'pg';
import { roleUrl } from '../../installation/database/external.ts';
import { rolePasswords } from '../support/databases.ts';
import { systemAccountId, systemViewer } from '../../subgraphs/kit/viewer/system.ts';
import type { SystemName } from '../../subgraphs/kit/viewer/system.ts';
import type { World } from '../support/world.ts';

// What the database itself answers a subgraph that asks in somebody's name, without the graph. Written by hand: what Berlin received, did and wrote is Berlin's.

/** Parts of the product, which act when no person does. */
const part = (name: SystemName) => ({ ...systemViewer(name), id: systemAccountId(name) });
const parts = { 'identity provider': part('identity'), 'missions itself': part('missions') };

/** A statement in somebody's name, and what comes of it: some rows, none, or a refusal by row level security. */
export type Statement = readonly [
  viewer: keyof World['accounts'] | keyof typeof parts,
  sql: string,
  outcome: 'rows' | 'none' | 'refused',
];

/** What people present, and what is done with it: auditors see every row of it, and write none. */
const audited = [
  ...['applicants.applicant', 'applicants.document', 'applicants.consent'],
  ...['iin.application', 'iin.record', 'iin.record_version', 'iin.printed_form', 'iin.duplicate_decision'],
  ...['residence.petition', 'residence.residence_case', 'residence.case_document', 'residence.interview_time'],
  ...['residence.case_term', 'residence.submission', 'residence.duty_payment'],
  ...['complaints.complaint', 'complaints.complaint_document', 'complaints.case_term', 'complaints.decision'],
];

/** What is asked of each table that has a policy; of those that are audited also whatever somebody may write, as an auditor. */
export function statements(world: World): Record<string, readonly Statement[]> {
  const asked = statementsOfOthers(world);
  const asAuditor = (table: string): Statement[] => [
    ['auditor', `select from ${table}`, 'rows'],
    ...asked[table]!.filter(([, sql, outcome]) => !sql.startsWith('select') && outcome === 'rows').map(
      ([, sql]): Statement => ['auditor', sql, 'refused'],
    ),
  ];
  return { ...asked, ...Object.fromEntries(audited.map((table) => [table, [...asked[table]!, ...asAuditor(table)]])) };
}

function statementsOfOthers({ rows, accounts }: World): Record<string, readonly Statement[]> {
  const [berlin, tirana] = ['consul of Berlin', 'consul of Tirana'] as const;
  const foreign = accounts[tirana];

  // Nobody moves a row to another office.
  const ofOffice = (table: string, id: string): Record<string, Statement[]> => ({
    [table]: [
      [berlin, `select from ${table} where id = '${id}'`, 'rows'],
      [tirana, `select from ${table} where id = '${id}'`, 'none'],
      [berlin, `update ${table} set office_id = office_id`, 'rows'],
      [berlin, `update ${table} set office_id = '${foreign.officeId}'`, 'refused'],
    ],
  });
  // Who sees a case sees what happened to it, and nobody writes it in another one's name.
  const ofEvents = (table: string, caseId: string): Record<string, Statement[]> => ({
    [table]: [
      [berlin, `select from ${table} where case_id = '${caseId}'`, 'rows'],
      [tirana, `select from ${table} where case_id = '${caseId}'`, 'none'],
      ...inOwnName(
        (id) =>
          `insert into ${table} (id, case_id, kind, at, account_id, role, details) values (gen_random_uuid(), '${caseId}', 'SEEN', '2026-03-02', '${id}', 'consul', '{}')`,
      ),
    ],
  });
  const ofKeys = (table: string): Record<string, Statement[]> => ({
    [table]: [
      [berlin, `select from ${table} where account_id = '${accounts[berlin].id}'`, 'rows'],
      [tirana, `select from ${table} where account_id = '${accounts[berlin].id}'`, 'none'],
      ...inOwnName(
        (id) =>
          `insert into ${table} (account_id, command, key, input_hash, at) values ('${id}', 'x', 'y', '', '2026-03-02')`,
      ),
    ],
  });
  const inOwnName = (insert: (accountId: string) => string): Statement[] => [
    [berlin, insert(accounts[berlin].id), 'rows'],
    [berlin, insert(foreign.id), 'refused'],
  ];

  // Who sees a petition sees what belongs to it, and adds to no other.
  const withPetition = (table: string, insert: (caseId: string) => string): Record<string, Statement[]> => ({
    [table]: [
      ['Erika, applicant', `select from ${table} where case_id = '${rows.petition.Berlin}'`, 'rows'],
      ['Ivan, applicant', `select from ${table} where case_id = '${rows.petition.Berlin}'`, 'none'],
      ['Erika, applicant', insert(rows.petition.Berlin!), 'rows'],
      ['Ivan, applicant', insert(rows.petition.Berlin!), 'refused'],
    ],
  });
  // Who sees a complaint sees what belongs to it, and adds to no other.
  const withComplaint = (table: string, insert: (caseId: string) => string): Record<string, Statement[]> => ({
    [table]: [
      ['operator', `select from ${table} where case_id = '${rows.complaint.Berlin}'`, 'rows'],
      ['complaint reviewer', `select from ${table} where case_id = '${rows.complaint.Berlin}'`, 'none'],
      ['operator', insert(rows.complaint.Berlin!), 'rows'],
      ['hub officer', insert(rows.complaint.Berlin!), 'refused'],
    ],
  });
  const insertFile = (caseId: string) =>
    `insert into complaints.case_file (case_id, content) values ('${caseId}', '{}')`;
  const insertFileDocument = (caseId: string) =>
    `insert into complaints.case_file_document (case_id, id, kind, media_type, size, sha256)
     values ('${caseId}', gen_random_uuid(), 'x', 'application/pdf', 1, '')`;
  const insertDeclined = (accountId: string) =>
    `insert into residence.declined_consent (id, account_id, at) values (gen_random_uuid(), '${accountId}', '2026-03-02')`;

  const [astana, almaty] = ['migration officer of Astana', 'migration officer of Almaty'] as const;
  const insertCheck = (caseId: string) =>
    `insert into residence.security_check (id, case_id, stage, kind, clear, recorded_at, recorded_by)
     values (gen_random_uuid(), '${caseId}', 'PRELIMINARY', 'SPECIAL', true, '2026-03-02', gen_random_uuid())`;
  const insertSubmission = (caseId: string) =>
    `insert into residence.submission (id, case_id, ordinal, submitted_at, applicant_id, applicant_version, questionnaire_id, document_ids)
     values (gen_random_uuid(), '${caseId}', 2, '2026-03-02', gen_random_uuid(), 1, gen_random_uuid(), '{}')`;
  const insertQuestionnaire = (accountId: string) =>
    `insert into residence.questionnaire (id, account_id, applicant_id, applicant_version, form_version, language, answers, size, sha256, filled_in_at)
     values (gen_random_uuid(), '${accountId}', gen_random_uuid(), 1, 1, 'ru', '{}', 1, '', '2026-03-02')`;
  const insertPayment = (by: string) =>
    `insert into residence.duty_payment (id, reference, payer_iin, purpose, amount, paid_at, recorded_at, recorded_by)
     values (gen_random_uuid(), 'new', '850312090019', 'PERMIT', 1, '2026-03-02', '2026-03-02', '${by}')`;

  const insertWebhook = `insert into missions.webhook (id, client_id, url, kinds, created_at, created_by)
  values (gen_random_uuid(), gen_random_uuid(), 'x', '{}', '2026-03-02', gen_random_uuid())`;

  const insertClient = `insert into missions.partner_client (id, name, agency, email, scopes, expires_at, created_at, created_by)
    values (gen_random_uuid(), 'x', 'x', 'x', '{}', '2026-03-02', '2026-03-02', '${foreign.id}')`;

  const insertIncident = `insert into iin.incident (id, system, description, stops_delivery, found_at, measures_from, opened_at, opened_by)
    values (gen_random_uuid(), 'LINK', 'x', false, '2026-03-02', '2026-03-02', '2026-03-02', '${foreign.id}')`;

  const insertDecision = (operatorId: string) =>
    `insert into iin.duplicate_decision (id, application_id, candidate_id, verdict, reason, decided_at, decided_by)
    values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'SAME_PERSON', 'x', '2026-03-02', '${operatorId}')`;

  const insertVersion = (operatorId: string) =>
    `insert into iin.record_version (id, record_id, version, application_id, office_id, latin_name, cyrillic_name, birth_date, birth_place, sex, citizenship, travel_document, recorded_at, recorded_by)
    values (gen_random_uuid(), gen_random_uuid(), 1, gen_random_uuid(), '${accounts[berlin].officeId}', '{}', '{}', '2026-03-02', 'x', 'MALE', 'D', '{}', '2026-03-02', '${operatorId}')`;

  // A system of another agency tells, in its own name, and knows what it told itself; whoever sees no case sees nothing of it, and nobody changes it.
  const ofReports = (table: string, columns: string, values: string): Record<string, Statement[]> => {
    const insert = (by: string) =>
      `insert into ${table} (id, reference, recorded_at, recorded_by, ${columns}) values (gen_random_uuid(), 'y', '2026-03-02', '${by}', ${values})`;
    return {
      [table]: [
        ['partner', insert(accounts.partner.id), 'rows'],
        ['partner', insert(foreign.id), 'refused'],
        ['migration officer of Astana', insert(accounts['migration officer of Astana'].id), 'refused'],
        ['partner', `select from ${table} where recorded_by = '${accounts.partner.id}'`, 'rows'],
        ['partner', `select from ${table} where recorded_by <> '${accounts.partner.id}'`, 'none'],
        ['migration officer of Astana', `select from ${table}`, 'none'],
        ['partner', `update ${table} set case_id = case_id`, 'none'],
      ],
    };
  };

  // What is told lies with whom it is told, heads of office apart; whoever tells it doesn't say that it went out.
  const [erika, ivan] = ['Erika, applicant', 'Ivan, applicant'] as const;
  const insertNotice = (dispatchedAt: string) =>
    `insert into kit.notice (id, kind, at, subgraph, case_type, case_id, case_number, title, text, account_id, head_of_office, dispatched_at)
     values (gen_random_uuid(), 'CASE_RETURNED', '2026-03-02', 'residence', 'x', gen_random_uuid(), 'x', '{}', '{}', '${foreign.id}', false, ${dispatchedAt})`;
  const ofOneself = (table: string, columns: string, values: string): Record<string, Statement[]> => ({
    [table]: [
      [erika, `select from ${table} where account_id = '${accounts[erika].id}'`, 'rows'],
      [ivan, `select from ${table} where account_id = '${accounts[erika].id}'`, 'none'],
      ...inOwnName((accountId) => `insert into ${table} (account_id, ${columns}) values ('${accountId}', ${values})`),
    ],
  });

  return {
    'kit.notice': [
      [erika, `select from kit.notice where account_id = '${accounts[erika].id}'`, 'rows'],
      [ivan, `select from kit.notice where account_id = '${accounts[erika].id}'`, 'none'],
      [berlin, `select from kit.notice where office_id = '${accounts[berlin].officeId}'`, 'rows'],
      [tirana, `select from kit.notice where office_id = '${accounts[berlin].officeId}'`, 'none'],
      ['authorised employee', `select from kit.notice where office_id = '${accounts[berlin].officeId}'`, 'none'],
      [astana, 'select from kit.notice where not head_of_office', 'rows'],
      [astana, 'select from kit.notice where head_of_office', 'none'],
      ['partner', 'select from kit.notice where scope is not null', 'none'],
      [erika, insertNotice('null'), 'rows'],
      [erika, insertNotice(`'2026-03-02'`), 'refused'],
      [erika, 'update kit.notice set dispatched_at = dispatched_at', 'none'],
    ],
    ...ofOneself('missions.notification_read', 'notice_id, read_at', `gen_random_uuid(), '2026-03-02'`),
    ...ofOneself('missions.notification_preference', 'without_email', `'{}'`),
    'missions.webhook': [
      ['state corporation', 'select from missions.webhook', 'rows'],
      ['manager', 'select from missions.webhook', 'none'],
      ['partner', 'select from missions.webhook', 'none'],
      ['manager', insertWebhook, 'refused'],
      ['state corporation', insertWebhook, 'rows'],
    ],
    'missions.delivery': [
      ['state corporation', 'select from missions.delivery', 'rows'],
      ['manager', 'select from missions.delivery', 'none'],
      [erika, `select from missions.delivery where target = '${accounts[erika].id}'`, 'none'],
      [
        erika,
        `insert into missions.delivery (id, notice_id, case_id, channel, target, state, attempts, next_attempt_at)
         values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'EMAIL', '${accounts[erika].id}', 'SENT', 0, '2026-03-02')`,
        'refused',
      ],
    ],
    ...ofReports('residence.border_crossing', 'direction, crossed_at, checkpoint', `'ENTRY', '2026-03-02', 'x'`),
    ...ofReports('residence.fingerprinting', 'iin, taken_at, place', `'850312090019', '2026-03-02', 'x'`),
    ...ofOffice('applicants.applicant', rows.applicant.Berlin!),
    ...ofOffice('applicants.document', rows.document.Berlin!),
    ...ofOffice('applicants.consent', rows.consent.Berlin!),
    ...ofEvents('applicants.event', rows.applicant.Berlin!),
    ...ofKeys('applicants.idempotency_key'),
    ...ofOffice('iin.application', rows.application.Berlin!),
    ...ofOffice('iin.record', rows.record.Berlin!),
    // Operators correct records, each in their own name.
    'iin.record_version': [
      [berlin, `select from iin.record_version where id = '${rows.recordVersion.Berlin}'`, 'rows'],
      [tirana, `select from iin.record_version where id = '${rows.recordVersion.Berlin}'`, 'none'],
      ['operator', insertVersion(accounts.operator.id), 'rows'],
      ['operator', insertVersion(foreign.id), 'refused'],
      [berlin, insertVersion(accounts[berlin].id), 'refused'],
    ],
    ...ofOffice('iin.printed_form', rows.printedForm.Berlin!),
    ...ofOffice('iin.acceptance_refusal', rows.acceptanceRefusal.Berlin!),
    // Operators record failures on their side; the counters are told of them.
    'iin.incident': [
      ['operator', 'select from iin.incident', 'rows'],
      ['manager', 'select from iin.incident', 'none'],
      ['operator', insertIncident, 'rows'],
      [berlin, insertIncident, 'refused'],
      ['operator', 'update iin.incident set measures = measures', 'rows'],
      [berlin, 'update iin.incident set measures = measures', 'none'],
    ],
    // Operators decide on duplicates, each in their own name, and nobody else knows of it.
    'iin.duplicate_decision': [
      ['operator', 'select from iin.duplicate_decision', 'rows'],
      [berlin, 'select from iin.duplicate_decision', 'none'],
      ['operator', insertDecision(accounts.operator.id), 'rows'],
      ['operator', insertDecision(foreign.id), 'refused'],
      [berlin, insertDecision(accounts[berlin].id), 'refused'],
    ],
    ...ofEvents('iin.event', rows.application.Berlin!),
    ...ofKeys('iin.idempotency_key'),
    'residence.petition': [
      ['Erika, applicant', `select from residence.petition where id = '${rows.petition.Berlin}'`, 'rows'],
      ['Ivan, applicant', `select from residence.petition where id = '${rows.petition.Berlin}'`, 'none'],
      ['MDDIAI signer', `select from residence.petition where id = '${rows.petition.Berlin}'`, 'none'],
      ['Erika, applicant', 'update residence.petition set version = version', 'rows'],
      ['Erika, applicant', `update residence.petition set account_id = '${accounts['Ivan, applicant'].id}'`, 'refused'],
    ],
    ...withPetition(
      'residence.case_document',
      (caseId) =>
        `insert into residence.case_document (case_id, id, stage, kind, media_type, size, sha256, facts, added_at, added_by)
         values ('${caseId}', gen_random_uuid(), 'PETITION', 'x', 'application/pdf', 1, '', '{}', '2026-03-02', gen_random_uuid())`,
    ),
    ...withPetition(
      'residence.interview_time',
      (caseId) =>
        `insert into residence.interview_time (id, case_id, interviewer_id, starts_at, offered_at)
         values (gen_random_uuid(), '${caseId}', gen_random_uuid(), '2026-03-02', '2026-03-02')`,
    ),
    ...withPetition(
      'residence.case_term',
      (caseId) =>
        `insert into residence.case_term (id, case_id, kind, started_at, due_at)
         values (gen_random_uuid(), '${caseId}', 'INTERVIEW_INVITATION', '2026-03-02', '2026-03-02')`,
    ),
    'residence.declined_consent': [
      [
        'Erika, applicant',
        `select from residence.declined_consent where id = '${rows.declinedConsent.Berlin}'`,
        'rows',
      ],
      ['Ivan, applicant', `select from residence.declined_consent where id = '${rows.declinedConsent.Berlin}'`, 'none'],
      ['Erika, applicant', insertDeclined(accounts['Erika, applicant'].id), 'rows'],
      ['Erika, applicant', insertDeclined(accounts['Ivan, applicant'].id), 'refused'],
    ],
    'residence.event': [
      ['Erika, applicant', `select from residence.event where case_id = '${rows.petition.Berlin}'`, 'rows'],
      ['Ivan, applicant', `select from residence.event where case_id = '${rows.petition.Berlin}'`, 'none'],
      ['auditor', `select from residence.event where kind = 'DUTY_FIGURE_SET'`, 'rows'],
      ['auditor', `select from residence.event where case_id = '${rows.petition.Berlin}'`, 'rows'],
      ...inOwnName(
        (id) =>
          `insert into residence.event (id, case_id, kind, at, account_id, role, details) values (gen_random_uuid(), '${rows.petition.Berlin}', 'SEEN', '2026-03-02', '${id}', 'consul', '{}')`,
      ),
    ],
    // Who sees a case sees what belongs to it; the checks the migration service keeps to itself, and the officers of the other city see none of it.
    'residence.residence_case': [
      [astana, `select from residence.residence_case where id = '${rows.residenceCase.Berlin}'`, 'rows'],
      [almaty, `select from residence.residence_case where id = '${rows.residenceCase.Berlin}'`, 'none'],
      ['KNB officer', `select from residence.residence_case where id = '${rows.residenceCase.Tirana}'`, 'rows'],
      ['KNB officer', `select from residence.residence_case where id = '${rows.residenceCase.Berlin}'`, 'none'],
      ['service centre officer of Astana', 'select from residence.residence_case', 'none'],
      [astana, 'update residence.residence_case set version = version', 'rows'],
      [astana, `update residence.residence_case set city = 'ALMATY'`, 'refused'],
    ],
    'residence.security_check': [
      [astana, `select from residence.security_check where case_id = '${rows.residenceCase.Berlin}'`, 'rows'],
      [almaty, `select from residence.security_check where case_id = '${rows.residenceCase.Berlin}'`, 'none'],
      ['Erika, applicant', 'select from residence.security_check', 'none'],
      ['KNB officer', 'select from residence.security_check', 'none'],
      [astana, insertCheck(rows.residenceCase.Berlin!), 'rows'],
      [astana, insertCheck(rows.residenceCase.Tirana!), 'refused'],
    ],
    'residence.submission': [
      ['Erika, applicant', `select from residence.submission where case_id = '${rows.residenceCase.Berlin}'`, 'rows'],
      [astana, `select from residence.submission where case_id = '${rows.residenceCase.Berlin}'`, 'rows'],
      [almaty, `select from residence.submission where case_id = '${rows.residenceCase.Berlin}'`, 'none'],
      ['KNB officer', 'select from residence.submission', 'none'],
      ['Erika, applicant', insertSubmission(rows.residenceCase.Berlin!), 'rows'],
      ['Erika, applicant', insertSubmission(rows.residenceCase.Tirana!), 'refused'],
    ],
    'residence.questionnaire': [
      ['Erika, applicant', `select from residence.questionnaire where id = '${rows.questionnaire.Berlin}'`, 'rows'],
      ['Ivan, applicant', `select from residence.questionnaire where id = '${rows.questionnaire.Berlin}'`, 'none'],
      [astana, 'select from residence.questionnaire', 'none'],
      ['Erika, applicant', insertQuestionnaire(accounts['Erika, applicant'].id), 'rows'],
      ['Erika, applicant', insertQuestionnaire(accounts['Ivan, applicant'].id), 'refused'],
    ],
    // The gateway knows what it told, a person what they paid, the officers of its city what proves the duty of a case.
    'residence.duty_payment': [
      ['partner', `select from residence.duty_payment where reference = 'Erika'`, 'rows'],
      ['partner', `select from residence.duty_payment where reference = 'Ivan'`, 'none'],
      ['Erika, applicant', `select from residence.duty_payment where reference = 'Erika'`, 'rows'],
      ['Ivan, applicant', `select from residence.duty_payment where reference = 'Erika'`, 'none'],
      [astana, `select from residence.duty_payment where reference = 'Erika'`, 'rows'],
      [almaty, `select from residence.duty_payment where reference = 'Erika'`, 'none'],
      ['operator', 'select from residence.duty_payment', 'none'],
      ['partner', insertPayment(accounts.partner.id), 'rows'],
      ['partner', insertPayment(foreign.id), 'refused'],
    ],
    ...ofKeys('residence.idempotency_key'),
    // Who sees a complaint sees what belongs to it; the case file is the reviewing body's once it was forwarded.
    'complaints.complaint': [
      [berlin, `select from complaints.complaint where id = '${rows.complaint.Berlin}'`, 'rows'],
      [tirana, 'select from complaints.complaint', 'none'],
      ['Erika, applicant', `select from complaints.complaint where id = '${rows.complaint.Berlin}'`, 'rows'],
      ['Ivan, applicant', `select from complaints.complaint where id = '${rows.complaint.Berlin}'`, 'none'],
      [almaty, `select from complaints.complaint where id = '${rows.complaint.Tirana}'`, 'rows'],
      [astana, 'select from complaints.complaint', 'none'],
      ['complaint reviewer', `select from complaints.complaint where id = '${rows.complaint.Tirana}'`, 'rows'],
      ['complaint reviewer', `select from complaints.complaint where id = '${rows.complaint.Berlin}'`, 'none'],
      ['hub officer', `select from complaints.complaint where id = '${rows.complaint.MFA}'`, 'rows'],
      ['operator', `select from complaints.complaint where id = '${rows.complaint.MFA}'`, 'none'],
      ['KNB officer', 'select from complaints.complaint', 'none'],
      ['operator', 'update complaints.complaint set version = version', 'rows'],
      [berlin, `update complaints.complaint set office_id = '${foreign.officeId}'`, 'refused'],
      ['operator', `update complaints.complaint set service = 'PETITION'`, 'refused'],
    ],
    ...withComplaint(
      'complaints.complaint_document',
      (caseId) =>
        `insert into complaints.complaint_document (case_id, id, media_type, size, sha256, added_at, added_by)
         values ('${caseId}', gen_random_uuid(), 'application/pdf', 1, '', '2026-03-02', gen_random_uuid())`,
    ),
    ...withComplaint(
      'complaints.case_term',
      (caseId) =>
        `insert into complaints.case_term (id, case_id, kind, started_at, due_at)
         values (gen_random_uuid(), '${caseId}', 'COMPLAINT_FORWARDING', '2026-03-02', '2026-03-02')`,
    ),
    ...withComplaint(
      'complaints.decision',
      (caseId) =>
        `insert into complaints.decision (id, case_id, body, outcome, reasons, decided_at, decided_by)
         values (gen_random_uuid(), '${caseId}', 'PROVIDER', 'REJECTED', 'x', '2026-03-02', gen_random_uuid())`,
    ),
    'complaints.case_file': [
      ['complaint reviewer', `select from complaints.case_file where case_id = '${rows.complaint.Tirana}'`, 'rows'],
      [almaty, 'select from complaints.case_file', 'none'],
      ['Ivan, applicant', 'select from complaints.case_file', 'none'],
      ['operator', insertFile(rows.complaint.Berlin!), 'rows'],
      ['hub officer', insertFile(rows.complaint.Berlin!), 'refused'],
    ],
    'complaints.case_file_document': [
      ['complaint reviewer', `select from complaints.case_file_document where id = '${rows.sentPaper.Tirana}'`, 'rows'],
      [almaty, 'select from complaints.case_file_document', 'none'],
      ['Ivan, applicant', 'select from complaints.case_file_document', 'none'],
      ['operator', insertFileDocument(rows.complaint.Berlin!), 'rows'],
      ['hub officer', insertFileDocument(rows.complaint.Berlin!), 'refused'],
    ],
    ...ofEvents('complaints.event', rows.complaint.Berlin!),
    ...ofKeys('complaints.idempotency_key'),
    ...ofOffice('missions.account', rows.account['a consul of Berlin']!),
    ...ofEvents('missions.event', rows.account['a consul of Berlin']!),
    ...ofKeys('missions.idempotency_key'),
    // The State Corporation lets partners in, and nobody else knows of them.
    'missions.partner_client': [
      ['state corporation', 'select from missions.partner_client', 'rows'],
      ['manager', 'select from missions.partner_client', 'none'],
      ['state corporation', insertClient, 'rows'],
      ['manager', insertClient, 'refused'],
    ],
    ...ofKeys('audit.idempotency_key'),
    // An auditor discloses in their own name, and sees their own; the State Corporation sees all and discloses nothing.
    'audit.disclosure': [
      ['auditor', `select from audit.disclosure where account_id = '${accounts.auditor.id}'`, 'rows'],
      ['auditor', `select from audit.disclosure where account_id <> '${accounts.auditor.id}'`, 'none'],
      ['state corporation', `select from audit.disclosure where account_id <> '${accounts.auditor.id}'`, 'rows'],
      [berlin, 'select from audit.disclosure', 'none'],
      ['auditor', insertDisclosure(accounts.auditor.id), 'rows'],
      ['auditor', insertDisclosure(foreign.id), 'refused'],
      ['state corporation', insertDisclosure(accounts['state corporation'].id), 'refused'],
    ],
    'audit.seal': [
      ['auditor', 'select from audit.seal', 'rows'],
      ['auditor', insertSeal, 'refused'],
      [berlin, 'select from audit.seal', 'none'],
      [berlin, insertSeal, 'refused'],
    ],
    'audit.journal': [
      ['auditor', 'select from audit.journal', 'rows'],
      [berlin, 'select from audit.journal', 'none'],
      ...inOwnName(
        (id) =>
          `insert into audit.journal (id, at, account_id, request_id, kind, action, subjects, outcome)
           values (gen_random_uuid(), '2026-03-02', '${id}', 'x', 'COMMAND', 'x', '{}', 'DONE')`,
      ),
      [berlin, insertSignIn(foreign.id, 'SIGN_IN'), 'refused'],
      ['auditor', insertSignIn(foreign.id, 'SIGN_IN'), 'refused'],
      // The identity provider tells who signed in, and nothing else of anybody; no other part of the product does.
      ['identity provider', insertSignIn(foreign.id, 'SIGN_IN'), 'rows'],
      ['identity provider', insertSignIn(foreign.id, 'COMMAND'), 'refused'],
      ['identity provider', insertSignIn(foreign.id, 'READING'), 'refused'],
      ['missions itself', insertSignIn(foreign.id, 'SIGN_IN'), 'refused'],
    ],
    'audit.journal_mark': [
      ['auditor', 'select from audit.journal_mark', 'rows'],
      [berlin, 'select from audit.journal_mark', 'none'],
    ],
  };
}

const insertDisclosure = (accountId: string) =>
  `insert into audit.disclosure (id, account_id, subject_kind, subject_id, reason, requested_at, opens_until)
   values (gen_random_uuid(), '${accountId}', 'PERSON', gen_random_uuid(), 'x', '2026-03-02', '2026-03-02')`;

const insertSignIn = (accountId: string, kind: string) =>
  `insert into audit.journal (id, at, account_id, request_id, kind, action, subjects, outcome)
   values (gen_random_uuid(), '2026-03-02', '${accountId}', 'x', '${kind}', 'x', '{}', 'DONE')`;

const insertSeal = `insert into audit.seal (number, epoch, from_transaction, until_transaction, first_at, last_at, sealed_at, leaves, jws)
  values (9, 1, '0', '1', '2026-03-02', '2026-03-02', '2026-03-02', '', 'x')`;

/** Leaves behind what no graph shows of others: a seal, idempotency keys of Berlin's consul, something that happened to a colleague's account, what was told, and what two systems told of arrivals. */
export async function leaveTraces({ product: { database }, accounts, rows }: World): Promise<void> {
  const { id } = accounts['consul of Berlin'];
  await database.query(insertSeal.replace('(9,', '(1,'));
  await database.query(insertDisclosure(id));
  for (const subgraph of ['applicants', 'audit', 'complaints', 'iin', 'missions', 'residence'])
    await database.query(
      `insert into ${subgraph}.idempotency_key (account_id, command, key, input_hash, at) values ($1, 'before', 'x', '', '2026-03-02')`,
      [id],
    );
  await database.query(
    `insert into missions.event (id, case_id, kind, at, account_id, role, details) values (gen_random_uuid(), $1, 'BLOCK', '2026-03-02', $2, 'manager', '{}')`,
    [rows.account['a consul of Berlin'], accounts.manager.id],
  );
  const erika = accounts['Erika, applicant'];
  for (const audience of [
    { account_id: erika.id },
    { role: 'consul', office_id: accounts['consul of Berlin'].officeId },
    { role: 'kkq_officer', city: 'ASTANA' },
    { role: 'kkq_officer', city: 'ASTANA', head_of_office: true },
    { scope: 'residence:status' },
  ])
    await database.query(
      `insert into kit.notice select told.* from jsonb_populate_record(null::kit.notice, $1 || jsonb_build_object('id', gen_random_uuid(), 'case_id', gen_random_uuid())) as told`,
      [
        {
          ...{ kind: 'CASE_RETURNED', at: '2026-03-02', subgraph: 'residence', case_type: 'x', case_number: 'x' },
          ...{ title: {}, text: {}, head_of_office: false, ...audience },
        },
      ],
    );
  await database.query(
    `insert into missions.notification_read (account_id, notice_id, read_at) values ($1, gen_random_uuid(), '2026-03-02')`,
    [erika.id],
  );
  await database.query(
    `insert into missions.delivery (id, notice_id, case_id, channel, target, state, attempts, next_attempt_at)
     values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'EMAIL', $1, 'DEAD', 75, '2026-03-02')`,
    [erika.id],
  );
  await database.query(`insert into missions.notification_preference (account_id, without_email) values ($1, '{}')`, [
    erika.id,
  ]);
  for (const { id: by } of [accounts.partner, accounts.manager]) {
    await database.query(
      `insert into residence.border_crossing (id, reference, recorded_at, recorded_by, iin, direction, crossed_at, checkpoint)
       values (gen_random_uuid(), 'x', '2026-03-02', $1, '850312090019', 'ENTRY', '2026-03-02', 'x')`,
      [by],
    );
    await database.query(
      `insert into residence.fingerprinting (id, reference, recorded_at, recorded_by, iin, taken_at, place)
       values (gen_random_uuid(), 'x', '2026-03-02', $1, '850312090019', '2026-03-02', 'x')`,
      [by],
    );
  }
  await database.query(
    `insert into residence.event (id, case_id, kind, at, account_id, role, details) values (gen_random_uuid(), $1, 'SUBMITTED', '2026-03-02', $2, 'applicant', '{}')`,
    [rows.petition.Berlin, accounts['Erika, applicant'].id],
  );
  await database.query(
    `insert into residence.event (id, case_id, kind, at, account_id, role, details)
     select gen_random_uuid(), id, 'DUTY_FIGURE_SET', '2026-03-02', $1, 'state_corporation', '{}' from residence.duty_figure`,
    [accounts['state corporation'].id],
  );
  await database.query(
    `insert into complaints.event (id, case_id, kind, at, account_id, role, details) values (gen_random_uuid(), $1, 'FILED', '2026-03-02', $2, 'consul', '{}')`,
    [rows.complaint.Berlin, id],
  );
  await database.query(
    `insert into complaints.case_term (id, case_id, kind, started_at, due_at) values (gen_random_uuid(), $1, 'COMPLAINT_FORWARDING', '2026-03-02', '2026-03-05')`,
    [rows.complaint.Berlin],
  );
  await database.query(
    `insert into complaints.decision (id, case_id, body, outcome, reasons, decided_at, decided_by) values (gen_random_uuid(), $1, 'PROVIDER', 'REJECTED', 'x', '2026-03-02', $2)`,
    [rows.complaint.Berlin, id],
  );
  await database.query(
    `insert into residence.case_term (id, case_id, kind, started_at, due_at) values (gen_random_uuid(), $1, 'INTERVIEW_INVITATION', '2026-03-02', '2026-03-04')`,
    [rows.petition.Berlin],
  );
  for (const [reference, iin, by, caseId] of [
    ['Erika', '640812090003', accounts.partner.id, rows.residenceCase.Berlin],
    ['Ivan', '800416100016', accounts.manager.id, rows.residenceCase.Tirana],
  ])
    await database.query(
      `insert into residence.duty_payment (id, reference, payer_iin, purpose, amount, paid_at, recorded_at, recorded_by, case_id)
       values (gen_random_uuid(), $1, $2, 'PERMISSION', 1730000, '2026-03-02', '2026-03-02', $3, $4)`,
      [reference, iin, by, caseId],
    );
}

/** Those statements about a table of which something else comes; each is undone. */
export async function unexpected(world: World, table: string): Promise<Statement[]> {
  const [schema] = table.split('.');
  const role = `qonaq_${schema === 'kit' ? 'missions' : schema}`;
  const client = new Client({
    connectionString: roleUrl(world.product.databaseUrl, role, rolePasswords[role]!),
  });
  await client.connect();
  try {
    const found: Statement[] = [];
    for (const statement of statements(world)[table] ?? []) {
      if ((await outcomeOf(client, world, statement)) !== statement[2]) found.push(statement);
    }
    return found;
  } finally {
    await client.end();
  }
}

async function outcomeOf(client: Client, { accounts }: World, [viewer, sql]: Statement): Promise<Statement[2]> {
  const { id, role, officeId, city } = { ...accounts, ...parts }[viewer];
  await client.query('begin');
  try {
    await client.query(`select kit.enter($1, $2, $3, $4, '2026-03-02T10:00:00+05:00')`, [id, role, officeId, city]);
    const { rowCount } = await client.query(sql);
    return rowCount ? 'rows' : 'none';
  } catch (error) {
    if ((error as { code?: string }).code !== '42501' || !/row-level security/.test(String(error))) throw error;
    return 'refused';
  } finally {
    await client.query('rollback');
  }
}
