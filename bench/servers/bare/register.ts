import { newId } from '../../../subgraphs/kit/ids.ts';
import { readCalendar } from '../../../subgraphs/kit/terms/calendar.ts';
import type { CalendarRow } from '../../../subgraphs/kit/terms/calendar.ts';
import { term } from '../../../subgraphs/kit/terms/terms.ts';
import type { Work } from './database.ts';

/** A person as the application keeps a copy of. */
interface Applicant {
  id: string;
  version: number;
  latinName: object;
  cyrillicName: object;
  birthDate: string;
  birthPlace: string;
  sex: string;
  citizenship: string;
  travelDocument: object;
}

const insertApplication = `insert into iin.application (id, kind, number, category, channel, office_id, state, applicant_id, applicant_version, latin_name, cyrillic_name, birth_date, birth_place, sex, citizenship,
    presented, registered_at, registered_by, due_at, delivered_at)
  values ($1, 'FORMATION', $2, $3, 'MISSION', $4, 'REGISTERED', $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $14)`;

/** A consul registers an application. Of the rules only those that ask the database: whoever is asked for has brought everything. */
export const bareRegister: Work = (database, viewer, told) =>
  database.as(viewer, async ({ now, rows, journal }) => {
    const { applicantId, category } = told.input as { applicantId: string; category: string };
    const id = newId();
    const today = now.toISOString().slice(0, 10);
    const [[applicant], documents, consents, , [pilot], , calendar, , incidents] = await Promise.all([
      rows<Applicant>(
        `select id, version, latin_name as "latinName", cyrillic_name as "cyrillicName", birth_date as "birthDate", birth_place as "birthPlace", sex, citizenship,
                travel_document as "travelDocument" from applicants.applicant where id = $1`,
        [applicantId],
      ),
      rows('select * from applicants.document where applicant_id = $1 order by id', [applicantId]),
      rows('select id, kind, given_on as "givenOn" from applicants.consent where applicant_id = $1 order by id', [
        applicantId,
      ]),
      rows('select convention, country, valid_from, valid_until from kit.convention_party'),
      rows(
        `select 1 from kit.pilot_period where pilot = 'IIN' and valid_from <= $1::date and (valid_until is null or valid_until >= $1::date)`,
        [today],
      ),
      rows(`select pg_advisory_xact_lock_shared(hashtextextended('calendar', 0))`),
      rows<CalendarRow & Record<string, unknown>>(
        `select year, status, days_off::text[] as "daysOff", days_worked::text[] as "daysWorked" from kit.calendar_year`,
      ),
      rows(`select pg_advisory_xact_lock_shared(hashtextextended('iin delivery', 0))`),
      rows('select id from iin.incident where stops_delivery and ended_at is null'),
      journal({ kind: 'READING', action: 'Applicant', subjects: [applicantId] }),
    ]);
    if (!applicant || !pilot || incidents.length > 0) throw new Error('Not now.');
    const { dueAt } = term(
      readCalendar(calendar),
      'IIN_SERVICE',
      Temporal.Instant.fromEpochMilliseconds(now.getTime()),
    );
    const details = { kind: 'FORMATION', category, dueAt: dueAt.toString(), delivered: true };
    const [, , , [counter]] = await Promise.all([
      rows(
        `insert into iin.event (id, case_id, kind, at, account_id, role, details) values ($1, $2, 'REGISTERED', $3, $4, $5, $6::jsonb)`,
        [newId(), id, now, viewer.account, viewer.role, JSON.stringify(details)],
      ),
      rows('select kit.enqueue($1, $2::jsonb, $3)', [
        'iin.countCase',
        JSON.stringify({ caseId: id }),
        `iin.countCase ${id}`,
      ]),
      rows(
        `insert into kit.case_access (id, subject_id, role, case_id, opened_at) values ($1, $2, 'iin_operator', $3, $4)`,
        [newId(), applicantId, id, now],
      ),
      rows<{ last: number }>(
        `insert into iin.number_counter (series, year, last) values ('IIN', $1, 1)
         on conflict (series, year) do update set last = iin.number_counter.last + 1 returning last`,
        [now.getFullYear()],
      ),
    ]);
    const number = `IIN-${now.getFullYear()}-${String(counter!.last).padStart(6, '0')}`;
    const { version, latinName, cyrillicName, birthDate, birthPlace, sex, citizenship } = applicant;
    await Promise.all([
      rows(insertApplication, [
        id,
        number,
        category,
        viewer.office,
        applicantId,
        version,
        latinName,
        cyrillicName,
        birthDate,
        birthPlace,
        sex,
        citizenship,
        { ...applicant, documents, consents },
        now,
        viewer.account,
        dueAt.toString(),
      ]),
      journal({ kind: 'COMMAND', action: 'registerIinApplication', subjects: [id, applicantId] }),
    ]);
    return {
      registerIinApplication: {
        __typename: 'IinApplication',
        id,
        version: 1,
        number,
        state: 'REGISTERED',
        dueAt: dueAt.toString(),
      },
    };
  });
