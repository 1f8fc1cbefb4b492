create schema if not exists "audit";
grant usage on schema audit to qonaq_audit, qonaq_subgraph;

-- One journal for all subgraphs, in monthly partitions; the default one catches what no month was made for.
create table "audit"."journal" ("id" uuid not null, "at" timestamptz(6) not null, "account_id" uuid null, "role" text null, "office_id" uuid null, "request_id" text not null, "operation_name" text null, "operation_hash" text null, "kind" text not null, "action" text not null, "subjects" uuid[] not null, "outcome" text not null, primary key ("id", "at")) partition by range ("at");
alter table "audit"."journal" add constraint "journal_kind_check" check ("kind" in ('COMMAND', 'READING', 'REFUSAL'));
create index "journal_at_id_index" on "audit"."journal" ("at", "id");
create index "journal_subjects_index" on "audit"."journal" using gin ("subjects");
create table "audit"."journal_default" partition of "audit"."journal" default;

alter table "audit"."journal" enable row level security;
alter table "audit"."journal" force row level security;
create policy "read" on "audit"."journal" for select using ((select kit.viewer_role()) = 'auditor');
create policy "write" on "audit"."journal" for insert with check (account_id = (select kit.viewer_account()));

-- Insert only: whoever acts writes a line, and nobody changes or removes one.
grant insert on "audit"."journal" to qonaq_subgraph;
grant select on "audit"."journal" to qonaq_audit;

-- Makes the monthly partitions from the month of a day on, those that are missing.
create function audit.make_journal_partitions(first_day date, months int) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare starts date;
begin
  for month in 0..months loop
    starts := date_trunc('month', first_day)::date + make_interval(months => month);
    execute format('create table if not exists audit.%I partition of audit.journal for values from (%L) to (%L)',
                   'journal_' || to_char(starts, 'YYYY_MM'), starts, (starts + interval '1 month')::date);
  end loop;
end
$$;
revoke all on function audit.make_journal_partitions(date, int) from public;
grant execute on function audit.make_journal_partitions(date, int) to qonaq_audit;

create table "audit"."idempotency_key" ("account_id" uuid not null, "command" text not null, "key" text not null, "input_hash" text not null, "outcome_kind" text null, "outcome_id" uuid null, "at" timestamptz(6) not null, primary key ("account_id", "command", "key"));
create table "audit"."number_counter" ("series" text not null, "year" int not null, "last" int not null, primary key ("series", "year"));
alter table "audit"."idempotency_key" enable row level security;
alter table "audit"."idempotency_key" force row level security;
create policy "own" on "audit"."idempotency_key" using (account_id = (select kit.viewer_account())) with check (account_id = (select kit.viewer_account()));
grant select, insert, update on "audit"."idempotency_key", "audit"."number_counter" to qonaq_audit;
