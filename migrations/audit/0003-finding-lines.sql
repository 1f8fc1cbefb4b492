-- What else a line tells of: signing in, downloads, prints, what jobs do, and what was disclosed.
alter table "audit"."journal" drop constraint "journal_kind_check";
alter table "audit"."journal" add constraint "journal_kind_check" check ("kind" in ('COMMAND', 'READING', 'REFUSAL', 'SIGN_IN', 'DOWNLOAD', 'PRINT', 'JOB', 'DISCLOSURE'));

-- Nobody writes in another's name, but for the identity provider: it tells who signed in, and who tried.
drop policy "write" on "audit"."journal";
create policy "write" on "audit"."journal" for insert with check (account_id = (select kit.viewer_account()) or (kind = 'SIGN_IN' and (select kit.viewer_role()) = 'system' and (select kit.viewer_account()) = '01964631-f000-7000-8000-000000000005'));

-- Under what a line is found: its account, its action, the refusals of its office, each of its subjects and so on. A mark is a hash of what is filed under and its value; the one
-- index has a mark's lines in the order of the journal, so a page begins where the index says, however many lines there are and whatever month they are of.
create table "audit"."journal_mark" ("mark" uuid not null, "at" timestamptz(6) not null, "id" uuid not null, primary key ("mark", "at", "id"));
alter table "audit"."journal_mark" enable row level security;
create policy "read" on "audit"."journal_mark" for select using ((select kit.viewer_role()) in ('auditor', 'system'));
grant select on "audit"."journal_mark" to qonaq_audit;

-- What a line is filed under. What is usual isn't told apart: that nothing was refused, and that a subject was read. Where a column is empty, nothing is filed under it.
create function audit.marks_of(account_id uuid, role text, office_id uuid, operation_name text, kind text, action text, subjects uuid[], outcome text) returns setof uuid language sql immutable parallel safe as $$
  select md5(filed.under)::uuid from (
    select 'subject ' || subject as under from unnest(subjects) as subject
    union all
    select 'subject kind ' || subject || ' ' || kind from unnest(subjects) as subject where kind <> 'READING'
    union all
    -- What a person is told of: that others read of them, and that they were opened to somebody.
    select 'read by others ' || subject from unnest(subjects) as subject
      where kind in ('READING', 'DOWNLOAD', 'DISCLOSURE') and role not in ('system', 'applicant')
    union all
    select under from (values
      ('account ' || account_id),
      ('account operation ' || account_id || ' ' || operation_name),
      ('account action ' || account_id || ' ' || action),
      ('account kind ' || account_id || ' ' || kind),
      ('office ' || office_id),
      ('office action ' || office_id || ' ' || action),
      ('office kind ' || office_id || ' ' || kind),
      ('operation ' || operation_name),
      ('action ' || action),
      ('action kind ' || action || ' ' || kind),
      ('kind ' || kind)
    ) as usual (under)
    union all
    select under from (values
      ('outcome ' || outcome),
      ('account outcome ' || account_id || ' ' || outcome),
      ('office outcome ' || office_id || ' ' || outcome),
      ('operation outcome ' || operation_name || ' ' || outcome),
      ('action outcome ' || action || ' ' || outcome),
      ('kind outcome ' || kind || ' ' || outcome)
    ) as refused (under) where outcome <> 'DONE'
  ) as filed where filed.under is not null
$$;

-- A line and what it is filed under are one: whoever writes the one has written the other.
create function audit.file_lines() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into audit.journal_mark (mark, at, id)
    select mark, line.at, line.id from lines as line cross join lateral audit.marks_of(line.account_id, line.role, line.office_id, line.operation_name, line.kind, line.action, line.subjects, line.outcome) as mark on conflict do nothing;
  return null;
end
$$;
revoke all on function audit.file_lines() from public;
create trigger file_lines after insert on "audit"."journal" referencing new table as lines for each statement execute function audit.file_lines();

-- The lines that are there already; for this moment the owner reads them.
alter table "audit"."journal" no force row level security;
insert into audit.journal_mark (mark, at, id)
  select mark, line.at, line.id from audit.journal as line cross join lateral audit.marks_of(line.account_id, line.role, line.office_id, line.operation_name, line.kind, line.action, line.subjects, line.outcome) as mark on conflict do nothing;
alter table "audit"."journal" force row level security;

drop index audit.journal_subjects_index;
