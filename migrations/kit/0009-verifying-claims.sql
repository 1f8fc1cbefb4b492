-- Verifies a claim in one statement: counts an attempt in each window of an account, then compares, and counts a mismatch of the number. The mismatch is counted
-- first and uncounted when it was none, so whoever asks about the same number at the same moment waits for this one. What a window no longer covers isn't compared:
-- then it is told when that one ends. A comparison is a statement of the calling subgraph's own, which finds one JSON value or nothing; without one it is only counted.
create function kit.verify_claim(attempts jsonb, mismatches jsonb, comparison text, number text, surname text, born date, at timestamptz)
  returns table (answer jsonb, again_at timestamptz)
language plpgsql volatile set search_path = pg_catalog as $$
declare
  allowance record;
  counted record;
begin
  for allowance in select * from jsonb_to_recordset(attempts) as told (key text, most int, seconds int) loop
    select * into counted from kit.spend(allowance.key, allowance.most, allowance.seconds, at);
    if counted.spent > allowance.most then again_at := coalesce(again_at, counted.ends_at); end if;
  end loop;
  if again_at is null and comparison is not null then
    begin
      select * into allowance from jsonb_to_record(mismatches) as told (key text, most int, seconds int);
      select * into counted from kit.spend(allowance.key, allowance.most, allowance.seconds, at);
      if counted.spent > allowance.most then
        again_at := counted.ends_at;
      else
        execute comparison into answer using number, surname, born;
        if answer is not null then raise exception using errcode = 'QN001'; end if;
      end if;
    exception when sqlstate 'QN001' then
      null;
    end;
  end if;
  return next;
end
$$;
