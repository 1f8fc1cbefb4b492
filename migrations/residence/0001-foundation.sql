create schema if not exists "residence";
grant usage on schema residence to qonaq_residence;

create table "residence"."case_document" ("case_id" uuid not null, "id" uuid not null, "stage" text not null, "kind" text not null, "media_type" text not null, "size" int not null, "sha256" text not null, "facts" jsonb not null, "signature" jsonb null, "signed_at" timestamptz(6) null, "added_at" timestamptz(6) not null, "added_by" uuid not null, primary key ("case_id", "id"));
create index "case_document_id_index" on "residence"."case_document" ("id");
alter table "residence"."case_document" add constraint "case_document_stage_check" check ("stage" in ('PETITION', 'PRELIMINARY', 'FINAL', 'PERMIT', 'MADE'));
alter table "residence"."case_document" add constraint "case_document_media_type_check" check ("media_type" in ('application/pdf', 'image/jpeg', 'image/png'));

create table "residence"."case_term" ("id" uuid not null, "case_id" uuid not null, "kind" text not null, "started_at" timestamptz(6) not null, "due_at" timestamptz(6) not null, "ended_at" timestamptz(6) null, primary key ("id"));
create index "case_term_case_id_id_index" on "residence"."case_term" ("case_id", "id");
create index "case_term_ended_at_due_at_index" on "residence"."case_term" ("ended_at", "due_at");
alter table "residence"."case_term" add constraint "case_term_kind_check" check ("kind" in ('IIN_SERVICE', 'INTERVIEW_INVITATION', 'CASE_REGISTRATION', 'REWORK', 'KNB_AGREEMENT', 'PRELIMINARY_DECISION', 'APPROVAL_VALIDITY', 'BAR', 'PSC_REGISTRATION', 'FINAL_REVIEW', 'COMPLAINT_FORWARDING', 'COMPLAINT_PROVIDER', 'COMPLAINT_REVIEW'));

create table "residence"."interview_time" ("id" uuid not null, "case_id" uuid not null, "interviewer_id" uuid not null, "starts_at" timestamptz(6) not null, "offered_at" timestamptz(6) not null, "chosen_at" timestamptz(6) null, "released_at" timestamptz(6) null, primary key ("id"));
create index "interview_time_case_id_starts_at_index" on "residence"."interview_time" ("case_id", "starts_at");
create unique index "interview_time_chosen_unique" on "residence"."interview_time" ("interviewer_id", "starts_at") where chosen_at is not null and released_at is null;

create table "residence"."petition" ("id" uuid not null, "version" int not null default 1, "number" text not null, "state" text not null, "applicant_id" uuid not null, "applicant_version" int not null, "account_id" uuid not null, "iin" text not null, "latin_name" jsonb not null, "cyrillic_name" jsonb not null, "birth_date" date not null, "birth_place" text not null, "sex" text not null, "citizenship" text not null, "travel_document" jsonb not null, "language" text not null, "submitted_at" timestamptz(6) not null, "due_at" timestamptz(6) null, "passed_interview_at" timestamptz(6) null, "interview_result" text null, "letter_id" uuid null, "decided_at" timestamptz(6) null, "decided_by" uuid null, "refusal_reason" text null, primary key ("id"));
alter table "residence"."petition" add constraint "petition_number_unique" unique ("number");
create index "petition_state_id_index" on "residence"."petition" ("state", "id");
create index "petition_account_id_id_index" on "residence"."petition" ("account_id", "id");
create index "petition_due_at_id_index" on "residence"."petition" ("due_at", "id");
create index "petition_passed_interview_at_index" on "residence"."petition" ("passed_interview_at");
alter table "residence"."petition" add constraint "petition_state_check" check ("state" in ('SUBMITTED', 'SCREENED', 'TIMES_OFFERED', 'INTERVIEW_AGREED', 'AWAITING_SIGNATURE', 'SIGNED', 'REFUSED', 'WITHDRAWN'));
alter table "residence"."petition" add constraint "petition_sex_check" check ("sex" in ('MALE', 'FEMALE', 'UNSPECIFIED'));
alter table "residence"."petition" add constraint "petition_language_check" check ("language" in ('kk', 'ru', 'en'));

create table "residence"."event" ("id" uuid not null, "case_id" uuid not null, "kind" text not null, "at" timestamptz(6) not null, "account_id" uuid not null, "role" text not null, "details" jsonb not null, primary key ("id"));
create index "event_case_id_id_index" on "residence"."event" ("case_id", "id");

