// Forgets one person: every field that tells who they are or what they wrote. Counts, states and dates stay.
// Whether nothing was forgotten to be forgotten: test/use-cases/erase-person.test.ts looks through every column of every table.
import { auditSubjects } from "./audit-subjects.js";
import type { Db } from "./database.js";
import { evidenceIdsIn, removeEvidence } from "./evidence.js";
import { Prisma } from "./generated/client.js";
import { isRecallable } from "./recall.js";

/** In place of a name that a list must show. */
const NOBODY = "–";

export async function erasePerson(
  db: Db,
  personId: number,
  obstacles: readonly string[],
  now: Date,
): Promise<{ files: string[]; accounts: number[]; onTheirWay: number[] }> {
  const person = await db.person.findUniqueOrThrow({ where: { id: personId } });
  const bindings = await db.accountBinding.findMany({ where: { personId } });
  const words = [person.name, person.phone];
  // An account that has since become somebody else's is theirs now.
  const takenOver = await db.person.findMany({
    where: { telegramId: { in: bindings.map(({ telegramId }) => telegramId) }, NOT: { id: personId } },
  });
  const accounts = bindings
    .map(({ telegramId }) => telegramId)
    .filter((id) => takenOver.every(({ telegramId }) => telegramId !== id));
  const participantIds = (await db.participant.findMany({ where: { personId } })).map(({ id }) => id);
  const libraryIds = (await db.libraryMember.findMany({ where: { personId } })).map(({ libraryId }) => libraryId);

  const onTheirWay = await forgetMessages(db, { personId, accounts, words, now });
  const files = await forgetWork(db, { personId, participantIds, libraryIds, accounts, words, obstacles });
  await forgetTalk(db, personId, participantIds);
  await forgetAccounts(db, accounts);
  await forgetAudits(db, { personId, participantIds, words });

  await db.rosterRow.updateMany({
    // Another class's list may hold the same person under the same number.
    where: { OR: [{ participantId: { in: participantIds } }, ...(person.phone ? [{ phone: person.phone }] : [])] },
    data: { name: NOBODY, phone: null },
  });
  await db.participant.updateMany({ where: { personId, leftAt: null }, data: { leftAt: now } });
  await db.libraryMember.updateMany({ where: { personId, untilAt: null }, data: { untilAt: now } });
  await db.consentReceipt.updateMany({ where: { personId, withdrawnAt: null }, data: { withdrawnAt: now } });
  await db.accountBinding.deleteMany({ where: { personId } });
  await db.snooze.deleteMany({ where: { personId } });
  await db.classTrainer.deleteMany({ where: { personId } });
  await db.invitation.deleteMany({ where: { personId } });
  await db.person.update({
    where: { id: personId },
    data: {
      ...{ name: "", phone: null, zone: null, telegramId: null, optedOut: [], erasedAt: now },
      ...{ unreachableSince: null, unreachableCause: null },
    },
  });
  return { files, accounts: accounts.map(Number), onTheirWay };
}

interface Trace {
  personId: number;
  words: (string | null)[];
}

/**
 * Their own messages, and those to others that name them: those that have not left are taken back, for the jobs to say anew. Returns
 * those to them that are on their way at this moment.
 */
async function forgetMessages(
  db: Db,
  { personId, accounts, words, now }: Trace & { accounts: bigint[]; now: Date },
): Promise<number[]> {
  const takenBack = (cause: string) => Prisma.sql`message = NULL, variables = NULL,
    state = CASE WHEN ${isRecallable} THEN 'cancelled' ELSE state END,
    cause = CASE WHEN ${isRecallable} THEN ${cause} ELSE cause END,
    settled_at = CASE WHEN ${isRecallable} THEN ${now}::timestamp ELSE settled_at END`;
  const theirs = Prisma.sql`person_id = ${personId} OR chat_id = ANY(${accounts}::bigint[])`;
  const left = await db.$queryRaw<{ id: number; state: string }[]>`
    UPDATE outbox SET ${takenBack("erased")}, chat_id = 0 WHERE ${theirs} RETURNING id, state::text`;
  for (const word of asInJson(words)) {
    await db.$executeRaw`
      UPDATE outbox SET ${takenBack("names somebody erased")}, key = CASE WHEN ${isRecallable} THEN key || '~' || id ELSE key END
      WHERE position(${word} IN message::text) > 0 OR position(${word} IN variables::text) > 0`;
  }
  return left.filter(({ state }) => state === "claimed").map(({ id }) => id);
}

