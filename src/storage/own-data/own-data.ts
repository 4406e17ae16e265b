// /dataku: all that is kept about one person, as storage/personal-data.ts says, table by table.
import { OWN_DATA_TABLES, type OwnData, type OwnDataRow, type OwnDataTable } from "../../domain/own-data/own-data.js";
import type { OwnDataPort } from "../../ports/own-data/own-data.js";
import type { Db } from "../engine/database.js";
import { Prisma } from "../generated/client.js";
import { keysOf, mergedInto, type PersonKeys } from "../personal-data/person-keys.js";
import { inDatabase } from "../personal-data/table.js";
import { personalDataIn } from "../personal-data.js";
import type { OnTooLate } from "../queue/recall.js";
import { erasePerson, holdAllOf } from "./erase-person.js";

export function createOwnData(db: Db, onTooLate: OnTooLate): OwnDataPort {
  return {
    collect: (personId, now) => collect(db, personId, now),
    hold: (personId) => holdAllOf(db, personId),
    async erase(personId, obstacles, now) {
      const { onTheirWay, ...left } = await erasePerson(db, personId, obstacles, now);
      if (onTheirWay.length > 0) await onTooLate(onTheirWay);
      return left;
    },
  };
}

async function collect(db: Db, personId: number, now: Date): Promise<OwnData> {
  // With what stayed in rows that turned out to be this person (storage/merges).
  const rows = [personId, ...(await mergedInto(db, personId))];
  const keys = await Promise.all(rows.map((id) => keysOf(db, id, [])));
  const tables: [string, OwnDataRow[]][] = [];
  for (const name of OWN_DATA_TABLES) {
    const found: OwnDataRow[] = [];
    for (const of of keys) found.push(...(await rowsOf(db, name, of, now)));
    tables.push([name, keys.length === 1 ? found : onceEach(found)]);
  }
  return Object.fromEntries(tables) as OwnData;
}

/** What both of two rows of one person share is theirs once, as the first one sees it. */
function onceEach(rows: OwnDataRow[]): OwnDataRow[] {
  const known = new Map<string, OwnDataRow>();
  for (const row of rows) {
    const key = row.id === undefined ? JSON.stringify(row) : String(row.id);
    if (!known.has(key)) known.set(key, row);
  }
  return [...known.values()];
}

async function rowsOf(db: Db, name: OwnDataTable, keys: PersonKeys, now: Date): Promise<OwnDataRow[]> {
  const { columns, theirs, shared, shownOnly, order = Prisma.sql`t.id` } = personalDataIn(name);
  const shown = Object.entries(columns).flatMap(([column, { show, read }]) =>
    show === undefined
      ? []
      : [Prisma.sql`${read?.(keys, now) ?? Prisma.raw(`t.${inDatabase(column)}`)} AS ${Prisma.raw(`"${show}"`)}`],
  );
  const whose = shared === undefined ? theirs(keys, now) : Prisma.sql`(${theirs(keys, now)} OR ${shared(keys, now)})`;
  return db.$queryRaw<OwnDataRow[]>`
    SELECT ${Prisma.join(shown)} FROM ${Prisma.raw(name)} t
    WHERE ${whose} AND ${shownOnly?.(keys, now) ?? Prisma.sql`true`} ORDER BY ${order}`;
}
