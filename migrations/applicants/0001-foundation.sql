create schema if not exists "applicants";
grant usage on schema applicants to qonaq_applicants;

create table "applicants"."applicant" ("id" uuid not null, "version" int not null default 1, "office_id" uuid null, "person_account_id" uuid null, "latin_name" jsonb not null, "cyrillic_name" jsonb not null, "birth_date" date not null, "birth_place" text not null, "sex" text not null, "citizenship" text not null, "ethnicity" text null, "travel_document" jsonb not null, "machine_readable_zone" text[] not null, "settled_disagreements" jsonb not null, "contacts" jsonb not null, "address" jsonb null, "country_of_arrival" text null, "language" text not null, "iin" text null, "registered_at" timestamptz(6) not null, "registered_by" uuid not null, primary key ("id"));
create index "applicant_office_id_id_index" on "applicants"."applicant" ("office_id", "id");
create index "applicant_person_account_id_id_index" on "applicants"."applicant" ("person_account_id", "id");
alter table "applicants"."applicant" add constraint "applicant_sex_check" check ("sex" in ('MALE', 'FEMALE', 'UNSPECIFIED'));
alter table "applicants"."applicant" add constraint "applicant_language_check" check ("language" in ('kk', 'ru', 'en'));

create table "applicants"."event" ("id" uuid not null, "case_id" uuid not null, "kind" text not null, "at" timestamptz(6) not null, "account_id" uuid not null, "role" text not null, "details" jsonb not null, primary key ("id"));
create index "event_case_id_id_index" on "applicants"."event" ("case_id", "id");

create table "applicants"."idempotency_key" ("account_id" uuid not null, "command" text not null, "key" text not null, "input_hash" text not null, "outcome_kind" text null, "outcome_id" uuid null, "at" timestamptz(6) not null, primary key ("account_id", "command", "key"));

create table "applicants"."number_counter" ("series" text not null, "year" int not null, "last" int not null, primary key ("series", "year"));

create table "applicants"."consent" ("id" uuid not null, "applicant_id" uuid not null, "office_id" uuid null, "person_account_id" uuid null, "kind" text not null, "given_on" date not null, "recorded_at" timestamptz(6) not null, "recorded_by" uuid not null, primary key ("id"));
create index "consent_applicant_id_id_index" on "applicants"."consent" ("applicant_id", "id");
alter table "applicants"."consent" add constraint "consent_kind_check" check ("kind" in ('PERSONAL_DATA_PROCESSING'));

create table "applicants"."document" ("id" uuid not null, "applicant_id" uuid not null, "office_id" uuid null, "person_account_id" uuid null, "kind" text not null, "media_type" text not null, "size" int not null, "sha256" text not null, "issuing_country" text null, "issued_on" date null, "expires_on" date null, "language" text null, "original_shown" boolean not null, "translation" text not null, "attestation" text not null, "attached_at" timestamptz(6) not null, "attached_by" uuid not null, primary key ("id"));
create index "document_applicant_id_id_index" on "applicants"."document" ("applicant_id", "id");
alter table "applicants"."document" add constraint "document_kind_check" check ("kind" in ('APPLICATION_FORM', 'IDENTITY_DOCUMENT', 'FOREIGN_INVESTORS_COUNCIL_MEMBERSHIP', 'INVESTMENT_CONTRACT', 'STATE_BODY_RECOMMENDATION', 'AIFC_RECOMMENDATION', 'APPOINTMENT_ACT', 'MARRIAGE_CERTIFICATE', 'SPOUSE_IDENTITY_DOCUMENT', 'BIRTH_CERTIFICATE', 'PARENT_IDENTITY_DOCUMENT', 'DEATH_CERTIFICATE', 'INHERITANCE_PROOF', 'IT_DIPLOMA', 'IT_TRAINING_CERTIFICATE', 'IT_PORTFOLIO', 'DISABILITY_CERTIFICATE', 'ACTIVITY_PROOF'));
alter table "applicants"."document" add constraint "document_media_type_check" check ("media_type" in ('application/pdf', 'image/jpeg', 'image/png'));
alter table "applicants"."document" add constraint "document_translation_check" check ("translation" in ('NONE', 'TRANSLATOR_CERTIFIED', 'NOTARISED'));
alter table "applicants"."document" add constraint "document_attestation_check" check ("attestation" in ('NONE', 'APOSTILLE', 'LEGALISATION'));

alter table "applicants"."applicant" enable row level security;
alter table "applicants"."applicant" force row level security;
create policy "visible" on "applicants"."applicant" using (((select kit.viewer_role()) in ('consul', 'authorised_employee') and office_id = (select kit.viewer_office())) or ((select kit.viewer_role()) = 'applicant' and person_account_id = (select kit.viewer_account())) or (select kit.viewer_role()) in ('iin_operator', 'system') or kit.was_opened(id)) with check (((select kit.viewer_role()) in ('consul', 'authorised_employee') and office_id = (select kit.viewer_office())) or ((select kit.viewer_role()) = 'applicant' and person_account_id = (select kit.viewer_account())) or (select kit.viewer_role()) in ('iin_operator', 'system') or kit.was_opened(id));
alter table "applicants"."event" enable row level security;
alter table "applicants"."event" force row level security;
create policy "read" on "applicants"."event" for select using (exists (select from applicants.applicant seen where seen.id = case_id));
create policy "write" on "applicants"."event" for insert with check (account_id = (select kit.viewer_account()));
alter table "applicants"."idempotency_key" enable row level security;
alter table "applicants"."idempotency_key" force row level security;
create policy "own" on "applicants"."idempotency_key" using (account_id = (select kit.viewer_account())) with check (account_id = (select kit.viewer_account()));
alter table "applicants"."consent" enable row level security;
alter table "applicants"."consent" force row level security;
create policy "visible" on "applicants"."consent" using (((select kit.viewer_role()) in ('consul', 'authorised_employee') and office_id = (select kit.viewer_office())) or ((select kit.viewer_role()) = 'applicant' and person_account_id = (select kit.viewer_account())) or (select kit.viewer_role()) in ('iin_operator', 'system') or kit.was_opened(applicant_id)) with check (((select kit.viewer_role()) in ('consul', 'authorised_employee') and office_id = (select kit.viewer_office())) or ((select kit.viewer_role()) = 'applicant' and person_account_id = (select kit.viewer_account())) or (select kit.viewer_role()) in ('iin_operator', 'system') or kit.was_opened(applicant_id));
alter table "applicants"."document" enable row level security;
alter table "applicants"."document" force row level security;
create policy "visible" on "applicants"."document" using (((select kit.viewer_role()) in ('consul', 'authorised_employee') and office_id = (select kit.viewer_office())) or ((select kit.viewer_role()) = 'applicant' and person_account_id = (select kit.viewer_account())) or (select kit.viewer_role()) in ('iin_operator', 'system') or kit.was_opened(applicant_id)) with check (((select kit.viewer_role()) in ('consul', 'authorised_employee') and office_id = (select kit.viewer_office())) or ((select kit.viewer_role()) = 'applicant' and person_account_id = (select kit.viewer_account())) or (select kit.viewer_role()) in ('iin_operator', 'system') or kit.was_opened(applicant_id));

grant select, insert, update on all tables in schema applicants to qonaq_applicants;
-- What happened is only added to.
revoke update on applicants.event from qonaq_applicants;
