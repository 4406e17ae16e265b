-- CreateTable
CREATE TABLE "snoozes" (
    "id" SERIAL NOT NULL,
    "plan_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "message_id" BIGINT NOT NULL,
    "until" TIMESTAMP(3) NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "reminded_at" TIMESTAMP(3),

    CONSTRAINT "snoozes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "snoozes_plan_id_at_idx" ON "snoozes"("plan_id", "at");

-- CreateIndex
CREATE INDEX "snoozes_reminded_at_until_idx" ON "snoozes"("reminded_at", "until");

-- CreateIndex
CREATE UNIQUE INDEX "snoozes_person_id_message_id_plan_id_key" ON "snoozes"("person_id", "message_id", "plan_id");

-- AddForeignKey
ALTER TABLE "snoozes" ADD CONSTRAINT "snoozes_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "work_plans"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "snoozes" ADD CONSTRAINT "snoozes_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
