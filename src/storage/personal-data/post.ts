// What we owe people and what they sent us: outbox and inbox, forms, and where somebody is in a chat.
import { NO_RIGHT } from "../../domain/messages/post-kind.js";
import { Prisma } from "../generated/client.js";
import { isRecallable } from "../queue/recall.js";
import { type PersonKeys, subjectsOf } from "./person-keys.js";
import { type ForPerson, facts, gone, not, personalTable, pointers, shownFacts, toNull } from "./table.js";

const { sql } = Prisma;

const inTheirChat = ({ accounts }: PersonKeys) => sql`t.chat_id = ANY(${accounts}::bigint[])`;
const whenRecallable = (then: Prisma.Sql, otherwise: Prisma.Sql) =>
  sql`CASE WHEN ${isRecallable} THEN ${then} ELSE ${otherwise} END`;

/** What has not left is taken back; what has is a fact without words. */
const takenBack = (cause: string): Record<string, ForPerson> => ({
  message: toNull,
  variables: toNull,
  state: () => whenRecallable(sql`'cancelled'`, sql`t.state`),
  // Given up for another reason it must not be brought after all: there is nothing left to bring.
  cause: () =>
    sql`CASE WHEN ${isRecallable} OR t.state IN ('dead', 'cancelled', 'expired') THEN ${cause} ELSE t.cause END`,
  settledAt: (_, now) => whenRecallable(sql`${now}::timestamp`, sql`t.settled_at`),
});
const erased = takenBack("erased");
const own: Record<string, ForPerson> = {
  ...erased,
  // A question that waits for a trainer is passed on to others, as from one whose role was taken (use-cases/threads/waiting/pass-on-anew.ts).
  cause: (keys, now) =>
    sql`CASE WHEN t.kind = 'question' AND ${isRecallable} THEN ${NO_RIGHT} ELSE ${erased.cause?.(keys, now) ?? toNull(keys, now)} END`,
};
const words = sql`COALESCE(t.message ->> 'text', (SELECT a.content ->> 'text' FROM announcements a WHERE a.id = t.announcement_id))`;

const posts = {
  theirs: (keys) => sql`(t.person_id = ${keys.personId} OR (t.person_id IS NULL AND ${inTheirChat(keys)}))`,
  // Those to others that name them, for the jobs to say anew without them: their keys are free again.
  about: {
    rows: (keys) => sql`(t.subjects && ${subjectsOf({ ...keys, lonePlanIds: [] })}::text[]
      AND t.person_id IS DISTINCT FROM ${keys.personId})`,
    erase: {
      ...takenBack("names somebody erased"),
      key: () => whenRecallable(sql`t.key || '~' || t.id`, sql`t.key`),
    },
  },
  erase: "columns",
  columns: {
    ...pointers("key", "personId", "subjects", "announcementId", "telegramMessageId", "moreMessageIds"),
    ...pointers("correctionId", "copyId"),
    ...facts("priority", "dueAt", "notAfter", "exempt", "countsOn", "attempts", "fence", "claimedBy", "leaseUntil"),
    ...facts("leftAt"),
    ...shownFacts("id", "kind", "createdAt"),
    chatId: { erase: () => sql`0`, because: "it is the number of their account, which is shown" },
    message: { show: "text", read: () => words, erase: toNull },
    variables: { erase: toNull, because: "their name, library and class, which are shown" },
    state: { show: "state", ...(own.state && { erase: own.state }) },
    settledAt: { show: "sentAt", ...(own.settledAt && { erase: own.settledAt }) },
    cause: { ...(own.cause && { erase: own.cause }), because: "the state says whether it arrived" },
  },
} satisfies Omit<Parameters<typeof personalTable<Prisma.OutboxScalarFieldEnum>>[1], "name">;

export const outbox = personalTable<Prisma.OutboxScalarFieldEnum>("outbox", posts);
export const outboxArchive = personalTable<Prisma.ArchivedPostScalarFieldEnum>("outbox_archive", posts);

/** Keys name them and what they were owed by numbers alone. */
export const heldBack = personalTable<Prisma.HeldBackScalarFieldEnum>("held_back", {
  theirs: (keys) => sql`t.person_id = ${keys.personId}`,
  erase: "rows",
  order: sql`t.at, t.fact`,
  columns: {
    ...pointers("personId"),
    fact: { because: "the number of the message, gone with the row" },
    day: gone("day", () => sql`t.day::text`),
    kind: gone("kind"),
    reason: gone("reason"),
    at: gone("at"),
    until: gone("until"),
  },
});

