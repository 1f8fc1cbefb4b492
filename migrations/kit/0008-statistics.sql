-- What statistics know of each case, and of each refusal to accept one: no personal data. The subgraphs' jobs write it through the functions below, and audit alone reads it.
create table "kit"."case_statistic" ("case_id" uuid not null, "service" text not null, "office_id" uuid null, "category" text null, "city" text null, "received_on" date not null, "received_at" timestamptz(6) not null, "ended_at" timestamptz(6) null, "ended" text null, "late_from" timestamptz(6) null, "due_before" timestamptz(6) null, "grounds" text[] not null, "missing_documents" text[] not null, primary key ("case_id"));
create index "case_statistic_service_received_on_index" on "kit"."case_statistic" ("service", "received_on");
create index "case_statistic_office_id_received_on_index" on "kit"."case_statistic" ("office_id", "received_on");
alter table "kit"."case_statistic" add constraint "case_statistic_service_check" check ("service" in ('IIN', 'PETITION', 'RESIDENCE', 'COMPLAINT'));
alter table "kit"."case_statistic" add constraint "case_statistic_city_check" check ("city" in ('ASTANA', 'ALMATY'));
alter table "kit"."case_statistic" add constraint "case_statistic_ended_check" check ("ended" in ('DONE', 'REFUSED', 'REFUSED_ACCEPTANCE', 'ENDED_OTHERWISE'));

create table "kit"."case_statistic_step" ("case_id" uuid not null, "ordinal" int not null, "step" text not null, "started_at" timestamptz(6) not null, "ended_at" timestamptz(6) null, primary key ("case_id", "ordinal"));

-- When the operators' side failed: whether a late case met such a failure is asked when it is counted, so an incident that is recorded late counts too.
create table "kit"."incident_statistic" ("incident_id" uuid not null, "found_at" timestamptz(6) not null, "ended_at" timestamptz(6) null, primary key ("incident_id"));

grant select on "kit"."case_statistic", "kit"."case_statistic_step", "kit"."incident_statistic" to qonaq_audit;

-- Keep what is known of a case, or of an incident, in the place of what was known before. Only the product itself does.
create function kit.keep_case_statistic(facts jsonb, steps jsonb) returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  if kit.viewer_role() is distinct from 'system' then raise insufficient_privilege; end if;
  insert into kit.case_statistic as known select (jsonb_populate_record(null::kit.case_statistic, facts)).*
    on conflict (case_id) do update set
      (service, office_id, category, city, received_on, received_at, ended_at, ended, late_from, due_before, grounds, missing_documents) =
      (excluded.service, excluded.office_id, excluded.category, excluded.city, excluded.received_on, excluded.received_at, excluded.ended_at, excluded.ended,
       excluded.late_from, excluded.due_before, excluded.grounds, excluded.missing_documents);
  delete from kit.case_statistic_step where case_id = (facts ->> 'case_id')::uuid;
  insert into kit.case_statistic_step select * from jsonb_populate_recordset(null::kit.case_statistic_step, steps);
end
$$;
create function kit.keep_incident_statistic(incident uuid, began timestamptz, ended timestamptz) returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  if kit.viewer_role() is distinct from 'system' then raise insufficient_privilege; end if;
  insert into kit.incident_statistic (incident_id, found_at, ended_at) values (incident, began, ended)
    on conflict (incident_id) do update set found_at = excluded.found_at, ended_at = excluded.ended_at;
end
$$;
revoke all on function kit.keep_case_statistic(jsonb, jsonb), kit.keep_incident_statistic(uuid, timestamptz, timestamptz) from public;
grant execute on function kit.keep_case_statistic(jsonb, jsonb) to qonaq_iin, qonaq_residence, qonaq_complaints;
grant execute on function kit.keep_incident_statistic(uuid, timestamptz, timestamptz) to qonaq_iin;

-- The numbers of the missions, by which people know them.
alter table "kit"."office" add column "number" int null;

-- Partners' systems can be given the statistics.
alter table "kit"."notice" drop constraint "notice_scope_check";
alter table "kit"."notice" add constraint "notice_scope_check" check ("scope" in ('iin:verify', 'residence:status', 'payment:write', 'border:write', 'fingerprint:write', 'statistics:read'));