create table "residence"."idempotency_key" ("account_id" uuid not null, "command" text not null, "key" text not null, "input_hash" text not null, "outcome_kind" text null, "outcome_id" uuid null, "at" timestamptz(6) not null, primary key ("account_id", "command", "key"));

create table "residence"."number_counter" ("series" text not null, "year" int not null, "last" int not null, primary key ("series", "year"));

create table "residence"."residence_case" ("id" uuid not null, "version" int not null default 1, "number" text not null, "state" text not null, "lapses_at" timestamptz(6) null, "petition_id" uuid not null, "city" text not null, "applicant_id" uuid not null, "applicant_version" int not null, "account_id" uuid not null, "iin" text not null, "latin_name" jsonb not null, "cyrillic_name" jsonb not null, "birth_date" date not null, "birth_place" text not null, "sex" text not null, "citizenship" text not null, "travel_document" jsonb not null, "language" text not null, "submitted_at" timestamptz(6) not null, "due_at" timestamptz(6) null, "registered_at" timestamptz(6) null, "sent_to_knb_at" timestamptz(6) null, "knb_agreed" boolean null, "knb_reason" text null, "knb_answered_at" timestamptz(6) null, "approval_number" text null, "preliminary_decided_at" timestamptz(6) null, "preliminary_decided_by" uuid null, "arrived_at" timestamptz(6) null, "border_crossed_at" timestamptz(6) null, "fingerprinted_at" timestamptz(6) null, "final_applied_at" timestamptz(6) null, "tracking_number" text null, "originals_sent_at" timestamptz(6) null, "originals_received_at" timestamptz(6) null, "comparison" jsonb null, "final_decided_at" timestamptz(6) null, "final_decided_by" uuid null, "refusal_reason" text null, "barred_until" date null, "residence_address" text null, "residence_registered_at" timestamptz(6) null, "permit_number" text null, "permit_issued_at" timestamptz(6) null, primary key ("id"));
alter table "residence"."residence_case" add constraint "residence_case_number_unique" unique ("number");
alter table "residence"."residence_case" add constraint "residence_case_approval_number_unique" unique ("approval_number");
alter table "residence"."residence_case" add constraint "residence_case_permit_number_unique" unique ("permit_number");
create index "residence_case_city_state_id_index" on "residence"."residence_case" ("city", "state", "id");
create index "residence_case_city_due_at_id_index" on "residence"."residence_case" ("city", "due_at", "id");
create index "residence_case_account_id_id_index" on "residence"."residence_case" ("account_id", "id");
create index "residence_case_iin_id_index" on "residence"."residence_case" ("iin", "id");
create index "residence_case_sent_to_knb_at_id_index" on "residence"."residence_case" ("sent_to_knb_at", "id");
create index "residence_case_lapses_at_index" on "residence"."residence_case" ("lapses_at");
alter table "residence"."residence_case" add constraint "residence_case_state_check" check ("state" in ('SUBMITTED', 'RETURNED', 'REGISTERED', 'AT_KNB', 'KNB_ANSWERED', 'PRELIMINARILY_APPROVED', 'ARRIVED', 'FINAL_REGISTERED', 'ORIGINALS_SENT', 'FINAL_REVIEW', 'PERMITTED', 'PERMIT_ISSUED', 'PRELIMINARILY_REFUSED', 'FINALLY_REFUSED', 'ANNULLED', 'LAPSED', 'WITHDRAWN'));
alter table "residence"."residence_case" add constraint "residence_case_city_check" check ("city" in ('ASTANA', 'ALMATY'));
alter table "residence"."residence_case" add constraint "residence_case_sex_check" check ("sex" in ('MALE', 'FEMALE', 'UNSPECIFIED'));
alter table "residence"."residence_case" add constraint "residence_case_language_check" check ("language" in ('kk', 'ru', 'en'));

create table "residence"."security_check" ("id" uuid not null, "case_id" uuid not null, "stage" text not null, "kind" text not null, "clear" boolean not null, "remark" text null, "recorded_at" timestamptz(6) not null, "recorded_by" uuid not null, primary key ("id"));
create index "security_check_case_id_id_index" on "residence"."security_check" ("case_id", "id");
alter table "residence"."security_check" add constraint "security_check_stage_check" check ("stage" in ('PRELIMINARY', 'FINAL'));
alter table "residence"."security_check" add constraint "security_check_kind_check" check ("kind" in ('SPECIAL', 'CRIMINAL'));

