import type { Client } from 'pg';

// Made in SQL: what a year of work leaves behind in the journal, in any number of lines.

/** Somebody or something of which there is little, however many lines there are. */
export const rare = {
  /** Read by others three times. */
  person: '01964631-f000-7000-8000-0000000000f1',
  /** Acted three times. */
  account: '01964631-f000-7000-8000-0000000000f2',
  /** Of which three lines tell. */
  case: '01964631-f000-7000-8000-0000000000f3',
};

/** An account that acts often, one whose lines are all readings, and an office. */
export const usual = {
  account: '01964631-f000-7000-8000-000000000a01',
  reader: '01964631-f000-7000-8000-000000000a02',
  office: '01964631-f000-7000-8000-000000000b01',
};

/**
 * Fills the journal with so many lines, in the place of those that are there, over the twelve months that end with the tests' day. Of 40 accounts of 10 offices; five in
 * six are readings, one in 40 is refused; 120 are SIGN_IN, and three each tell of what is rare, however many others there are.
 */
export async function fillJournal(database: Client, count: number): Promise<void> {
  await database.query(`select audit.make_journal_partitions('2025-03-01', 12)`);
  await database.query('truncate audit.journal, audit.journal_mark');
  await database.query('alter table audit.journal disable trigger file_lines');
  await database.query(
    `with line as (
       select n, timestamptz '2026-03-02 09:00+05' - n * interval '365 days' / $1 as at, (hashtext('who ' || n) & x'7fffffff'::int) % 40 + 1 as who,
              (hashtext('what ' || n) & x'7fffffff'::int) % 240 as what, n % ($1 / 3) = 1 as rare, n % ($1 / 120) = 2 as sign_in
         from generate_series(1, $1::int) n),
     told as (
       select *, case when sign_in then 'SIGN_IN' when who = 2 or rare then 'READING' when what < 6 then 'REFUSAL' when what < 36 then 'COMMAND' when what = 40 then 'DOWNLOAD' else 'READING' end as kind from line)
     insert into audit.journal (id, at, account_id, role, office_id, address, request_id, operation_name, kind, action, subjects, outcome)
     select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7000' || '8' || substr(md5(n::text), 1, 15))::uuid, at,
            case when rare then $2::uuid else ('01964631-f000-7000-8000-000000000a' || lpad(to_hex(who), 2, '0'))::uuid end, 'consul',
            ('01964631-f000-7000-8000-000000000b' || lpad(to_hex(who % 10), 2, '0'))::uuid, '192.0.2.1', 'request', 'Operation' || what % 17, kind,
            case kind when 'READING' then (array['Applicant', 'Document', 'IinApplication', 'IinRecord', 'ResidenceCase'])[what % 5 + 1] when 'SIGN_IN' then 'signIn' when 'DOWNLOAD' then 'Document' else 'command' || what end,
            case when rare then array[$3::uuid, $4::uuid] else array[('01964631-f000-7000-9000-' || substr(md5((n / 20)::text), 1, 12))::uuid] end,
            case when kind = 'REFUSAL' then (array['NOT_FOUND', 'FORBIDDEN', 'CONFLICT'])[what % 3 + 1] else 'DONE' end
       from told`,
    [count, rare.account, rare.person, rare.case],
  );
  await database.query('alter table audit.journal enable trigger file_lines');
  // As the trigger does; the index is made at once, for time.
  await database.query('alter table audit.journal_mark drop constraint journal_mark_pkey');
  await database.query(
    `insert into audit.journal_mark (mark, at, id)
     select mark, at, id from audit.journal as line
       cross join lateral audit.marks_of(line.account_id, line.role, line.office_id, line.operation_name, line.kind, line.action, line.subjects, line.outcome) as mark`,
  );
  await database.query('alter table audit.journal_mark add primary key (mark, at, id)');
  await database.query('vacuum analyze audit.journal_mark');
  await database.query('vacuum analyze audit.journal');
}
