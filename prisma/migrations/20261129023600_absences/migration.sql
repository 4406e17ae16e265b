-- AlterTable
ALTER TABLE "training_classes" ADD COLUMN     "untended_at" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "absences" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER NOT NULL,
    "starts_at" TIMESTAMP(3) NOT NULL,
    "ends_at" TIMESTAMP(3) NOT NULL,
    "cover_id" INTEGER,
    "set_by_id" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "update_id" BIGINT NOT NULL,

    CONSTRAINT "absences_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "absences_person_id_idx" ON "absences"("person_id");

-- CreateIndex
CREATE INDEX "absences_cover_id_idx" ON "absences"("cover_id");

-- CreateIndex
CREATE INDEX "absences_ends_at_idx" ON "absences"("ends_at");

-- CreateIndex
CREATE UNIQUE INDEX "absences_set_by_id_update_id_key" ON "absences"("set_by_id", "update_id");

-- AddForeignKey
ALTER TABLE "absences" ADD CONSTRAINT "absences_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absences" ADD CONSTRAINT "absences_cover_id_fkey" FOREIGN KEY ("cover_id") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;
