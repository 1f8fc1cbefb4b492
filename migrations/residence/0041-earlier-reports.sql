-- What was told of a person before the e-application is looked for when that arrives.
create index "border_crossing_iin_index" on "residence"."border_crossing" ("iin");
create index "border_crossing_document_number_document_country_index" on "residence"."border_crossing" ("document_number", "document_country");
create index "fingerprinting_iin_index" on "residence"."fingerprinting" ("iin");
