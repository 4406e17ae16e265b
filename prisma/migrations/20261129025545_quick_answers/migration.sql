-- CreateTable
CREATE TABLE "quick_answers" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "quick_answers_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "quick_answers_person_id_text_key" ON "quick_answers"("person_id", "text");

-- AddForeignKey
ALTER TABLE "quick_answers" ADD CONSTRAINT "quick_answers_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
