-- A page of a worklist costs the same however many applications there are: for each way to ask there is an index that has them in the order of the page, for the
-- operators and for one office.
drop index "iin"."application_latin_surname_index";
drop index "iin"."application_cyrillic_surname_index";
drop index "iin"."application_due_at_index";
create index "application_office_id_state_id_index" on "iin"."application" ("office_id", "state", "id");
create index "application_category_id_index" on "iin"."application" ("category", "id");
create index "application_office_id_category_id_index" on "iin"."application" ("office_id", "category", "id");
create index "application_due_at_id_index" on "iin"."application" ("due_at", "id");
create index "application_office_id_due_at_id_index" on "iin"."application" ("office_id", "due_at", "id");
create index "application_latin_surname_id_index" on "iin"."application" ("latin_surname", "id");
create index "application_office_id_latin_surname_id_index" on "iin"."application" ("office_id", "latin_surname", "id");
create index "application_cyrillic_surname_id_index" on "iin"."application" ("cyrillic_surname", "id");
create index "application_office_id_cyrillic_surname_id_index" on "iin"."application" ("office_id", "cyrillic_surname", "id");

-- Of the operators' own list; of the open ones, which are few at any time, with what is asked of them beside; of those that are late or may become so; and of those that wait.
create index "application_open_index" on "iin"."application" ("id", "state", "category", "due_at", "latin_surname", "cyrillic_surname") where state in ('REGISTERED', 'IN_REVIEW');
create index "application_office_id_open_index" on "iin"."application" ("office_id", "id", "state", "category", "due_at", "latin_surname", "cyrillic_surname") where state in ('REGISTERED', 'IN_REVIEW');
create index "application_registered_index" on "iin"."application" ("id") where state = 'REGISTERED';
create index "application_maybe_late_index" on "iin"."application" ("id") where state in ('REGISTERED', 'IN_REVIEW') or coalesce(decided_at > due_at, false);
create index "application_office_id_maybe_late_index" on "iin"."application" ("office_id", "id") where state in ('REGISTERED', 'IN_REVIEW') or coalesce(decided_at > due_at, false);
create index "application_waiting_index" on "iin"."application" ("office_id", "id") where delivered_at is null and state <> 'WITHDRAWN';
