// Classes of one name: in another wave, in last year's cohort. Each line finds its own.

import { expect, test } from "vitest";
import type { WorkbookOut } from "../../../src/domain/files/workbook.js";
import type { LineReason } from "../../../src/domain/office-workbook/plans/line-plan.js";
import type { KnownActor } from "../../../src/domain/people/person.js";
import { judgeRosterFile } from "../../../src/files/judge-roster-file.js";
import { writeXlsx } from "../../../src/files/xlsx-out/write-xlsx.js";
import { exampleWorkbook } from "../../../src/texts/files/workbooks/office-workbook.js";
import { previewWorkbook, programmeInWorkbook, saveWorkbook, usualClassName } from "../../../src/use-cases/index.js";
import { day, type OfficeRows, officeJudges, officeWorkbook } from "../../support/files/office-workbook.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildSession } from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

const stage = stageAt("2026-04-06T02:00:00Z");

const NAME = "Bimtek SPP-TIK Jambi";
const JAMBI = { name: NAME, provinceCode: "15" };

async function inWave(number: number, startsOn: `${number}-${number}-${number}`) {
  const made = await buildClass(stage.db, { ...JAMBI, startsOn });
  const { wave, trainingClass } = stage.db;
  const first = await wave.findUniqueOrThrow({ where: { id: made.waveId } });
  const { startsOn: from, endsOn } = made;
  const at = { cohortId: first.cohortId, number };
  const other = await wave.upsert({
    where: { cohortId_number: at },
    create: { ...at, startsOn: from, endsOn },
    update: {},
  });
  return trainingClass.update({ where: { id: made.id }, data: { waveId: other.id } });
}

/** Last year's, and two waves of this year, all three called so by the bot itself; with a session each. */
async function threeOfOneName() {
  const [last, first, second] = [
    await buildClass(stage.db, { ...JAMBI, startsOn: "2025-05-19" }),
    await inWave(1, "2026-05-18"),
    await inWave(2, "2026-06-15"),
  ];
  await buildSession(stage.db, last.id, { title: "Pembukaan", startsAt: new Date("2025-05-19T01:00:00Z") });
  await buildSession(stage.db, first.id, { title: "Pembukaan", startsAt: new Date("2026-05-18T01:00:00Z") });
  await buildSession(stage.db, second.id, { title: "Pembukaan", startsAt: new Date("2026-06-15T01:00:00Z") });
  const { id } = await buildAdmin(stage.db, { name: "Sri" });
  return { last, first, second, actor: await actorOf(stage.world, id) };
}

async function exported(actor: KnownActor): Promise<WorkbookOut> {
  const there = await programmeInWorkbook(stage.world, actor);
  if (there.kind !== "found") throw new Error(there.kind);
  return exampleWorkbook(["Jambi"], ["2026-05-18", "2026-05-22"], there);
}

async function judged(bytes: Uint8Array) {
  const reading = await judgeRosterFile(bytes, {}, await officeJudges("2026-04-06"));
  if (reading.kind !== "workbook") throw new Error(reading.kind);
  return reading.lines;
}

async function previewed(actor: KnownActor, bytes: Uint8Array) {
  const preview = await previewWorkbook(stage.world, actor, {
    lines: await judged(bytes),
    entriesFor: async () => [],
  });
  if (preview.kind === "not_allowed") throw new Error(preview.kind);
  return preview.plan;
}

async function save(actor: KnownActor, bytes: Uint8Array): Promise<void> {
  const outcome = await saveWorkbook(stage.world, actor, {
    ...{ draftId: 1, lines: await judged(bytes), entriesFor: async () => [] },
    ...{ cohortName: String, saidAt: stage.clock.now() },
  });
  expect(outcome.kind).toBe("saved");
}

const said = (plans: readonly { status: string; reason?: LineReason }[]) =>
  plans.map(({ status, reason }) => reason ?? status);

