-- AlterTable
ALTER TABLE "announcements" ADD COLUMN     "local_time" TEXT,
ADD COLUMN     "zones_left" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "announcement_boards" (
    "announcement_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "chat_id" BIGINT NOT NULL,
    "message_id" BIGINT NOT NULL,
    "shown" TEXT NOT NULL,
    "next_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "announcement_boards_pkey" PRIMARY KEY ("announcement_id","person_id")
);

-- CreateTable
CREATE TABLE "saved_audiences" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "audience" JSONB NOT NULL,
    "used_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "saved_audiences_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "announcement_boards_next_at_idx" ON "announcement_boards"("next_at");

-- CreateIndex
CREATE INDEX "announcement_boards_chat_id_idx" ON "announcement_boards"("chat_id");

-- CreateIndex
CREATE INDEX "saved_audiences_used_at_idx" ON "saved_audiences"("used_at");

-- CreateIndex
CREATE UNIQUE INDEX "saved_audiences_person_id_name_key" ON "saved_audiences"("person_id", "name");

-- AddForeignKey
ALTER TABLE "announcement_boards" ADD CONSTRAINT "announcement_boards_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcements"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_boards" ADD CONSTRAINT "announcement_boards_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_audiences" ADD CONSTRAINT "saved_audiences_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;
