// Two people are one: all that the one who goes had is theirs who stays.
import type { Merge } from "../../ports/merges.js";
import type { Db } from "../engine/database.js";
import { Prisma } from "../generated/client.js";
import { bringPosts } from "./bring-posts.js";
import { createJournal, type Journal } from "./journal.js";
import { mergePlansOf } from "./merge-libraries.js";
import { repoint, TO_PARTICIPANTS, TO_PEOPLE } from "./pointers.js";

const { sql } = Prisma;

type Pair = Pick<Merge, "id" | "staysId" | "goesId">;
type Whose = "stays" | "goes" | "none";

export async function mergePeople(db: Db, merge: Pair, account: Whose, byId: number, now: Date): Promise<void> {
  const journal = createJournal(db, merge.id);
  const rows = await db.person.findMany({ where: { id: { in: [merge.staysId, merge.goesId] } } });
  const of = (id: number) => {
    const row = rows.find((one) => one.id === id);
    if (row === undefined) throw new Error(`The person ${id} of the merge ${merge.id} is not there.`);
    return row;
  };
  const [stays, goes] = [of(merge.staysId), of(merge.goesId)];
  const given = account === "goes" ? stays.telegramId : goes.telegramId;
  const kept = account === "goes" ? goes.telegramId : stays.telegramId;
  await joinClasses(db, journal, merge, now);
  await bringAll(db, journal, merge, now);
  if (account === "goes" || given !== null) {
    await journal.update(
      "account_bindings",
      sql`unbound_at = ${now}::timestamp`,
      sql`t.person_id = ${merge.staysId} AND t.unbound_at IS NULL AND t.telegram_id IS DISTINCT FROM ${kept}::bigint`,
    );
  }
  if (given !== null && kept !== null) await closeAccount(db, journal, { ...merge, given, kept, byId }, now);
  await journal.update(
    "people",
    sql`telegram_id = NULL, erased_at = ${now}::timestamp, merged_into_id = ${merge.staysId}::int`,
    sql`t.id = ${merge.goesId}`,
  );
  const theirs = account === "goes" ? goes : stays;
  const other = account === "goes" ? stays : goes;
  const phone = theirs.phone ?? other.phone;
  const zone = stays.zone ?? goes.zone;
  const name = stays.name === "" ? goes.name : stays.name;
  const optedOut = [...new Set([...stays.optedOut, ...goes.optedOut])];
  const later = (a: Date | null, b: Date | null) => (a === null || (b !== null && b > a) ? b : a);
  await journal.update(
    "people",
    sql`telegram_id = ${kept}::bigint, phone = ${phone}, zone = ${zone}, name = ${name},
      language = ${theirs.language}::"Language", unreachable_since = ${theirs.unreachableSince}::timestamp,
      unreachable_cause = ${theirs.unreachableCause}::"UnreachableCause", opted_out = ${optedOut}::text[],
      paused_until = ${later(stays.pausedUntil, goes.pausedUntil)}::timestamp,
      quiet_until = ${later(stays.quietUntil, goes.quietUntil)}::timestamp`,
    sql`t.id = ${merge.staysId}`,
  );
}

/** What points to the one who goes. Also called afterwards, for what came in at the moment of merging. Twice is once. */
export async function bringAll(db: Db, journal: Journal, { staysId, goesId }: Pair, now: Date): Promise<number> {
  const moved =
    (await repoint(journal, TO_PEOPLE, goesId, staysId)) + (await bringFromClasses(db, journal, { staysId, goesId }));
  const posts = await bringPosts(db, journal, { staysId, goesId }, now);
  // Of two memberships of one library the one that began first goes on.
  await journal.update(
    "library_members",
    sql`until_at = ${now}::timestamp`,
    sql`t.until_at IS NULL AND (t.person_id = ${goesId} OR (t.person_id = ${staysId} AND EXISTS (
      SELECT 1 FROM library_members o WHERE o.person_id = t.person_id AND o.library_id = t.library_id AND o.until_at IS NULL
        AND (o.from_at, o.id) < (t.from_at, t.id))))`,
  );
  const feedback = await journal.update(
    "feedback_pools",
    sql`given_by = ARRAY(SELECT g FROM unnest(array_replace(t.given_by, ${goesId}::int, ${staysId}::int)) AS g ORDER BY g)`,
    sql`${goesId}::int = ANY(t.given_by) AND NOT ${staysId}::int = ANY(t.given_by)`,
  );
  return moved + posts + feedback;
}

