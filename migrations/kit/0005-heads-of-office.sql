-- What is told to heads of office alone is theirs alone: every transaction knows whether the viewer is one.
alter table "kit"."account_state" add column "head_of_office" boolean not null default false;

create function kit.viewer_is_head() returns boolean language sql stable parallel safe as $$ select current_setting('qonaq.head', true) = 'true' $$;
create or replace function kit.enter(account uuid, role text, office uuid, city text, at timestamptz) returns text language sql volatile as $$
  select set_config('qonaq.account', coalesce($1::text, ''), true),
         set_config('qonaq.role', coalesce($2, ''), true),
         set_config('qonaq.office', coalesce($3::text, ''), true),
         set_config('qonaq.city', coalesce($4, ''), true),
         set_config('qonaq.head', exists (select from kit.account_state known where known.id = $1 and known.head_of_office)::text, true),
         set_config('qonaq.now', $5::text, true);
  select known.state from kit.account_state known
   where known.id = $1 and known.role = $2 and known.office_id is not distinct from $3 and known.city is not distinct from $4;
$$;

drop policy "read" on "kit"."notice";
create policy "read" on "kit"."notice" for select using (account_id = (select kit.viewer_account()) or (role = (select kit.viewer_role()) and (office_id is null or office_id = (select kit.viewer_office())) and (city is null or city = (select kit.viewer_city())) and (not head_of_office or (select kit.viewer_is_head()))) or (select kit.viewer_role()) = 'system');

-- A role is told at its place: what is told there is one stretch of an index.
drop index "kit"."notice_role_id_index";
create index "notice_role_office_id_city_id_index" on "kit"."notice" ("role", "office_id", "city", "id");
