// /hapus: forgets one person, as storage/personal-data.ts says. Only rows tied to them by a key change; counts, states and dates stay.
import type { Db } from "../engine/database.js";
import { Prisma } from "../generated/client.js";
import { keysOf, mergedInto, type PersonKeys } from "../personal-data/person-keys.js";
import { type ForPerson, inDatabase, type PersonalTable } from "../personal-data/table.js";
import { PERSONAL_DATA, personalDataIn } from "../personal-data.js";
import { copiesOf, unusedCopies } from "../reports/evidence.js";
import { withAuditLeave } from "./audit-leave.js";

type Left = { files: string[]; accounts: number[]; onTheirWay: number[] };

/** Call it in a transaction. Whoever was merged into them is they too. Returns what must go afterwards, and the posts about them that are on their way at this moment. */
export async function erasePerson(db: Db, personId: number, obstacles: readonly string[], now: Date): Promise<Left> {
  await holdAllOf(db, personId);
  const left: Left[] = [];
  for (const id of [personId, ...(await mergedInto(db, personId))]) left.push(await eraseRow(db, id, obstacles, now));
  return {
    files: left.flatMap(({ files }) => files),
    accounts: left.flatMap(({ accounts }) => accounts),
    onTheirWay: left.flatMap(({ onTheirWay }) => onTheirWay),
  };
}

/** First of all, and in one order: a post to them or about them has been committed before, and is found, or waits and then finds nobody. */
export async function holdAllOf(db: Db, personId: number): Promise<void> {
  const theirs = [personId, ...(await mergedInto(db, personId))];
  // Anyone who was invited under their number is they too, in another row.
  await db.$queryRaw`
    SELECT id FROM people WHERE id = ANY(${theirs}::int[])
      OR (telegram_id IS NULL AND erased_at IS NULL AND phone = (SELECT p.phone FROM people p WHERE p.id = ${personId}))
    ORDER BY id FOR UPDATE`;
}

async function eraseRow(db: Db, personId: number, obstacles: readonly string[], now: Date): Promise<Left> {
  const keys = await keysOf(db, personId, obstacles);
  const copies = await copiesOf(db, personalDataIn("evidence").theirs(keys, now));
  await withAuditLeave(db, { kind: "blank" }, async () => {
    for (const table of PERSONAL_DATA) await eraseIn(db, table, keys, now);
  });
  return {
    files: await unusedCopies(db, copies),
    accounts: keys.accounts.map(Number),
    onTheirWay: await claimedPosts(db, keys, now),
  };
}

async function eraseIn(db: Db, { name, theirs, about, erase, columns }: PersonalTable, keys: PersonKeys, now: Date) {
  if (theirs === null) return;
  const table = Prisma.raw(name);
  if (about !== undefined) {
    const rows = about.rows(keys, now);
    if (about.erase === "rows") await db.$executeRaw`DELETE FROM ${table} t WHERE ${rows}`;
    else await db.$executeRaw`UPDATE ${table} t SET ${changes(about.erase, keys, now)} WHERE ${rows}`;
  }
  if (erase === "rows") await db.$executeRaw`DELETE FROM ${table} t WHERE ${theirs(keys, now)}`;
  if (erase !== "columns") return;
  const erased = Object.entries(columns).flatMap(([column, { erase: to }]) =>
    to === undefined ? [] : [[column, to] as const],
  );
  if (erased.length === 0) return;
  await db.$executeRaw`UPDATE ${table} t SET ${changes(Object.fromEntries(erased), keys, now)} WHERE ${theirs(keys, now)}`;
}

function changes(columns: Record<string, ForPerson>, keys: PersonKeys, now: Date): Prisma.Sql {
  return Prisma.join(
    Object.entries(columns).map(([column, to]) => Prisma.sql`${Prisma.raw(inDatabase(column))} = ${to(keys, now)}`),
  );
}

/** Asked after the cancelling statements: what departed while those waited for the row is seen only now. */
async function claimedPosts(db: Db, keys: PersonKeys, now: Date): Promise<number[]> {
  const { theirs, about } = personalDataIn("outbox");
  const rows = await db.$queryRaw<{ id: number }[]>`
    SELECT t.id FROM outbox t
    WHERE t.state = 'claimed' AND (${theirs(keys, now)} OR ${about?.rows(keys, now) ?? Prisma.sql`false`})`;
  return rows.map(({ id }) => id);
}
