-- CreateTable
CREATE TABLE "handovers" (
    "code" TEXT NOT NULL,
    "participant_id" INTEGER NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    "expires_at" TIMESTAMP(3) NOT NULL,
    "cancelled_at" TIMESTAMP(3),
    "used_at" TIMESTAMP(3),
    "taken_by_id" INTEGER,

    CONSTRAINT "handovers_pkey" PRIMARY KEY ("code")
);

-- CreateIndex
CREATE INDEX "handovers_participant_id_idx" ON "handovers"("participant_id");

-- CreateIndex
CREATE INDEX "handovers_taken_by_id_idx" ON "handovers"("taken_by_id");

-- AddForeignKey
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_taken_by_id_fkey" FOREIGN KEY ("taken_by_id") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;
