-- An application that is reopened after a complaint: its term begins anew, what was refused stays in it, and the notice of that doesn't hold any more.
alter table "iin"."application" add column "reopened_at" timestamptz(6) null, add column "earlier_refusals" jsonb null;
alter table "iin"."printed_form" add column "revoked_at" timestamptz(6) null;

create or replace function iin.check_printed_form(hash text) returns table (kind text, issued_on date, state text)
language plpgsql security definer set search_path = pg_catalog as $$
declare role_before text := coalesce(current_setting('qonaq.role', true), '');
begin
  perform set_config('qonaq.role', 'system', true);
  return query select form.kind, form.issued_on, case when form.revoked_at is not null then 'REVOKED' when exists (
      select from iin.record_version printed
        join iin.record_version later on later.record_id = printed.record_id and later.version > printed.version
        join iin.printed_form certificate on certificate.application_id = later.application_id and certificate.kind = form.kind
       where printed.application_id = form.application_id and form.kind = 'REGISTRATION_CERTIFICATE') then 'REPLACED' else 'VALID' end
    from iin.printed_form form where form.token_hash = hash;
  perform set_config('qonaq.role', role_before, true);
end
$$;
