-- CreateTable
CREATE TABLE "held_back" (
    "person_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "fact" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "until" TIMESTAMP(3),

    CONSTRAINT "held_back_pkey" PRIMARY KEY ("person_id","day","fact")
);

-- CreateIndex
CREATE INDEX "held_back_day_idx" ON "held_back"("day");

-- AddForeignKey
ALTER TABLE "held_back" ADD CONSTRAINT "held_back_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;
