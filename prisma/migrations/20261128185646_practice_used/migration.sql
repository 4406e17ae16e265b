-- AlterTable
ALTER TABLE "cohorts" ADD COLUMN     "practice_used_at" TIMESTAMP(3);
-- What is there already was used now: nobody loses it before they could know.
UPDATE "cohorts" SET "practice_used_at" = now() AT TIME ZONE 'UTC' WHERE "practice_of" <> 0;
