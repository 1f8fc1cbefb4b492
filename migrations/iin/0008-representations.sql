-- Of which foreign representation an applicant is staff, and what it was called then (A§4); those of before don't say.
alter table "iin"."application" add column "representation_id" uuid null, add column "representation_version" int null, add column "representation_name" jsonb null;
create index "application_representation_id_index" on "iin"."application" ("representation_id");
