-- What happened to calendar years and pilot periods is kept beside what happened to accounts.
drop policy "read" on "missions"."event";
create policy "read" on "missions"."event" for select using (exists (select from missions.account seen where seen.id = case_id) or exists (select from kit.calendar_year seen where seen.id = case_id) or exists (select from kit.pilot_period seen where seen.id = case_id));