/** What came in under a participation that stayed with who went, because both took part in the class. */
async function bringFromClasses(db: Db, journal: Journal, { staysId, goesId }: Omit<Pair, "id">): Promise<number> {
  const pairs = await db.$queryRaw<{ from: number; into: number }[]>`
    SELECT g.id AS from, s.id AS into FROM participants g JOIN participants s ON s.class_id = g.class_id
    WHERE g.person_id = ${goesId}::int AND s.person_id = ${staysId}::int ORDER BY g.id`;
  let moved = 0;
  for (const { from, into } of pairs) moved += await repoint(journal, TO_PARTICIPANTS, from, into);
  return moved;
}

/** Of two participations in one class that of the one who stays goes on, with the better right of both. */
async function joinClasses(db: Db, journal: Journal, { staysId, goesId }: Pair, now: Date): Promise<void> {
  const participants = await db.participant.findMany({
    where: { personId: { in: [staysId, goesId] } },
    include: { library: true },
    orderBy: { id: "asc" },
  });
  for (const gone of participants.filter(({ personId }) => personId === goesId)) {
    const own = participants.find(({ personId, classId }) => personId === staysId && classId === gone.classId);
    if (own === undefined) continue;
    await journal.update(
      "participants",
      sql`left_at = ${now}::timestamp`,
      sql`t.id = ${gone.id} AND t.left_at IS NULL`,
    );
    const isBetter = gone.leftAt === null && (own.leftAt !== null || rank(gone.admission) > rank(own.admission));
    if (isBetter) {
      await journal.update(
        "participants",
        sql`library_id = g.library_id, kind = g.kind, flagged = g.flagged, admission = g.admission, asked_at = g.asked_at,
          escalated_at = g.escalated_at, decided_by_id = g.decided_by_id, decided_at = g.decided_at, left_at = NULL`,
        sql`t.id = ${own.id}`,
        sql`participants g`,
        sql`g.id = ${gone.id}`,
      );
    }
    const [library, apart] = isBetter ? [gone.library, own.library] : [own.library, gone.library];
    // What one of both kept apart, until somebody says whose it is, is said to be theirs.
    if (library !== null && apart !== null && isKeptApartFrom(apart, library)) {
      await mergePlansOf(db, journal, { fromId: apart.id, intoId: library.id }, now);
    }
  }
}

function isKeptApartFrom(apart: Lib, library: Lib): boolean {
  if (apart.id === library.id || apart.holderId <= 0 || library.holderId !== 0) return false;
  return apart.placeCode === library.placeCode && apart.kind === library.kind;
}

type Lib = { id: number; holderId: number; placeCode: string; kind: string };

function rank(admission: "admitted" | "begun" | "waiting" | "refused"): number {
  return ["refused", "waiting", "begun", "admitted"].indexOf(admission);
}

/** Nobody is behind it any more; what was begun there is gone on with where they are now. */
async function closeAccount(
  db: Db,
  journal: Journal,
  { staysId, given, kept, byId }: Pair & { given: bigint; kept: bigint; byId: number },
  now: Date,
): Promise<void> {
  // Which message asked is a number of the old chat; a form that is open in both stays as it is there.
  await journal.update(
    "drafts",
    sql`telegram_id = ${kept}::bigint, asked = NULL`,
    sql`t.telegram_id = ${given}::bigint AND t.result IS NULL AND t.form NOT IN ('invitation', 'joining', 'registration')
      AND NOT EXISTS (SELECT 1 FROM drafts o
        WHERE o.telegram_id = ${kept}::bigint AND o.form = t.form AND o.subject = t.subject)`,
  );
  await journal.remove("conversation_states", sql`t.key = ${String(given)}`);
  await journal.remove("class_boards", sql`t.chat_id = ${given}::bigint`);
  await journal.remove("announcement_boards", sql`t.chat_id = ${given}::bigint`);
  const { id } = await db.accountMove.create({
    data: {
      ...{ personId: staysId, fromAccount: given, toAccount: kept, state: "moved" },
      ...{ askedAt: now, movedAt: now, decidedById: byId, decidedAt: now },
    },
  });
  await journal.added("account_moves", sql`t.id = ${id}`);
}
