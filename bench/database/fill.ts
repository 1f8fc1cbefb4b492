import type { Client } from 'pg';
import { demoAccount } from '../../installation/demo/accounts.ts';
import { usableSerials } from '../../subgraphs/iin/rules/number.ts';
import { fillWithApplications } from '../../test/proofs/applications-of-years.ts';
import { fillJournal } from '../../test/proofs/journal-of-years.ts';

// Made in SQL: what years of the pilots leave behind. Nobody in it is a real person.

/** How many partner systems ask, each for itself: what one account may ask in an hour is limited. */
export const partners = 5_000;

/** The account of a partner system. */
export function partnerId(n: number): string {
  return `01964631-f000-7000-8000-00000a${String(n).padStart(6, '0')}`;
}

/** How many people of the registry can be asked for: their numbers are valid ones. */
export const verifiable = 5_000;

/**
 * Fills the database: so many applications, each with its person and what that brought; as many records of the registry and lines of the journal; and a
 * complaint about every tenth decision.
 */
export async function fill(database: Client, rows: number): Promise<void> {
  await fillWithApplications(database, rows);
  await fillJournal(database, rows);
  await fillPersons(database);
  await fillRegistry(database, rows);
  await fillComplaints(database);
  await addPartners(database);
  await database.query('vacuum analyze');
}

async function fillPersons(database: Client): Promise<void> {
  await database.query(
    `insert into applicants.applicant (id, version, office_id, latin_name, cyrillic_name, birth_date, birth_place, sex, citizenship, travel_document, machine_readable_zone,
                                       settled_disagreements, contacts, language, iin, registered_at, registered_by)
     select applicant_id, 1, office_id, latin_name || '{"givenNames": "ERIKA", "patronymic": null}', cyrillic_name || '{"givenNames": "ЭРИКА", "patronymic": null}', birth_date, 'BERLIN',
            'FEMALE', 'D', jsonb_build_object('documentCode', 'P', 'number', number, 'issuingCountry', 'D', 'issuedOn', null, 'expiryDate', '2033-10-31'),
            array['P<D', number], '[]', jsonb_build_object('email', number || '@example.com', 'telephone', '+491700000000'), 'en', iin, registered_at, registered_by
       from iin.application`,
  );
  await database.query(
    `insert into applicants.document (id, applicant_id, office_id, kind, media_type, size, sha256, original_shown, translation, attestation, details_to_translate, attached_at, attached_by)
     select gen_random_uuid(), applicant_id, office_id, brought, 'application/pdf', 12345, encode(sha256(number::bytea), 'hex'), true, 'NONE', 'NONE', '{}', registered_at, registered_by
       from iin.application cross join unnest(array['APPLICATION_FORM', 'IDENTITY_DOCUMENT', 'APPOINTMENT_ACT']) as brought`,
  );
  await database.query(
    `insert into applicants.consent (id, applicant_id, office_id, kind, given_on, recorded_at, recorded_by)
     select gen_random_uuid(), applicant_id, office_id, 'PERSONAL_DATA_PROCESSING', registered_at::date, registered_at, registered_by from iin.application`,
  );
  await database.query(
    `insert into kit.case_access (id, subject_id, role, case_id, opened_at)
     select gen_random_uuid(), applicant_id, 'iin_operator', id, delivered_at from iin.application where delivered_at is not null`,
  );
  await database.query(
    `insert into iin.printed_form (id, application_id, office_id, kind, token_hash, size, sha256, issued_on, prints)
     select gen_random_uuid(), id, office_id, 'REGISTRATION_CERTIFICATE', number, 23456, encode(sha256(number::bytea), 'hex'), decided_at::date, 1
       from iin.application where state = 'FORMED' and right(number, 1) in ('2', '4', '6', '8')`,
  );
}

