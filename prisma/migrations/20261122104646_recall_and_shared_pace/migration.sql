-- AlterTable
ALTER TABLE "outbox" ADD COLUMN     "left_at" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "workers" (
    "name" TEXT NOT NULL,
    "seen_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "workers_pkey" PRIMARY KEY ("name")
);
