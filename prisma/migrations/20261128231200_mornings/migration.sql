-- CreateTable
CREATE TABLE "mornings" (
    "id" SERIAL NOT NULL,
    "trainer_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "needs" JSONB NOT NULL,
    "shown" INTEGER NOT NULL,
    "fresh" INTEGER NOT NULL,
    "done" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "mornings_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "mornings_day_idx" ON "mornings"("day");

-- CreateIndex
CREATE UNIQUE INDEX "mornings_trainer_id_day_key" ON "mornings"("trainer_id", "day");

-- AddForeignKey
ALTER TABLE "mornings" ADD CONSTRAINT "mornings_trainer_id_fkey" FOREIGN KEY ("trainer_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
