-- What acceptance depends on is told of each document. One language becomes all of them.
alter table "applicants"."document" alter column "language" type text[] using case when "language" is null then null else array["language"] end;
alter table "applicants"."document" rename column "language" to "languages";
alter table "applicants"."document" add column "state_seal" boolean null, add column "attested_on" date null, add column "details_to_translate" text[] not null default '{}', add column "proves_citizenship_of" text null, add column "experience_months" int null, add column "appointed_on" date null;
alter table "applicants"."document" alter column "details_to_translate" drop default;
