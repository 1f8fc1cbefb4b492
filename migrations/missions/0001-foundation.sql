create schema if not exists "missions";
grant usage on schema missions to qonaq_missions;

create table "missions"."account" ("id" uuid not null, "name" text not null, "role" text not null, "office_id" uuid null, "city" text null, "head_of_office" boolean not null, "state" text not null, primary key ("id"));
alter table "missions"."account" add constraint "account_role_check" check ("role" in ('state_corporation', 'manager', 'consul', 'authorised_employee', 'iin_operator', 'hub_officer', 'mddiai_signer', 'kkq_officer', 'knb_officer', 'psc_officer', 'applicant', 'complaint_reviewer', 'auditor', 'partner', 'system'));
alter table "missions"."account" add constraint "account_city_check" check ("city" in ('ASTANA', 'ALMATY'));
alter table "missions"."account" add constraint "account_state_check" check ("state" in ('INVITED', 'ACTIVE', 'BLOCKED', 'DELETED'));

create table "missions"."mission" ("id" uuid not null, "number" int not null, "type" text not null, "name" jsonb not null, "city" text not null, "country" text not null, "time_zone" text not null, primary key ("id"));
alter table "missions"."mission" add constraint "mission_number_unique" unique ("number");
alter table "missions"."mission" add constraint "mission_type_check" check ("type" in ('EMBASSY', 'CONSULATE_GENERAL', 'CONSULATE', 'EMBASSY_OFFICE'));

create table "missions"."idempotency_key" ("account_id" uuid not null, "command" text not null, "key" text not null, "input_hash" text not null, "outcome_kind" text null, "outcome_id" uuid null, "at" timestamptz(6) not null, primary key ("account_id", "command", "key"));
create table "missions"."number_counter" ("series" text not null, "year" int not null, "last" int not null, primary key ("series", "year"));

alter table "missions"."account" enable row level security;
alter table "missions"."account" force row level security;
create policy "visible" on "missions"."account" using (id = (select kit.viewer_account()) or office_id = (select kit.viewer_office()) or (select kit.viewer_role()) in ('state_corporation', 'manager', 'auditor', 'system')) with check (id = (select kit.viewer_account()) or office_id = (select kit.viewer_office()) or (select kit.viewer_role()) in ('state_corporation', 'manager', 'auditor', 'system'));
alter table "missions"."idempotency_key" enable row level security;
alter table "missions"."idempotency_key" force row level security;
create policy "own" on "missions"."idempotency_key" using (account_id = (select kit.viewer_account())) with check (account_id = (select kit.viewer_account()));

grant select, insert, update on all tables in schema missions to qonaq_missions;
