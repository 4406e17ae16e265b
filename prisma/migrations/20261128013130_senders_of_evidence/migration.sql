-- AlterTable
ALTER TABLE "evidence" ADD COLUMN     "sender_id" INTEGER;

-- AlterTable
ALTER TABLE "work_plans" ADD COLUMN     "changed_at" TIMESTAMP(3);

-- CreateIndex
CREATE INDEX "evidence_sender_id_idx" ON "evidence"("sender_id");

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_sender_id_fkey" FOREIGN KEY ("sender_id") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;
