-- AlterTable
ALTER TABLE "drafts" ADD COLUMN     "nudged_at" TIMESTAMP(3);
