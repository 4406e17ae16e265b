-- AlterTable
ALTER TABLE "work_plans" ADD COLUMN     "reminded_on" DATE;

-- CreateIndex
CREATE INDEX "work_plans_due_on_reminded_on_idx" ON "work_plans"("due_on", "reminded_on");
