-- Possible duplicates are looked for in every version of a record, with the travel document that was presented for it: also by a former name, by a former
-- document, and by the new one. A version can't be changed, so for this moment its owner is let past the row rules; applications are read as the system.
alter table "iin"."record_version" add column "travel_document" jsonb null;
alter table "iin"."record_version" no force row level security;
select set_config('qonaq.role', 'system', true);
update iin.record_version set travel_document = application.presented -> 'travelDocument' from iin.application where application.id = record_version.application_id;
select set_config('qonaq.role', '', true);
alter table "iin"."record_version" force row level security;
alter table "iin"."record_version" alter column "travel_document" set not null;

-- Of somebody with a single name no other word is found when a letter in it is wrong: those are looked for by the birth date. They are few.
create function iin.has_single_name(latin jsonb, cyrillic jsonb) returns boolean language sql immutable parallel safe set search_path = pg_catalog as $$
  select latin ->> 'surname' is null or latin ->> 'givenNames' is null or cyrillic ->> 'surname' is null or cyrillic ->> 'givenNames' is null
$$;
alter table "iin"."application" add column "single_name" boolean generated always as (iin.has_single_name(latin_name, cyrillic_name)) stored;
create index "application_birth_date_index" on "iin"."application" ("birth_date") where single_name and state in ('REGISTERED', 'IN_REVIEW');

alter table "iin"."record_version" add column "latin_surname_sound" text collate "C" generated always as (iin.surname_sound(latin_name)) stored, add column "latin_given_name_sound" text collate "C" generated always as (iin.given_name_sound(latin_name)) stored, add column "cyrillic_surname_sound" text collate "C" generated always as (nullif(iin.surname_sound(cyrillic_name), iin.surname_sound(latin_name))) stored, add column "cyrillic_given_name_sound" text collate "C" generated always as (nullif(iin.given_name_sound(cyrillic_name), iin.given_name_sound(latin_name))) stored, add column "single_name" boolean generated always as (iin.has_single_name(latin_name, cyrillic_name)) stored, add column "document_key" text collate "C" generated always as (iin.document_key(travel_document)) stored;
create index "record_version_latin_surname_sound_birth_date_index" on "iin"."record_version" ("latin_surname_sound", "birth_date");
create index "record_version_latin_given_name_sound_birth_date_index" on "iin"."record_version" ("latin_given_name_sound", "birth_date");
create index "record_version_cyrillic_surname_sound_birth_date_index" on "iin"."record_version" ("cyrillic_surname_sound", "birth_date") where cyrillic_surname_sound is not null;
create index "record_version_cyrillic_given_name_sound_birth_date_index" on "iin"."record_version" ("cyrillic_given_name_sound", "birth_date") where cyrillic_given_name_sound is not null;
create index "record_version_birth_date_index" on "iin"."record_version" ("birth_date") where single_name;
create index "record_version_document_key_index" on "iin"."record_version" ("document_key");

-- The record itself has a version of its own among them.
alter table "iin"."record" drop column "latin_surname_sound", drop column "latin_given_name_sound", drop column "cyrillic_surname_sound", drop column "cyrillic_given_name_sound", drop column "document_key", drop column "travel_document";
