-- AlterTable
ALTER TABLE "work_plans" ADD COLUMN     "on_behalf" BOOLEAN NOT NULL DEFAULT false;
