-- What a line of the journal tells of, the disclosures among them.
alter table "audit"."journal" drop constraint if exists "journal_kind_check";
alter table "audit"."journal" add constraint "journal_kind_check" check ("kind" in ('COMMAND', 'READING', 'REFUSAL', 'SIGN_IN', 'DOWNLOAD', 'PRINT', 'JOB', 'DISCLOSURE'));

-- What auditors had disclosed to themselves, and why; what it opens, and until when, is in kit.case_access.
create table "audit"."disclosure" ("id" uuid not null, "account_id" uuid not null, "office_id" uuid null, "subject_kind" text not null, "subject_id" uuid not null, "reason" text not null, "requested_at" timestamptz(6) not null, "opens_until" timestamptz(6) not null, primary key ("id"));
create index "disclosure_account_id_id_index" on "audit"."disclosure" ("account_id", "id");
alter table "audit"."disclosure" add constraint "disclosure_subject_kind_check" check ("subject_kind" in ('PERSON', 'IIN_APPLICATION', 'PETITION', 'RESIDENCE_CASE', 'COMPLAINT'));
alter table "audit"."disclosure" enable row level security;
alter table "audit"."disclosure" force row level security;
create policy "read" on "audit"."disclosure" for select using (((select kit.viewer_role()) = 'auditor' and account_id = (select kit.viewer_account())) or (select kit.viewer_role()) = 'state_corporation');
create policy "request" on "audit"."disclosure" for insert with check ((select kit.viewer_role()) = 'auditor' and account_id = (select kit.viewer_account()));
grant select, insert on "audit"."disclosure" to qonaq_audit;
