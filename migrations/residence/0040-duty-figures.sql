-- An administrator keeps the figures of the state duty.
grant insert, update on residence.duty_figure to qonaq_residence;

-- What happened to a figure is kept beside what happened to petitions and cases.
drop policy "read" on "residence"."event";
create policy "read" on "residence"."event" for select using (exists (select from residence.petition seen where seen.id = case_id) or exists (select from residence.residence_case seen where seen.id = case_id) or exists (select from residence.duty_figure seen where seen.id = case_id));
