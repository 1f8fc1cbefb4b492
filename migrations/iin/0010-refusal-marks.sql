-- What the operator marked as wrong in a refusal: fields of the data, and documents as they were presented. Refusals of before have none.
alter table "iin"."application" add column "refusal_marks" jsonb null;
