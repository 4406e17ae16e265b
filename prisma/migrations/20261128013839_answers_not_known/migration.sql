-- AlterTable
ALTER TABLE "report_answers" ADD COLUMN     "unknown" BOOLEAN NOT NULL DEFAULT false;
