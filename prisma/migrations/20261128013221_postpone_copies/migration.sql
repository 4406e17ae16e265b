-- AlterTable
ALTER TABLE "evidence" ADD COLUMN     "copy_after" TIMESTAMP(3),
ADD COLUMN     "copy_cause" TEXT,
ADD COLUMN     "copy_failures" INTEGER NOT NULL DEFAULT 0;
