-- AlterTable
ALTER TABLE "participants" ADD COLUMN     "carries_out_plans" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "roster_rows" ADD COLUMN     "carries_out_plans" BOOLEAN NOT NULL DEFAULT false;
