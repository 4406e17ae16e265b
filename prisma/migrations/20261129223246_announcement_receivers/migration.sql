-- CreateIndex
CREATE INDEX "outbox_announcement_id_person_id_idx" ON "outbox"("announcement_id", "person_id");
