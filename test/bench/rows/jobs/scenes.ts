// What falls due on one working Monday of the programme, job by job, in the order in which it does: written by a few statements each.
import { STORY_PROMPTS } from "../../../../src/domain/stories/story.js";
import { addDays, type Day, dayIn, instantAt, weekday } from "../../../../src/domain/time/calendar.js";
import { DEFAULT_HOLIDAYS, restDaysOf } from "../../../../src/domain/time/holidays.js";
import { addWorkingDays } from "../../../../src/domain/time/working-hours.js";
import type { World } from "../../../../src/ports.js";
import type { ScratchDatabase } from "../../../faults/process/scratch-database.js";
import type { Stage } from "../../../support/stage/stage.js";

type Prisma = ScratchDatabase["prisma"];

export interface Scene {
  job: string;
  /** What is due, in words. */
  what: string;
  at: Date;
  /** Makes it due. */
  prepare?(prisma: Prisma, now: Date): Promise<unknown>;
  /** In seconds, with ten thousand people: what the programme asks of the job, where it is less than its interval. */
  most?: number;
}

const rest = restDaysOf(DEFAULT_HOLIDAYS);
const ZONE = "Asia/Jakarta";

/** `from`: the day on which the programme was filled. */
export function scenesFrom(from: Date): Scene[] {
  const monday = mondayAfter(dayIn(ZONE, from));
  const tuesday = addWorkingDays(monday, 1, rest);
  const at = (time: string, day: Day = monday) => instantAt(ZONE, day, time);
  return [
    { job: "keep-week", what: "where the programme stands", at: at("00:05") },
    { job: "tend-pauses", what: "pauses of one in twenty are over", at: at("08:01"), prepare: endPauses },
    {
      job: "remind-of-plans",
      what: "five in nine libraries have a plan due in a week",
      at: at("08:01"),
      most: 2,
      prepare: (prisma) => dueIn(prisma, addDays(monday, 7)),
    },
    { job: "remind-of-snoozed", what: "one in ten had put a reminder off to now", at: at("08:02"), prepare: snooze },
    { job: "greet-trainers", what: "every trainer has late plans", at: at("08:05"), most: 1 },
    {
      job: "remind-of-sessions",
      what: "every class meets tomorrow",
      at: at("08:06"),
      most: 1,
      prepare: (prisma) => meet(prisma, at("09:00", tuesday)),
    },
    {
      job: "tick-mornings",
      what: "one in five late plans has been dealt with",
      at: at("08:30"),
      prepare: dealWithSome,
    },
    { job: "repeat-questions", what: "one in six asked something and waits", at: at("09:05") },
    { job: "escalate-questions", what: "the same, for two days and more", at: at("09:05") },
    { job: "tell-of-week", what: "the nation's admin and one a province", at: at("09:06"), prepare: nameAdmins },
    {
      job: "invite-to-feedback",
      what: "a third of the classes ended yesterday",
      at: at("10:05"),
      prepare: (prisma) => endClasses(prisma, addDays(monday, -1)),
    },
    { job: "send-stories", what: "one in five asked for stories of others", at: at("10:05"), prepare: listStories },
    { job: "rescue-drafts", what: "one in twenty left a form on Friday", at: at("10:05"), prepare: leaveForms },
    { job: "summarise-day", what: "one plan in eight was reported on", at: at("16:35"), prepare: report },
    { job: "tell-of-class-days", what: "the evening before: every trainer", at: at("18:01") },
    { job: "tell-of-class-days", what: "the boards of every class and trainer", at: at("08:05", tuesday) },
    { job: "update-boards", what: "every board after somebody has come", at: at("08:50", tuesday), prepare: comeIn },
    {
      job: "archive-posts",
      what: "all of these messages, two weeks later",
      at: at("23:23", addDays(tuesday, 20)),
      prepare: settle,
    },
    {
      job: "erase-by-age",
      what: "two classes of two years ago, of twenty a night",
      at: at("03:00", addDays(tuesday, 800)),
      prepare: leaveTwoClasses,
    },
    { job: "finish-erasures", what: "what these left", at: at("03:05", addDays(tuesday, 800)) },
    { job: "forget-old-traces", what: "what is older than its age", at: at("03:30", addDays(tuesday, 800)) },
  ];
}

/** The world of a stage whose Telegram changes every message at once: of what was never sent it would say that it is gone. */
export function willingly({ world }: Stage): World {
  return { ...world, screens: { change: async () => "shown" as const } };
}

/** One on which people work, and on which the trainers' day before is past. */
function mondayAfter(day: Day): Day {
  let found = addDays(day, 1);
  while (weekday(found) !== 1 || addWorkingDays(addDays(found, -1), 1, rest) !== found) found = addDays(found, 1);
  return found;
}

const endPauses = (prisma: Prisma, now: Date) => prisma.$executeRaw`
  UPDATE people SET paused_until = ${now}::timestamp - interval '1 minute' WHERE id % 20 = 7 AND id IN (SELECT person_id FROM participants)`;

