-- The consonants that are heard in a name, as rules/name-sounds.ts has them too: change both together.
create function iin.sound(name text) returns text language plpgsql immutable strict parallel safe set search_path = pg_catalog as $$
declare heard text := regexp_replace(normalize(replace(upper(name), 'ß', 'SS'), NFD), '[\s.,‐–''’‘ʼʻ`Ь\u0300-\u036f-]', '', 'g');
begin
  heard := regexp_replace(heard, 'DZH|ZH|DJ|J|ДЖ', ' ', 'g');
  heard := regexp_replace(heard, 'T?S?CH|T?SH|C(?=[EIYZ])|Z', 'S', 'g');
  heard := regexp_replace(replace(replace(heard, 'PH', 'F'), 'TH', 'T'), '[KG]H|G', 'H', 'g');
  heard := translate(replace(heard, 'X', 'KS'), 'CQWБДЂĐÐФГҒҐХҺКҚЛЉŁМНҢЊПРЗЅЦЧШЩСЋẞТÞВ', 'KKVBDDDDFHHHHHKKLLLMNNNPRSSSSSSSSSTTV');
  heard := regexp_replace(regexp_replace(heard, '[^BDFHKLMNPRSTV]', ' ', 'g'), 'T+S', 'S', 'g');
  heard := replace(regexp_replace(heard, '(.)\1+', '\1', 'g'), ' ', '');
  return coalesce(nullif(heard, ''), 'A');
end
$$;

-- The sounds by which a person is found: of the surname, or a single name; and of the first given name, or the first word of a single name, which others may
-- have as a given name.
create function iin.surname_sound(name jsonb) returns text language sql immutable parallel safe set search_path = pg_catalog as $$
  select iin.sound(coalesce(name ->> 'surname', name ->> 'givenNames'))
$$;
create function iin.given_name_sound(name jsonb) returns text language sql immutable parallel safe set search_path = pg_catalog as $$
  select iin.sound((regexp_match(coalesce(name ->> 'givenNames', name ->> 'surname'), '[^\s.,‐–-]+'))[1])
$$;

-- A travel document in one form: its issuing state, and the letters and digits of its number.
create function iin.document_key(document jsonb) returns text language sql immutable parallel safe set search_path = pg_catalog as $$
  select document ->> 'issuingCountry' || ' ' || nullif(regexp_replace(upper(document ->> 'number'), '[^0-9A-Z]', '', 'g'), '')
$$;

-- A record keeps the travel document that was presented; those of before have it from their applications. Row level security holds for the owner too, so
-- it looks as the system.
alter table "iin"."record" add column "travel_document" jsonb null;
select set_config('qonaq.role', 'system', true);
update iin.record set travel_document = application.presented -> 'travelDocument' from iin.application where application.id = record.application_id;
select set_config('qonaq.role', '', true);
alter table "iin"."record" alter column "travel_document" set not null;

-- By what duplicates are looked for; in Cyrillic letters where that sounds otherwise. Under row level security an index serves only comparisons that can't leak, such as those of plain columns: no trigrams.
alter table "iin"."application" add column "latin_surname_sound" text collate "C" generated always as (iin.surname_sound(latin_name)) stored, add column "latin_given_name_sound" text collate "C" generated always as (iin.given_name_sound(latin_name)) stored, add column "cyrillic_surname_sound" text collate "C" generated always as (nullif(iin.surname_sound(cyrillic_name), iin.surname_sound(latin_name))) stored, add column "cyrillic_given_name_sound" text collate "C" generated always as (nullif(iin.given_name_sound(cyrillic_name), iin.given_name_sound(latin_name))) stored, add column "document_key" text collate "C" generated always as (iin.document_key(presented -> 'travelDocument')) stored;
create index "application_latin_surname_sound_birth_date_index" on "iin"."application" ("latin_surname_sound", "birth_date") where state in ('REGISTERED', 'IN_REVIEW');
create index "application_latin_given_name_sound_birth_date_index" on "iin"."application" ("latin_given_name_sound", "birth_date") where state in ('REGISTERED', 'IN_REVIEW');
create index "application_cyrillic_surname_sound_birth_date_index" on "iin"."application" ("cyrillic_surname_sound", "birth_date") where cyrillic_surname_sound is not null and state in ('REGISTERED', 'IN_REVIEW');
create index "application_cyrillic_given_name_sound_birth_date_index" on "iin"."application" ("cyrillic_given_name_sound", "birth_date") where cyrillic_given_name_sound is not null and state in ('REGISTERED', 'IN_REVIEW');
create index "application_document_key_index" on "iin"."application" ("document_key") where state in ('REGISTERED', 'IN_REVIEW');
alter table "iin"."record" add column "latin_surname_sound" text collate "C" generated always as (iin.surname_sound(latin_name)) stored, add column "latin_given_name_sound" text collate "C" generated always as (iin.given_name_sound(latin_name)) stored, add column "cyrillic_surname_sound" text collate "C" generated always as (nullif(iin.surname_sound(cyrillic_name), iin.surname_sound(latin_name))) stored, add column "cyrillic_given_name_sound" text collate "C" generated always as (nullif(iin.given_name_sound(cyrillic_name), iin.given_name_sound(latin_name))) stored, add column "document_key" text collate "C" generated always as (iin.document_key(travel_document)) stored;
create index "record_latin_surname_sound_birth_date_index" on "iin"."record" ("latin_surname_sound", "birth_date");
create index "record_latin_given_name_sound_birth_date_index" on "iin"."record" ("latin_given_name_sound", "birth_date");
create index "record_cyrillic_surname_sound_birth_date_index" on "iin"."record" ("cyrillic_surname_sound", "birth_date") where cyrillic_surname_sound is not null;
create index "record_cyrillic_given_name_sound_birth_date_index" on "iin"."record" ("cyrillic_given_name_sound", "birth_date") where cyrillic_given_name_sound is not null;
create index "record_document_key_index" on "iin"."record" ("document_key");

-- What operators decided of possible duplicates; the last decision about two holds.
create table "iin"."duplicate_decision" ("id" uuid not null, "application_id" uuid not null, "candidate_id" uuid not null, "verdict" text not null, "reason" text not null, "decided_at" timestamptz(6) not null, "decided_by" uuid not null, primary key ("id"));
create index "duplicate_decision_application_id_index" on "iin"."duplicate_decision" ("application_id");
create index "duplicate_decision_candidate_id_index" on "iin"."duplicate_decision" ("candidate_id");
alter table "iin"."duplicate_decision" add constraint "duplicate_decision_verdict_check" check ("verdict" in ('SAME_PERSON', 'ANOTHER_PERSON'));
alter table "iin"."duplicate_decision" enable row level security;
alter table "iin"."duplicate_decision" force row level security;
create policy "read" on "iin"."duplicate_decision" for select using ((select kit.viewer_role()) in ('iin_operator', 'system'));
create policy "decide" on "iin"."duplicate_decision" for insert with check ((select kit.viewer_role()) = 'iin_operator' and decided_by = (select kit.viewer_account()));
grant select, insert on "iin"."duplicate_decision" to qonaq_iin;
