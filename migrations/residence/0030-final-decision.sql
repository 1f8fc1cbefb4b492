-- What the border and the fingerprint system tell: each of them once by its reference.
create table "residence"."border_crossing" ("id" uuid not null, "reference" text not null, "recorded_at" timestamptz(6) not null, "recorded_by" uuid not null, "case_id" uuid null, "iin" text null, "document_country" text null, "document_number" text null, "direction" text not null, "crossed_at" timestamptz(6) not null, "checkpoint" text not null, primary key ("id"));
create index "border_crossing_case_id_id_index" on "residence"."border_crossing" ("case_id", "id");
alter table "residence"."border_crossing" add constraint "border_crossing_recorded_by_reference_unique" unique ("recorded_by", "reference");
alter table "residence"."border_crossing" add constraint "border_crossing_direction_check" check ("direction" in ('ENTRY', 'EXIT'));

create table "residence"."fingerprinting" ("id" uuid not null, "reference" text not null, "recorded_at" timestamptz(6) not null, "recorded_by" uuid not null, "case_id" uuid null, "iin" text not null, "taken_at" timestamptz(6) not null, "place" text not null, primary key ("id"));
create index "fingerprinting_case_id_id_index" on "residence"."fingerprinting" ("case_id", "id");
alter table "residence"."fingerprinting" add constraint "fingerprinting_recorded_by_reference_unique" unique ("recorded_by", "reference");

alter table "residence"."border_crossing" enable row level security;
alter table "residence"."border_crossing" force row level security;
create policy "read" on "residence"."border_crossing" for select using (((select kit.viewer_role()) = 'partner' and recorded_by = (select kit.viewer_account())) or (select kit.viewer_role()) = 'system' or ((select kit.viewer_role()) in ('kkq_officer', 'psc_officer') and exists (select from residence.residence_case seen where seen.id = case_id)));
create policy "write" on "residence"."border_crossing" for insert with check (((select kit.viewer_role()) = 'partner' and recorded_by = (select kit.viewer_account())));
create policy "note" on "residence"."border_crossing" for update using ((select kit.viewer_role()) = 'system') with check ((select kit.viewer_role()) = 'system');
alter table "residence"."fingerprinting" enable row level security;
alter table "residence"."fingerprinting" force row level security;
create policy "read" on "residence"."fingerprinting" for select using (((select kit.viewer_role()) = 'partner' and recorded_by = (select kit.viewer_account())) or (select kit.viewer_role()) = 'system' or ((select kit.viewer_role()) in ('kkq_officer', 'psc_officer') and exists (select from residence.residence_case seen where seen.id = case_id)));
create policy "write" on "residence"."fingerprinting" for insert with check (((select kit.viewer_role()) = 'partner' and recorded_by = (select kit.viewer_account())));
create policy "note" on "residence"."fingerprinting" for update using ((select kit.viewer_role()) = 'system') with check ((select kit.viewer_role()) = 'system');

grant select, insert on residence.border_crossing, residence.fingerprinting to qonaq_residence;
-- What was told stays as it was told; only the case is noted beside it.
grant update (case_id) on residence.border_crossing, residence.fingerprinting to qonaq_residence;

-- A surname as it is compared: case, spaces, hyphens, apostrophes and full stops don't count.
create function residence.comparable(surname text) returns text language sql immutable parallel safe set search_path = pg_catalog as $$
  select upper(regexp_replace(surname, '[\s.''’ʼ‐–-]', '', 'g'))
$$;

-- Whether a number, a surname and a date of birth are of one person with a case, and whether that one was permitted to reside: the case's id for the journal,
-- or nothing. Row level security holds for the owner too, so it looks as the system for this one statement.
create function residence.status(told_iin text, told_surname text, told_birth_date date) returns table (id uuid, permitted boolean)
language plpgsql security definer set search_path = pg_catalog as $$
declare
  role_before text := coalesce(current_setting('qonaq.role', true), '');
begin
  perform set_config('qonaq.role', 'system', true);
  return query
    select known.id, known.state in ('PERMITTED', 'PERMIT_ISSUED') from residence.residence_case known
     where known.iin = told_iin and known.birth_date = told_birth_date
       and residence.comparable(told_surname) in (
         residence.comparable(coalesce(known.latin_name ->> 'surname', known.latin_name ->> 'givenNames')),
         residence.comparable(coalesce(known.cyrillic_name ->> 'surname', known.cyrillic_name ->> 'givenNames')))
     order by 2 desc, 1 desc limit 1;
  perform set_config('qonaq.role', role_before, true);
end
$$;
revoke all on function residence.status(text, text, date) from public;
grant execute on function residence.status(text, text, date) to qonaq_residence;