const dueIn = async (prisma: Prisma, day: Day) => {
  await prisma.$executeRaw`
    UPDATE work_plans SET due_on = ${day}::date, reminded_on = NULL, last_report_at = NULL, state = 'in_progress'
    WHERE library_id % 40 >= 15`;
  await prisma.$executeRaw`UPDATE work_plans SET reminded_on = ${addDays(day, -7)}::date WHERE library_id % 40 < 15`;
};

const snooze = async (prisma: Prisma, now: Date) => {
  await prisma.$executeRaw`DELETE FROM snoozes`;
  await prisma.$executeRaw`
    INSERT INTO snoozes (plan_id, person_id, message_id, at, until)
    SELECT w.id, m.person_id, m.person_id, ${now}::timestamp - interval '1 day', ${now}::timestamp - interval '2 minutes'
    FROM work_plans w JOIN library_members m ON m.library_id = w.library_id
    WHERE m.person_id % 10 = 3 AND m.until_at IS NULL AND w.state <> 'done'`;
};

const meet = (prisma: Prisma, startsAt: Date) => prisma.$executeRaw`
  INSERT INTO training_sessions (class_id, title, starts_at, ends_at, place)
  SELECT id, 'Pembukaan', ${startsAt}::timestamp, ${startsAt}::timestamp + interval '2 hours', 'Aula' FROM training_classes`;

const dealWithSome = async (prisma: Prisma, now: Date) => {
  await prisma.$executeRaw`
    UPDATE outbox SET state = 'sent', settled_at = ${now}::timestamp, telegram_message_id = id WHERE kind = 'overdue_alert'`;
  await prisma.$executeRaw`UPDATE work_plans SET state = 'done' WHERE library_id % 40 < 15 AND library_id % 5 = 1`;
};

const nameAdmins = async (prisma: Prisma, now: Date) => {
  await prisma.$executeRaw`
    INSERT INTO people (name, zone, telegram_id, created_at)
    SELECT 'Admin ' || code, 'Asia/Jakarta', 800000000 + code::int, ${now}::timestamp FROM places WHERE level = 'province'`;
  await prisma.$executeRaw`
    INSERT INTO role_bindings (person_id, role, region_code, granted_at)
    SELECT p.id, 'admin', l.code, ${now}::timestamp FROM places l JOIN people p ON p.name = 'Admin ' || l.code WHERE l.level = 'province'`;
};

const endClasses = (prisma: Prisma, day: Day) =>
  prisma.$executeRaw`UPDATE training_classes SET ends_on = ${day}::date WHERE id % 3 = 0`;

const STORY = JSON.stringify(
  Object.fromEntries(STORY_PROMPTS.map((prompt) => [prompt, { text: "Dulu sepi, kini ramai.", voiceId: null }])),
);

const listStories = async (prisma: Prisma, now: Date) => {
  await prisma.$executeRaw`
    INSERT INTO stories (participant_id, update_id, sent_at, answers, awaits_typing, photos, shows_children, consent, listed_at, listed_by_id)
    SELECT id, id, ${now}::timestamp, ${STORY}::jsonb, false, '{}', false, 'name', ${now}::timestamp, 1
    FROM participants WHERE id <= 5`;
  await prisma.$executeRaw`
    INSERT INTO story_subscriptions (person_id, since) SELECT person_id, ${now}::timestamp FROM participants WHERE person_id % 5 = 1`;
};

const leaveForms = (prisma: Prisma, now: Date) => prisma.$executeRaw`
  INSERT INTO drafts (telegram_id, form, subject, version, answers, created_at, updated_at)
  SELECT telegram_id, 'plan', 'plan:' || w.id, 1, '{}', ${now}::timestamp - interval '3 days', ${now}::timestamp - interval '3 days'
  FROM people p JOIN library_members m ON m.person_id = p.id JOIN work_plans w ON w.library_id = m.library_id AND w.type = 'advocacy'
  WHERE p.id % 20 = 5`;

const report = (prisma: Prisma, now: Date) =>
  prisma.$executeRaw`UPDATE progress_reports SET reported_at = ${now}::timestamp - interval '1 hour'`;

/** The boards have reached Telegram, and the first participant of each class has answered. */
const comeIn = async (prisma: Prisma, now: Date) => {
  await prisma.$executeRaw`
    UPDATE outbox SET state = 'sent', settled_at = ${now}::timestamp, telegram_message_id = id WHERE key LIKE 'class-board:%'`;
  await prisma.$executeRaw`
    INSERT INTO attendance (session_id, participant_id, answer, answered_at)
    SELECT s.id, min(p.id), 'present', ${now}::timestamp FROM training_sessions s JOIN participants p ON p.class_id = s.class_id GROUP BY s.id`;
};

const settle = (prisma: Prisma, now: Date) => prisma.$executeRaw`
  UPDATE outbox SET state = 'sent', settled_at = ${now}::timestamp - interval '15 days' WHERE state IN ('waiting', 'claimed')`;

const leaveTwoClasses = async (prisma: Prisma, now: Date) => {
  await prisma.$executeRaw`UPDATE training_classes SET ends_on = ${now}::date - 30 WHERE id > 2`;
  await prisma.$executeRaw`
    INSERT INTO consent_receipts (person_id, notice_version, given_at, update_id)
    SELECT id, 'bench', ${now}::timestamp, 900000000 + id FROM people ON CONFLICT DO NOTHING`;
};
