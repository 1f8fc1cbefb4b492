-- The bar follows from the state and the decision: nobody read its copy.
alter table "residence"."residence_case" drop column "barred_until";
-- What was decided before a complaint had the case reopened stays in it.
alter table "residence"."residence_case" add column "earlier_decisions" jsonb null;
