-- DropIndex
DROP INDEX "cohorts_year_key";

-- DropIndex
DROP INDEX "libraries_place_code_kind_name_holder_id_key";

-- AlterTable
ALTER TABLE "cohorts" ADD COLUMN     "practice_of" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "libraries" ADD COLUMN     "practice_of" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "people" ADD COLUMN     "practice_of" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE UNIQUE INDEX "cohorts_year_practice_of_key" ON "cohorts"("year", "practice_of");

-- CreateIndex
CREATE UNIQUE INDEX "libraries_place_code_kind_name_holder_id_practice_of_key" ON "libraries"("place_code", "kind", "name", "holder_id", "practice_of");
