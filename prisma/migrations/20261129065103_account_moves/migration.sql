-- CreateEnum
CREATE TYPE "AccountMoveState" AS ENUM ('waiting', 'moved', 'contested', 'refused');

-- CreateTable
CREATE TABLE "account_moves" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER NOT NULL,
    "from_account" BIGINT,
    "to_account" BIGINT NOT NULL,
    "state" "AccountMoveState" NOT NULL,
    "asked_at" TIMESTAMP(3) NOT NULL,
    "moved_at" TIMESTAMP(3),
    "decided_by_id" INTEGER,
    "decided_at" TIMESTAMP(3),

    CONSTRAINT "account_moves_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "account_moves_person_id_idx" ON "account_moves"("person_id");

-- CreateIndex
CREATE INDEX "account_moves_from_account_idx" ON "account_moves"("from_account");

-- AddForeignKey
ALTER TABLE "account_moves" ADD CONSTRAINT "account_moves_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_moves" ADD CONSTRAINT "account_moves_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;
