-- AlterTable
ALTER TABLE "announcements" ADD COLUMN     "emergency" BOOLEAN NOT NULL DEFAULT false;
