-- Posts written before each of them said whom it names: tied to everybody whom it can name, so that erasing one of them takes the
-- words. Rather one too many than one too few: where it has not left, the jobs say it anew without the person.
WITH untied AS (
  SELECT o.id, o.person_id, o.subjects || CASE
      WHEN o.key ~ '^approval-answer:[0-9]+$' THEN ARRAY['announcement:' || split_part(o.key, ':', 2)]
      WHEN o.key ~ '^extended:[0-9]+:' THEN ARRAY['plan:' || split_part(o.key, ':', 2)]
      ELSE ARRAY[]::text[]
    END AS subjects
  FROM outbox o
  WHERE o.announcement_id IS NULL AND o.message IS NOT NULL AND o.person_id IS NOT NULL
    AND o.kind NOT IN ('operator_alarm', 'role_change', 'schedule_change', 'plans_asked', 'plans_unasked', 'online_link',
      'plan_reminder', 'snoozed_reminder', 'announcement')
    AND NOT EXISTS (SELECT 1 FROM unnest(o.subjects) AS s (subject) WHERE s.subject LIKE 'person:%')
), about AS (
  SELECT u.id, split_part(s.subject, ':', 1) AS what, s.subject, substring(s.subject FROM '^[a-z_]+:([0-9]{1,9})$')::int AS what_id
  FROM untied u, unnest(u.subjects) AS s (subject)
), threads AS (
  SELECT a.id, t.id AS thread_id, t.participant_id FROM about a JOIN question_threads t ON a.what = 'thread' AND t.id = a.what_id
), participations AS (
  SELECT a.id, p.person_id, p.class_id, p.library_id FROM about a
  JOIN participants p ON a.what IN ('participant', 'admission') AND p.id = a.what_id
  UNION SELECT t.id, p.person_id, p.class_id, p.library_id FROM threads t JOIN participants p ON p.id = t.participant_id
  UNION SELECT u.id, p.person_id, p.class_id, p.library_id FROM untied u JOIN participants p ON p.person_id = u.person_id
), plans AS (
  SELECT a.id, w.library_id, w.class_id FROM about a JOIN work_plans w ON a.what = 'plan' AND w.id = a.what_id
), classes AS (
  SELECT id, class_id FROM participations
  UNION SELECT id, class_id FROM plans
  UNION SELECT u.id, c.class_id FROM untied u JOIN class_trainers c ON c.person_id = u.person_id
), libraries AS (
  SELECT id, library_id FROM participations WHERE library_id IS NOT NULL
  UNION SELECT id, library_id FROM plans
), named AS (
  SELECT id, person_id FROM participations
  UNION SELECT t.id, m.author_id FROM threads t JOIN thread_messages m ON m.thread_id = t.thread_id
  UNION SELECT c.id, p.person_id FROM classes c JOIN participants p ON p.class_id = c.class_id
  UNION SELECT c.id, t.person_id FROM classes c JOIN class_trainers t ON t.class_id = c.class_id
  UNION SELECT l.id, m.person_id FROM libraries l JOIN library_members m ON m.library_id = l.library_id
  UNION SELECT l.id, p.person_id FROM libraries l JOIN participants p ON p.library_id = l.library_id
  -- Whoever did something about it: the author of an announcement and who decided on it, an admin who reminded or gave more time.
  UNION SELECT a.id, n.author_id FROM about a JOIN announcements n ON a.what = 'announcement' AND n.id = a.what_id
  UNION SELECT a.id, d.actor_id FROM about a JOIN audits d ON d.subject = a.subject AND a.what IN ('announcement', 'plan', 'thread')
), tied AS (
  SELECT u.id, array_agg(DISTINCT 'person:' || n.person_id) AS subjects
  FROM untied u JOIN named n ON n.id = u.id AND n.person_id IS DISTINCT FROM u.person_id AND n.person_id IS NOT NULL
  GROUP BY u.id
)
UPDATE outbox o SET subjects = o.subjects || tied.subjects FROM tied WHERE tied.id = o.id;