/** What they wrote about plans, and files. A plan is its library's: its words stay where somebody else manages it now. */
async function forgetWork(
  db: Db,
  { personId, participantIds, libraryIds, accounts, words, obstacles }: Work,
): Promise<string[]> {
  const others = await db.libraryMember.findMany({
    where: { libraryId: { in: libraryIds }, untilAt: null, NOT: { personId } },
  });
  const alone = { libraryId: { in: libraryIds, notIn: others.map(({ libraryId }) => libraryId) } };
  const reports = { OR: [{ authorId: personId }, { participantId: { in: participantIds } }] };
  await db.workPlan.updateMany({ where: alone, data: { activity: null, measure: null, partner: null } });
  await db.progressReport.updateMany({ where: reports, data: { nextStep: null, story: null } });
  // Obstacles are mostly chosen from the list; in their own words they count as "other".
  await db.progressReport.updateMany({
    where: { AND: [reports, { NOT: { obstacle: null } }, { obstacle: { notIn: [...obstacles] } }] },
    data: { obstacle: "other" },
  });
  await db.reportAnswer.updateMany({ where: { report: reports, NOT: { text: null } }, data: { text: null } });

  // What staff noted: all of it where the library was theirs alone, else what names them.
  const named = words.flatMap((word) => (word === null || word === "" ? [] : [word]));
  await db.followUp.updateMany({
    where: {
      OR: [{ plan: alone }, { resolvedById: personId }, ...named.map((word) => ({ note: { contains: word } }))],
    },
    data: { note: null },
  });
  await db.deadlineExtension.updateMany({
    where: { OR: [{ plan: alone }, { byId: personId }, ...named.map((word) => ({ reason: { contains: word } }))] },
    data: { reason: "" },
  });

  // Files that belong to no report yet: those of their own drafts, and all where nobody else could have sent them.
  const drafts = await db.draft.findMany({ where: { telegramId: { in: accounts } } });
  const ofDrafts = drafts.flatMap(({ answers }) => evidenceIdsIn(answers));
  const theirs = {
    OR: [{ report: reports }, { reportId: null, plan: alone }, { reportId: null, id: { in: ofDrafts } }],
  };
  return removeEvidence(db, theirs);
}

interface Work extends Trace {
  participantIds: number[];
  libraryIds: number[];
  accounts: bigint[];
  /** Those of the list, in any version. */
  obstacles: readonly string[];
}

/** Both sides of their questions, and what they wrote in the threads of others. */
async function forgetTalk(db: Db, personId: number, participantIds: number[]): Promise<void> {
  await db.threadMessage.updateMany({
    where: { OR: [{ authorId: personId }, { thread: { participantId: { in: participantIds } } }] },
    data: { text: "", photoId: null },
  });
}

/** What is kept under their accounts. The update that is being handled goes when it is over (storage/erasures.ts). */
async function forgetAccounts(db: Db, accounts: bigint[]): Promise<void> {
  await db.draft.deleteMany({ where: { telegramId: { in: accounts } } });
  await db.conversationState.deleteMany({ where: { key: { in: accounts.map(String) } } });
  await db.laneBlock.deleteMany({ where: { lane: { in: accounts.map((id) => `chat:${id}`) } } });
  await db.inbox.updateMany({
    where: { chatId: { in: accounts }, state: { in: ["done", "parked"] } },
    data: { chatId: 0, payload: Prisma.DbNull },
  });
}

async function forgetAudits(db: Db, { personId, participantIds, words }: Trace & { participantIds: number[] }) {
  const subjects = await auditSubjects(db, personId, participantIds);
  await db.audit.updateMany({
    where: { OR: [{ subject: { in: subjects } }, { actorId: personId }] },
    data: { details: Prisma.DbNull, purpose: null },
  });
  for (const word of asInJson(words)) {
    await db.$executeRaw`UPDATE audits SET details = NULL WHERE position(${word} IN details::text) > 0`;
  }
}

/** As they stand inside JSON text. A name not yet given, or of one letter, would be found everywhere. */
function asInJson(words: (string | null)[]): string[] {
  return words.flatMap((word) => (word === null || word.length < 2 ? [] : [JSON.stringify(word).slice(1, -1)]));
}