/** As many records as applications; the first ones have numbers that could have been formed. */
async function fillRegistry(database: Client, rows: number): Promise<void> {
  const days = Array.from({ length: 6 }, (_, day) => Temporal.PlainDate.from('1985-03-12').add({ days: day }));
  const people = days
    .flatMap((day) => usableSerials(day, 5).map((iin) => ({ iin, birthDate: day.toString() })))
    .slice(0, verifiable);
  const { officeId, id } = demoAccount('consul')!;
  await database.query(
    `insert into iin.record (id, iin, application_id, office_id, latin_name, cyrillic_name, birth_date, birth_place, sex, citizenship, formed_at, formed_by)
     select gen_random_uuid(), iin, gen_random_uuid(), $2, jsonb_build_object('surname', 'SURNAME' || n, 'givenNames', 'ERIKA'), jsonb_build_object('surname', 'ФАМИЛИЯ' || n, 'givenNames', 'ЭРИКА'),
            "birthDate", 'BERLIN', 'FEMALE', 'D', '2026-02-02', $3
       from rows from (jsonb_to_recordset($1) as (iin text, "birthDate" date)) with ordinality as person (iin, "birthDate", n)`,
    [JSON.stringify(people), officeId, id],
  );
  await database.query(
    `insert into iin.record (id, iin, application_id, office_id, latin_name, cyrillic_name, birth_date, birth_place, sex, citizenship, formed_at, formed_by)
     select gen_random_uuid(), (900000000000 + n)::text, gen_random_uuid(), $2, jsonb_build_object('surname', 'OTHER' || n, 'givenNames', 'ERIKA'), jsonb_build_object('surname', 'ДРУГОЙ' || n, 'givenNames', 'ЭРИКА'),
            date '1950-01-01' + n % 20000, 'BERLIN', 'FEMALE', 'D', '2026-02-02', $3
       from generate_series(1, $1::int) n`,
    [rows, officeId, id],
  );
}

/** About every tenth decision; decided, with what happened on the way. */
async function fillComplaints(database: Client): Promise<void> {
  const operator = demoAccount('iin_operator')!.id;
  await database.query(
    `insert into complaints.complaint (id, number, state, service, subject_kind, subject_id, subject_number, acted_by, latin_name, applicant_id, office_id, filed_by, filed_as, addressed_to,
                                       against, text, received_at, registered_at, provider_decided_at, forwards_at)
     select gen_random_uuid(), 'CMP' || substr(number, 4), 'DECIDED', 'IIN', 'IIN_APPLICATION', id, number, array[$1::uuid], latin_name || '{"givenNames": "ERIKA", "patronymic": null}', applicant_id,
            office_id, registered_by, 'consul', 'PROVIDER', 'DECISION', 'The decision came late.', decided_at + interval '1 day', decided_at + interval '26 hours',
            decided_at + interval '2 days', decided_at + interval '6 days'
       from iin.application where decided_at is not null and delivered_at is not null and right(number, 1) = '4'`,
    [operator],
  );
  await database.query(
    `insert into complaints.decision (id, case_id, body, outcome, reasons, decided_at, decided_by)
     select gen_random_uuid(), id, 'PROVIDER', 'REJECTED', 'It came in time.', provider_decided_at, $1 from complaints.complaint`,
    [operator],
  );
  await database.query(
    `insert into complaints.case_term (id, case_id, kind, started_at, due_at, ended_at)
     select gen_random_uuid(), id, 'COMPLAINT_PROVIDER', registered_at, registered_at + interval '15 days', provider_decided_at from complaints.complaint`,
  );
}

async function addPartners(database: Client): Promise<void> {
  await database.query('begin');
  await database.query(
    `select kit.enter(id, role, null, null, $1) from kit.account_state where role = 'system' limit 1`,
    ['2026-03-02T10:00:00Z'],
  );
  for (const [table, more, values] of [
    ['missions.account', ', name, head_of_office, version', `, 'Partner system ' || n, false, 1`],
    ['kit.account_state', '', ''],
  ])
    await database.query(
      `insert into ${table} (id, role, state${more}) select ('01964631-f000-7000-8000-00000a' || lpad(n::text, 6, '0'))::uuid, 'partner', 'ACTIVE'${values} from generate_series(1, $1::int) n`,
      [partners],
    );
  await database.query('commit');
}
