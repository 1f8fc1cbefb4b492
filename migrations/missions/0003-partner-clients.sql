-- The systems of other agencies. Each has an account of the same id, with the role partner; only public keys are kept.
create table "missions"."partner_client" ("id" uuid not null, "version" int not null default 1, "name" text not null, "agency" text not null, "email" text not null, "telephone" text null, "scopes" text[] not null, "jwks" jsonb null, "jwks_url" text null, "expires_at" timestamptz(6) not null, "created_at" timestamptz(6) not null, "created_by" uuid not null, "revoked_at" timestamptz(6) null, "revoked_by" uuid null, "revoke_reason" text null, primary key ("id"));
alter table "missions"."partner_client" enable row level security;
alter table "missions"."partner_client" force row level security;
create policy "visible" on "missions"."partner_client" using ((select kit.viewer_role()) in ('state_corporation', 'system')) with check ((select kit.viewer_role()) in ('state_corporation', 'system'));
grant select, insert, update on "missions"."partner_client" to qonaq_missions;
