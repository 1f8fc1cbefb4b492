-- Who signs in, and with what. Only the identity provider reads these tables; accounts themselves are in `missions`.
create schema if not exists "identity";
grant usage on schema identity to qonaq_identity;

create table "identity"."credential" ("account_id" uuid not null, "email" text not null, "password_hash" text not null, "one_time_code_secret" text not null, "last_step" bigint not null, "recovery_codes" text[] not null, "set_at" timestamptz(6) not null, primary key ("account_id"));
create index "credential_email_index" on "identity"."credential" ("email");

create table "identity"."certificate_holder" ("holder_hash" text not null, "account_id" uuid not null, "bound_at" timestamptz(6) not null, primary key ("holder_hash", "account_id"));
create index "certificate_holder_account_id_index" on "identity"."certificate_holder" ("account_id");

create table "identity"."invitation" ("token_hash" text not null, "account_id" uuid not null, "email" text not null, "kind" text not null, "created_at" timestamptz(6) not null, "expires_at" timestamptz(6) not null, "used_at" timestamptz(6) null, primary key ("token_hash"));
create index "invitation_account_id_index" on "identity"."invitation" ("account_id");
alter table "identity"."invitation" add constraint "invitation_kind_check" check ("kind" in ('INVITATION', 'RESET'));

create table "identity"."signing_key" ("id" text not null, "encrypted_key" text not null, "created_at" timestamptz(6) not null, "signs_from" timestamptz(6) not null, primary key ("id"));

create table "identity"."artifact" ("kind" text not null, "id" text not null, "sealed" text not null, "grant_id" text null, "uid" text null, "account_id" text null, "consumed_at" timestamptz(6) null, "expires_at" timestamptz(6) null, primary key ("kind", "id"));
create index "artifact_grant_id_index" on "identity"."artifact" ("grant_id");
create index "artifact_uid_index" on "identity"."artifact" ("uid");
create index "artifact_account_id_index" on "identity"."artifact" ("account_id");
create index "artifact_expires_at_index" on "identity"."artifact" ("expires_at");

grant select, insert, update on all tables in schema identity to qonaq_identity;
-- What has expired is removed.
grant delete on identity.artifact, identity.signing_key to qonaq_identity;

-- Invites somebody to an account, in the transaction of whoever creates it. Only the hash of the link's secret is kept; earlier links end.
create function identity.invite(account uuid, address text, secret_hash text, at timestamptz, until timestamptz) returns void
language sql volatile security definer set search_path = pg_catalog as $$
  update identity.invitation set expires_at = at where account_id = account and used_at is null and expires_at > at;
  insert into identity.invitation (token_hash, account_id, email, kind, created_at, expires_at) values (secret_hash, account, address, 'INVITATION', at, until);
$$;

-- Takes away whatever an account signs in with, and ends its sessions; the link is for new credentials.
create function identity.reset(account uuid, address text, secret_hash text, at timestamptz, until timestamptz) returns void
language sql volatile security definer set search_path = pg_catalog as $$
  delete from identity.credential where account_id = account;
  delete from identity.certificate_holder where account_id = account;
  delete from identity.artifact where account_id = account::text;
  update identity.invitation set expires_at = at where account_id = account and used_at is null and expires_at > at;
  insert into identity.invitation (token_hash, account_id, email, kind, created_at, expires_at) values (secret_hash, account, address, 'RESET', at, until);
$$;
revoke all on function identity.invite(uuid, text, text, timestamptz, timestamptz), identity.reset(uuid, text, text, timestamptz, timestamptz) from public;
grant usage on schema identity to qonaq_missions;
grant execute on function identity.invite(uuid, text, text, timestamptz, timestamptz), identity.reset(uuid, text, text, timestamptz, timestamptz) to qonaq_missions;
