-- AlterTable
ALTER TABLE "people" ADD COLUMN     "paused_until" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "work_plans" ADD COLUMN     "paused_until" DATE;

-- CreateTable
CREATE TABLE "pauses" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER,
    "place_code" TEXT,
    "cohort_id" INTEGER,
    "reason" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "until_on" DATE NOT NULL,
    "set_by_id" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "update_id" BIGINT NOT NULL,
    "ended_at" TIMESTAMP(3),
    "undone_at" TIMESTAMP(3),
    "tells" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "pauses_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "pauses_person_id_idx" ON "pauses"("person_id");

-- CreateIndex
CREATE INDEX "pauses_place_code_idx" ON "pauses"("place_code");

-- CreateIndex
CREATE INDEX "pauses_until_on_idx" ON "pauses"("until_on");

-- CreateIndex
CREATE UNIQUE INDEX "pauses_set_by_id_update_id_key" ON "pauses"("set_by_id", "update_id");

-- CreateIndex
CREATE INDEX "people_paused_until_idx" ON "people"("paused_until");

-- AddForeignKey
ALTER TABLE "pauses" ADD CONSTRAINT "pauses_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Quiet weeks that are on when this is installed end as pauses do.
UPDATE "people" SET "paused_until" = "quiet_until" WHERE "quiet_until" IS NOT NULL AND "erased_at" IS NULL AND "quiet_until" > (now() AT TIME ZONE 'UTC');

-- A pause is somebody's, or a place's.
ALTER TABLE "pauses" ADD CONSTRAINT "pauses_of_one" CHECK (("person_id" IS NULL) <> ("place_code" IS NULL));
