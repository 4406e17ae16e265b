// Work plans, what was reported about them, and what staff did about them.
import { Prisma } from "../generated/client.js";
import type { PersonKeys } from "./person-keys.js";
import {
  facts,
  gone,
  impersonalTable,
  not,
  personalTable,
  pointers,
  shownFact,
  shownFacts,
  toEmpty,
  toNull,
} from "./table.js";
import { aloneInTheirTime, beforeTheyLeft, duringTheirTime, sinceTheyCame } from "./their-time.js";

const { sql } = Prisma;

const lone = ({ lonePlanIds }: PersonKeys, planId: Prisma.Sql) => sql`${planId} = ANY(${lonePlanIds}::int[])`;
const typeOfPlan = () => sql`(SELECT wp.type::text FROM work_plans wp WHERE wp.id = t.plan_id)`;

/** Somebody who left sees how the plan stood when they did. */
const until = (at: Prisma.Sql, value: Prisma.Sql) => (keys: PersonKeys) =>
  sql`CASE WHEN ${beforeTheyLeft(keys, sql`t.id`, at)} THEN ${value} END`;
const worded = (column: Prisma.Sql) => until(sql`COALESCE(t.changed_at, t.written_at)`, column);

export const workPlans = personalTable<Prisma.WorkPlanScalarFieldEnum>("work_plans", {
  theirs: (keys) => lone(keys, sql`t.id`),
  shared: ({ personId }) =>
    sql`(t.library_id IN (SELECT m.library_id FROM library_members m WHERE m.person_id = ${personId})
      OR (t.activity IS NOT NULL AND t.moved_to_id IN (SELECT mp.id FROM work_plans mp
        JOIN library_members m ON m.library_id = mp.library_id WHERE m.person_id = ${personId})))`,
  // Plans of a class that began after they left are others' alone.
  shownOnly: (keys) =>
    beforeTheyLeft(keys, sql`t.id`, sql`(SELECT c.starts_on FROM training_classes c WHERE c.id = t.class_id)`),
  erase: "columns",
  columns: {
    ...pointers("libraryId", "cohortId", "classId", "movedToId", "changedById"),
    ...facts("lastReportAt", "remindedOn", "changedAt"),
    ...shownFacts("id", "type", "onBehalf"),
    state: shownFact("state", until(sql`t.last_report_at`, sql`t.state::text`)),
    activity: { show: "activity", read: worded(sql`t.activity`), erase: toNull },
    measure: { show: "measure", read: worded(sql`t.measure`), erase: toNull },
    partner: { show: "partner", read: worded(sql`t.partner`), erase: toNull },
    replaced: { erase: toNull, because: "words of a colleague, kept only to be put back" },
    targetOn: shownFact("targetOn", worded(sql`t.target_on::text`)),
    writtenAt: shownFact("writtenAt", until(sql`t.written_at`, sql`t.written_at`)),
    ...not("what pauses a plan is shown as the pause it is", "pausedUntil"),
    dueOn: shownFact(
      "dueOn",
      until(sql`(SELECT max(e.at) FROM deadline_extensions e WHERE e.plan_id = t.id)`, sql`t.due_on::text`),
    ),
  },
});

export const deadlineExtensions = personalTable<Prisma.DeadlineExtensionScalarFieldEnum>("deadline_extensions", {
  theirs: (keys) => sql`(t.by_id = ${keys.personId}
    OR (${lone(keys, sql`t.plan_id`)} AND ${sinceTheyCame(keys, sql`t.plan_id`, sql`t.at`)}))`,
  shared: (keys) => duringTheirTime(keys, sql`t.plan_id`, sql`t.at`),
  shownOnly: (keys) => sql`(t.by_id = ${keys.personId} OR ${duringTheirTime(keys, sql`t.plan_id`, sql`t.at`)})`,
  erase: "columns",
  columns: {
    ...pointers("planId", "updateId", "actId"),
    ...shownFacts("id", "at"),
    until: shownFact("until", () => sql`t.until::text`),
    byId: shownFact("by", () => sql`(SELECT p.name FROM people p WHERE p.id = t.by_id)`),
    reason: { show: "reason", read: (keys) => staffWords(keys, "by_id", sql`t.at`, sql`t.reason`), erase: toEmpty },
  },
});

/** What staff wrote is shown to its author, and to somebody whom alone it can be about: never to a colleague. */
function staffWords(keys: PersonKeys, author: "by_id" | "resolved_by_id", at: Prisma.Sql, words: Prisma.Sql) {
  return sql`CASE WHEN t.${Prisma.raw(author)} = ${keys.personId}
    OR ${aloneInTheirTime(keys, sql`t.plan_id`, at)} THEN ${words} END`;
}

const theirReport = ({ personId, participantIds }: PersonKeys, r: "t" | "r") =>
  sql`(${Prisma.raw(r)}.author_id = ${personId} OR ${Prisma.raw(r)}.participant_id = ANY(${participantIds}::int[]))`;

export const progressReports = personalTable<Prisma.ProgressReportScalarFieldEnum>("progress_reports", {
  theirs: (keys) => theirReport(keys, "t"),
  // What a trainer wrote about reports of others goes with the trainer.
  about: { rows: ({ personId }) => sql`t.reviewed_by_id = ${personId}`, erase: { review_note: toNull } },
  erase: "columns",
  columns: {
    ...pointers("participantId", "authorId", "updateId"),
    ...facts("marked"),
    verdict: shownFact("verdict", () => sql`'review.' || t.verdict::text`),
    reviewedById: shownFact("by", () => sql`(SELECT p.name FROM people p WHERE p.id = t.reviewed_by_id)`),
    reviewNote: { show: "note", erase: toNull },
    ...shownFacts("id", "number", "version", "onBehalf", "state", "reportedAt", "reviewedAt"),
    planId: shownFact("type", typeOfPlan),
    // Mostly chosen from the list; in their own words they count as "other".
    obstacle: {
      show: "obstacle",
      erase: ({ obstacles }) => sql`CASE WHEN t.obstacle IS NULL OR t.obstacle = ANY(${obstacles}::text[])
        THEN t.obstacle ELSE 'other' END`,
    },
    nextStep: { show: "nextStep", erase: toNull },
    story: { show: "story", erase: toNull },
  },
});

