-- A surname as it is compared: case, spaces, hyphens, apostrophes and full stops don't count. The same as in schema iin, which no other subgraph reaches.
create function applicants.comparable(surname text) returns text language sql immutable parallel safe set search_path = pg_catalog as $$
  select upper(regexp_replace(surname, '[\s.''’ʼ‐–-]', '', 'g'))
$$;

-- The number of a travel document as it is compared: letters and digits alone.
create function applicants.bare(number text) returns text language sql immutable parallel safe set search_path = pg_catalog as $$
  select upper(regexp_replace(number, '[^[:alnum:]]', '', 'g'))
$$;

create index "applicant_iin_index" on "applicants"."applicant" ("iin");
alter table "applicants"."applicant" add column "document_number" text collate "C" generated always as (applicants.bare(travel_document ->> 'number')) stored;
create index "applicant_document_number_index" on "applicants"."applicant" ("document_number");

-- What registering oneself starts from. Offices' presentations aren't the applicant's to see: this answers one word, and the id of what is the applicant's from now on.
--   DISAGREES         the number is known with other surnames and dates of birth, or the document was presented to an office with another number
--   OWN, CLAIMED      the person presented this document with this number before; CLAIMED when it became the account's own just now
--   ANOTHER_DOCUMENT  the number is known, and the surname and the date of birth agree, but not with this document, or not for this account
--   UNKNOWN           nobody carries the number
-- Row level security holds for the owner too, so it looks as the system meanwhile.
create function applicants.claim_presentation(number text, surname text, born date, issuer text, paper text) returns table (outcome text, id uuid)
language plpgsql security definer set search_path = pg_catalog as $$
declare
  role_before text := coalesce(current_setting('qonaq.role', true), '');
  account uuid := kit.viewer_account();
  known boolean;
  agreeing boolean;
  presented record;
begin
  if role_before <> 'applicant' then
    raise exception 'Only an applicant registers oneself';
  end if;
  perform set_config('qonaq.role', 'system', true);

  select count(*) > 0,
         coalesce(bool_or(each.birth_date = born and
           applicants.comparable(coalesce(each.latin_name ->> 'surname', each.latin_name ->> 'givenNames')) = applicants.comparable(surname)), false)
    into known, agreeing from applicants.applicant each where each.iin = number;

  -- One's own before an office's, the newest of several.
  select each.id, each.person_account_id into presented from applicants.applicant each
   where each.iin = number and each.birth_date = born
     and applicants.comparable(coalesce(each.latin_name ->> 'surname', each.latin_name ->> 'givenNames')) = applicants.comparable(surname)
     and each.travel_document ->> 'issuingCountry' = issuer
     and each.document_number = applicants.bare(paper)
     and (each.person_account_id is null or each.person_account_id = account)
   order by each.person_account_id nulls last, each.id desc limit 1;

  if (known and not agreeing) or exists (
      select from applicants.applicant each
       where each.document_number = applicants.bare(paper)
         and each.travel_document ->> 'issuingCountry' = issuer
         and each.office_id is not null and each.iin <> number) then
    outcome := 'DISAGREES';
  elsif presented.person_account_id = account then
    outcome := 'OWN';
    id := presented.id;
  elsif presented.id is not null then
    outcome := 'CLAIMED';
    id := presented.id;
    update applicants.applicant claimed set person_account_id = account, version = claimed.version + 1 where claimed.id = presented.id;
    update applicants.document claimed set person_account_id = account where claimed.applicant_id = presented.id;
    update applicants.consent claimed set person_account_id = account where claimed.applicant_id = presented.id;
  else
    outcome := case when known then 'ANOTHER_DOCUMENT' else 'UNKNOWN' end;
  end if;

  perform set_config('qonaq.role', role_before, true);
  return next;
end
$$;
revoke all on function applicants.claim_presentation(text, text, date, text, text) from public;
grant execute on function applicants.claim_presentation(text, text, date, text, text) to qonaq_applicants;
