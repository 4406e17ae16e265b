-- CreateEnum
CREATE TYPE "ThreadState" AS ENUM ('unread', 'read', 'answered');

-- CreateEnum
CREATE TYPE "ThreadDelivery" AS ENUM ('underway', 'arrived', 'failed');

-- CreateTable
CREATE TABLE "question_threads" (
    "id" SERIAL NOT NULL,
    "participant_id" INTEGER NOT NULL,
    "state" "ThreadState" NOT NULL DEFAULT 'unread',
    "asked_at" TIMESTAMP(3) NOT NULL,
    "last_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "question_threads_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "thread_messages" (
    "id" SERIAL NOT NULL,
    "thread_id" INTEGER NOT NULL,
    "author_id" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "photo_id" TEXT,
    "sent_at" TIMESTAMP(3) NOT NULL,
    "update_id" BIGINT NOT NULL,
    "delivery" "ThreadDelivery" NOT NULL DEFAULT 'underway',

    CONSTRAINT "thread_messages_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "question_threads_participant_id_idx" ON "question_threads"("participant_id");

-- CreateIndex
CREATE INDEX "question_threads_state_last_at_idx" ON "question_threads"("state", "last_at");

-- CreateIndex
CREATE INDEX "thread_messages_thread_id_idx" ON "thread_messages"("thread_id");

-- CreateIndex
CREATE INDEX "thread_messages_delivery_sent_at_idx" ON "thread_messages"("delivery", "sent_at");

-- CreateIndex
CREATE UNIQUE INDEX "thread_messages_author_id_update_id_key" ON "thread_messages"("author_id", "update_id");

-- AddForeignKey
ALTER TABLE "question_threads" ADD CONSTRAINT "question_threads_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread_messages" ADD CONSTRAINT "thread_messages_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "question_threads"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread_messages" ADD CONSTRAINT "thread_messages_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
