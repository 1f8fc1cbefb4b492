create schema if not exists "iin";
grant usage on schema iin to qonaq_iin;

create table "iin"."acceptance_refusal" ("id" uuid not null, "office_id" uuid not null, "applicant_id" uuid not null, "applicant_version" int not null, "category" text not null, "reasons" jsonb not null, "refused_at" timestamptz(6) not null, "refused_by" uuid not null, primary key ("id"));
create index "acceptance_refusal_office_id_id_index" on "iin"."acceptance_refusal" ("office_id", "id");
alter table "iin"."acceptance_refusal" add constraint "acceptance_refusal_category_check" check ("category" in ('POTENTIAL_INVESTOR', 'GOODS_MARKING_PARTICIPANT', 'SPOUSE_OF_CITIZEN', 'CHILD_OF_CITIZEN', 'HEIR', 'DIGITAL_NOMAD', 'PERSON_WITH_DISABILITY', 'AGE_65_PLUS', 'PLANT_PROTECTION_PRODUCER', 'LEGAL_ENTITY_HEAD', 'REPRESENTATION_STAFF'));

create table "iin"."forming" ("id" int not null, "open_eighth_digits" int[] not null, "numbers_imported_at" timestamptz(6) null, primary key ("id"));

create table "iin"."event" ("id" uuid not null, "case_id" uuid not null, "kind" text not null, "at" timestamptz(6) not null, "account_id" uuid not null, "role" text not null, "details" jsonb not null, primary key ("id"));
create index "event_case_id_id_index" on "iin"."event" ("case_id", "id");

create table "iin"."idempotency_key" ("account_id" uuid not null, "command" text not null, "key" text not null, "input_hash" text not null, "outcome_kind" text null, "outcome_id" uuid null, "at" timestamptz(6) not null, primary key ("account_id", "command", "key"));

create table "iin"."number_counter" ("series" text not null, "year" int not null, "last" int not null, primary key ("series", "year"));

create table "iin"."application" ("id" uuid not null, "version" int not null default 1, "number" text not null, "category" text not null, "channel" text not null, "office_id" uuid not null, "state" text not null, "applicant_id" uuid not null, "applicant_version" int not null, "latin_name" jsonb not null, "cyrillic_name" jsonb not null, "birth_date" date not null, "birth_place" text not null, "sex" text not null, "citizenship" text not null, "presented" jsonb not null, "registered_at" timestamptz(6) not null, "registered_by" uuid not null, "due_at" timestamptz(6) not null, "taken_by" uuid null, "taken_at" timestamptz(6) null, "decided_by" uuid null, "decided_at" timestamptz(6) null, "refusal_grounds" text[] null, "refusal_reason" text null, "existing_record_id" uuid null, "record_id" uuid null, "iin" text null, "handed_out_at" timestamptz(6) null, "handed_out_by" uuid null, primary key ("id"));
alter table "iin"."application" add constraint "application_number_unique" unique ("number");
create index "application_office_id_id_index" on "iin"."application" ("office_id", "id");
create index "application_state_id_index" on "iin"."application" ("state", "id");
create index "application_applicant_id_index" on "iin"."application" ("applicant_id");
alter table "iin"."application" add constraint "application_category_check" check ("category" in ('POTENTIAL_INVESTOR', 'GOODS_MARKING_PARTICIPANT', 'SPOUSE_OF_CITIZEN', 'CHILD_OF_CITIZEN', 'HEIR', 'DIGITAL_NOMAD', 'PERSON_WITH_DISABILITY', 'AGE_65_PLUS', 'PLANT_PROTECTION_PRODUCER', 'LEGAL_ENTITY_HEAD', 'REPRESENTATION_STAFF'));
alter table "iin"."application" add constraint "application_channel_check" check ("channel" in ('MISSION', 'MFA'));
alter table "iin"."application" add constraint "application_state_check" check ("state" in ('REGISTERED', 'IN_REVIEW', 'FORMED', 'REFUSED', 'WITHDRAWN'));
alter table "iin"."application" add constraint "application_sex_check" check ("sex" in ('MALE', 'FEMALE', 'UNSPECIFIED'));

create table "iin"."record" ("id" uuid not null, "version" int not null default 1, "iin" text not null, "application_id" uuid not null, "office_id" uuid not null, "latin_name" jsonb not null, "cyrillic_name" jsonb not null, "birth_date" date not null, "birth_place" text not null, "sex" text not null, "citizenship" text not null, "formed_at" timestamptz(6) not null, "formed_by" uuid not null, primary key ("id"));
alter table "iin"."record" add constraint "record_iin_unique" unique ("iin");
alter table "iin"."record" add constraint "record_sex_check" check ("sex" in ('MALE', 'FEMALE', 'UNSPECIFIED'));

