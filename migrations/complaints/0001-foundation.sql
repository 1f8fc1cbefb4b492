create schema if not exists "complaints";
grant usage on schema complaints to qonaq_complaints;

create table "complaints"."complaint" ("id" uuid not null, "version" int not null default 1, "number" text not null, "state" text not null, "service" text not null, "city" text null, "subject_kind" text not null, "subject_id" uuid null, "subject_number" text null, "acted_by" uuid[] not null, "latin_name" jsonb not null, "account_id" uuid null, "applicant_id" uuid null, "office_id" uuid null, "filed_by" uuid not null, "filed_as" text not null, "addressed_to" text not null, "against" text not null, "text" text not null, "received_at" timestamptz(6) not null, "registered_at" timestamptz(6) null, "provider_decided_at" timestamptz(6) null, "forwarded_at" timestamptz(6) null, "forwards_at" timestamptz(6) not null, "due_at" timestamptz(6) null, "follow_up" text null, "follow_up_done_at" timestamptz(6) null, primary key ("id"));
alter table "complaints"."complaint" add constraint "complaint_number_unique" unique ("number");
alter table "complaints"."complaint" add constraint "complaint_filed_as_check" check ("filed_as" in ('state_corporation', 'manager', 'consul', 'authorised_employee', 'iin_operator', 'hub_officer', 'mddiai_signer', 'kkq_officer', 'knb_officer', 'psc_officer', 'applicant', 'complaint_reviewer', 'auditor', 'partner', 'system'));
create index "complaint_service_state_id_index" on "complaints"."complaint" ("service", "state", "id");
create index "complaint_service_city_due_at_id_index" on "complaints"."complaint" ("service", "city", "due_at", "id");
create index "complaint_account_id_id_index" on "complaints"."complaint" ("account_id", "id");
create index "complaint_office_id_id_index" on "complaints"."complaint" ("office_id", "id");
create index "complaint_filed_by_id_index" on "complaints"."complaint" ("filed_by", "id");
create index "complaint_state_forwards_at_index" on "complaints"."complaint" ("state", "forwards_at");
create index "complaint_forwarded_at_id_index" on "complaints"."complaint" ("forwarded_at", "id");
alter table "complaints"."complaint" add constraint "complaint_state_check" check ("state" in ('RECEIVED', 'REGISTERED', 'FORWARDED', 'UNDER_REVIEW', 'SATISFIED', 'DECIDED'));
alter table "complaints"."complaint" add constraint "complaint_service_check" check ("service" in ('IIN', 'PETITION', 'RESIDENCE'));
alter table "complaints"."complaint" add constraint "complaint_city_check" check ("city" in ('ASTANA', 'ALMATY'));
alter table "complaints"."complaint" add constraint "complaint_subject_kind_check" check ("subject_kind" in ('IIN_APPLICATION', 'PETITION', 'RESIDENCE_CASE', 'SERVICE'));
alter table "complaints"."complaint" add constraint "complaint_addressed_to_check" check ("addressed_to" in ('PROVIDER', 'REVIEWING_BODY'));
alter table "complaints"."complaint" add constraint "complaint_against_check" check ("against" in ('DECISION', 'ACT', 'OMISSION'));
alter table "complaints"."complaint" add constraint "complaint_follow_up_check" check ("follow_up" in ('REOPEN_IIN_APPLICATION', 'REOPEN_CASE'));

create table "complaints"."case_file" ("case_id" uuid not null, "content" jsonb not null, primary key ("case_id"));

create table "complaints"."case_file_document" ("case_id" uuid not null, "id" uuid not null, "kind" text not null, "media_type" text not null, "size" int not null, "sha256" text not null, primary key ("case_id", "id"));
create index "case_file_document_id_index" on "complaints"."case_file_document" ("id");
alter table "complaints"."case_file_document" add constraint "case_file_document_media_type_check" check ("media_type" in ('application/pdf', 'image/jpeg', 'image/png'));

create table "complaints"."decision" ("id" uuid not null, "case_id" uuid not null, "body" text not null, "outcome" text not null, "reasons" text not null, "reopen" boolean null, "decided_at" timestamptz(6) not null, "decided_by" uuid not null, primary key ("id"));
create index "decision_case_id_id_index" on "complaints"."decision" ("case_id", "id");
alter table "complaints"."decision" add constraint "decision_body_check" check ("body" in ('PROVIDER', 'REVIEWING_BODY'));
alter table "complaints"."decision" add constraint "decision_outcome_check" check ("outcome" in ('SATISFIED', 'SATISFIED_IN_PART', 'REJECTED', 'LEFT_WITHOUT_REVIEW'));

create table "complaints"."complaint_document" ("id" uuid not null, "case_id" uuid not null, "media_type" text not null, "size" int not null, "sha256" text not null, "added_at" timestamptz(6) not null, "added_by" uuid not null, primary key ("id"));
create index "complaint_document_case_id_id_index" on "complaints"."complaint_document" ("case_id", "id");
alter table "complaints"."complaint_document" add constraint "complaint_document_media_type_check" check ("media_type" in ('application/pdf', 'image/jpeg', 'image/png'));

create table "complaints"."case_term" ("id" uuid not null, "case_id" uuid not null, "kind" text not null, "started_at" timestamptz(6) not null, "due_at" timestamptz(6) not null, "ended_at" timestamptz(6) null, primary key ("id"));
create index "case_term_case_id_id_index" on "complaints"."case_term" ("case_id", "id");
create index "case_term_ended_at_due_at_index" on "complaints"."case_term" ("ended_at", "due_at");
alter table "complaints"."case_term" add constraint "case_term_kind_check" check ("kind" in ('IIN_SERVICE', 'INTERVIEW_INVITATION', 'CASE_REGISTRATION', 'REWORK', 'KNB_AGREEMENT', 'PRELIMINARY_DECISION', 'APPROVAL_VALIDITY', 'BAR', 'PSC_REGISTRATION', 'FINAL_REVIEW', 'COMPLAINT_FORWARDING', 'COMPLAINT_PROVIDER', 'COMPLAINT_REVIEW'));

