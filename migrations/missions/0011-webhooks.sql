-- Where the systems of other agencies are told what happens within their scopes. Their secrets derive from a key that the database doesn't hold.
create table "missions"."webhook" ("id" uuid not null, "version" int not null default 1, "client_id" uuid not null, "url" text not null, "kinds" text[] not null, "created_at" timestamptz(6) not null, "created_by" uuid not null, "removed_at" timestamptz(6) null, "removed_by" uuid null, "remove_reason" text null, primary key ("id"));
create index "webhook_client_id_id_index" on "missions"."webhook" ("client_id", "id");
alter table "missions"."webhook" enable row level security;
alter table "missions"."webhook" force row level security;
create policy "visible" on "missions"."webhook" using ((select kit.viewer_role()) in ('state_corporation', 'system')) with check ((select kit.viewer_role()) in ('state_corporation', 'system'));
grant select, insert, update on "missions"."webhook" to qonaq_missions;

drop policy "read" on "missions"."event";
create policy "read" on "missions"."event" for select using (exists (select from missions.account seen where seen.id = case_id) or exists (select from kit.calendar_year seen where seen.id = case_id) or exists (select from kit.pilot_period seen where seen.id = case_id) or exists (select from missions.foreign_representation seen where seen.id = case_id) or exists (select from missions.webhook seen where seen.id = case_id));