test("the workbook that the bot gives out comes back whole where classes of two waves and of last year are called alike", async () => {
  const { last, first, second, actor } = await threeOfOneName();
  const workbook = await exported(actor);
  const rows = workbook.sheets.find(({ name }) => name === "Sesi")?.rows ?? [];
  const coded = rows.filter((row) => row.some((cell) => typeof cell === "string" && /^S\d+$/.test(cell)));
  expect(coded).toHaveLength(2);
  // Everything starts an hour later, and a new session is written under the name as it stands there.
  const later = rows.map((row) => (coded.includes(row) ? row.map((cell) => (cell === "08.00" ? "09.00" : cell)) : row));
  const added = [coded[1]?.[0] ?? null, "Penutupan", day("2026-06-19"), "14.00", "15.00", null, null];
  const sheets = workbook.sheets.map((sheet) =>
    sheet.name === "Sesi" ? { ...sheet, rows: [...later, added] } : sheet,
  );
  const bytes = await writeXlsx({ ...workbook, sheets });
  const plan = await previewed(actor, bytes);
  expect([said(plan.classes), said(plan.sessions)]).toEqual([
    ["same", "same"],
    ["changed", "changed", "new"],
  ]);
  await save(actor, bytes);
  const sessions = await stage.db.trainingSession.findMany({ orderBy: [{ classId: "asc" }, { startsAt: "asc" }] });
  expect(sessions.map(({ classId, title, startsAt }) => [classId, title, startsAt.toISOString().slice(0, 13)])).toEqual(
    [
      [last.id, "Pembukaan", "2025-05-19T01"],
      [first.id, "Pembukaan", "2026-05-18T02"],
      [second.id, "Pembukaan", "2026-06-15T02"],
      [second.id, "Penutupan", "2026-06-19T07"],
    ],
  );
});

const session = (name: string, on: string) => [name, "Praktik", day(on), "08.00", "10.00", null, null, null];

test("a name means the class in the file's own sheet, else the one that is not over; where several are left the code tells", async () => {
  const { last, first, actor } = await threeOfOneName();
  const { id: secondId } = await stage.db.trainingClass.findFirstOrThrow({
    where: { startsOn: new Date("2026-06-15") },
  });
  const planOf = async (rows: OfficeRows) => previewed(actor, await officeWorkbook(rows));
  const classesOf = async (rows: OfficeRows) =>
    (await planOf(rows)).sessions.map((one) => (one.status === "error" ? one.reason : "of" in one ? one.of.id : null));
  expect(await classesOf({ sessions: [session(NAME, "2026-05-19")] })).toEqual(["ambiguous-class"]);
  const codes = [`${NAME} (K${first.id})`, `${NAME} K${secondId}`, `${NAME} (K999999)`];
  expect(await classesOf({ sessions: codes.map((name) => session(name, "2026-06-16")) })).toEqual([
    ...[first.id, secondId, "unknown-class"],
  ]);
  const days = (from: string, to: string) => [NAME, "Jambi", "Hotel", day(from), day(to), null];
  const own = { classes: [["2026", "1", ...days("2026-05-18", "2026-05-22")]] };
  expect(await classesOf({ ...own, sessions: [session(NAME, "2026-05-19")] })).toEqual([first.id]);
  // A new class of that name, in the file alone.
  const made = { classes: [["2027", "1", ...days("2027-05-17", "2027-05-21")]] };
  expect(await classesOf({ ...made, sessions: [session(NAME, "2027-05-18")] })).toEqual([-1]);
  // Its line has an error: no other class gets its sessions.
  const wrong = { classes: [["2027", "1", ...days("2027-05-17", "2027-05-01")]] };
  await stage.db.trainingSession.deleteMany({ where: { classId: { in: [first.id, secondId] } } });
  await stage.db.trainingClass.deleteMany({ where: { id: { in: [first.id, secondId] } } });
  expect(await classesOf({ sessions: [session(NAME, "2026-05-19")] })).toEqual([last.id]);
  expect(await classesOf({ ...wrong, sessions: [session(NAME, "2027-05-18")] })).toEqual(["class-has-error"]);
});

test("the name that is offered for a class is new in all waves of the cohort", async () => {
  const { second, actor } = await threeOfOneName();
  expect(await usualClassName(stage.world, actor, second)).toBe(`${NAME} 2`);
  const { cohortId } = await stage.db.wave.findUniqueOrThrow({ where: { id: second.waveId } });
  const third = await stage.db.wave.create({
    data: { cohortId, number: 3, startsOn: second.startsOn, endsOn: second.endsOn },
  });
  expect(await usualClassName(stage.world, actor, { waveId: third.id, provinceCode: "15" })).toBe(`${NAME} 2`);
  expect(await usualClassName(stage.world, actor, { waveId: third.id, provinceCode: "81" })).toBe(
    "Bimtek SPP-TIK Maluku",
  );
});
