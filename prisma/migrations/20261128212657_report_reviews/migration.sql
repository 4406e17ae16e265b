-- CreateEnum
CREATE TYPE "ReviewVerdict" AS ENUM ('accepted', 'correction');

-- AlterTable
ALTER TABLE "progress_reports" ADD COLUMN     "marked" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "review_note" TEXT,
ADD COLUMN     "reviewed_by_id" INTEGER,
ADD COLUMN     "verdict" "ReviewVerdict";

-- CreateIndex
CREATE INDEX "progress_reports_reviewed_by_id_idx" ON "progress_reports"("reviewed_by_id");

-- AddForeignKey
ALTER TABLE "progress_reports" ADD CONSTRAINT "progress_reports_reviewed_by_id_fkey" FOREIGN KEY ("reviewed_by_id") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;
