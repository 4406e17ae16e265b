-- AlterTable
ALTER TABLE "participants" ADD COLUMN     "schedule_seen_at" TIMESTAMP(3);
