-- Each reading is journalled, and most lines are readings that show many people at once: a subject of theirs is filed once, under its id as it is. That is what a person is told of:
-- that others read of them, and that they were opened to somebody. Every other line of a subject has a mark of its own; both together are all of its lines.
create or replace function audit.marks_of(account_id uuid, role text, office_id uuid, operation_name text, kind text, action text, subjects uuid[], outcome text) returns setof uuid language sql immutable parallel safe as $$
  -- Distinct, so that a line that names something twice can be written.
  select distinct filed.mark from (
    select case when kind in ('READING', 'DOWNLOAD', 'DISCLOSURE') and role not in ('system', 'applicant') then subject else md5('subject ' || subject)::uuid end
      from unnest(subjects) as subject
    union all
    select md5('subject kind ' || subject || ' ' || kind)::uuid from unnest(subjects) as subject where kind <> 'READING'
    union all
    select md5(under)::uuid from (values
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
    ) as usual (under) where under is not null
    union all
    select md5(under)::uuid from (values
      ('outcome ' || outcome),
      ('account outcome ' || account_id || ' ' || outcome),
      ('office outcome ' || office_id || ' ' || outcome),
      ('operation outcome ' || operation_name || ' ' || outcome),
      ('action outcome ' || action || ' ' || outcome),
      ('kind outcome ' || kind || ' ' || outcome)
    ) as refused (under) where outcome <> 'DONE' and under is not null
  ) as filed (mark)
$$;

create or replace function audit.file_lines() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into audit.journal_mark (mark, at, id)
    select mark, line.at, line.id from lines as line cross join lateral audit.marks_of(line.account_id, line.role, line.office_id, line.operation_name, line.kind, line.action, line.subjects, line.outcome) as mark;
  return null;
end
$$;

-- Only the owner can remove a line; what it is filed under goes with it, so that it can be put back.
create function audit.unfile_lines() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from audit.journal_mark filed
    using lines as line cross join lateral audit.marks_of(line.account_id, line.role, line.office_id, line.operation_name, line.kind, line.action, line.subjects, line.outcome) as made (mark)
    where filed.mark = made.mark and filed.at = line.at and filed.id = line.id;
  return null;
end
$$;
revoke all on function audit.unfile_lines() from public;
create trigger unfile_lines after delete on "audit"."journal" referencing old table as lines for each statement execute function audit.unfile_lines();

-- The lines that are there already are filed anew; for this moment the owner reads them.
truncate audit.journal_mark;
alter table "audit"."journal" no force row level security;
insert into audit.journal_mark (mark, at, id)
  select mark, line.at, line.id from audit.journal as line cross join lateral audit.marks_of(line.account_id, line.role, line.office_id, line.operation_name, line.kind, line.action, line.subjects, line.outcome) as mark;
alter table "audit"."journal" force row level security;
