-- DropIndex
DROP INDEX "inbox_state_arrival_idx";

-- AlterTable
ALTER TABLE "inbox" ADD COLUMN     "claimed_at" TIMESTAMP(3),
ADD COLUMN     "excess" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "stranger" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE INDEX "inbox_state_stranger_arrival_idx" ON "inbox"("state", "stranger", "arrival");
