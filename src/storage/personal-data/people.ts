// The person, their accounts, roles and consents, and the account of what was done to them and by them.
import { Prisma } from "../generated/client.js";
import { type PersonKeys, subjectsOf } from "./person-keys.js";
import {
  facts,
  gone,
  not,
  personalTable,
  pointers,
  searchName,
  shownFact,
  shownFacts,
  toEmpty,
  toNull,
} from "./table.js";
import { duringTheirTime, sinceTheyCame } from "./their-time.js";

const { sql } = Prisma;

const invitedToo = ({ invitedIds }: PersonKeys) => sql`t.person_id = ANY(${invitedIds}::int[])`;

export const people = personalTable<Prisma.PersonScalarFieldEnum>("people", {
  theirs: ({ personId }) => sql`t.id = ${personId}`,
  about: {
    rows: ({ invitedIds }) => sql`t.id = ANY(${invitedIds}::int[])`,
    erase: { name: toEmpty, phone: toNull, zone: toNull, erasedAt: (_, now) => sql`${now}::timestamp` },
  },
  erase: "columns",
  columns: {
    id: shownFact("id"),
    name: { show: "name", erase: toEmpty },
    searchName,
    phone: { show: "phone", erase: toNull },
    language: shownFact("language"),
    zone: { show: "zone", erase: toNull },
    telegramId: { show: "telegramId", read: () => sql`t.telegram_id::text`, erase: toNull },
    unreachableSince: { show: "unreachableSince", erase: toNull },
    unreachableCause: { show: "unreachableCause", erase: toNull },
    pausedUntil: { show: "pausedUntil", erase: toNull },
    quietUntil: { erase: toNull, because: "it follows from the pauses, which are shown" },
    optedOut: { show: "stoppedMessages", erase: () => sql`'{}'` },
    ...shownFacts("createdAt"),
    ...not("nobody real is made up", "practiceOf"),
    ...not("whose data theirs is now: it is shown and erased there", "mergedIntoId"),
    erasedAt: {
      erase: (_, now) => sql`${now}::timestamp`,
      because: "empty as long as there is somebody to show it to",
    },
  },
});

export const consentReceipts = personalTable<Prisma.ConsentReceiptScalarFieldEnum>("consent_receipts", {
  theirs: ({ personId }) => sql`t.person_id = ${personId}`,
  erase: "columns",
  columns: {
    ...pointers("personId", "updateId"),
    ...shownFacts("id", "noticeVersion", "givenAt"),
    withdrawnAt: { show: "withdrawnAt", erase: (_, now) => sql`COALESCE(t.withdrawn_at, ${now}::timestamp)` },
  },
});

export const accountBindings = personalTable<Prisma.AccountBindingScalarFieldEnum>("account_bindings", {
  theirs: ({ personId }) => sql`t.person_id = ${personId}`,
  // Their account was another's for a while.
  about: {
    rows: ({ personId, accounts }) => sql`t.person_id <> ${personId} AND t.telegram_id = ANY(${accounts}::bigint[])`,
    erase: "rows",
  },
  erase: "rows",
  columns: {
    ...pointers("personId"),
    id: gone("id"),
    telegramId: gone("telegramId", () => sql`t.telegram_id::text`),
    boundAt: gone("from"),
    unboundAt: gone("until"),
  },
});

const isTheirs = (account: Prisma.Sql, { accounts }: PersonKeys) => sql`${account} = ANY(${accounts}::bigint[])`;
const movedFrom = sql`t.from_account`;
const movedTo = sql`t.to_account`;
/** Somebody else's account was to be moved to theirs, or from it. */
const ofTheirAccount = (keys: PersonKeys) =>
  sql`(t.person_id <> ${keys.personId} AND (${isTheirs(movedFrom, keys)} OR ${isTheirs(movedTo, keys)}))`;

