-- CreateEnum
CREATE TYPE "CorrectionKind" AS ENUM ('amend', 'withdraw');

-- CreateEnum
CREATE TYPE "CorrectionState" AS ENUM ('awaiting', 'running', 'overtaken', 'cancelled');

-- AlterTable
ALTER TABLE "announcement_recipients" ADD COLUMN     "contacted_at" TIMESTAMP(3),
ADD COLUMN     "contacted_by_id" INTEGER,
ADD COLUMN     "read_at" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "announcements" ADD COLUMN     "asked_again_at" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "outbox" ADD COLUMN     "copy_id" INTEGER,
ADD COLUMN     "correction_id" INTEGER,
ADD COLUMN     "more_message_ids" BIGINT[] DEFAULT ARRAY[]::BIGINT[];

-- CreateTable
CREATE TABLE "announcement_corrections" (
    "id" SERIAL NOT NULL,
    "announcement_id" INTEGER NOT NULL,
    "author_id" INTEGER NOT NULL,
    "draft_id" INTEGER NOT NULL,
    "kind" "CorrectionKind" NOT NULL,
    "content" JSONB,
    "fresh" JSONB,
    "seen_hash" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "state" "CorrectionState" NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    "started_at" TIMESTAMP(3),
    "approver_id" INTEGER,

    CONSTRAINT "announcement_corrections_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "announcement_corrections_draft_id_key" ON "announcement_corrections"("draft_id");

-- CreateIndex
CREATE INDEX "announcement_corrections_announcement_id_idx" ON "announcement_corrections"("announcement_id");

-- AddForeignKey
ALTER TABLE "announcement_corrections" ADD CONSTRAINT "announcement_corrections_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcements"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_corrections" ADD CONSTRAINT "announcement_corrections_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_corrections" ADD CONSTRAINT "announcement_corrections_approver_id_fkey" FOREIGN KEY ("approver_id") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_recipients" ADD CONSTRAINT "announcement_recipients_contacted_by_id_fkey" FOREIGN KEY ("contacted_by_id") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;