create table "complaints"."event" ("id" uuid not null, "case_id" uuid not null, "kind" text not null, "at" timestamptz(6) not null, "account_id" uuid not null, "role" text not null, "details" jsonb not null, primary key ("id"));
create index "event_case_id_id_index" on "complaints"."event" ("case_id", "id");

create table "complaints"."idempotency_key" ("account_id" uuid not null, "command" text not null, "key" text not null, "input_hash" text not null, "outcome_kind" text null, "outcome_id" uuid null, "at" timestamptz(6) not null, primary key ("account_id", "command", "key"));

create table "complaints"."number_counter" ("series" text not null, "year" int not null, "last" int not null, primary key ("series", "year"));

alter table "complaints"."complaint" enable row level security;
alter table "complaints"."complaint" force row level security;
create policy "visible" on "complaints"."complaint" using (((select kit.viewer_role()) in ('consul', 'authorised_employee') and office_id = (select kit.viewer_office())) or ((select kit.viewer_role()) = 'applicant' and account_id = (select kit.viewer_account())) or ((select kit.viewer_role()) in ('psc_officer', 'kkq_officer') and filed_by = (select kit.viewer_account())) or ((select kit.viewer_role()) = 'iin_operator' and service = 'IIN') or ((select kit.viewer_role()) in ('hub_officer', 'mddiai_signer') and service = 'PETITION') or ((select kit.viewer_role()) = 'kkq_officer' and service = 'RESIDENCE' and city = (select kit.viewer_city())) or ((select kit.viewer_role()) = 'complaint_reviewer' and (forwarded_at is not null or (state in ('RECEIVED', 'REGISTERED') and forwards_at < (select kit.viewer_now())))) or (select kit.viewer_role()) = 'system' or kit.was_opened(id)) with check (((select kit.viewer_role()) in ('consul', 'authorised_employee') and office_id = (select kit.viewer_office())) or ((select kit.viewer_role()) = 'applicant' and account_id = (select kit.viewer_account())) or ((select kit.viewer_role()) in ('psc_officer', 'kkq_officer') and filed_by = (select kit.viewer_account())) or ((select kit.viewer_role()) = 'iin_operator' and service = 'IIN') or ((select kit.viewer_role()) in ('hub_officer', 'mddiai_signer') and service = 'PETITION') or ((select kit.viewer_role()) = 'kkq_officer' and service = 'RESIDENCE' and city = (select kit.viewer_city())) or ((select kit.viewer_role()) = 'complaint_reviewer' and (forwarded_at is not null or (state in ('RECEIVED', 'REGISTERED') and forwards_at < (select kit.viewer_now())))) or (select kit.viewer_role()) = 'system' or kit.was_opened(id));
alter table "complaints"."case_file" enable row level security;
alter table "complaints"."case_file" force row level security;
create policy "read" on "complaints"."case_file" for select using ((select kit.viewer_role()) in ('complaint_reviewer', 'system') and exists (select from complaints.complaint seen where seen.id = case_id));
create policy "write" on "complaints"."case_file" for insert with check (exists (select from complaints.complaint seen where seen.id = case_id));
alter table "complaints"."case_file_document" enable row level security;
alter table "complaints"."case_file_document" force row level security;
create policy "read" on "complaints"."case_file_document" for select using ((select kit.viewer_role()) in ('complaint_reviewer', 'system') and exists (select from complaints.complaint seen where seen.id = case_id));
create policy "write" on "complaints"."case_file_document" for insert with check (exists (select from complaints.complaint seen where seen.id = case_id));
alter table "complaints"."decision" enable row level security;
alter table "complaints"."decision" force row level security;
create policy "visible" on "complaints"."decision" using (exists (select from complaints.complaint seen where seen.id = case_id)) with check (exists (select from complaints.complaint seen where seen.id = case_id));
alter table "complaints"."complaint_document" enable row level security;
alter table "complaints"."complaint_document" force row level security;
create policy "visible" on "complaints"."complaint_document" using (exists (select from complaints.complaint seen where seen.id = case_id)) with check (exists (select from complaints.complaint seen where seen.id = case_id));
alter table "complaints"."case_term" enable row level security;
alter table "complaints"."case_term" force row level security;
create policy "visible" on "complaints"."case_term" using (exists (select from complaints.complaint seen where seen.id = case_id)) with check (exists (select from complaints.complaint seen where seen.id = case_id));
alter table "complaints"."event" enable row level security;
alter table "complaints"."event" force row level security;
create policy "read" on "complaints"."event" for select using (exists (select from complaints.complaint seen where seen.id = case_id));
create policy "write" on "complaints"."event" for insert with check (account_id = (select kit.viewer_account()));
alter table "complaints"."idempotency_key" enable row level security;
alter table "complaints"."idempotency_key" force row level security;
create policy "own" on "complaints"."idempotency_key" using (account_id = (select kit.viewer_account())) with check (account_id = (select kit.viewer_account()));

grant select, insert, update on all tables in schema complaints to qonaq_complaints;
-- What happened, what was decided and what was sent along is only added to, and so are documents.
revoke update on complaints.event, complaints.decision, complaints.case_file, complaints.case_file_document, complaints.complaint_document from qonaq_complaints;
