// /dataku: all that is kept about one person, as storage/personal-data.ts says, table by table.
import { OWN_DATA_TABLES, type OwnData, type OwnDataRow, type OwnDataTable } from "../../domain/own-data/own-data.js";
import type { OwnDataPort } from "../../ports/own-data/own-data.js";
import type { Db } from "../engine/database.js";
import { Prisma } from "../generated/client.js";
import { keysOf, type PersonKeys } from "../personal-data/person-keys.js";
import { inDatabase } from "../personal-data/table.js";
import { personalDataIn } from "../personal-data.js";
import type { OnTooLate } from "../queue/recall.js";
import { erasePerson } from "./erase-person.js";

export function createOwnData(db: Db, onTooLate: OnTooLate): OwnDataPort {
  return {
    collect: (personId, now) => collect(db, personId, now),
    async erase(personId, obstacles, now) {
      const { onTheirWay, ...left } = await erasePerson(db, personId, obstacles, now);
      if (onTheirWay.length > 0) await onTooLate(onTheirWay);
      return left;
    },
  };
}

async function collect(db: Db, personId: number, now: Date): Promise<OwnData> {
  const keys = await keysOf(db, personId, []);
  const tables: [string, OwnDataRow[]][] = [];
  for (const name of OWN_DATA_TABLES) {
    tables.push([name, await rowsOf(db, name, keys, now)]);
  }
  return Object.fromEntries(tables) as OwnData;
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
