-- DropIndex
DROP INDEX "question_threads_state_last_at_idx";

-- CreateIndex
CREATE INDEX "question_threads_state_asked_at_idx" ON "question_threads"("state", "asked_at");

-- Of those that wait: since their first word after the last answer.
UPDATE "question_threads" t SET "asked_at" = asked.since
FROM (
  SELECT q.id, min(m.sent_at) AS since
  FROM "question_threads" q
  JOIN "participants" pa ON pa.id = q.participant_id
  JOIN "thread_messages" m ON m.thread_id = q.id AND m.author_id = pa.person_id AND m.id > coalesce((
    SELECT max(o.id) FROM "thread_messages" o WHERE o.thread_id = q.id AND o.author_id <> pa.person_id AND NOT o.holds), 0)
  WHERE q.state IN ('unread', 'read')
  GROUP BY q.id
) AS asked
WHERE asked.id = t.id;
