-- AlterTable
ALTER TABLE "outbox" ADD COLUMN     "counts_on" DATE,
ADD COLUMN     "exempt" BOOLEAN NOT NULL DEFAULT false;
