-- A calendar year and a pilot period are changed by an administrator: each has an id for the journal, and a version.
alter table "kit"."calendar_year" add column "id" uuid not null default gen_random_uuid(), add column "version" int not null default 1;
alter table "kit"."calendar_year" alter column "id" drop default;
alter table "kit"."calendar_year" add constraint "calendar_year_id_unique" unique ("id");

alter table "kit"."pilot_period" add column "id" uuid not null default gen_random_uuid(), add column "version" int not null default 1;
alter table "kit"."pilot_period" alter column "id" drop default;
alter table "kit"."pilot_period" drop constraint "pilot_period_pkey", add primary key ("id");
alter table "kit"."pilot_period" add constraint "pilot_period_pilot_valid_from_unique" unique ("pilot", "valid_from");
