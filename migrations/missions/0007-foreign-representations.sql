-- The foreign representations in Kazakhstan whose staff apply through the MFA (A§1). Loaded once; changed by an administrator, with the source.
create table "missions"."foreign_representation" ("id" uuid not null, "version" int not null default 1, "kind" text not null, "name" jsonb not null, "country" text null, "city" text not null, "valid_from" date null, "valid_until" date null, "source" text not null, "english_name" text collate "C" generated always as (name ->> 'en') stored, primary key ("id"));
create index "foreign_representation_english_name_id_index" on "missions"."foreign_representation" ("english_name", "id");
alter table "missions"."foreign_representation" add constraint "foreign_representation_kind_check" check ("kind" in ('EMBASSY', 'CONSULATE', 'INTERNATIONAL_ORGANISATION'));
grant select, insert, update on missions.foreign_representation to qonaq_missions;

-- What happened to them is kept beside what happened to accounts.
drop policy "read" on "missions"."event";
create policy "read" on "missions"."event" for select using (exists (select from missions.account seen where seen.id = case_id) or exists (select from kit.calendar_year seen where seen.id = case_id) or exists (select from kit.pilot_period seen where seen.id = case_id) or exists (select from missions.foreign_representation seen where seen.id = case_id));
