// Files of a place: they hold what the screen shows, nothing of another place, and leave one line each.
import { expect, test } from "vitest";
import { peopleFile, writeListOfArea } from "../../../src/bot/exports/place-files.js";
import { loadActor } from "../../../src/bot/gate/actor.js";
import { withoutStore } from "../../../src/bot/world.js";
import type { Sheet } from "../../../src/domain/files/sheet.js";
import { readArea } from "../../../src/domain/overview/area.js";
import type { KnownActor } from "../../../src/domain/people/person.js";
import { exportPeople, exportReports, exportSim, listPeople, readMonths } from "../../../src/use-cases/index.js";
import { stageAt } from "../../support/stage/stage-at.js";
import {
  buildAdmin,
  buildClass,
  buildParticipant,
  buildRosterRow,
  buildTrainer,
} from "../../support/world/builders.js";

const stage = stageAt("2024-06-11T03:00:00Z");

const JUNE = readMonths("2024-06", "2024-06");
const asked = (updateId: number) => ({ purpose: "Mengisi SIM", updateId });

async function scene() {
  const { db } = stage;
  const kepri = await buildClass(db, { provinceCode: "21", joinToken: "kepri" });
  const maluku = await buildClass(db, { provinceCode: "81", joinToken: "maluku" });
  const people = [];
  for (const name of ["Siti", "Hasan", "Wati"]) people.push(await buildParticipant(db, kepri.id, { name }));
  await buildRosterRow(db, kepri.id, { name: "Tono" });
  await buildParticipant(db, maluku.id, { name: "Joko" });
  await buildTrainer(db, [kepri.id], {});
  const actorOf = async (telegramId: number, regionCode: string | null) => {
    await buildAdmin(db, { telegramId, ...(regionCode !== null && { regionCode }) });
    return (await loadActor(stage.world, telegramId)) as KnownActor;
  };
  return {
    ...{ kepri, maluku, people },
    admin: await actorOf(901, "21"),
    country: await actorOf(902, null),
    other: await actorOf(903, "81"),
  };
}

async function report(planId: number, at: string, version: number, participants: number, number = "LP-1") {
  const plan = await stage.db.workPlan.findUniqueOrThrow({ where: { id: planId } });
  const member = await stage.db.libraryMember.findFirstOrThrow({ where: { libraryId: plan.libraryId } });
  await stage.db.progressReport.create({
    data: {
      ...{ number, version, planId, authorId: member.personId, state: "in_progress", reportedAt: new Date(at) },
      updateId: BigInt(Date.parse(at)),
      answers: { create: [{ question: "participants", amount: participants, choices: [] }] },
    },
  });
}

const column = ({ columns, rows }: Sheet, heading: string) => {
  const at = columns.findIndex((one) => one.heading === heading);
  return rows.map((row) => row[at]);
};
const sheetOf = (outcome: { kind: string; sheet?: Sheet }) => {
  if (outcome.sheet === undefined) throw new Error(outcome.kind);
  return outcome.sheet;
};

test("the people of a file are those of the list with the same filter, in its order", async () => {
  const { admin } = await scene();
  for (const filter of ["all", "not_joined", "desa", "done"] as const) {
    const shown: string[] = [];
    let page = 0;
    let list = await listPeople(stage.world, admin, { filter, page });
    for (; ; list = await listPeople(stage.world, admin, { filter, page })) {
      shown.push(...list.shown.map(({ name }) => name));
      if (page >= list.last) break;
      page += 1;
    }
    const sheet = sheetOf(await exportPeople(stage.world, admin, { placeCode: null, filter, ...asked(1) }));
    expect(column(sheet, "Nama"), filter).toEqual(shown);
    expect(list.total, filter).toBe(shown.length);
  }
});

test("the file of an area's list holds its people: of a regency, a class there, one cohort, and of nobody else's", async () => {
  const { admin, other, kepri } = await scene();
  const { id: cohortId } = await stage.db.cohort.findFirstOrThrow();
  const bot = withoutStore(stage.world);
  const areas = ["all", "21", "21.01", `c${kepri.id}`, `21.01c${kepri.id}`, "81"].map((text) => readArea(text));
  for (const area of areas) {
    if (area === null) throw new Error("no area");
    for (const cohort of [null, cohortId, cohortId + 1]) {
      for (const filter of ["all", "not_joined", "late"] as const) {
        const list = await listPeople(stage.world, admin, { filter, area, cohortId: cohort });
        const found = await peopleFile.find(bot, admin, writeListOfArea(area, filter, cohort));
        const { placeCode, classId } = area;
        const wanted = { placeCode, filter, within: { classId, cohortId: cohort }, ...asked(1) };
        const outcome = await exportPeople(stage.world, admin, wanted);
        // Eight stand on a page; there are no more here.
        const names = outcome.kind === "exported" ? column(outcome.sheet, "Nama") : [];
        expect(names, `${writeListOfArea(area, filter, cohort)}`).toEqual(list.shown.map(({ name }) => name));
        expect(found !== null, writeListOfArea(area, filter, cohort)).toBe(outcome.kind === "exported");
      }
    }
  }
  const theirs = {
    placeCode: "21",
    filter: "all" as const,
    within: { classId: kepri.id, cohortId: null },
    ...asked(2),
  };
  expect(await exportPeople(stage.world, other, theirs)).toEqual({ kind: "not_yours" });
  for (const about of ["21:late:area:x", "21:late:elsewhere", "21c:late:area", "21:late:area:1:2"]) {
    expect(await peopleFile.find(bot, admin, about), about).toBeNull();
  }
});

