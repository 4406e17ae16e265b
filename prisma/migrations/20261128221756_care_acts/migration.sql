-- AlterTable
ALTER TABLE "deadline_extensions" ADD COLUMN     "act_id" INTEGER;

-- AlterTable
ALTER TABLE "follow_ups" ADD COLUMN     "way" TEXT;

-- AlterTable
ALTER TABLE "thread_messages" ADD COLUMN     "act_id" INTEGER,
ALTER COLUMN "update_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "care_acts" (
    "id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "actor_id" INTEGER NOT NULL,
    "update_id" BIGINT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "undone_at" TIMESTAMP(3),
    "details" JSONB,

    CONSTRAINT "care_acts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "care_act_changes" (
    "id" SERIAL NOT NULL,
    "act_id" INTEGER NOT NULL,
    "follow_up_id" INTEGER NOT NULL,
    "raised" BOOLEAN NOT NULL,
    "rest_before" DATE,
    "rest_after" DATE,

    CONSTRAINT "care_act_changes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "care_acts_at_idx" ON "care_acts"("at");

-- CreateIndex
CREATE UNIQUE INDEX "care_acts_actor_id_update_id_key" ON "care_acts"("actor_id", "update_id");

-- CreateIndex
CREATE INDEX "care_act_changes_follow_up_id_idx" ON "care_act_changes"("follow_up_id");

-- CreateIndex
CREATE UNIQUE INDEX "care_act_changes_act_id_follow_up_id_key" ON "care_act_changes"("act_id", "follow_up_id");

-- CreateIndex
CREATE INDEX "deadline_extensions_act_id_idx" ON "deadline_extensions"("act_id");

-- CreateIndex
CREATE INDEX "thread_messages_act_id_idx" ON "thread_messages"("act_id");

-- AddForeignKey
ALTER TABLE "care_act_changes" ADD CONSTRAINT "care_act_changes_act_id_fkey" FOREIGN KEY ("act_id") REFERENCES "care_acts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
