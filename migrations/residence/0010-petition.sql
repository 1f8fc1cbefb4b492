alter table "residence"."petition" add column "consented_at" timestamptz(6) not null, add column "permanent_residence" text null, add column "profession" jsonb null;
-- One open petition at a time for a person.
create unique index "petition_open_unique" on "residence"."petition" ("iin") where state in ('SUBMITTED', 'SCREENED', 'TIMES_OFFERED', 'INTERVIEW_AGREED', 'AWAITING_SIGNATURE');

alter table "residence"."interview_time" add column "video_link" text null;

-- That somebody did not consent (B§4): nothing of the person, but the account to which the answer belongs.
create table "residence"."declined_consent" ("id" uuid not null, "account_id" uuid not null, "at" timestamptz(6) not null, primary key ("id"));
alter table "residence"."declined_consent" enable row level security;
alter table "residence"."declined_consent" force row level security;
create policy "visible" on "residence"."declined_consent" using (((select kit.viewer_role()) = 'applicant' and account_id = (select kit.viewer_account())) or (select kit.viewer_role()) = 'system') with check (((select kit.viewer_role()) = 'applicant' and account_id = (select kit.viewer_account())) or (select kit.viewer_role()) = 'system');
grant select, insert on residence.declined_consent to qonaq_residence;

-- What state bodies are called, and by which number their certificates name them; an administrator may correct it.
create table "residence"."state_body" ("body" text not null, "valid_from" date not null, "valid_until" date null, "name" jsonb not null, "bin" text null, "source" text not null, primary key ("body", "valid_from"));
alter table "residence"."state_body" add constraint "state_body_body_check" check ("body" in ('MDDIAI'));
grant select on residence.state_body to qonaq_residence;

-- Which of these times the interviewer has agreed upon with somebody else. Whoever chooses sees nobody else's, so it answers ids that were asked for, and nothing of whom they were
-- agreed with. Row level security holds for the owner too, so it looks as the system meanwhile.
create function residence.taken_times(times uuid[]) returns table (id uuid)
language plpgsql security definer set search_path = pg_catalog as $$
declare
  role_before text := coalesce(current_setting('qonaq.role', true), '');
begin
  perform set_config('qonaq.role', 'system', true);
  return query
    select asked.id from residence.interview_time asked
     where asked.id = any (times)
       and exists (
         select from residence.interview_time other
          where other.interviewer_id = asked.interviewer_id and other.starts_at = asked.starts_at and other.case_id <> asked.case_id
            and other.chosen_at is not null and other.released_at is null);
  perform set_config('qonaq.role', role_before, true);
end
$$;
revoke all on function residence.taken_times(uuid[]) from public;
grant execute on function residence.taken_times(uuid[]) to qonaq_residence;
