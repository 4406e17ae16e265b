-- AlterTable
ALTER TABLE "taps" ADD COLUMN     "albums" JSONB NOT NULL DEFAULT '[]';
