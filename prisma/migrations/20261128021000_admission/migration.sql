-- CreateEnum
CREATE TYPE "Admission" AS ENUM ('admitted', 'begun', 'waiting', 'refused');

-- DropIndex
DROP INDEX "libraries_place_code_kind_name_key";

-- AlterTable
ALTER TABLE "libraries" ADD COLUMN     "holder_id" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "participants" ADD COLUMN     "admission" "Admission" NOT NULL DEFAULT 'admitted',
ADD COLUMN     "asked_at" TIMESTAMP(3),
ADD COLUMN     "decided_at" TIMESTAMP(3),
ADD COLUMN     "decided_by_id" INTEGER,
ADD COLUMN     "escalated_at" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "training_classes" ADD COLUMN     "join_closed_at" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "work_plans" ADD COLUMN     "moved_to_id" INTEGER;

-- CreateTable
CREATE TABLE "former_links" (
    "token" TEXT NOT NULL,
    "class_id" INTEGER NOT NULL,
    "replaced_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "former_links_pkey" PRIMARY KEY ("token")
);

-- CreateIndex
CREATE INDEX "former_links_class_id_idx" ON "former_links"("class_id");

-- CreateIndex
CREATE UNIQUE INDEX "libraries_place_code_kind_name_holder_id_key" ON "libraries"("place_code", "kind", "name", "holder_id");

-- CreateIndex
CREATE INDEX "participants_admission_asked_at_idx" ON "participants"("admission", "asked_at");

-- AddForeignKey
ALTER TABLE "former_links" ADD CONSTRAINT "former_links_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "training_classes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participants" ADD CONSTRAINT "participants_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_plans" ADD CONSTRAINT "work_plans_moved_to_id_fkey" FOREIGN KEY ("moved_to_id") REFERENCES "work_plans"("id") ON DELETE SET NULL ON UPDATE CASCADE;
