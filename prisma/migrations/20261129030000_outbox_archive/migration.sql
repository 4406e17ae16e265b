-- CreateTable
CREATE TABLE "outbox_archive" (
    "id" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "priority" INTEGER NOT NULL,
    "chat_id" BIGINT NOT NULL,
    "person_id" INTEGER,
    "subjects" TEXT[],
    "message" JSONB,
    "announcement_id" INTEGER,
    "variables" JSONB,
    "due_at" TIMESTAMP(3) NOT NULL,
    "not_after" TIMESTAMP(3),
    "exempt" BOOLEAN NOT NULL,
    "counts_on" DATE,
    "state" "OutboxState" NOT NULL,
    "attempts" INTEGER NOT NULL,
    "fence" INTEGER NOT NULL,
    "claimed_by" TEXT,
    "lease_until" TIMESTAMP(3),
    "left_at" TIMESTAMP(3),
    "settled_at" TIMESTAMP(3),
    "telegram_message_id" BIGINT,
    "more_message_ids" BIGINT[],
    "correction_id" INTEGER,
    "copy_id" INTEGER,
    "cause" TEXT,
    "created_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "outbox_archive_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job_runs" (
    "name" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "job_runs_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE UNIQUE INDEX "outbox_archive_key_key" ON "outbox_archive"("key");

-- CreateIndex
CREATE INDEX "outbox_archive_announcement_id_person_id_idx" ON "outbox_archive"("announcement_id", "person_id");

-- CreateIndex
CREATE INDEX "outbox_archive_chat_id_telegram_message_id_idx" ON "outbox_archive"("chat_id", "telegram_message_id");

-- CreateIndex
CREATE INDEX "outbox_archive_person_id_created_at_idx" ON "outbox_archive"("person_id", "created_at");

-- CreateIndex
CREATE INDEX "outbox_archive_settled_at_idx" ON "outbox_archive"("settled_at");

-- CreateIndex
CREATE INDEX "outbox_archive_subjects_idx" ON "outbox_archive" USING GIN ("subjects");

-- What changes with every message is cleaned by hundreds of rows, not by a fifth of the table: the defaults would wait for 200,000.
ALTER TABLE "outbox" SET (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000,
    autovacuum_analyze_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 1, toast.autovacuum_vacuum_scale_factor = 0.01);
ALTER TABLE "inbox" SET (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000,
    autovacuum_analyze_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 1, toast.autovacuum_vacuum_scale_factor = 0.01);
-- Small tables that are written all day.
ALTER TABLE "drafts" SET (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_threshold = 200);
ALTER TABLE "taps" SET (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_threshold = 200);
ALTER TABLE "conversation_states" SET (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_threshold = 200);
ALTER TABLE "workers" SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 100);
ALTER TABLE "leases" SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 100);
-- It only grows, and loses its texts once.
ALTER TABLE "outbox_archive" SET (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_insert_scale_factor = 0.05);
