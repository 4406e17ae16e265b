// Who was invited, who takes part in which class, and who manages which library.
import { Prisma } from "../generated/client.js";
import { facts, gone, personalTable, pointers, searchName, shownFact, shownFacts, toNobody, toNull } from "./table.js";

const { sql } = Prisma;

const classNameOf = () => sql`(SELECT c.name FROM training_classes c WHERE c.id = t.class_id)`;
const flagged = shownFact("flagged", () => sql`NULLIF(t.flagged, false)`);

export const participants = personalTable<Prisma.ParticipantScalarFieldEnum>("participants", {
  theirs: ({ personId }) => sql`t.person_id = ${personId}`,
  erase: "columns",
  columns: {
    ...pointers("personId", "decidedById"),
    ...facts("askedAt", "escalatedAt", "decidedAt", "scheduleSeenAt"),
    ...shownFacts("id", "number", "kind", "joinedAt"),
    classId: shownFact("className", classNameOf),
    libraryId: shownFact("libraryName", () => sql`(SELECT l.name FROM libraries l WHERE l.id = t.library_id)`),
    flagged,
    // Of those who act for a library: an office that writes no plans is let in nowhere.
    admission: shownFact(
      "admission",
      () => sql`CASE WHEN t.flagged OR t.kind IN ('desa', 'kelurahan', 'tbm') THEN 'admission.' || t.admission END`,
    ),
    leftAt: { show: "leftAt", erase: (_, now) => sql`COALESCE(t.left_at, ${now}::timestamp)` },
  },
});

export const rosterRows = personalTable<Prisma.RosterRowScalarFieldEnum>("roster_rows", {
  theirs: ({ rosterRowIds }) => sql`t.id = ANY(${rosterRowIds}::int[])`,
  erase: "columns",
  columns: {
    ...pointers("participantId"),
    ...shownFacts("id", "kind", "placeCode"),
    classId: shownFact("className", classNameOf),
    name: { show: "name", erase: toNobody },
    searchName,
    phone: { show: "phone", erase: toNull },
    // A reading room is often called after the one who keeps it.
    libraryName: { show: "libraryName", erase: toNull },
    flagged,
  },
});

/** Who filled the rosters by a file, and when. */
export const rosterImports = personalTable<Prisma.RosterImportScalarFieldEnum>("roster_imports", {
  theirs: ({ personId }) => sql`t.author_id = ${personId}`,
  erase: "columns",
  columns: {
    ...pointers("authorId", "draftId", "undoneById"),
    ...shownFacts("id"),
    classId: shownFact("className", classNameOf),
    ...facts("inserted", "changed", "same", "undoneAt"),
    made: { because: "kept for two days to be undone; numbers of classes, sessions and roles" },
    savedAt: shownFact("at"),
  },
});

/** How rows were before a file changed them, for a day: their people are forgotten there with the row. */
export const rosterChanges = personalTable<Prisma.RosterChangeScalarFieldEnum>("roster_changes", {
  theirs: ({ rosterRowIds, rosterChanges: changes }) => sql`(t.roster_row_id = ANY(${rosterRowIds}::int[])
    OR (t.import_id, t.roster_row_id) IN (SELECT * FROM unnest(
      ${changes.map(({ importId }) => importId)}::int[], ${changes.map(({ rosterRowId }) => rosterRowId)}::int[])))`,
  erase: "rows",
  order: sql`t.import_id, t.roster_row_id`,
  columns: {
    ...pointers("importId", "rosterRowId"),
    before: { because: "kept for two days to be undone; the row of the roster itself is shown" },
  },
});

export const libraryMembers = personalTable<Prisma.LibraryMemberScalarFieldEnum>("library_members", {
  theirs: ({ personId }) => sql`t.person_id = ${personId}`,
  erase: "columns",
  columns: {
    ...pointers("personId"),
    ...shownFacts("id"),
    libraryId: shownFact("libraryName", () => sql`(SELECT l.name FROM libraries l WHERE l.id = t.library_id)`),
    fromAt: shownFact("from"),
    untilAt: { show: "until", erase: (_, now) => sql`COALESCE(t.until_at, ${now}::timestamp)` },
  },
});

/** Of the one who handed over; who followed them is only taken out of it. */
export const handovers = personalTable<Prisma.HandoverScalarFieldEnum>("handovers", {
  theirs: ({ participantIds }) => sql`t.participant_id = ANY(${participantIds}::int[])`,
  about: {
    rows: ({ personId }) => sql`t.taken_by_id = ${personId}`,
    erase: { takenById: toNull },
  },
  erase: "rows",
  order: sql`t.created_at`,
  columns: {
    ...pointers("participantId"),
    code: { because: "a key: anybody who reads the file over their shoulder could use it" },
    createdAt: gone("createdAt"),
    expiresAt: gone("expiresAt"),
    cancelledAt: gone("until"),
    usedAt: gone("usedAt"),
    takenById: { because: "another person, who gave their name to the library and not to the one before them" },
  },
});

/** Whoever was erased is certified no more: the number on their paper is one that nobody knows. */
export const completionLetters = personalTable<Prisma.CompletionLetterScalarFieldEnum>("completion_letters", {
  theirs: ({ participantIds }) => sql`t.participant_id = ANY(${participantIds}::int[])`,
  erase: "rows",
  order: sql`t.issued_at`,
  columns: {
    ...pointers("participantId"),
    number: gone("number"),
    issuedAt: gone("at"),
  },
});

/** The village's name stays; two reading rooms of one village must not get one name. */
const placeName = sql`(SELECT p.name FROM places p WHERE p.code = t.place_code)`;
const nameOfPlace = sql`${placeName} || CASE WHEN t.kind = 'tbm' OR EXISTS (
  SELECT 1 FROM libraries o WHERE o.place_code = t.place_code AND o.kind = t.kind AND o.id <> t.id)
  THEN ' ' || t.id ELSE '' END`;

/** What somebody typed as the name of a library in which there was never anybody else. Offices are named by the register of places. */
export const libraries = personalTable<Prisma.LibraryScalarFieldEnum>("libraries", {
  theirs: ({ loneLibraryIds }) =>
    sql`(t.id = ANY(${loneLibraryIds}::int[]) AND t.kind IN ('desa', 'kelurahan', 'tbm'))`,
  erase: "columns",
  columns: {
    ...pointers("id", "holderId", "practiceOf"),
    ...facts("kind", "placeCode"),
    name: { erase: () => nameOfPlace, because: "it is shown beside the class and the membership" },
    searchName,
  },
});

const sessionTitle = () => sql`(SELECT s.title FROM training_sessions s WHERE s.id = t.session_id)`;

export const attendance = personalTable<Prisma.AttendanceScalarFieldEnum>("attendance", {
  theirs: ({ participantIds }) => sql`t.participant_id = ANY(${participantIds}::int[])`,
  erase: "columns",
  order: sql`t.answered_at, t.session_id`,
  columns: {
    ...pointers("participantId", "markedById"),
    sessionId: shownFact("session", sessionTitle),
    ...shownFacts("answer"),
    answeredAt: shownFact("at"),
  },
});

export const rosterAttendance = personalTable<Prisma.RosterAttendanceScalarFieldEnum>("roster_attendance", {
  theirs: ({ rosterRowIds }) => sql`t.roster_row_id = ANY(${rosterRowIds}::int[])`,
  erase: "columns",
  order: sql`t.marked_at, t.session_id`,
  columns: {
    ...pointers("rosterRowId", "markedById"),
    sessionId: shownFact("session", sessionTitle),
    ...shownFacts("answer"),
    markedAt: shownFact("at"),
  },
});
