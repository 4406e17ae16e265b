// Questions and answers, and announcements.
import { Prisma } from "../generated/client.js";
import type { PersonKeys } from "./person-keys.js";
import { facts, not, personalTable, pointers, shownFact, shownFacts, toEmpty, toEmptyList } from "./table.js";

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

/** What they said to others in the programme's name stays with those. */
export const announcements = personalTable<Prisma.AnnouncementScalarFieldEnum>("announcements", {
  theirs: ({ personId }) => sql`t.author_id = ${personId}`,
  erase: "columns",
  columns: {
    ...pointers("authorId", "approverId", "draftId"),
    ...facts("emergency", "approvedAt", "contentHash"),
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
      ...pointers("personId", "rosterRowId"),
      ...shownFacts("id"),
      announcementId: shownFact("text", ofAnnouncement(sql`a.content ->> 'text'`)),
      skipped: shownFact("cause"),
    },
  },
);
