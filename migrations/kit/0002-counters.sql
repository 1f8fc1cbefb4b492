-- Counters that hold across processes, such as attempts to sign in. Nobody reads the table; whoever counts is told the answer only.
create table "kit"."counter" ("key" text not null, "spent" int not null, "ends_at" timestamptz(6) not null, primary key ("key"));
create index "counter_ends_at_index" on "kit"."counter" ("ends_at");

-- Counts one more in the window that runs, or begins a new one; counters that have ended are swept on the way.
create function kit.spend(counted text, most int, seconds int, at timestamptz) returns table (spent int, ends_at timestamptz)
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  delete from kit.counter old where old.key in (select ended.key from kit.counter ended where ended.ends_at <= at and ended.key <> counted limit 10 for update skip locked);
  return query insert into kit.counter as known (key, spent, ends_at) values (counted, 1, at + make_interval(secs => seconds))
    on conflict (key) do update set
      spent = case when known.ends_at <= at then 1 else least(known.spent, most) + 1 end,
      ends_at = case when known.ends_at <= at then excluded.ends_at else known.ends_at end
    returning known.spent, known.ends_at;
end
$$;

-- Begins anew, after an attempt that succeeded.
create function kit.forget_counter(counted text) returns void language sql volatile security definer set search_path = pg_catalog as $$
  delete from kit.counter where key = counted
$$;
revoke all on function kit.spend(text, int, int, timestamptz), kit.forget_counter(text) from public;
grant execute on function kit.spend(text, int, int, timestamptz), kit.forget_counter(text) to qonaq_subgraph, qonaq_identity, qonaq_gateway;
grant usage on schema kit to qonaq_identity, qonaq_gateway;
