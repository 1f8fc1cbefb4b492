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
alter table "audit"."journal_mark" force row level security;
create policy "read" on "audit"."journal_mark" for select using ((select kit.viewer_role()) in ('auditor', 'system'));
-- The owner's trigger writes it; no role of the product has the right to.
create policy "write" on "audit"."journal_mark" for insert with check (true);
grant select on "audit"."journal_mark" to qonaq_audit;

create function audit.mark(variadic filed text[]) returns uuid language sql immutable parallel safe set search_path = pg_catalog as $$
  select encode(substr(sha256(convert_to(array_to_string(filed, ' '), 'UTF8')), 1, 16), 'hex')::uuid
$$;

-- What a line is filed under. What is usual isn't told apart: that nothing was refused, and that a subject was read.
create function audit.marks_of(line audit.journal) returns setof uuid language sql immutable parallel safe set search_path = pg_catalog as $$
  select audit.mark(variadic filed.under) from (
    select array['subject', subject::text] as under from unnest(line.subjects) as subject
    union all
    select array['subject kind', subject::text, line.kind] from unnest(line.subjects) as subject where line.kind <> 'READING'
    union all
    -- What a person is told of: that others read of them.
    select array['read by others', subject::text] from unnest(line.subjects) as subject
      where line.kind in ('READING', 'DOWNLOAD') and line.role not in ('system', 'applicant')
    union all
    select under from (values
      (array['account', line.account_id::text]),
      (array['account operation', line.account_id::text, line.operation_name]),
      (array['account action', line.account_id::text, line.action]),
      (array['account kind', line.account_id::text, line.kind]),
      (array['office', line.office_id::text]),
      (array['office action', line.office_id::text, line.action]),
      (array['office kind', line.office_id::text, line.kind]),
      (array['operation', line.operation_name]),
      (array['action', line.action]),
      (array['action kind', line.action, line.kind]),
      (array['kind', line.kind])
    ) as usual (under)
    union all
    select under from (values
      (array['outcome', line.outcome]),
      (array['account outcome', line.account_id::text, line.outcome]),
      (array['office outcome', line.office_id::text, line.outcome]),
      (array['operation outcome', line.operation_name, line.outcome]),
      (array['action outcome', line.action, line.outcome]),
      (array['kind outcome', line.kind, line.outcome])
    ) as refused (under) where line.outcome <> 'DONE'
  ) as filed where array_position(filed.under, null) is null
$$;

-- A line and what it is filed under are one: whoever writes the one has written the other.
create function audit.file_lines() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into audit.journal_mark (mark, at, id)
    select mark, line.at, line.id from lines as line cross join lateral audit.marks_of(line) as mark on conflict do nothing;
  return null;
end
$$;
revoke all on function audit.file_lines() from public;
create trigger file_lines after insert on "audit"."journal" referencing new table as lines for each statement execute function audit.file_lines();

-- The lines that are there already; for this moment the owner reads them.
alter table "audit"."journal" no force row level security;
insert into audit.journal_mark (mark, at, id)
  select mark, line.at, line.id from audit.journal as line cross join lateral audit.marks_of(line) as mark on conflict do nothing;
alter table "audit"."journal" force row level security;

drop index audit.journal_subjects_index;
