-- What a state duty is reckoned from: reference data with dates, which an administrator may correct.
create table "residence"."duty_figure" ("id" uuid not null, "version" int not null default 1, "figure" text not null, "valid_from" date not null, "valid_until" date null, "hundredths" int not null, "source" text not null, primary key ("id"));
alter table "residence"."duty_figure" add constraint "duty_figure_figure_valid_from_unique" unique ("figure", "valid_from");
alter table "residence"."duty_figure" add constraint "duty_figure_figure_check" check ("figure" in ('CALCULATION_INDEX', 'PERMISSION_MULTIPLE', 'PERMIT_MULTIPLE'));

create table "residence"."duty_payment" ("id" uuid not null, "reference" text not null, "payer_iin" text not null, "purpose" text not null, "amount" int not null, "paid_at" timestamptz(6) not null, "recorded_at" timestamptz(6) not null, "recorded_by" uuid not null, "case_id" uuid null, primary key ("id"));
alter table "residence"."duty_payment" add constraint "duty_payment_reference_unique" unique ("reference");
create index "duty_payment_payer_iin_index" on "residence"."duty_payment" ("payer_iin");
create index "duty_payment_case_id_index" on "residence"."duty_payment" ("case_id");
alter table "residence"."duty_payment" add constraint "duty_payment_purpose_check" check ("purpose" in ('PERMISSION', 'PERMIT'));

create table "residence"."questionnaire" ("id" uuid not null, "account_id" uuid not null, "applicant_id" uuid not null, "applicant_version" int not null, "form_version" int not null, "language" text not null, "answers" jsonb not null, "size" int not null, "sha256" text not null, "filled_in_at" timestamptz(6) not null, primary key ("id"));
create index "questionnaire_account_id_id_index" on "residence"."questionnaire" ("account_id", "id");
alter table "residence"."questionnaire" add constraint "questionnaire_language_check" check ("language" in ('kk', 'ru'));

create table "residence"."submission" ("id" uuid not null, "case_id" uuid not null, "ordinal" int not null, "submitted_at" timestamptz(6) not null, "applicant_id" uuid not null, "applicant_version" int not null, "questionnaire_id" uuid not null, "document_ids" uuid[] not null, "returned_at" timestamptz(6) null, "returned_by" uuid null, "return_reasons" jsonb null, primary key ("id"));
alter table "residence"."submission" add constraint "submission_case_id_ordinal_unique" unique ("case_id", "ordinal");

alter table "residence"."duty_payment" enable row level security;
alter table "residence"."duty_payment" force row level security;
create policy "visible" on "residence"."duty_payment" using (((select kit.viewer_role()) = 'partner' and recorded_by = (select kit.viewer_account())) or ((select kit.viewer_role()) = 'applicant' and exists (select from residence.petition own where own.account_id = (select kit.viewer_account()) and own.iin = payer_iin)) or ((select kit.viewer_role()) in ('kkq_officer', 'psc_officer') and exists (select from residence.residence_case seen where seen.id = case_id)) or (select kit.viewer_role()) = 'system') with check (((select kit.viewer_role()) = 'partner' and recorded_by = (select kit.viewer_account())) or ((select kit.viewer_role()) = 'applicant' and exists (select from residence.petition own where own.account_id = (select kit.viewer_account()) and own.iin = payer_iin)) or ((select kit.viewer_role()) in ('kkq_officer', 'psc_officer') and exists (select from residence.residence_case seen where seen.id = case_id)) or (select kit.viewer_role()) = 'system');
alter table "residence"."questionnaire" enable row level security;
alter table "residence"."questionnaire" force row level security;
create policy "visible" on "residence"."questionnaire" using (((select kit.viewer_role()) = 'applicant' and account_id = (select kit.viewer_account())) or (select kit.viewer_role()) = 'system') with check (((select kit.viewer_role()) = 'applicant' and account_id = (select kit.viewer_account())) or (select kit.viewer_role()) = 'system');
alter table "residence"."submission" enable row level security;
alter table "residence"."submission" force row level security;
create policy "visible" on "residence"."submission" using ((select kit.viewer_role()) in ('applicant', 'kkq_officer', 'system') and exists (select from residence.residence_case seen where seen.id = case_id)) with check ((select kit.viewer_role()) in ('applicant', 'kkq_officer', 'system') and exists (select from residence.residence_case seen where seen.id = case_id));

grant select on residence.duty_figure to qonaq_residence;
grant select, insert on residence.questionnaire to qonaq_residence;
grant select, insert, update (case_id) on residence.duty_payment to qonaq_residence;
grant select, insert, update (returned_at, returned_by, return_reasons) on residence.submission to qonaq_residence;
