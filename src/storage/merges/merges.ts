// Duplicates of people and libraries, and their merges.
import type { Merge, MergesPort } from "../../ports/merges.js";
import type { Db } from "../engine/database.js";
import type { Merge as MergeRow } from "../generated/client.js";
import { isLibraryWithin, isPersonWithin, librariesWithin, mergesWithin, peopleWithin } from "./candidates.js";
import { createJournal } from "./journal.js";
import { bringToLibrary, mergeLibraries } from "./merge-libraries.js";
import { bringAll, mergePeople } from "./merge-people.js";
import { librarySide, personSide, whatMoves, wordsMergedInto } from "./sides.js";
import { undoMerge } from "./undo-merge.js";

export function createMerges(db: Db): MergesPort {
  return {
    peopleWithin: (reach, only) => peopleWithin(db, reach, only),
    librariesWithin: (reach) => librariesWithin(db, reach),
    async undecided(kind, pairs) {
      if (pairs.length === 0) return [];
      const lowId = { in: [...new Set(pairs.map((pair) => pair.lowId))] };
      const said = await db.notDuplicate.findMany({ where: { kind, lowId } });
      const two = new Set(said.map((one) => `${one.lowId} ${one.highId}`));
      return pairs.filter((pair) => !two.has(`${pair.lowId} ${pair.highId}`));
    },
    async sayTwo(kind, { lowId, highId }, byId, now) {
      const { count } = await db.notDuplicate.createMany({
        data: [{ kind, lowId, highId, byId, at: now }],
        skipDuplicates: true,
      });
      return count > 0;
    },
    async namesOf(kind, ids) {
      const where = { id: { in: [...ids] } };
      const rows = kind === "people" ? await db.person.findMany({ where }) : await db.library.findMany({ where });
      return new Map(rows.map(({ id, name }) => [id, name]));
    },
    async placeCodeOf(id) {
      return (await db.library.findUniqueOrThrow({ where: { id } })).placeCode;
    },
    person: async (id) => (isRowId(id) ? personSide(db, id) : null),
    library: async (id) => (isRowId(id) ? librarySide(db, id) : null),
    isPersonWithin: (id, reach) => isPersonWithin(db, id, reach),
    isLibraryWithin: (id, reach) => isLibraryWithin(db, id, reach),
    whatMoves: (sides) => whatMoves(db, sides),

    async hold() {
      await db.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('merges'))::text`;
    },
    async holdPeople(staysId, goesId) {
      await db.$queryRaw`SELECT id FROM people WHERE id IN (${staysId}::int, ${goesId}::int) ORDER BY id FOR UPDATE`;
    },
    async holdLibraries(staysId, goesId) {
      const pair = [staysId, goesId];
      await db.$queryRaw`SELECT code FROM places WHERE code IN (SELECT place_code FROM libraries WHERE id = ANY(${pair}::int[]))
        ORDER BY code FOR NO KEY UPDATE`;
      await db.$queryRaw`SELECT id FROM work_plans WHERE library_id = ANY(${pair}::int[]) ORDER BY id FOR UPDATE`;
    },
    async find(id) {
      const row = isRowId(id) ? await db.merge.findUnique({ where: { id } }) : null;
      return row === null ? null : toMerge(row);
    },
    async mergeOf(kind, goesId) {
      const row = await db.merge.findFirst({ where: { kind, goesId, undoneAt: null }, orderBy: { id: "desc" } });
      return row === null ? null : toMerge(row);
    },
    async since(after, reach) {
      const ids = reach === undefined ? undefined : { in: await mergesWithin(db, reach, after) };
      const where = { at: { gt: after }, undoneAt: null, ...(ids !== undefined && { id: ids }) };
      const rows = await db.merge.findMany({ where, orderBy: { id: "desc" } });
      return rows.map(toMerge);
    },
    async laterThan({ id, kind, staysId }) {
      // Who went into the one who stays later, or the one who stays into somebody: their rows are mixed with these by now.
      const isMixed = { OR: [{ staysId }, { goesId: staysId }] };
      return (await db.merge.count({ where: { id: { gt: id }, kind, undoneAt: null, ...isMixed } })) > 0;
    },
    async begin(merge, byId, now) {
      const { kind, staysId, goesId } = merge;
      return (await db.merge.create({ data: { kind, staysId, goesId, byId, at: now } })).id;
    },
    mergePeople: (merge, account, byId, now) => mergePeople(db, merge, account, byId, now),
    mergeLibraries: (merge, now) => mergeLibraries(db, merge, now),
    async sweep(merge, now) {
      const journal = createJournal(db, merge.id);
      return merge.kind === "people" ? bringAll(db, journal, merge, now) : bringToLibrary(journal, merge, now);
    },
    undo: (merge, byId, now) => undoMerge(db, merge, byId, now),
    async planIdsOf({ kind, staysId, goesId }) {
      const pair = [staysId, goesId];
      const libraryId =
        kind === "libraries"
          ? { in: pair }
          : {
              in: (await db.libraryMember.findMany({ where: { personId: { in: pair } } })).map((one) => one.libraryId),
            };
      const rows = await db.workPlan.findMany({ where: { libraryId, movedToId: null }, select: { id: true } });
      return rows.map(({ id }) => id);
    },
    async whoIs(personId) {
      const [row] = await db.$queryRaw<{ id: number }[]>`
        WITH RECURSIVE behind AS (
          SELECT id, merged_into_id FROM people WHERE id = ${personId}::int
          UNION SELECT p.id, p.merged_into_id FROM behind JOIN people p ON p.id = behind.merged_into_id)
        SELECT id FROM behind WHERE merged_into_id IS NULL`;
      return row?.id ?? personId;
    },
    wordsMergedInto: (planId) => wordsMergedInto(db, planId),
  };
}

/** Ids come from buttons, which anybody can forge. */
function isRowId(id: number): boolean {
  return Number.isInteger(id) && Math.abs(id) <= 2 ** 31 - 1;
}

function toMerge({ id, kind, staysId, goesId, at, undoneAt }: MergeRow): Merge {
  return { id, kind, staysId, goesId, at, undoneAt };
}
