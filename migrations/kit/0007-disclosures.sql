-- What is opened to one account is found by it.
create index "case_access_account_id_index" on "kit"."case_access" ("account_id");

-- The ids of persons, cases and documents that are disclosed to the viewer now: opened to nobody but this account.
create function kit.disclosed() returns setof uuid language sql stable as $$
  select distinct access.subject_id from kit.case_access access
   where access.account_id = kit.viewer_account()
     and access.role = kit.viewer_role()
     and access.opened_at <= kit.viewer_now()
     and (access.closed_at is null or access.closed_at > kit.viewer_now())
$$;
