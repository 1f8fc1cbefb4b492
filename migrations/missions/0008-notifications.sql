-- What of all that was told to an account its person has read, and how the person wants to be told.
create table "missions"."notification_read" ("account_id" uuid not null, "notice_id" uuid not null, "read_at" timestamptz(6) not null, primary key ("account_id", "notice_id"));
alter table "missions"."notification_read" enable row level security;
alter table "missions"."notification_read" force row level security;
create policy "own" on "missions"."notification_read" using (account_id = (select kit.viewer_account())) with check (account_id = (select kit.viewer_account()));
grant select, insert on "missions"."notification_read" to qonaq_missions;

create table "missions"."notification_preference" ("account_id" uuid not null, "language" text null, "without_email" text[] not null, primary key ("account_id"));
alter table "missions"."notification_preference" add constraint "notification_preference_language_check" check ("language" in ('kk', 'ru', 'en'));
alter table "missions"."notification_preference" enable row level security;
alter table "missions"."notification_preference" force row level security;
create policy "own" on "missions"."notification_preference" using (account_id = (select kit.viewer_account())) with check (account_id = (select kit.viewer_account()));
create policy "deliver" on "missions"."notification_preference" for select using ((select kit.viewer_role()) = 'system');
grant select, insert, update on "missions"."notification_preference" to qonaq_missions;

-- Whoever is a head of office already is one to every transaction from now on.
select set_config('qonaq.role', 'system', true);
update "kit"."account_state" known set head_of_office = true from "missions"."account" account where account.id = known.id and account.head_of_office;
select set_config('qonaq.role', '', true);
