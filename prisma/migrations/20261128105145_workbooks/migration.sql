-- AlterTable
ALTER TABLE "roster_imports" ADD COLUMN     "made" JSONB;