/** Of the one whose account it is. Of another's move their account, and who decided about it, are only taken out of it. */
export const accountMoves = personalTable<Prisma.AccountMoveScalarFieldEnum>("account_moves", {
  theirs: ({ personId }) => sql`t.person_id = ${personId}`,
  shared: ofTheirAccount,
  about: {
    rows: (keys) => sql`(t.decided_by_id = ${keys.personId} OR ${ofTheirAccount(keys)})`,
    erase: {
      decidedById: ({ personId }) => sql`NULLIF(t.decided_by_id, ${personId})`,
      fromAccount: (keys) => sql`CASE WHEN NOT ${isTheirs(movedFrom, keys)} THEN t.from_account END`,
      toAccount: (keys) => sql`CASE WHEN ${isTheirs(movedTo, keys)} THEN 0 ELSE t.to_account END`,
      // To nobody's account nothing moves any more.
      state: (keys) => sql`CASE WHEN t.state IN ('waiting', 'contested') AND ${isTheirs(movedTo, keys)}
        THEN 'refused' ELSE t.state END`,
    },
  },
  erase: "rows",
  order: sql`t.asked_at, t.id`,
  columns: {
    ...pointers("personId"),
    id: gone("id"),
    fromAccount: { because: "shown among their accounts, and gone with the row" },
    // Of another's move their own account alone.
    toAccount: gone(
      "telegramId",
      (keys) => sql`(CASE WHEN t.person_id = ${keys.personId} OR ${isTheirs(movedTo, keys)}
        THEN t.to_account ELSE t.from_account END)::text`,
    ),
    state: gone("state"),
    askedAt: gone("at"),
    movedAt: gone("from"),
    decidedById: gone("by", () => sql`(SELECT p.name FROM people p WHERE p.id = t.decided_by_id)`),
    decidedAt: gone("resolvedAt"),
  },
});

export const roleBindings = personalTable<Prisma.RoleBindingScalarFieldEnum>("role_bindings", {
  theirs: ({ personId }) => sql`t.person_id = ${personId}`,
  about: {
    rows: invitedToo,
    erase: { revokedAt: (_, now) => sql`coalesce(t.revoked_at, ${now}::timestamp)` },
  },
  erase: "columns",
  columns: {
    ...pointers("personId", "cohortId"),
    ...shownFacts("id", "role"),
    regionCode: shownFact("region"),
    grantedAt: shownFact("from"),
    // A role ends with the one who holds it.
    revokedAt: { show: "until", erase: (_, now) => sql`coalesce(t.revoked_at, ${now}::timestamp)` },
  },
});

export const classTrainers = personalTable<Prisma.ClassTrainerScalarFieldEnum>("class_trainers", {
  theirs: ({ personId }) => sql`t.person_id = ${personId}`,
  about: { rows: invitedToo, erase: "rows" },
  erase: "rows",
  order: sql`t.class_id`,
  columns: {
    ...pointers("personId"),
    classId: gone("className", () => sql`(SELECT c.name FROM training_classes c WHERE c.id = t.class_id)`),
  },
});

export const invitations = personalTable<Prisma.InvitationScalarFieldEnum>("invitations", {
  theirs: ({ personId }) => sql`t.person_id = ${personId}`,
  about: { rows: invitedToo, erase: "rows" },
  erase: "rows",
  order: sql`t.created_at`,
  columns: {
    ...pointers("personId"),
    ...not("a key: anybody who reads the file over their shoulder could use it", "token"),
    createdAt: gone("createdAt"),
    expiresAt: gone("expiresAt"),
    usedAt: gone("usedAt"),
    revokedAt: gone("until"),
  },
});

const planOfSubject = sql`substring(t.subject FROM '^plan:([0-9]{1,9})$')::int`;
const ofThem = (keys: PersonKeys) => {
  const subjects = subjectsOf({ ...keys, lonePlanIds: [] });
  const plans = keys.lonePlanIds.map((id) => `plan:${id}`);
  return sql`(t.actor_id = ${keys.personId} OR t.subject = ANY(${subjects}::text[])
    OR (t.subject = ANY(${plans}::text[]) AND ${sinceTheyCame(keys, planOfSubject, sql`t.at`)}))`;
};

