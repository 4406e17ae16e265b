-- AlterEnum
ALTER TYPE "AnnouncementState" ADD VALUE 'awaiting';

-- AlterTable
ALTER TABLE "announcements" ADD COLUMN     "approved_at" TIMESTAMP(3),
ADD COLUMN     "approver_id" INTEGER;

-- AddForeignKey
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_approver_id_fkey" FOREIGN KEY ("approver_id") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;