/**
 * What is being handled is theirs to the end, and goes then. What waits is in no file: somebody who sends ten thousand messages and
 * then asks for their data would get each of them back.
 */
export const inbox = personalTable<Prisma.InboxScalarFieldEnum>("inbox", {
  theirs: (keys) => sql`(${inTheirChat(keys)} AND t.state IN ('done', 'parked'))`,
  shownOnly: () => sql`t.state = 'parked'`,
  erase: "columns",
  order: sql`t.arrival`,
  columns: {
    ...pointers("updateId", "arrival"),
    ...facts("attempts", "claimedBy", "claimedAt", "leaseUntil", "settledAt", "saidAt", "cause", "stranger", "excess"),
    chatId: { erase: () => sql`0`, because: "it is the number of their account, which is shown" },
    payload: { show: "text", read: () => sql`t.payload::text`, erase: toNull },
    ...shownFacts("state", "receivedAt"),
  },
});

/**
 * Forms about them: an answer to their question, a note about a plan that was theirs alone, an invitation to their number. The draft's
 * row is called d.
 */
const isAboutThem = (keys: PersonKeys) =>
  sql`(d.subject = ANY(${subjectsOf(keys)}::text[]) OR (d.form = 'staff_invitation' AND d.answers ->> 'phone' = ${keys.phone}))`;
/** … of others. */
const aboutThem = (keys: PersonKeys) =>
  sql`(t.id IN (SELECT d.id FROM drafts d WHERE ${isAboutThem(keys)}) AND NOT t.telegram_id = ANY(${keys.accounts}::bigint[]))`;

export const drafts = personalTable<Prisma.DraftScalarFieldEnum>("drafts", {
  theirs: ({ accounts }) => sql`t.telegram_id = ANY(${accounts}::bigint[])`,
  about: { rows: aboutThem, erase: "rows" },
  erase: "rows",
  columns: {
    ...pointers("telegramId", "lastUpdateId"),
    ...not("how far the form is, for the program", "version", "editing", "result", "nudgedAt", "updatedAt"),
    ...not("whether it was put aside, and which message asked, for the program", "savedAt", "asked"),
    id: gone("id"),
    form: gone("form"),
    subject: gone("subject"),
    answers: gone("answers", () => sql`t.answers::text`),
    createdAt: gone("createdAt"),
  },
});

/** grammY's conversations are kept under the chat's number, and name the form's subject among their arguments. */
export const conversationStates = personalTable<Prisma.ConversationStateScalarFieldEnum>("conversation_states", {
  theirs: ({ accounts }) => sql`t.key = ANY(${accounts.map(String)}::text[])`,
  about: {
    rows: (keys) => sql`EXISTS (SELECT 1 FROM drafts d WHERE d.telegram_id::text = t.key
      AND ${isAboutThem(keys)}
      AND jsonb_path_exists(t.state, '$.**[*] ? (@ == $subject)', jsonb_build_object('subject', d.subject)))`,
    erase: "rows",
  },
  erase: "rows",
  order: sql`t.updated_at`,
  columns: {
    ...not("the number of their account, which is shown", "key"),
    ...not("their last messages as the program keeps them: what they answered is in the form", "state"),
    updatedAt: gone("at"),
  },
});

/** Forgotten when the press that asked for it is over: it may be one of a burst (storage/own-data/erasures.ts). */
export const taps = personalTable<Prisma.TapScalarFieldEnum>("taps", {
  theirs: inTheirChat,
  erase: "later",
  order: sql`t.at`,
  columns: {
    ...pointers("chatId", "updateId", "messageId", "lowestId"),
    ...not("whether a keyboard of ours is shown, for the program", "keyboard"),
    data: gone("action"),
    ...not("which albums were answered, for the program", "albums"),
    ...not("which message shows how far something is, for the program", "progress"),
    at: gone("at"),
  },
});

export const laneBlocks = personalTable<Prisma.LaneBlockScalarFieldEnum>("lane_blocks", {
  theirs: ({ accounts }) => sql`t.lane = ANY(${accounts.map((id) => `chat:${id}`)}::text[])`,
  erase: "rows",
  order: sql`t.lane`,
  columns: not("for how many minutes Telegram takes nothing for a chat", "lane", "blockedUntil"),
});
