-- AlterTable
ALTER TABLE "drafts" ADD COLUMN     "asked" JSONB,
ADD COLUMN     "saved_at" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "taps" ADD COLUMN     "keyboard" BOOLEAN NOT NULL DEFAULT false;
