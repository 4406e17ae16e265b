// Questions and answers, and announcements.
import { Prisma } from "../generated/client.js";
import type { PersonKeys } from "./person-keys.js";
import { facts, gone, not, personalTable, pointers, shownFact, shownFacts, toEmpty, toEmptyList } from "./table.js";

const { sql } = Prisma;

export const questionThreads = personalTable<Prisma.QuestionThreadScalarFieldEnum>("question_threads", {
  theirs: ({ threadIds }) => sql`t.id = ANY(${threadIds}::int[])`,
  erase: "columns",
  columns: {
    ...pointers("participantId"),
    ...facts("lastAt", "escalatedAt", "repeatedAt"),
    ...shownFacts("id", "state"),
    askedAt: shownFact("at"),
  },
});

/** Both sides of their questions, and what they wrote in the threads of others. */
export const threadMessages = personalTable<Prisma.ThreadMessageScalarFieldEnum>("thread_messages", {
  theirs: ({ personId, threadIds }) => sql`(t.author_id = ${personId} OR t.thread_id = ANY(${threadIds}::int[]))`,
  erase: "columns",
  columns: {
    ...pointers("threadId", "updateId", "actId"),
    ...facts("holds"),
    ...shownFacts("id", "sentAt", "delivery"),
    authorId: shownFact("by", () => sql`(SELECT p.name FROM people p WHERE p.id = t.author_id)`),
    text: { show: "text", erase: toEmpty },
    files: { show: "files", read: () => sql`jsonb_array_length(t.files)`, erase: toEmptyList },
  },
});

export const quickAnswers = personalTable<Prisma.QuickAnswerScalarFieldEnum>("quick_answers", {
  theirs: ({ personId }) => sql`t.person_id = ${personId}`,
  erase: "rows",
  columns: { ...pointers("personId"), id: gone("id"), text: gone("text"), at: gone("at") },
});

/** What they said to others in the programme's name stays with those. */
export const announcements = personalTable<Prisma.AnnouncementScalarFieldEnum>("announcements", {
  theirs: ({ personId }) => sql`t.author_id = ${personId}`,
  erase: "columns",
  columns: {
    ...pointers("authorId", "approverId", "draftId"),
    ...facts("emergency", "approvedAt", "contentHash", "localTime", "zonesLeft", "resumedAt", "askedAgainAt"),
    ...not("terms of the audience, not its people", "audience"),
    ...shownFacts("id", "state", "createdAt"),
    content: shownFact("text", () => sql`t.content ->> 'text'`),
  },
});

const received = ({ personId, rosterRowIds }: PersonKeys) =>
  sql`(t.person_id = ${personId} OR t.roster_row_id = ANY(${rosterRowIds}::int[]))`;
const ofAnnouncement = (column: Prisma.Sql) => () =>
  sql`(SELECT ${column} FROM announcements a WHERE a.id = t.announcement_id)`;

export const announcementRecipients = personalTable<Prisma.AnnouncementRecipientScalarFieldEnum>(
  "announcement_recipients",
  {
    theirs: received,
    erase: "columns",
    columns: {
      ...pointers("personId", "rosterRowId", "contactedById"),
      ...facts("contactedAt"),
      ...shownFacts("id"),
      readAt: shownFact("at"),
      announcementId: shownFact("text", ofAnnouncement(sql`a.content ->> 'text'`)),
      skipped: shownFact("cause"),
    },
  },
);

/** What they changed of what had been said stays with those to whom it was said. */
export const announcementCorrections = personalTable<Prisma.AnnouncementCorrectionScalarFieldEnum>(
  "announcement_corrections",
  {
    theirs: ({ personId }) => sql`t.author_id = ${personId}`,
    erase: "columns",
    columns: {
      ...pointers("announcementId", "authorId", "approverId", "draftId"),
      ...facts("kind", "seenHash", "contentHash", "startedAt"),
      ...not("the same words as the text that is shown", "fresh"),
      ...shownFacts("id", "state", "createdAt"),
      content: shownFact("text", () => sql`t.content ->> 'text'`),
    },
  },
);

/** Which message in their chat shows an announcement. */
export const announcementBoards = personalTable<Prisma.AnnouncementBoardScalarFieldEnum>("announcement_boards", {
  theirs: ({ personId }) => sql`t.person_id = ${personId}`,
  erase: "rows",
  order: sql`t.announcement_id`,
  columns: {
    ...pointers("personId", "messageId", "correctionId"),
    chatId: { because: "it is the number of their account, which is shown there" },
    announcementId: gone("text", ofAnnouncement(sql`a.content ->> 'text'`)),
    shown: { because: "counts of an announcement, gone with the row" },
    nextAt: { because: "when it may be changed again, gone with the row" },
  },
});

/** The name is theirs, and may say anything. */
export const savedAudiences = personalTable<Prisma.SavedAudienceScalarFieldEnum>("saved_audiences", {
  theirs: ({ personId }) => sql`t.person_id = ${personId}`,
  erase: "rows",
  columns: {
    ...pointers("personId"),
    ...not("terms of the audience, not its people", "audience"),
    id: gone("id"),
    name: gone("name"),
    usedAt: gone("at"),
  },
});
