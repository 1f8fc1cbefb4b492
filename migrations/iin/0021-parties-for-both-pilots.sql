-- The parties of the conventions are asked by both pilots (A§6, B§28): they lie where every subgraph reads, and iin goes on writing them.
alter table "iin"."convention_party" set schema "kit";
grant select on "kit"."convention_party" to qonaq_subgraph;
