-- What goes out of what was told: a row for each way and target, tried again until it is sent, refused for good, or was tried in vain until the last time.
create table "missions"."delivery" ("id" uuid not null, "notice_id" uuid not null, "case_id" uuid not null, "channel" text not null, "target" uuid not null, "state" text not null, "attempts" int not null, "next_attempt_at" timestamptz(6) not null, "settled_at" timestamptz(6) null, "failure" text null, primary key ("id"));
create index "delivery_state_next_attempt_at_index" on "missions"."delivery" ("state", "next_attempt_at");
create index "delivery_case_id_channel_target_notice_id_index" on "missions"."delivery" ("case_id", "channel", "target", "notice_id");
alter table "missions"."delivery" add constraint "delivery_notice_id_channel_target_unique" unique ("notice_id", "channel", "target");
alter table "missions"."delivery" add constraint "delivery_channel_check" check ("channel" in ('EMAIL', 'WEBHOOK'));
alter table "missions"."delivery" add constraint "delivery_state_check" check ("state" in ('PENDING', 'SENT', 'BOUNCED', 'DEAD', 'NO_ADDRESS'));
alter table "missions"."delivery" enable row level security;
alter table "missions"."delivery" force row level security;
create policy "visible" on "missions"."delivery" using ((select kit.viewer_role()) in ('state_corporation', 'system')) with check ((select kit.viewer_role()) in ('state_corporation', 'system'));
grant select, insert, update on missions.delivery to qonaq_missions;
