-- AlterTable
ALTER TABLE "question_threads" ADD COLUMN     "escalated_at" TIMESTAMP(3);
