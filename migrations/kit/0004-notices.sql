-- What was told to whom, written in the transaction of what happened; missions hands it over to the ways by which it goes out.
create table "kit"."notice" ("id" uuid not null, "key" text null, "kind" text not null, "at" timestamptz(6) not null, "subgraph" text not null, "case_type" text not null, "case_id" uuid not null, "case_number" text not null, "title" jsonb not null, "text" jsonb not null, "account_id" uuid null, "applicant_id" uuid null, "role" text null, "office_id" uuid null, "city" text null, "head_of_office" boolean not null, "scope" text null, "dispatched_at" timestamptz(6) null, primary key ("id"));
alter table "kit"."notice" add constraint "notice_key_unique" unique ("key");
create index "notice_account_id_id_index" on "kit"."notice" ("account_id", "id");
create index "notice_role_id_index" on "kit"."notice" ("role", "id");
create index "notice_case_id_id_index" on "kit"."notice" ("case_id", "id");
create index "notice_dispatched_at_id_index" on "kit"."notice" ("dispatched_at", "id");
alter table "kit"."notice" add constraint "notice_role_check" check ("role" in ('state_corporation', 'manager', 'consul', 'authorised_employee', 'iin_operator', 'hub_officer', 'mddiai_signer', 'kkq_officer', 'knb_officer', 'psc_officer', 'applicant', 'complaint_reviewer', 'auditor', 'partner', 'system'));
alter table "kit"."notice" add constraint "notice_city_check" check ("city" in ('ASTANA', 'ALMATY'));
alter table "kit"."notice" add constraint "notice_scope_check" check ("scope" in ('iin:verify', 'residence:status', 'payment:write', 'border:write', 'fingerprint:write'));
alter table "kit"."notice" enable row level security;
alter table "kit"."notice" force row level security;
create policy "read" on "kit"."notice" for select using (account_id = (select kit.viewer_account()) or (role = (select kit.viewer_role()) and (office_id is null or office_id = (select kit.viewer_office())) and (city is null or city = (select kit.viewer_city()))) or (select kit.viewer_role()) = 'system');
create policy "write" on "kit"."notice" for insert with check (dispatched_at is null);
create policy "dispatch" on "kit"."notice" for update using ((select kit.viewer_role()) = 'system');
grant select, insert on "kit"."notice" to qonaq_subgraph;
grant update (dispatched_at) on "kit"."notice" to qonaq_missions;
