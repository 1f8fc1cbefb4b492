-- The parties of the conventions of A§6, with the days on which they are bound. Loaded once; corrected by an administrator, with the source.
create table "iin"."convention_party" ("convention" text not null, "country" text not null, "valid_from" date not null, "valid_until" date null, "source" text not null, primary key ("convention", "country", "valid_from"));
alter table "iin"."convention_party" add constraint "convention_party_convention_check" check ("convention" in ('MINSK_1993', 'CHISINAU_2002'));
grant select on iin.convention_party to qonaq_iin;

-- A refusal to accept has its slip, a printed form too: a form belongs to an application or to such a refusal.
alter table "iin"."printed_form" alter column "application_id" drop not null;
alter table "iin"."printed_form" add column "refusal_id" uuid null;
create index "printed_form_refusal_id_index" on "iin"."printed_form" ("refusal_id");
alter table "iin"."printed_form" drop constraint "printed_form_kind_check";
alter table "iin"."printed_form" add constraint "printed_form_kind_check" check ("kind" in ('REGISTRATION_CERTIFICATE', 'REFUSAL_NOTICE', 'ACCEPTANCE_REFUSAL'));