/** They stood on a list that somebody looked at (use-cases/access.ts). */
const onAList = (keys: PersonKeys) =>
  sql`(t.about && ${subjectsOf({ ...keys, lonePlanIds: [], threadIds: [] })}::text[])`;

/** Who looked at them or changed something of theirs, and what they did themselves. */
export const audits = personalTable<Prisma.AuditScalarFieldEnum>("audits", {
  theirs: ofThem,
  shared: (keys) =>
    sql`((t.subject LIKE 'plan:%' AND ${duringTheirTime(keys, planOfSubject, sql`t.at`)}) OR ${onAList(keys)})`,
  shownOnly: (keys) => sql`(t.subject NOT LIKE 'plan:%' OR t.actor_id = ${keys.personId}
    OR ${duringTheirTime(keys, planOfSubject, sql`t.at`)})`,
  erase: "columns",
  columns: {
    ...shownFacts("id", "at", "action", "subject"),
    ...pointers("about"),
    ...facts("provinceCode", "regencyCode", "cohortId"),
    actorId: shownFact("by", () => sql`(SELECT p.name FROM people p WHERE p.id = t.actor_id)`),
    details: {
      show: "details",
      read: (keys) => sql`CASE WHEN ${ofThem(keys)} THEN t.details::text END`,
      erase: toNull,
    },
    purpose: { show: "purpose", read: (keys) => sql`CASE WHEN ${ofThem(keys)} THEN t.purpose END`, erase: toNull },
  },
});

export const mornings = personalTable<Prisma.MorningScalarFieldEnum>("mornings", {
  theirs: ({ personId }) => sql`t.trainer_id = ${personId}`,
  // As of summaries.
  about: {
    rows: ({ personId }) => sql`EXISTS (SELECT 1 FROM outbox o WHERE o.key = 'alert:' || t.trainer_id || ':' || t.day
      AND o.subjects @> ARRAY[${`person:${personId}`}]::text[] AND o.state IN ('waiting', 'claimed') AND o.left_at IS NULL)`,
    erase: "rows",
  },
  erase: "columns",
  columns: {
    ...pointers("trainerId"),
    ...facts("needs", "shown", "fresh", "done", "at"),
    ...shownFacts("id"),
    day: shownFact("day", () => sql`t.day::text`),
  },
});

export const dailySummaries = personalTable<Prisma.DailySummaryScalarFieldEnum>("daily_summaries", {
  theirs: ({ personId }) => sql`t.trainer_id = ${personId}`,
  // One that names them and has not left is taken back with its message, for the job to say anew without them.
  about: {
    rows: ({ personId }) => sql`EXISTS (SELECT 1 FROM outbox o WHERE o.key = 'summary:' || t.trainer_id || ':' || t.day
      AND o.subjects @> ARRAY[${`person:${personId}`}]::text[] AND o.state IN ('waiting', 'claimed') AND o.left_at IS NULL)`,
    erase: "rows",
  },
  erase: "columns",
  columns: {
    ...pointers("trainerId"),
    ...facts("sent", "fromAt", "toAt"),
    ...shownFacts("id"),
    day: shownFact("day", () => sql`t.day::text`),
  },
});

/** Which message in their chat shows a class day. Its words are about others, and kept nowhere. */
export const classBoards = personalTable<Prisma.ClassBoardScalarFieldEnum>("class_boards", {
  theirs: ({ personId }) => sql`t.person_id = ${personId}`,
  erase: "rows",
  order: sql`t.day, t.class_id`,
  columns: {
    ...pointers("personId", "messageId", "classId"),
    chatId: { because: "it is the number of their account, which is shown there" },
    day: gone("day", () => sql`t.day::text`),
    shown: { because: "counts of a class, gone with the row" },
    nextAt: { because: "when it may be changed again, gone with the row" },
  },
});
