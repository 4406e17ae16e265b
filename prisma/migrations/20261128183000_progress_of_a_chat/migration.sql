-- AlterTable
ALTER TABLE "taps" ADD COLUMN     "progress" JSONB;
