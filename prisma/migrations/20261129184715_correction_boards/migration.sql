-- AlterTable
ALTER TABLE "announcement_boards" DROP CONSTRAINT "announcement_boards_pkey",
ADD COLUMN     "correction_id" INTEGER NOT NULL DEFAULT 0,
ADD CONSTRAINT "announcement_boards_pkey" PRIMARY KEY ("announcement_id", "person_id", "correction_id");
