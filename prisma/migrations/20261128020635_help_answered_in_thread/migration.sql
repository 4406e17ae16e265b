-- AlterTable
ALTER TABLE "follow_ups" ADD COLUMN     "thread_id" INTEGER;

-- CreateIndex
CREATE INDEX "follow_ups_thread_id_idx" ON "follow_ups"("thread_id");

-- AddForeignKey
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "question_threads"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Pleas for help that were made before: each opened its thread in the transaction that raised it.
UPDATE "follow_ups" f SET "thread_id" = t.id
FROM "question_threads" t
JOIN "participants" p ON p.id = t.participant_id
JOIN "work_plans" w ON w.library_id = p.library_id
WHERE f.reason = 'help' AND f.plan_id = w.id AND f.raised_at = t.asked_at;
-- Those that were answered are no pleas any more.
UPDATE "follow_ups" f SET "resolved_at" = t.last_at, "resolution" = 'contacted'
FROM "question_threads" t
WHERE f.thread_id = t.id AND t.state = 'answered' AND f.resolved_at IS NULL;