const ofReport = (column: Prisma.Sql) => () => sql`(SELECT ${column} FROM progress_reports r WHERE r.id = t.report_id)`;

export const reportAnswers = personalTable<Prisma.ReportAnswerScalarFieldEnum>("report_answers", {
  theirs: (keys) => sql`t.report_id IN (SELECT r.id FROM progress_reports r WHERE ${theirReport(keys, "r")})`,
  erase: "columns",
  order: sql`t.report_id, t.question`,
  columns: {
    reportId: shownFact("number", ofReport(sql`r.number`)),
    ...shownFacts("question"),
    ...facts("amount", "choices", "day", "unknown"),
    // Whichever of them is filled.
    text: {
      show: "answer",
      read: () =>
        sql`COALESCE(CASE WHEN t.unknown THEN to_jsonb('unknown'::text) END, to_jsonb(t.amount), to_jsonb(t.text), to_jsonb(t.day), to_jsonb(t.choices))`,
      erase: toNull,
    },
  },
});

export const evidence = personalTable<Prisma.EvidenceScalarFieldEnum>("evidence", {
  // Of what came before senders were kept: what belongs to their reports or forms, or what nobody else can have sent.
  theirs: (keys) => sql`(t.sender_id = ${keys.personId} OR (t.sender_id IS NULL AND (
    t.report_id IN (SELECT r.id FROM progress_reports r WHERE ${theirReport(keys, "r")})
    OR (t.report_id IS NULL AND (t.id = ANY(${keys.draftedEvidenceIds}::int[])
      OR (${lone(keys, sql`t.plan_id`)} AND ${sinceTheyCame(keys, sql`t.plan_id`, sql`t.received_at`)}))))))`,
  erase: "rows",
  columns: {
    ...pointers("planId", "senderId"),
    ...not("how Telegram and our folder call the file", "fileId", "fileUniqueId", "albumId", "storedAs", "mimeType"),
    ...not("how the copying of the file went", "copyFailures", "copyCause", "copyAfter"),
    ...not("the file itself is in their chat", "byteSize"),
    id: gone("id"),
    reportId: gone("number", ofReport(sql`r.number`)),
    kind: gone("kind"),
    caption: gone("caption"),
    receivedAt: gone("receivedAt"),
  },
});

export const snoozes = personalTable<Prisma.SnoozeScalarFieldEnum>("snoozes", {
  theirs: ({ personId }) => sql`t.person_id = ${personId}`,
  erase: "rows",
  columns: {
    ...pointers("personId", "messageId"),
    ...not("whether it was reminded of since is seen in the messages", "remindedAt"),
    id: gone("id"),
    planId: gone("type", typeOfPlan),
    until: gone("until"),
    at: gone("at"),
  },
});

/** Who did what stands in the audits; these are forgotten when they can no longer be taken back. */
export const careActs = impersonalTable<Prisma.CareActScalarFieldEnum>(
  "care_acts",
  not(
    "kept for two days to be undone; who did what is shown with the audits",
    ...(["id", "kind", "scope", "actorId", "updateId", "at", "undoneAt", "details"] as const),
  ),
);

export const careActChanges = impersonalTable<Prisma.CareActChangeScalarFieldEnum>(
  "care_act_changes",
  not(
    "how follow-ups were before, for as long as that can be undone",
    ...(["id", "actId", "followUpId", "raised", "restBefore", "restAfter"] as const),
  ),
);

const noted = sql`COALESCE(t.resolved_at, t.raised_at)`;
const asStaff = ({ personId }: PersonKeys) => sql`(t.trainer_id = ${personId} OR t.resolved_by_id = ${personId})`;
const settled = (value: Prisma.Sql) => (keys: PersonKeys) =>
  sql`CASE WHEN ${asStaff(keys)} OR ${beforeTheyLeft(keys, sql`t.plan_id`, noted)} THEN ${value} END`;

export const followUps = personalTable<Prisma.FollowUpScalarFieldEnum>("follow_ups", {
  theirs: (keys) => sql`(t.resolved_by_id IS NOT DISTINCT FROM ${keys.personId}
    OR (${lone(keys, sql`t.plan_id`)} AND ${sinceTheyCame(keys, sql`t.plan_id`, noted)}))`,
  shared: (keys) =>
    sql`(t.trainer_id = ${keys.personId} OR ${duringTheirTime(keys, sql`t.plan_id`, sql`t.raised_at`)})`,
  shownOnly: (keys) => sql`(${asStaff(keys)} IS TRUE OR ${duringTheirTime(keys, sql`t.plan_id`, sql`t.raised_at`)})`,
  erase: "columns",
  columns: {
    ...pointers("key", "planId", "trainerId", "threadId", "resolvedById"),
    ...facts("alertedAt", "restUntil", "way"),
    ...shownFacts("id", "reason", "raisedAt"),
    dueOn: shownFact("dueOn", () => sql`t.due_on::text`),
    resolvedAt: shownFact("resolvedAt", settled(sql`t.resolved_at`)),
    resolution: shownFact("resolution", settled(sql`t.resolution::text`)),
    note: { show: "note", read: (keys) => staffWords(keys, "resolved_by_id", noted, sql`t.note`), erase: toNull },
  },
});
