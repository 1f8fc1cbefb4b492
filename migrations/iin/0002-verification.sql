-- A surname as it is compared: case, spaces, hyphens, apostrophes and full stops don't count.
create function iin.comparable(surname text) returns text language sql immutable parallel safe set search_path = pg_catalog as $$
  select upper(regexp_replace(surname, '[\s.''’ʼ‐–-]', '', 'g'))
$$;

-- Whether a number, a surname and a date of birth are of one person: the record's id for the journal, or nothing. In Latin or Cyrillic letters; who has a
-- single name is asked for by that. Row level security holds for the owner too, so it looks as the system for this one statement.
create function iin.verify(number text, surname text, born date) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare
  role_before text := coalesce(current_setting('qonaq.role', true), '');
  matching uuid;
begin
  perform set_config('qonaq.role', 'system', true);
  select record.id into matching from iin.record
   where record.iin = number and record.birth_date = born
     and iin.comparable(surname) in (
       iin.comparable(coalesce(record.latin_name ->> 'surname', record.latin_name ->> 'givenNames')),
       iin.comparable(coalesce(record.cyrillic_name ->> 'surname', record.cyrillic_name ->> 'givenNames')));
  perform set_config('qonaq.role', role_before, true);
  return matching;
end
$$;
revoke all on function iin.verify(text, text, date) from public;
grant execute on function iin.verify(text, text, date) to qonaq_iin;
