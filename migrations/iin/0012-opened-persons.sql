-- The person of an application is opened to the operators when it passes to them; those of before are opened here. Row level security holds for the owner too, so
-- it looks as the system.
select set_config('qonaq.role', 'system', true);
insert into kit.case_access (id, subject_id, role, case_id, opened_at)
  select gen_random_uuid(), applicant_id, 'iin_operator', id, delivered_at from iin.application where delivered_at is not null;
select set_config('qonaq.role', '', true);

-- What was not accepted never came to the operators, nor did its slip: they see the forms of applications.
drop policy "visible" on "iin"."acceptance_refusal";
create policy "visible" on "iin"."acceptance_refusal" using (((select kit.viewer_role()) in ('consul', 'authorised_employee') and office_id = (select kit.viewer_office())) or (select kit.viewer_role()) = 'system' or kit.was_opened(id)) with check (((select kit.viewer_role()) in ('consul', 'authorised_employee') and office_id = (select kit.viewer_office())) or (select kit.viewer_role()) = 'system' or kit.was_opened(id));
drop policy "visible" on "iin"."printed_form";
create policy "visible" on "iin"."printed_form" using (((select kit.viewer_role()) in ('consul', 'authorised_employee') and office_id = (select kit.viewer_office())) or ((select kit.viewer_role()) = 'iin_operator' and application_id is not null) or (select kit.viewer_role()) = 'system' or kit.was_opened(application_id)) with check (((select kit.viewer_role()) in ('consul', 'authorised_employee') and office_id = (select kit.viewer_office())) or ((select kit.viewer_role()) = 'iin_operator' and application_id is not null) or (select kit.viewer_role()) = 'system' or kit.was_opened(application_id));
