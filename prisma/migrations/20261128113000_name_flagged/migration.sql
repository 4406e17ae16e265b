-- The word of the programme for an office that is asked for plans: flagged.
ALTER TABLE "participants" RENAME COLUMN "carries_out_plans" TO "flagged";
ALTER TABLE "roster_rows" RENAME COLUMN "carries_out_plans" TO "flagged";
