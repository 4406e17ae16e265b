// One village library with somebody who registered twice, and what both did.
import type { Db } from "../../../src/storage/engine/database.js";
import { mergeTwo, type Pair, undoMerge } from "../../../src/use-cases/index.js";
import type { Stage } from "../../support/stage/stage.js";
import { buildAdmin, buildClass, buildParticipant } from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

export const BERAKIT = { libraryName: "Perpustakaan Berakit", placeCode: "21.01.10.2001" };

export async function registeredTwice(stage: Stage, second: { telegramId?: number | null; otherClass?: boolean } = {}) {
  const { db } = stage;
  const first = await buildClass(db);
  const other = second.otherClass === true ? await buildClass(db, { name: "Kelas kedua" }) : first;
  const stays = await buildParticipant(db, first.id, { ...BERAKIT, name: "Siti Aminah", telegramId: 7_300_001 });
  const goes = await buildParticipant(db, other.id, {
    ...{ ...BERAKIT, name: "Siti Aminnah" },
    telegramId: second.telegramId === undefined ? 7_300_002 : second.telegramId,
  });
  const admin = await buildAdmin(db, { regionCode: "21" });
  const pair: Pair = { kind: "people", staysId: stays.person.id, goesId: goes.person.id };
  return { trainingClass: first, stays, goes, adminId: admin.id, pair };
}

export async function merged(stage: Stage, adminId: number, pair: Pair): Promise<number> {
  const outcome = await mergeTwo(stage.world, await actorOf(stage.world, adminId), pair);
  if (outcome.kind !== "merged") throw new Error(`Not merged: ${JSON.stringify(outcome)}`);
  return outcome.merge.id;
}

export async function undone(stage: Stage, adminId: number, mergeId: number) {
  return undoMerge(stage.world, await actorOf(stage.world, adminId), mergeId);
}

/** Tables that tell of the merge itself, or that nothing takes back. */
const OF_THE_MERGE = ["merges", "merge_changes", "audits", "_prisma_migrations", "places"];

/** Every row of every other table, but for the words about the merge. */
export async function everyRow(db: Db): Promise<string[]> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT tablename::text AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL(${OF_THE_MERGE}::text[])`;
  const rows: string[] = [];
  for (const { name } of tables) {
    const found = await db.$queryRawUnsafe<{ row: string }[]>(`SELECT to_jsonb(t)::text AS row FROM "${name}" t`);
    rows.push(...found.map(({ row }) => `${name} ${row}`));
  }
  return rows.filter((row) => !/"key": "merge:/.test(row)).sort();
}

export const onlyHere = (rows: string[], others: string[]) => rows.filter((row) => !others.includes(row));
