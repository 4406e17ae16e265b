-- AlterTable
ALTER TABLE "places" ADD COLUMN     "gone" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "successor_code" TEXT;

-- CreateTable
CREATE TABLE "place_changes" (
    "id" SERIAL NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kind" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "now" TEXT,
    "to" TEXT,
    "libraries" INTEGER NOT NULL,
    "roster_rows" INTEGER NOT NULL,

    CONSTRAINT "place_changes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "place_changes_at_code_idx" ON "place_changes"("at", "code");
