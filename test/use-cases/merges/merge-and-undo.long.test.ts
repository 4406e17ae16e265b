// Whatever people did before, merging any two and undoing it leaves every row as it was.
import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../../support/runs.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin } from "../../support/world/builders.js";
import { buildRandomWorld } from "../../support/world/random-world.js";
import { everyRow, merged, onlyHere, undone } from "./scene.js";

const stage = stageAt("2024-07-08T02:00:00Z");

const RUNS = runs("MERGE_RUNS", { quick: 1, long: 30 });
/** Of the random world all but its last person take part. */
const PEOPLE = 6;
const NAMES = Array.from({ length: PEOPLE + 1 }, (_, n) => `Unik${n}q Nama${n}q`);

test(
  "merging any two of a random world and undoing it leaves the world as it was",
  async () => {
    const { people } = await buildRandomWorld(stage, 1 + Math.floor(RUNS), NAMES);
    const adminId = (await buildAdmin(stage.db, { name: "Admin Pusat Kedua" })).id;
    const libraryOf = async (n: number) =>
      (await stage.db.libraryMember.findFirstOrThrow({ where: { personId: people[n]?.id ?? 0 } })).libraryId;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("people", "libraries"),
        fc.integer({ min: 0, max: PEOPLE - 1 }),
        fc.integer({ min: 1, max: PEOPLE - 1 }),
        async (kind, a, step) => {
          const b = (a + step) % PEOPLE;
          const idOf = async (n: number) => (kind === "people" ? (people[n]?.id ?? 0) : libraryOf(n));
          const pair = { kind: kind as "people" | "libraries", staysId: await idOf(a), goesId: await idOf(b) };
          if (pair.staysId === pair.goesId) return;
          const before = await everyRow(stage.db);
          const id = await merged(stage, adminId, pair);
          const between = await everyRow(stage.db);
          expect(onlyHere(before, between).length).toBeGreaterThan(2);
          expect((await undone(stage, adminId, id)).kind).toBe("undone");
          const after = await everyRow(stage.db);
          expect(onlyHere(before, after)).toEqual([]);
          expect(onlyHere(after, before)).toEqual([]);
        },
      ),
      { numRuns: 8 * RUNS, endOnFailure: true },
    );
  },
  60_000 + RUNS * 30_000,
);
