-- AlterTable
ALTER TABLE "inbox" ADD COLUMN     "said_at" TIMESTAMP(3);
