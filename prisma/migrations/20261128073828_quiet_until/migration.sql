-- AlterTable
ALTER TABLE "people" ADD COLUMN     "quiet_until" TIMESTAMP(3);
