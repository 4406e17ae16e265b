// Two admins save one file at once, and one admin saves it twice: two open connections, of which the second waits for the first.

import { describe, expect, inject, test } from "vitest";
import type { KnownActor } from "../../../src/domain/people/person.js";
import type { RosterEntry } from "../../../src/domain/roster/import-plan.js";
import { judgeRosterFile } from "../../../src/files/judge-roster-file.js";
import type { World } from "../../../src/ports.js";
import { saveImport, saveWorkbook, undoImport } from "../../../src/use-cases/index.js";
import { day, officeJudges, officeWorkbook } from "../../support/files/office-workbook.js";
import { heldOpen, untilWaiting } from "../../support/held-open.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass } from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

const stage = stageAt("2026-04-06T02:00:00Z");

const NAME = "Bimtek Kepri 1";
const ROWS = {
  classes: [["2026", "1", NAME, "Kepulauan Riau", "Hotel", day("2026-05-18"), day("2026-05-22"), null]],
  sessions: [[NAME, "Pembukaan", day("2026-05-18"), "08.30", "10.00", null, null]],
  trainers: [["Mahmud", "081234567890", NAME, null]],
};

const peopleOf = (classId: number): RosterEntry[] =>
  ["Siti", "Hasan", "Wati"].map((name, n) => ({
    ...{ classId, line: n + 2, name, phone: `+62812777700${n}`, kind: "desa" as const },
    ...{ placeCode: "21.01.08.2001", libraryName: null },
  }));

type Save = (world: World, actor: KnownActor, draftId: number) => Promise<Awaited<ReturnType<typeof saveImport>>>;

/** The same file at each call: a workbook with its people, and a roster alone. */
async function aWorkbook(): Promise<Save> {
  const judged = await judgeRosterFile(await officeWorkbook(ROWS), {}, await officeJudges("2026-04-06"));
  if (judged.kind !== "workbook") throw new Error(judged.kind);
  const wish = { lines: judged.lines, cohortName: String, saidAt: stage.clock.now() };
  return (world, actor, draftId) =>
    saveWorkbook(world, actor, { ...wish, draftId, entriesFor: async ([one]) => peopleOf(one?.id ?? 0) });
}

async function aRoster(): Promise<Save> {
  const { id } = await buildClass(stage.db, { startsOn: "2026-05-18", provinceCode: "21", name: NAME });
  return (world, actor, draftId) => saveImport(world, actor, { draftId, classId: id, entries: peopleOf(id) });
}

async function whatIsThere() {
  const { trainingClass, trainingSession, classTrainer, rosterRow, rosterChange } = stage.db;
  return {
    ...{ classes: await trainingClass.count(), sessions: await trainingSession.count() },
    ...{ teaching: await classTrainer.count(), people: await rosterRow.count(), noted: await rosterChange.count() },
  };
}

const adminNamed = async (name: string) => actorOf(stage.world, (await buildAdmin(stage.db, { name })).id);

describe.skipIf(inject("database").kind !== "postgres")("while the first transaction is open", () => {
  describe.each([
    ["a workbook", aWorkbook, { classes: 1, sessions: 1, teaching: 1, people: 3, noted: 3 }],
    ["a roster", aRoster, { classes: 1, sessions: 0, teaching: 0, people: 3, noted: 3 }],
  ] as const)("%s", (_, prepare, all) => {
    test("of a colleague is saved once, and the second is told that nothing was left", async () => {
      const [sri, budi] = [await adminNamed("Sri"), await adminNamed("Budi")];
      const save = await prepare();
      const first = heldOpen(stage.world, (world) => save(world, sri, 1));
      await first.done;
      const second = save(stage.world, budi, 2);
      await untilWaiting(stage.db, 1);
      expect(await stage.db.rosterRow.count()).toBe(0);
      first.commit();
      await first.committed;
      expect(await second).toMatchObject({ kind: "saved", saved: { inserted: 0, changed: 0, same: 3 } });
      expect(await whatIsThere()).toEqual(all);
    });

    test("of one's own draft is saved once, and both hear of the same import", async () => {
      const sri = await adminNamed("Sri");
      const save = await prepare();
      let saved = 0;
      const first = heldOpen(stage.world, async (world) => {
        const outcome = await save(world, sri, 1);
        saved = outcome.kind === "saved" ? outcome.saved.id : 0;
      });
      await first.done;
      const second = save(stage.world, sri, 1);
      await untilWaiting(stage.db, 1);
      first.commit();
      await first.committed;
      expect(await second).toMatchObject({ kind: "saved", saved: { id: saved, inserted: 3 } });
      expect(await stage.db.rosterImport.count()).toBe(1);
      expect(await whatIsThere()).toEqual(all);
    });

    test("that is rolled back leaves everything to the second", async () => {
      const [sri, budi] = [await adminNamed("Sri"), await adminNamed("Budi")];
      const save = await prepare();
      const first = heldOpen(stage.world, async (world) => save(world, sri, 1));
      await first.done;
      const second = save(stage.world, budi, 2);
      await untilWaiting(stage.db, 1);
      const broken = expect(first.committed).rejects.toThrow("killed");
      first.breakOff(new Error("killed"));
      await broken;
      expect(await second).toMatchObject({ kind: "saved", saved: { inserted: 3 } });
      expect(await stage.db.rosterImport.count()).toBe(1);
      expect(await whatIsThere()).toEqual(all);
    });

    test("that takes it back lets the second save all of it anew", async () => {
      const [sri, budi] = [await adminNamed("Sri"), await adminNamed("Budi")];
      const save = await prepare();
      const saved = await save(stage.world, sri, 1);
      const importId = saved.kind === "saved" ? saved.saved.id : 0;
      const first = heldOpen(stage.world, (world) => undoImport(world, sri, importId));
      await first.done;
      const again = undoImport(stage.world, sri, importId);
      const second = save(stage.world, budi, 2);
      await untilWaiting(stage.db, 2);
      first.commit();
      await first.committed;
      expect(await again).toEqual({ kind: "undone_before" });
      expect(await second).toMatchObject({ kind: "saved", saved: { inserted: 3 } });
      expect(await whatIsThere()).toEqual(all);
    });
  });
});
