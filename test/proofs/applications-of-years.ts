import type { Client } from 'pg';
import { demoAccount } from '../../installation/demo/accounts.ts';

// Made in SQL: what three years of the pilot leave behind, in any number.

/**
 * Fills the database with so many applications, in the place of those that are there. They were registered over three years at a hundred missions, a quarter
 * of them in Berlin; the last 600 are the same however many there were before, ten minutes apart. 300 of these are open, of which some wait and some are
 * overdue. Of all others most were formed, a tenth was refused, and a twentieth each was corrected or withdrawn; a tenth, all in the first year, was late.
 * Of one category (HEIR) and one surname (QUINN) there are 120 each, however many there are of others; a tenth of all are SMITH, as many others begin with S.
 */
export async function fillWithApplications(database: Client, count: number): Promise<void> {
  const { id: consul, officeId: berlin } = demoAccount('consul')!;
  // One of some, by chance, but always the same for one application counted from the last one.
  const chance = (what: string, of: number) => `(hashtext('${what} ' || younger) & x'7fffffff'::int) % ${of}`;
  await database.query('truncate iin.application');
  await database.query(
    `with place as (
       select younger, $1::int - younger as n, md5(younger::text) as hash,
              case when younger < 600 then timestamptz '2026-03-02 09:00+05' - younger * interval '10 minutes'
                   else timestamptz '2026-02-26 05:00+05' - (younger - 600) * interval '1088 days' / ($1 - 600) end as at,
              younger < 600 and younger / 4 % 2 = 0 as open, younger >= 600 and younger % (($1 - 600) / 120) = 1 as rare
         from generate_series($1::int - 1, 0, -1) younger),
     office as (select array_agg(id order by id) as others from kit.office where kind = 'MISSION' and id <> $2),
     made as (
       select *, case when open and ${chance('taken', 4)} = 0 then 'IN_REVIEW' when open then 'REGISTERED'
                      else coalesce((array['REFUSED', 'REFUSED', 'CORRECTED', 'WITHDRAWN'])[1 + ${chance('state', 20)}], 'FORMED') end as state,
              at < '2024-03-01' and ${chance('late', 10)} < 3 as late,
              case when rare then 'QUINN' when ${chance('surname', 10)} = 0 then 'SMITH' when ${chance('surname', 10)} = 1 then 'S' || hash else chr(65 + ${chance('letter', 18)}) || hash end as latin,
              case when rare then 'КУИНН' when ${chance('surname', 10)} = 0 then 'СМИТ' when ${chance('surname', 10)} = 1 then 'С' || hash else chr(1040 + ${chance('letter', 17)}) || hash end as cyrillic
         from place)
     insert into iin.application (id, kind, number, category, channel, office_id, state, applicant_id, applicant_version, latin_name, cyrillic_name, birth_date, birth_place, sex, citizenship,
                                  presented, registered_at, registered_by, due_at, delivered_at, decided_at)
     select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(hash, 1, 3) || '8' || substr(hash, 4, 15))::uuid, 'FORMATION',
            'IIN-2023-' || lpad(n::text, greatest(6, length(n::text)), '0'),
            case when rare then 'HEIR' else (array['DIGITAL_NOMAD', 'DIGITAL_NOMAD', 'SPOUSE_OF_CITIZEN', 'POTENTIAL_INVESTOR', 'LEGAL_ENTITY_HEAD'])[1 + ${chance('category', 5)}] end,
            'MISSION', case when rare or younger % 4 = 1 then $2 else others[1 + ${chance('mission', 99)}] end, state, gen_random_uuid(), 1,
            jsonb_build_object('surname', latin), jsonb_build_object('surname', cyrillic), date '1950-01-01' + ${chance('born', 20000)}, 'X', 'MALE', 'D',
            jsonb_build_object('travelDocument', jsonb_build_object('issuingCountry', 'D', 'number', n)),
            at, $3, at + case when open and ${chance('overdue', 4)} = 0 then interval '2 hours' else interval '5 days' end,
            case when state = 'REGISTERED' and ${chance('passed', 3)} = 0 or state = 'WITHDRAWN' and ${chance('passed', 3)} = 0 then null else at end,
            case when not open and state <> 'WITHDRAWN' then at + case when late then interval '6 days' else interval '5 hours' end end
       from made, office`,
    [count, berlin, consul],
  );
  await database.query('vacuum analyze iin.application');
}

/** Cursors of places in the middle of lists, and a number. */
export type DeepPlaces = Record<'all' | 'late' | 'due' | 'latin' | 'cyrillic' | 'number', string>;

/** Where pages in the middle of somebody's lists begin, and the number of one of somebody's applications. */
export async function deepPlaces(database: Client, officeId: string | null): Promise<DeepPlaces> {
  const middle = async (columns: string, where: string) => {
    const { rows } = await database.query<{ place: string }>(
      `with ranked as (select json_build_array(${columns})::text as place, row_number() over (order by ${columns}) as at, count(*) over () as of
                         from iin.application where (office_id = $1 or $1 is null) and delivered_at is not null and ${where})
       select place from ranked where at = of / 2`,
      [officeId],
    );
    return Buffer.from(rows[0]!.place).toString('base64url');
  };
  const { rows } = await database.query<{ number: string }>(
    'select number from iin.application where office_id = $1 limit 1',
    [demoAccount('consul')!.officeId],
  );
  return {
    number: rows[0]!.number,
    all: await middle('id', 'true'),
    late: await middle('id', 'decided_at > due_at'),
    due: await middle('due_at, id', `due_at < '2024-09-02T00:00:00+05:00'`),
    latin: await middle('latin_surname, id', `latin_surname like 'S%'`),
    cyrillic: await middle('cyrillic_surname, id', `cyrillic_surname like 'С%'`),
  };
}