// Keeps A18.
test("a row is a library and month, with the latest version of each report in the month in which it was first told", async () => {
  const { admin, people } = await scene();
  const plan = people[0]?.plans.find(({ type }) => type === "community_engagement")?.id ?? 0;
  await report(plan, "2024-06-02T03:00:00Z", 1, 10);
  await report(plan, "2024-06-05T03:00:00Z", 2, 12);
  // Half past eleven in the evening of the last day of May, in Tanjungpinang.
  await report(plan, "2024-05-31T16:30:00Z", 1, 100, "LP-2");
  // Half past midnight of the first of June there: still May by UTC.
  await report(plan, "2024-05-31T17:30:00Z", 1, 7, "LP-3");
  const months = readMonths("2024-05", "2024-06");
  if (months === null) throw new Error("no months");
  const sheet = sheetOf(await exportSim(stage.world, admin, { placeCode: null, months, ...asked(1) }));
  const counted = sheet.rows.map((_, at) =>
    ["Nama Perpustakaan", "Bulan", "Pelibatan: Laporan", "Peserta"].map((heading) => column(sheet, heading)[at]),
  );
  const library = await stage.db.library.findFirstOrThrow({ where: { workPlans: { some: { id: plan } } } });
  expect(counted.filter(([name]) => name === library.name)).toEqual([
    [library.name, { day: "2024-05-01" }, 1, 100],
    [library.name, { day: "2024-06-01" }, 2, 19],
  ]);
  // Three libraries, two months; those that told nothing are there, with no report and nothing known.
  expect(sheet.rows).toHaveLength(6);
  expect(new Set(column(sheet, "Peserta"))).toEqual(new Set([100, 19, null]));
  expect(new Set(column(sheet, "Akun SIM"))).toEqual(new Set(["belum diketahui"]));
});

// Keeps A01.
test("nothing of another province is in a file, whatever place is named", async () => {
  const { admin, other, country } = await scene();
  if (JUNE === null) throw new Error("no months");
  for (const placeCode of ["21", "21.01"]) {
    const named = { placeCode, months: JUNE, ...asked(1) };
    expect(await exportSim(stage.world, other, named)).toEqual({ kind: "not_yours" });
    expect(await exportReports(stage.world, other, named)).toEqual({ kind: "not_yours" });
    expect(await exportPeople(stage.world, other, { placeCode, filter: "all", ...asked(1) })).toEqual({
      kind: "not_yours",
    });
  }
  expect(await stage.db.audit.count({ where: { action: { endsWith: ".export" } } })).toBe(0);
  const names = async (actor: KnownActor, placeCode: string | null) =>
    column(sheetOf(await exportPeople(stage.world, actor, { placeCode, filter: "all", ...asked(2) })), "Nama");
  expect(await names(other, null)).toEqual(["Joko"]);
  expect(await names(admin, null)).not.toContain("Joko");
  expect(await names(country, "81")).toEqual(["Joko"]);
  expect(await names(country, "21.01")).toEqual(expect.arrayContaining(["Siti", "Hasan", "Wati"]));
  const all = sheetOf(await exportSim(stage.world, country, { placeCode: null, months: JUNE, ...asked(3) }));
  const theirs = sheetOf(await exportSim(stage.world, other, { placeCode: null, months: JUNE, ...asked(3) }));
  expect([all.rows.length, theirs.rows.length]).toEqual([4, 1]);
});

// Keeps A22.
test("a file leaves one line with its purpose, and an update handled again no second one", async () => {
  const { admin } = await scene();
  if (JUNE === null) throw new Error("no months");
  const wanted = { placeCode: "21.01", months: JUNE };
  for (const updateId of [5, 5, 6]) await exportSim(stage.world, admin, { ...wanted, ...asked(updateId) });
  const lines = await stage.db.audit.findMany({ where: { action: "sim.export" } });
  expect(
    lines.map(({ subject, purpose, provinceCode, regencyCode }) => [subject, purpose, provinceCode, regencyCode]),
  ).toEqual([
    ["place:21.01", "Mengisi SIM", "21", "21.01"],
    ["place:21.01", "Mengisi SIM", "21", "21.01"],
  ]);
});

test("months that are none, or too many, are refused", () => {
  expect(JUNE).toEqual({ from: "2024-06-01", to: "2024-06-30" });
  expect(readMonths("2023-12", "2024-02")).toEqual({ from: "2023-12-01", to: "2024-02-29" });
  for (const [from, to] of [
    ["2024-13", "2024-13"],
    ["2024-06", "2024-05"],
    ["2023-01", "2024-06"],
    ["", ""],
  ] as const) {
    expect(readMonths(from, to)).toBeNull();
  }
});
