-- An application form filled in is printed before there is an application: it belongs to the person, and has no QR code. What waits for a signature is not yet the operators'.
alter table "iin"."printed_form" add column "applicant_id" uuid null;
create index "printed_form_applicant_id_index" on "iin"."printed_form" ("applicant_id");
alter table "iin"."printed_form" alter column "token_hash" drop not null;
alter table "iin"."printed_form" drop constraint "printed_form_kind_check";
alter table "iin"."printed_form" add constraint "printed_form_kind_check" check ("kind" in ('REGISTRATION_CERTIFICATE', 'REFUSAL_NOTICE', 'ACCEPTANCE_REFUSAL', 'APPLICATION_FORM'));
drop policy "visible" on "iin"."printed_form";
create policy "visible" on "iin"."printed_form" using (((select kit.viewer_role()) in ('consul', 'authorised_employee') and office_id = (select kit.viewer_office())) or ((select kit.viewer_role()) = 'iin_operator' and applicant_id is null) or (select kit.viewer_role()) = 'system' or kit.was_opened(application_id)) with check (((select kit.viewer_role()) in ('consul', 'authorised_employee') and office_id = (select kit.viewer_office())) or ((select kit.viewer_role()) = 'iin_operator' and applicant_id is null) or (select kit.viewer_role()) = 'system' or kit.was_opened(application_id));
