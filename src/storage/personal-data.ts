// Every table of the database and what it holds about people: which rows are whose, by which key; which columns /dataku shows and
// what /hapus leaves in them. Both read this table and nothing else. A column that stands in none does not compile, and
// test/storage/personal-data.test.ts asks the database whether all are here.
import type { Prisma } from "./generated/client.js";
import * as away from "./personal-data/away.js";
import * as feedback from "./personal-data/feedback.js";
import * as libraries from "./personal-data/libraries.js";
import * as merges from "./personal-data/merges.js";
import * as people from "./personal-data/people.js";
import * as work from "./personal-data/plans-reports-follow-ups.js";
import * as post from "./personal-data/post.js";
import * as stories from "./personal-data/stories.js";
import { type ForPerson, impersonalTable, not, type PersonalTable } from "./personal-data/table.js";
import * as talk from "./personal-data/threads-and-announcements.js";

const PROGRAMME = "the programme, not its people";
const MACHINE = "the machine's own";

const programme: PersonalTable[] = [
  impersonalTable<Prisma.PlaceScalarFieldEnum>(
    "places",
    not(
      "the ministry's register of places",
      "code",
      "level",
      "parentCode",
      "name",
      "searchName",
      "gone",
      "successorCode",
    ),
  ),
  impersonalTable<Prisma.PlaceChangeScalarFieldEnum>("place_changes", {
    ...not("what became of places", "id", "at", "kind", "code", "before", "now", "to", "libraries", "rosterRows"),
  }),
  impersonalTable<Prisma.CohortScalarFieldEnum>(
    "cohorts",
    not(PROGRAMME, "id", "year", "name", "practiceOf", "practiceUsedAt"),
  ),
  impersonalTable<Prisma.WaveScalarFieldEnum>(
    "waves",
    not(PROGRAMME, "id", "cohortId", "number", "startsOn", "endsOn"),
  ),
  impersonalTable<Prisma.TrainingClassScalarFieldEnum>("training_classes", {
    ...not(PROGRAMME, "id", "waveId", "provinceCode", "name", "venue", "zone", "startsOn", "endsOn", "plansDueOn"),
    ...not(PROGRAMME, "joinToken", "joinTokenExpiresAt", "joinClosedAt", "untendedAt"),
  }),
  impersonalTable<Prisma.FormerLinkScalarFieldEnum>("former_links", not(PROGRAMME, "token", "classId", "replacedAt")),
  impersonalTable<Prisma.MaterialScalarFieldEnum>(
    "materials",
    not(PROGRAMME, "id", "topic", "title", "kind", "content", "helped"),
  ),
  impersonalTable<Prisma.RuleVersionScalarFieldEnum>(
    "rule_versions",
    not(
      "what the office asks and when it writes; who changed it, the account says",
      "number",
      "changes",
      "at",
      "takesBack",
    ),
  ),
  impersonalTable<Prisma.TrainingSessionScalarFieldEnum>("training_sessions", {
    ...not(PROGRAMME, "id", "classId", "title", "startsAt", "endsAt", "mode", "place", "cancelledAt", "revision"),
  }),
];

const machine: PersonalTable[] = [
  impersonalTable<Prisma.WorkerScalarFieldEnum>("workers", not(MACHINE, "name", "seenAt")),
  impersonalTable<Prisma.LeaseScalarFieldEnum>("leases", not(MACHINE, "name", "holder", "until")),
  impersonalTable<Prisma.DatabaseHomeScalarFieldEnum>(
    "database_home",
    not(MACHINE, "id", "identity", "restoredAt", "recordedUntil", "decidedAt", "noted"),
  ),
  impersonalTable<Prisma.JobRunScalarFieldEnum>("job_runs", not(MACHINE, "name", "at")),
  impersonalTable<Prisma.OverviewWeekScalarFieldEnum>(
    "overview_weeks",
    not("counts of a class that name nobody", "week", "classId", "placeCode", "numbers"),
  ),
  impersonalTable<Prisma.CounterScalarFieldEnum>("counters", not("counts that name nobody", "name", "count")),
  impersonalTable<Prisma.ErasureScalarFieldEnum>(
    "erasures",
    not("what is left to erase, forgotten when it is done", "id", "askedAt", "files", "accounts", "finishedAt"),
  ),
];

/** In the order in which they are erased: a summary is told by its post whether it has left, a conversation by its draft. */
export const PERSONAL_DATA: readonly PersonalTable[] = [
  ...programme,
  ...machine,
  merges.mergeChanges,
  merges.merges,
  merges.notDuplicates,
  people.dailySummaries,
  people.mornings,
  post.outbox,
  post.outboxArchive,
  post.heldBack,
  post.inbox,
  post.conversationStates,
  work.evidence,
  post.drafts,
  post.taps,
  post.laneBlocks,
  work.reportAnswers,
  work.progressReports,
  work.careActChanges,
  work.careActs,
  work.followUps,
  work.deadlineExtensions,
  work.snoozes,
  work.workPlans,
  talk.threadMessages,
  talk.questionThreads,
  talk.announcementCorrections,
  talk.quickAnswers,
  feedback.feedbackPools,
  feedback.namedFeedback,
  talk.announcementBoards,
  talk.savedAudiences,
  talk.announcementRecipients,
  talk.announcements,
  stories.storyExports,
  stories.stories,
  stories.champions,
  stories.storySubscriptions,
  libraries.attendance,
  libraries.rosterAttendance,
  libraries.libraries,
  libraries.rosterChanges,
  libraries.rosterImports,
  libraries.rosterRows,
  libraries.libraryMembers,
  libraries.participants,
  people.classBoards,
  people.audits,
  away.absences,
  away.pauses,
  people.invitations,
  people.classTrainers,
  people.roleBindings,
  people.consentReceipts,
  people.accountMoves,
  libraries.handovers,
  libraries.completionLetters,
  people.accountBindings,
  people.people,
];

export function personalDataIn(name: string): PersonalTable & { theirs: ForPerson } {
  const table = PERSONAL_DATA.find((one) => one.name === name);
  if (table === undefined || table.theirs === null)
    throw new Error(`${name} is not known to hold anything about people.`);
  return { ...table, theirs: table.theirs };
}
