-- When an application passed to the operators; those of before did at once. Row level security holds for the owner too, so it looks as the system.
alter table "iin"."application" add column "delivered_at" timestamptz(6) null;
select set_config('qonaq.role', 'system', true);
update iin.application set delivered_at = registered_at;
select set_config('qonaq.role', '', true);

-- What doesn't pass isn't theirs to see yet.
drop policy "visible" on "iin"."application";
create policy "visible" on "iin"."application" using (((select kit.viewer_role()) in ('consul', 'authorised_employee') and office_id = (select kit.viewer_office())) or ((select kit.viewer_role()) = 'iin_operator' and delivered_at is not null) or (select kit.viewer_role()) = 'system' or kit.was_opened(id)) with check (((select kit.viewer_role()) in ('consul', 'authorised_employee') and office_id = (select kit.viewer_office())) or ((select kit.viewer_role()) = 'iin_operator' and delivered_at is not null) or (select kit.viewer_role()) = 'system' or kit.was_opened(id));

-- Surnames as they are looked for. Under row level security an index serves only comparisons that can't leak: plain columns in byte order, no LIKE, no expressions.
alter table "iin"."application" add column "latin_surname" text collate "C" generated always as (iin.comparable(coalesce(latin_name ->> 'surname', latin_name ->> 'givenNames'))) stored;
alter table "iin"."application" add column "cyrillic_surname" text collate "C" generated always as (iin.comparable(coalesce(cyrillic_name ->> 'surname', cyrillic_name ->> 'givenNames'))) stored;
create index "application_latin_surname_index" on "iin"."application" ("latin_surname");
create index "application_cyrillic_surname_index" on "iin"."application" ("cyrillic_surname");
create index "application_due_at_index" on "iin"."application" ("due_at");

-- Failures on the operators' side (A§14).
create table "iin"."incident" ("id" uuid not null, "version" int not null default 1, "system" text not null, "description" text not null, "stops_delivery" boolean not null, "found_at" timestamptz(6) not null, "measures_from" timestamptz(6) not null, "measures" text null, "opened_at" timestamptz(6) not null, "opened_by" uuid not null, "ended_at" timestamptz(6) null, "closing_measures" text null, "closed_at" timestamptz(6) null, "closed_by" uuid null, primary key ("id"));
alter table "iin"."incident" add constraint "incident_system_check" check ("system" in ('MIGRATION_POLICE_SYSTEM', 'LINK', 'OTHER'));
alter table "iin"."incident" enable row level security;
alter table "iin"."incident" force row level security;
create policy "read" on "iin"."incident" for select using ((select kit.viewer_role()) in ('consul', 'authorised_employee', 'iin_operator', 'auditor', 'system'));
create policy "open" on "iin"."incident" for insert with check ((select kit.viewer_role()) = 'iin_operator');
create policy "close" on "iin"."incident" for update using ((select kit.viewer_role()) = 'iin_operator');
grant select, insert, update on "iin"."incident" to qonaq_iin;

-- What happened to an incident is kept beside what happened to applications.
drop policy "read" on "iin"."event";
create policy "read" on "iin"."event" for select using (exists (select from iin.application seen where seen.id = case_id) or exists (select from iin.incident seen where seen.id = case_id));
