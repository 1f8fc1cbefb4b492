-- A party of a convention is changed by an administrator: it has an id for the journal, and a version.
alter table "iin"."convention_party" add column "id" uuid not null default gen_random_uuid(), add column "version" int not null default 1;
alter table "iin"."convention_party" alter column "id" drop default;
alter table "iin"."convention_party" drop constraint "convention_party_pkey", add primary key ("id");
alter table "iin"."convention_party" add constraint "convention_party_convention_country_valid_from_unique" unique ("convention", "country", "valid_from");
grant insert, update on iin.convention_party to qonaq_iin;

-- What happened to a party is kept beside what happened to applications.
drop policy "read" on "iin"."event";
create policy "read" on "iin"."event" for select using (exists (select from iin.application seen where seen.id = case_id) or exists (select from iin.incident seen where seen.id = case_id) or exists (select from iin.convention_party seen where seen.id = case_id));
