// A workbook of the whole country: 308 classes with their sessions and trainers, as quickly as somebody waits.
import { afterAll, beforeAll, expect, test } from "vitest";
import { judgeRosterFile } from "../../../src/files/judge-roster-file.js";
import { ensureNationalAdmins, previewWorkbook, saveWorkbook, undoImport } from "../../../src/use-cases/index.js";
import { openTestDatabase, type TestDatabase } from "../../support/database.js";
import { day, officeJudges, officeWorkbook } from "../../support/files/office-workbook.js";
import { openStage } from "../../support/stage/stage.js";
import { actorOf } from "../../support/world/plans.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const CLASSES = 308;
const nameOf = (n: number) => `Bimtek ${n % CLASSES}`;

async function theCountry(provinces: readonly string[]): Promise<Uint8Array> {
  const all = Array.from({ length: CLASSES }, (_, n) => n);
  return officeWorkbook({
    classes: all.map((n) => [
      ...["2026", String(1 + (n % 4)), nameOf(n), provinces[n % provinces.length] ?? "", `Hotel ${n}`],
      ...[day("2026-05-18"), day("2026-05-22"), null],
    ]),
    sessions: all.flatMap((n) =>
      Array.from({ length: 12 }, (_, s) => [
        ...[nameOf(n), `Sesi ${s}`, day(`2026-05-${18 + (s % 5)}`), `${8 + (s % 8)}.00`, null, null, null],
      ]),
    ),
    trainers: Array.from({ length: 189 }, (_, n) => [
      ...[`Pelatih ${n}`, `0812345${10_000 + n}`, [nameOf(n), nameOf(n + 100), nameOf(n + 189)].join("; "), null],
    ]),
  });
}

test("308 classes are shown within five seconds and saved within ten, once, and can be taken back", async () => {
  const stage = await openStage(database, "2026-04-06T02:00:00Z");
  await ensureNationalAdmins(stage.world, [stage.person({ name: "Sri" }).id]);
  const actor = await actorOf(stage.world, (await stage.db.person.findFirstOrThrow()).id);
  const provinces = (await stage.world.store.places.childrenOf(null)).map(({ name }) => name);
  const bytes = await theCountry(provinces);
  const judges = await officeJudges("2026-04-06");
  const seconds: Record<string, number> = {};
  const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const from = performance.now();
    const done = await work();
    seconds[what] = (performance.now() - from) / 1000;
    return done;
  };
  const judged = await timed("judging", () => judgeRosterFile(bytes, {}, judges));
  if (judged.kind !== "workbook") throw new Error(judged.kind);
  const input = { lines: judged.lines, entriesFor: async () => [] };
  const statuses = async () => {
    const preview = await timed("preview", () => previewWorkbook(stage.world, actor, input));
    if (preview.kind !== "planned") throw new Error(preview.kind);
    const { classes, sessions, trainers } = preview.plan;
    return [...new Set([...classes, ...sessions, ...trainers].map(({ status }) => status))];
  };
  const wish = { ...input, draftId: 1, saidAt: stage.clock.now(), cohortName: (year: number) => `Angkatan ${year}` };
  expect(await statuses()).toEqual(["new"]);
  const saved = await timed("saving", () => saveWorkbook(stage.world, actor, wish));
  expect(await statuses()).toEqual(["same"]);
  expect([await stage.db.trainingClass.count(), await stage.db.trainingSession.count()]).toEqual([308, 3696]);
  const importId = saved.kind === "saved" ? saved.saved.id : 0;
  expect(await undoImport(stage.world, actor, importId)).toMatchObject({ kind: "undone", made: { classes: [] } });
  expect(await stage.db.trainingClass.count()).toBe(0);
  console.info(JSON.stringify(seconds));
  expect((seconds.judging ?? 0) + (seconds.preview ?? 0)).toBeLessThan(5);
  expect(seconds.saving).toBeLessThan(10);
});
