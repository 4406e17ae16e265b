-- CreateTable
CREATE TABLE "overview_weeks" (
    "week" DATE NOT NULL,
    "class_id" INTEGER NOT NULL,
    "place_code" TEXT NOT NULL,
    "numbers" JSONB NOT NULL,

    CONSTRAINT "overview_weeks_pkey" PRIMARY KEY ("week","class_id","place_code")
);

-- CreateIndex
CREATE INDEX "overview_weeks_class_id_idx" ON "overview_weeks"("class_id");

-- AddForeignKey
ALTER TABLE "overview_weeks" ADD CONSTRAINT "overview_weeks_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "training_classes"("id") ON DELETE CASCADE ON UPDATE CASCADE;
