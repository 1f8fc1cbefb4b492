-- What an application asks for; those of before asked for a number.
alter table "iin"."application" add column "kind" text not null default 'FORMATION', add column "correction" jsonb null;
alter table "iin"."application" alter column "kind" drop default;
alter table "iin"."application" add constraint "application_kind_check" check ("kind" in ('FORMATION', 'CORRECTION'));
alter table "iin"."application" drop constraint "application_state_check";
alter table "iin"."application" add constraint "application_state_check" check ("state" in ('REGISTERED', 'IN_REVIEW', 'FORMED', 'CORRECTED', 'REFUSED', 'WITHDRAWN'));
create index "application_record_id_index" on "iin"."application" ("record_id");

-- Where a record stands in the registry by its surname, in the form in which surnames are compared. With the id behind it no two stand in one place, so a
-- page begins where the index says; the space sorts before every letter.
alter table "iin"."record" add column "latin_surname_order" text collate "C" generated always as (iin.comparable(coalesce(latin_name ->> 'surname', latin_name ->> 'givenNames')) || ' ' || id::text) stored, add column "cyrillic_surname_order" text collate "C" generated always as (iin.comparable(coalesce(cyrillic_name ->> 'surname', cyrillic_name ->> 'givenNames')) || ' ' || id::text) stored;
create index "record_latin_surname_order_index" on "iin"."record" ("latin_surname_order");
create index "record_cyrillic_surname_order_index" on "iin"."record" ("cyrillic_surname_order");
create index "record_birth_date_id_index" on "iin"."record" ("birth_date", "id");

-- The number never changes, nor through which application it was formed, by whom and when.
revoke update on iin.record from qonaq_iin;
grant update (version, office_id, latin_name, cyrillic_name, birth_date, birth_place, sex, citizenship) on iin.record to qonaq_iin;

-- Every version of a record, the present one too; only added to. Records of before have one. Row level security holds for the owner too, so it looks as the system.
create table "iin"."record_version" ("id" uuid not null, "record_id" uuid not null, "version" int not null, "application_id" uuid not null, "office_id" uuid not null, "latin_name" jsonb not null, "cyrillic_name" jsonb not null, "birth_date" date not null, "birth_place" text not null, "sex" text not null, "citizenship" text not null, "recorded_at" timestamptz(6) not null, "recorded_by" uuid not null, primary key ("id"));
select set_config('qonaq.role', 'system', true);
insert into iin.record_version (id, record_id, version, application_id, office_id, latin_name, cyrillic_name, birth_date, birth_place, sex, citizenship, recorded_at, recorded_by)
  select gen_random_uuid(), id, version, application_id, office_id, latin_name, cyrillic_name, birth_date, birth_place, sex, citizenship, formed_at, formed_by from iin.record;
select set_config('qonaq.role', '', true);
alter table "iin"."record_version" add constraint "record_version_application_id_unique" unique ("application_id");
alter table "iin"."record_version" add constraint "record_version_record_id_version_unique" unique ("record_id", "version");
alter table "iin"."record_version" add constraint "record_version_sex_check" check ("sex" in ('MALE', 'FEMALE', 'UNSPECIFIED'));
alter table "iin"."record_version" enable row level security;
alter table "iin"."record_version" force row level security;
create policy "read" on "iin"."record_version" for select using (((select kit.viewer_role()) in ('consul', 'authorised_employee') and office_id = (select kit.viewer_office())) or (select kit.viewer_role()) in ('iin_operator', 'system') or kit.was_opened(application_id));
create policy "record" on "iin"."record_version" for insert with check ((select kit.viewer_role()) = 'iin_operator' and recorded_by = (select kit.viewer_account()));
grant select, insert on "iin"."record_version" to qonaq_iin;

-- What a correction starts from. The record may be another office's: it is told to whoever knows the number, the surname and the date of birth together, as they
-- are recorded. Row level security holds for the owner too, so it looks as the system for this one statement.
create function iin.record_to_correct(number text, surname text, born date)
returns table (id uuid, version int, latin_name jsonb, cyrillic_name jsonb, birth_date date, birth_place text, sex text, citizenship text)
language plpgsql security definer set search_path = pg_catalog as $$
declare
  role_before text := coalesce(current_setting('qonaq.role', true), '');
  matching uuid := iin.verify(number, surname, born);
begin
  perform set_config('qonaq.role', 'system', true);
  return query select record.id, record.version, record.latin_name, record.cyrillic_name, record.birth_date, record.birth_place, record.sex, record.citizenship
    from iin.record where record.id = matching;
  perform set_config('qonaq.role', role_before, true);
end
$$;
revoke all on function iin.record_to_correct(text, text, date) from public;
grant execute on function iin.record_to_correct(text, text, date) to qonaq_iin;

-- Now a printed form also tells whether it still holds: a certificate is replaced once one of a later version of the record was printed.
drop function iin.check_printed_form(text);
create function iin.check_printed_form(hash text) returns table (kind text, issued_on date, state text)
language plpgsql security definer set search_path = pg_catalog as $$
declare role_before text := coalesce(current_setting('qonaq.role', true), '');
begin
  perform set_config('qonaq.role', 'system', true);
  return query select form.kind, form.issued_on, case when exists (
      select from iin.record_version printed
        join iin.record_version later on later.record_id = printed.record_id and later.version > printed.version
        join iin.printed_form certificate on certificate.application_id = later.application_id and certificate.kind = form.kind
       where printed.application_id = form.application_id and form.kind = 'REGISTRATION_CERTIFICATE') then 'REPLACED' else 'VALID' end
    from iin.printed_form form where form.token_hash = hash;
  perform set_config('qonaq.role', role_before, true);
end
$$;
revoke all on function iin.check_printed_form(text) from public;
grant execute on function iin.check_printed_form(text) to qonaq_iin;
