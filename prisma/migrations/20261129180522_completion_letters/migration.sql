-- CreateTable
CREATE TABLE "completion_letters" (
    "number" TEXT NOT NULL,
    "participant_id" INTEGER NOT NULL,
    "issued_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "completion_letters_pkey" PRIMARY KEY ("number")
);

-- CreateIndex
CREATE UNIQUE INDEX "completion_letters_participant_id_key" ON "completion_letters"("participant_id");

-- AddForeignKey
ALTER TABLE "completion_letters" ADD CONSTRAINT "completion_letters_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
