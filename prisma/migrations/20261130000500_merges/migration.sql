-- CreateEnum
CREATE TYPE "MergeKind" AS ENUM ('people', 'libraries');

-- AlterTable
ALTER TABLE "people" ADD COLUMN "merged_into_id" INTEGER;

-- CreateTable
CREATE TABLE "merges" (
    "id" SERIAL NOT NULL,
    "kind" "MergeKind" NOT NULL,
    "stays_id" INTEGER NOT NULL,
    "goes_id" INTEGER NOT NULL,
    "by_id" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "undone_at" TIMESTAMP(3),
    "undone_by_id" INTEGER,

    CONSTRAINT "merges_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "merge_changes" (
    "id" SERIAL NOT NULL,
    "merge_id" INTEGER NOT NULL,
    "table_name" TEXT NOT NULL,
    "key" JSONB NOT NULL,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "merge_changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "not_duplicates" (
    "kind" "MergeKind" NOT NULL,
    "low_id" INTEGER NOT NULL,
    "high_id" INTEGER NOT NULL,
    "by_id" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "not_duplicates_pkey" PRIMARY KEY ("kind","low_id","high_id")
);

-- CreateIndex
CREATE INDEX "merges_kind_stays_id_idx" ON "merges"("kind", "stays_id");

-- CreateIndex
CREATE INDEX "merges_kind_goes_id_idx" ON "merges"("kind", "goes_id");

-- CreateIndex
CREATE INDEX "merges_at_idx" ON "merges"("at");

-- CreateIndex
CREATE INDEX "merge_changes_merge_id_idx" ON "merge_changes"("merge_id");

-- CreateIndex
CREATE INDEX "people_merged_into_id_idx" ON "people"("merged_into_id");

-- AddForeignKey
ALTER TABLE "merge_changes" ADD CONSTRAINT "merge_changes_merge_id_fkey" FOREIGN KEY ("merge_id") REFERENCES "merges"("id") ON DELETE CASCADE ON UPDATE CASCADE;
