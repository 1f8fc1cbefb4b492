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
