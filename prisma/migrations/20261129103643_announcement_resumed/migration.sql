-- AlterTable
ALTER TABLE "announcements" ADD COLUMN     "resumed_at" TIMESTAMP(3);
