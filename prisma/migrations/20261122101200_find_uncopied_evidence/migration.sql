-- CreateIndex
CREATE INDEX "evidence_stored_as_idx" ON "evidence"("stored_as");
