-- From where somebody acted, and why where a reason is told. Which transaction wrote a line tells which lines are complete: the sealer takes what is older than every
-- transaction that runs, and nobody waits for it. The numbers of transactions begin anew in a database that was restored: it begins another epoch.
alter table "audit"."journal" add column "address" text null, add column "reason" text null, add column "epoch" int not null default 1, add column "written_by" xid8 not null default pg_current_xact_id();
create index "journal_epoch_written_by_index" on "audit"."journal" ("epoch", "written_by", "id");

-- Who writes a line says neither when it comes to be sealed nor in which epoch.
revoke insert on "audit"."journal" from qonaq_subgraph;
grant insert ("id", "at", "account_id", "role", "office_id", "address", "request_id", "operation_name", "operation_hash", "kind", "action", "subjects", "outcome", "reason") on "audit"."journal" to qonaq_subgraph;

-- Signed statements of what is in a batch of the journal, each naming the one before.
create table "audit"."seal" ("number" int not null, "epoch" int not null, "from_transaction" xid8 not null, "until_transaction" xid8 not null, "first_at" timestamptz(6) not null, "last_at" timestamptz(6) not null, "sealed_at" timestamptz(6) not null, "leaves" bytea not null, "jws" text not null, primary key ("number"));
create index "seal_epoch_until_transaction_index" on "audit"."seal" ("epoch", "until_transaction");
create index "seal_last_at_index" on "audit"."seal" ("last_at");
alter table "audit"."seal" enable row level security;
alter table "audit"."seal" force row level security;
create policy "read" on "audit"."seal" for select using ((select kit.viewer_role()) in ('auditor', 'system'));
create policy "write" on "audit"."seal" for insert with check ((select kit.viewer_role()) = 'system');
grant select, insert on "audit"."seal" to qonaq_audit;

drop policy "read" on "audit"."journal";
create policy "read" on "audit"."journal" for select using ((select kit.viewer_role()) in ('auditor', 'system'));