alter table "residence"."case_document" enable row level security;
alter table "residence"."case_document" force row level security;
create policy "visible" on "residence"."case_document" using (exists (select from residence.petition seen where seen.id = case_id) or exists (select from residence.residence_case seen where seen.id = case_id)) with check (exists (select from residence.petition seen where seen.id = case_id) or exists (select from residence.residence_case seen where seen.id = case_id));
alter table "residence"."case_term" enable row level security;
alter table "residence"."case_term" force row level security;
create policy "visible" on "residence"."case_term" using (exists (select from residence.petition seen where seen.id = case_id) or exists (select from residence.residence_case seen where seen.id = case_id)) with check (exists (select from residence.petition seen where seen.id = case_id) or exists (select from residence.residence_case seen where seen.id = case_id));
alter table "residence"."interview_time" enable row level security;
alter table "residence"."interview_time" force row level security;
create policy "visible" on "residence"."interview_time" using (exists (select from residence.petition seen where seen.id = case_id) or exists (select from residence.residence_case seen where seen.id = case_id)) with check (exists (select from residence.petition seen where seen.id = case_id) or exists (select from residence.residence_case seen where seen.id = case_id));
alter table "residence"."petition" enable row level security;
alter table "residence"."petition" force row level security;
create policy "visible" on "residence"."petition" using (((select kit.viewer_role()) = 'applicant' and account_id = (select kit.viewer_account())) or (select kit.viewer_role()) in ('hub_officer', 'system') or ((select kit.viewer_role()) = 'mddiai_signer' and passed_interview_at is not null) or kit.was_opened(id)) with check (((select kit.viewer_role()) = 'applicant' and account_id = (select kit.viewer_account())) or (select kit.viewer_role()) in ('hub_officer', 'system') or ((select kit.viewer_role()) = 'mddiai_signer' and passed_interview_at is not null) or kit.was_opened(id));
alter table "residence"."event" enable row level security;
alter table "residence"."event" force row level security;
create policy "read" on "residence"."event" for select using (exists (select from residence.petition seen where seen.id = case_id) or exists (select from residence.residence_case seen where seen.id = case_id));
create policy "write" on "residence"."event" for insert with check (account_id = (select kit.viewer_account()));
alter table "residence"."idempotency_key" enable row level security;
alter table "residence"."idempotency_key" force row level security;
create policy "own" on "residence"."idempotency_key" using (account_id = (select kit.viewer_account())) with check (account_id = (select kit.viewer_account()));
alter table "residence"."residence_case" enable row level security;
alter table "residence"."residence_case" force row level security;
create policy "visible" on "residence"."residence_case" using (((select kit.viewer_role()) = 'applicant' and account_id = (select kit.viewer_account())) or ((select kit.viewer_role()) = 'kkq_officer' and city = (select kit.viewer_city())) or ((select kit.viewer_role()) = 'psc_officer' and city = (select kit.viewer_city()) and approval_number is not null) or ((select kit.viewer_role()) = 'knb_officer' and sent_to_knb_at is not null) or (select kit.viewer_role()) = 'system' or kit.was_opened(id)) with check (((select kit.viewer_role()) = 'applicant' and account_id = (select kit.viewer_account())) or ((select kit.viewer_role()) = 'kkq_officer' and city = (select kit.viewer_city())) or ((select kit.viewer_role()) = 'psc_officer' and city = (select kit.viewer_city()) and approval_number is not null) or ((select kit.viewer_role()) = 'knb_officer' and sent_to_knb_at is not null) or (select kit.viewer_role()) = 'system' or kit.was_opened(id));
alter table "residence"."security_check" enable row level security;
alter table "residence"."security_check" force row level security;
create policy "visible" on "residence"."security_check" using ((select kit.viewer_role()) in ('kkq_officer', 'system') and exists (select from residence.residence_case seen where seen.id = case_id)) with check ((select kit.viewer_role()) in ('kkq_officer', 'system') and exists (select from residence.residence_case seen where seen.id = case_id));

grant select, insert, update on all tables in schema residence to qonaq_residence;
-- What happened is only added to, and so are checks and documents.
revoke update on residence.event, residence.security_check from qonaq_residence;
