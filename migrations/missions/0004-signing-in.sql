-- An applicant's own number, from the certificate that the account was opened with.
alter table "missions"."account" add column "iin" text null;
create index "account_iin_index" on "missions"."account" ("iin");
