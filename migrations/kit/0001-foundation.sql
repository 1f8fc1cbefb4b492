-- What every transaction of every subgraph needs: who asks, from which office, in which state the account is, and the calendar.
create schema if not exists "kit";
grant usage on schema kit to qonaq_subgraph;

create table "kit"."account_state" ("id" uuid not null, "state" text not null, "role" text not null, "office_id" uuid null, "city" text null, primary key ("id"));
alter table "kit"."account_state" add constraint "account_state_state_check" check ("state" in ('INVITED', 'ACTIVE', 'BLOCKED', 'DELETED'));
alter table "kit"."account_state" add constraint "account_state_role_check" check ("role" in ('state_corporation', 'manager', 'consul', 'authorised_employee', 'iin_operator', 'hub_officer', 'mddiai_signer', 'kkq_officer', 'knb_officer', 'psc_officer', 'applicant', 'complaint_reviewer', 'auditor', 'partner', 'system'));
alter table "kit"."account_state" add constraint "account_state_city_check" check ("city" in ('ASTANA', 'ALMATY'));

create table "kit"."calendar_year" ("year" int not null, "status" text not null, "days_off" date[] not null, "days_worked" date[] not null, primary key ("year"));
alter table "kit"."calendar_year" add constraint "calendar_year_status_check" check ("status" in ('official', 'projection'));

create table "kit"."case_access" ("id" uuid not null, "subject_id" uuid not null, "role" text not null, "office_id" uuid null, "city" text null, "account_id" uuid null, "case_id" uuid not null, "opened_at" timestamptz(6) not null, "closed_at" timestamptz(6) null, primary key ("id"));
create index "case_access_subject_id_index" on "kit"."case_access" ("subject_id");
alter table "kit"."case_access" add constraint "case_access_role_check" check ("role" in ('state_corporation', 'manager', 'consul', 'authorised_employee', 'iin_operator', 'hub_officer', 'mddiai_signer', 'kkq_officer', 'knb_officer', 'psc_officer', 'applicant', 'complaint_reviewer', 'auditor', 'partner', 'system'));
alter table "kit"."case_access" add constraint "case_access_city_check" check ("city" in ('ASTANA', 'ALMATY'));

create table "kit"."installation" ("id" int not null, "demo" boolean not null, "set_up_at" timestamptz(6) not null, primary key ("id"));

create table "kit"."office" ("id" uuid not null, "kind" text not null, "name" jsonb not null, "city" text null, primary key ("id"));
alter table "kit"."office" add constraint "office_kind_check" check ("kind" in ('MISSION', 'MFA', 'MIGRATION_OFFICE', 'SERVICE_CENTRE'));
alter table "kit"."office" add constraint "office_city_check" check ("city" in ('ASTANA', 'ALMATY'));

create table "kit"."pilot_period" ("pilot" text not null, "valid_from" date not null, "valid_until" date null, "order_reference" text not null, primary key ("pilot", "valid_from"));
alter table "kit"."pilot_period" add constraint "pilot_period_pilot_check" check ("pilot" in ('IIN', 'DIGITAL_NOMAD_RESIDENCY'));

grant select on all tables in schema kit to qonaq_subgraph;
-- Each of these tables has one writer; case access is opened and closed by the subgraph whose command says so, and never deleted.
grant insert, update on kit.account_state, kit.office to qonaq_missions;
grant insert, update on kit.calendar_year, kit.pilot_period to qonaq_missions;
grant insert, update (closed_at) on kit.case_access to qonaq_subgraph;

-- Who asks, for the policies. Outside a transaction that was entered there is nobody, and nobody sees nothing.
create function kit.viewer_account() returns uuid language sql stable parallel safe as $$ select nullif(current_setting('qonaq.account', true), '')::uuid $$;
create function kit.viewer_role() returns text language sql stable parallel safe as $$ select nullif(current_setting('qonaq.role', true), '') $$;
create function kit.viewer_office() returns uuid language sql stable parallel safe as $$ select nullif(current_setting('qonaq.office', true), '')::uuid $$;
create function kit.viewer_city() returns text language sql stable parallel safe as $$ select nullif(current_setting('qonaq.city', true), '') $$;
create function kit.viewer_now() returns timestamptz language sql stable parallel safe as $$ select nullif(current_setting('qonaq.now', true), '')::timestamptz $$;

-- Begins a transaction for a viewer and tells the state of the account; nothing when there is no such account with this role at this place.
create function kit.enter(account uuid, role text, office uuid, city text, at timestamptz) returns text language sql volatile as $$
  select set_config('qonaq.account', coalesce($1::text, ''), true),
         set_config('qonaq.role', coalesce($2, ''), true),
         set_config('qonaq.office', coalesce($3::text, ''), true),
         set_config('qonaq.city', coalesce($4, ''), true),
         set_config('qonaq.now', $5::text, true);
  select known.state from kit.account_state known
   where known.id = $1 and known.role = $2 and known.office_id is not distinct from $3 and known.city is not distinct from $4;
$$;

-- Whether somebody opened a case, or a person of it, to the viewer.
create function kit.was_opened(subject uuid) returns boolean language sql stable as $$
  select exists (
    select from kit.case_access access
     where access.subject_id = subject
       and access.role = kit.viewer_role()
       and (access.office_id is null or access.office_id = kit.viewer_office())
       and (access.city is null or access.city = kit.viewer_city())
       and (access.account_id is null or access.account_id = kit.viewer_account())
       and access.opened_at <= kit.viewer_now()
       and (access.closed_at is null or access.closed_at > kit.viewer_now()))
$$;

-- Enqueues a job in the caller's transaction. The queue itself is closed to the subgraphs: they hand in a name and ids, nothing else.
create function kit.enqueue(task text, ids jsonb, key text) returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform graphile_worker.add_job(task, ids::json, job_key => key);
end
$$;
revoke all on function kit.enqueue(text, jsonb, text) from public;
grant execute on function kit.enqueue(text, jsonb, text) to qonaq_subgraph;

-- The worker works the queue; its tables stay closed to everybody else.
grant usage on schema graphile_worker to qonaq_worker;
grant select, insert, update, delete on all tables in schema graphile_worker to qonaq_worker;
grant usage on all sequences in schema graphile_worker to qonaq_worker;
do $$
declare queue_table text;
begin
  for queue_table in select tablename from pg_tables where schemaname = 'graphile_worker' and rowsecurity loop
    execute format('create policy worker on graphile_worker.%I to qonaq_worker using (true) with check (true)', queue_table);
  end loop;
end
$$;
