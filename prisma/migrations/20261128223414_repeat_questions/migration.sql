-- AlterTable
ALTER TABLE "question_threads" ADD COLUMN     "repeated_at" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "thread_messages" ADD COLUMN     "holds" BOOLEAN NOT NULL DEFAULT false;