create table "iin"."number_in_use" ("iin" text not null, "imported_at" timestamptz(6) not null, primary key ("iin"));

create table "iin"."printed_form" ("id" uuid not null, "application_id" uuid not null, "office_id" uuid not null, "kind" text not null, "token_hash" text not null, "size" int not null, "sha256" text not null, "issued_on" date not null, "prints" int not null, primary key ("id"));
alter table "iin"."printed_form" add constraint "printed_form_token_hash_unique" unique ("token_hash");
create index "printed_form_application_id_index" on "iin"."printed_form" ("application_id");
alter table "iin"."printed_form" add constraint "printed_form_kind_check" check ("kind" in ('REGISTRATION_CERTIFICATE', 'REFUSAL_NOTICE'));

alter table "iin"."acceptance_refusal" enable row level security;
alter table "iin"."acceptance_refusal" force row level security;
create policy "visible" on "iin"."acceptance_refusal" using (((select kit.viewer_role()) in ('consul', 'authorised_employee') and office_id = (select kit.viewer_office())) or (select kit.viewer_role()) in ('iin_operator', 'system') or kit.was_opened(id)) with check (((select kit.viewer_role()) in ('consul', 'authorised_employee') and office_id = (select kit.viewer_office())) or (select kit.viewer_role()) in ('iin_operator', 'system') or kit.was_opened(id));
alter table "iin"."event" enable row level security;
alter table "iin"."event" force row level security;
create policy "read" on "iin"."event" for select using (exists (select from iin.application seen where seen.id = case_id));
create policy "write" on "iin"."event" for insert with check (account_id = (select kit.viewer_account()));
alter table "iin"."idempotency_key" enable row level security;
alter table "iin"."idempotency_key" force row level security;
create policy "own" on "iin"."idempotency_key" using (account_id = (select kit.viewer_account())) with check (account_id = (select kit.viewer_account()));
alter table "iin"."application" enable row level security;
alter table "iin"."application" force row level security;
create policy "visible" on "iin"."application" using (((select kit.viewer_role()) in ('consul', 'authorised_employee') and office_id = (select kit.viewer_office())) or (select kit.viewer_role()) in ('iin_operator', 'system') or kit.was_opened(id)) with check (((select kit.viewer_role()) in ('consul', 'authorised_employee') and office_id = (select kit.viewer_office())) or (select kit.viewer_role()) in ('iin_operator', 'system') or kit.was_opened(id));
alter table "iin"."record" enable row level security;
alter table "iin"."record" force row level security;
create policy "visible" on "iin"."record" using (((select kit.viewer_role()) in ('consul', 'authorised_employee') and office_id = (select kit.viewer_office())) or (select kit.viewer_role()) in ('iin_operator', 'system') or kit.was_opened(application_id)) with check (((select kit.viewer_role()) in ('consul', 'authorised_employee') and office_id = (select kit.viewer_office())) or (select kit.viewer_role()) in ('iin_operator', 'system') or kit.was_opened(application_id));
alter table "iin"."printed_form" enable row level security;
alter table "iin"."printed_form" force row level security;
create policy "visible" on "iin"."printed_form" using (((select kit.viewer_role()) in ('consul', 'authorised_employee') and office_id = (select kit.viewer_office())) or (select kit.viewer_role()) in ('iin_operator', 'system') or kit.was_opened(application_id)) with check (((select kit.viewer_role()) in ('consul', 'authorised_employee') and office_id = (select kit.viewer_office())) or (select kit.viewer_role()) in ('iin_operator', 'system') or kit.was_opened(application_id));

grant select, insert, update on all tables in schema iin to qonaq_iin;
-- What happened is only added to.
revoke update on iin.event from qonaq_iin;

-- Eighth digit 5 is open at first; a person opens the next one.
insert into iin.forming (id, open_eighth_digits) values (1, '{5}');

-- What everybody may learn who holds a printed form: that it is one. By its token's hash, which nobody can guess.
-- Row level security holds for the owner too, so it looks as the system for this one statement.
create function iin.check_printed_form(hash text) returns table (kind text, issued_on date)
language plpgsql security definer set search_path = pg_catalog as $$
declare role_before text := coalesce(current_setting('qonaq.role', true), '');
begin
  perform set_config('qonaq.role', 'system', true);
  return query select form.kind, form.issued_on from iin.printed_form form where form.token_hash = hash;
  perform set_config('qonaq.role', role_before, true);
end
$$;
revoke all on function iin.check_printed_form(text) from public;
grant execute on function iin.check_printed_form(text) to qonaq_iin;
