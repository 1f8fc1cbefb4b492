-- Who created an account, and who changed its state or role last, and why.
alter table "missions"."account" add column "version" int not null default 1, add column "email" text null, add column "created_at" timestamptz(6) null, add column "created_by" uuid null, add column "changed_at" timestamptz(6) null, add column "changed_by" uuid null, add column "change_reason" text null, add column "last_sign_in_at" timestamptz(6) null;
create index "account_role_id_index" on "missions"."account" ("role", "id");

-- A manager sees the accounts of the missions and of the MFA, the State Corporation's administrator all of them.
drop policy "visible" on "missions"."account";
create policy "visible" on "missions"."account" using (id = (select kit.viewer_account()) or office_id = (select kit.viewer_office()) or ((select kit.viewer_role()) = 'manager' and role in ('consul', 'authorised_employee', 'manager')) or (select kit.viewer_role()) in ('state_corporation', 'auditor', 'system')) with check (id = (select kit.viewer_account()) or office_id = (select kit.viewer_office()) or ((select kit.viewer_role()) = 'manager' and role in ('consul', 'authorised_employee', 'manager')) or (select kit.viewer_role()) in ('state_corporation', 'auditor', 'system'));

-- What happened to accounts.
create table "missions"."event" ("id" uuid not null, "case_id" uuid not null, "kind" text not null, "at" timestamptz(6) not null, "account_id" uuid not null, "role" text not null, "details" jsonb not null, primary key ("id"));
create index "event_case_id_id_index" on "missions"."event" ("case_id", "id");
alter table "missions"."event" enable row level security;
alter table "missions"."event" force row level security;
create policy "read" on "missions"."event" for select using (exists (select from missions.account seen where seen.id = case_id));
create policy "write" on "missions"."event" for insert with check (account_id = (select kit.viewer_account()));
grant select, insert on "missions"."event" to qonaq_missions;
