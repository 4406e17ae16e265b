// Files of people hold those whom the list holds, with the same numbers.
import { expect, test } from "vitest";
import { PEOPLE_FILTERS } from "../../../../src/domain/caseload/people-filter.js";
import { sheetsWorkbook } from "../../../../src/domain/files/sheet.js";
import { PLAN_TYPES } from "../../../../src/domain/plans/work-plan.js";
import { readGrids } from "../../../../src/files/read-grids.js";
import { writeXlsx } from "../../../../src/files/xlsx-out/write-xlsx.js";
import { careSheets } from "../../../../src/texts/files/sheets/care-sheets.js";
import { textsFor } from "../../../../src/texts/index.js";
import type { PersonInCare } from "../../../../src/use-cases/caseload/person-in-care.js";
import { exportAttendanceList, exportCare, listPeople, viewClassPicture } from "../../../../src/use-cases/index.js";
import { chanceOf } from "../../../simulation/random.js";
import { stageAt } from "../../../support/stage/stage-at.js";
import {
  buildAdmin,
  buildClass,
  buildParticipant,
  buildSession,
  buildTrainer,
} from "../../../support/world/builders.js";
import { casesByChance } from "../../../support/world/cases-by-chance.js";
import { actorOf } from "../../../support/world/plans.js";

// Wednesday, 08:30 in Jakarta: the plans of some are late.
const stage = stageAt("2024-07-10T01:30:00Z");

type Listed = Parameters<typeof listPeople>[2];

/** The list of the screen, page after page. */
async function wholeList(actor: Awaited<ReturnType<typeof actorOf>>, wish: Omit<Listed, "page">) {
  const people: PersonInCare[] = [];
  for (let page = 0; ; page += 1) {
    const list = await listPeople(stage.world, actor, { ...wish, page });
    people.push(...list.shown);
    if (page >= list.last) return { people, counts: list.counts, total: list.total };
  }
}

const ask = (updateId: number) => ({ purpose: "Memantau tindak lanjut", updateId });
const of = (people: PersonInCare[]) => people.map(({ participantId, rosterRowId }) => [participantId, rosterRowId]);

// Keeps T15.
test("a workbook has the rows and numbers of the list, for every filter and whoever looks", {
  timeout: 120_000,
}, async () => {
  const trainers = await casesByChance(stage.db, chanceOf(31), stage.clock.now());
  const { peopleFiles, planWords } = textsFor("id");
  const admin = await buildAdmin(stage.db);
  let met = 0;
  for (const { id } of [admin, ...trainers]) {
    const actor = await actorOf(stage.world, id);
    for (const [n, filter] of PEOPLE_FILTERS.entries()) {
      const screen = await wholeList(actor, { filter });
      const scope = { classId: null, filter, practice: false };
      const file = await exportCare(stage.world, actor, { scope, as: "workbook", ...ask(id * 100 + n) });
      if (screen.total === 0) {
        expect(file, filter).toEqual({ kind: "nobody" });
        continue;
      }
      if (file.kind !== "exported") throw new Error(`No file of ${filter}.`);
      met += 1;
      expect(of(file.people), filter).toEqual(of(screen.people));
      expect([file.total, file.counts], filter).toEqual([screen.total, screen.counts]);
      const sheets = careSheets(peopleFiles.words, { title: "Peserta", notes: [] }, file);
      const reading = await readGrids(await writeXlsx(sheetsWorkbook(sheets, "Keterangan")));
      if (!reading.ok) throw new Error(reading.detail);
      const [rows = [], numbers = []] = reading.grids.map(({ rows }) => rows.slice(1));
      expect(rows).toHaveLength(screen.total);
      for (const [at, person] of screen.people.entries()) {
        const cells = rows[at]?.cells ?? [];
        const words = PLAN_TYPES.map((type) => person.plans.find((plan) => plan.type === type)).map((plan) =>
          plan === undefined ? "" : peopleFiles.words.lights[plan.state === "done" ? "done" : plan.light],
        );
        expect([1, 8, 11, 14, 17].map((column) => cells[column]?.text ?? "")).toEqual([
          ...[person.name, ...words, String(person.late)],
        ]);
        const states = PLAN_TYPES.map((type) => person.plans.find((plan) => plan.type === type)?.state);
        expect([9, 12, 15].map((column) => cells[column]?.text ?? "")).toEqual(
          states.map((state) => (state === undefined ? "" : planWords.states[state])),
        );
      }
      const counted = numbers.map(({ cells }) => Number(cells[1]?.text));
      expect(counted).toEqual([...PEOPLE_FILTERS, "on_course" as const].map((one) => screen.counts[one]));
    }
  }
  expect(met).toBeGreaterThan(25);
});

// Keeps T15.
test("a file of a class holds those of the list who are in it, and counts them alone", async () => {
  const [trainer] = await casesByChance(stage.db, chanceOf(32), stage.clock.now());
  const actor = await actorOf(stage.world, trainer?.id ?? 0);
  const everybody = (await wholeList(actor, { filter: "all" })).people;
  const classIds = [...new Set(everybody.map(({ classId }) => classId))];
  expect(classIds).toHaveLength(2);
  for (const [n, classId] of classIds.entries()) {
    const theirs = everybody.filter((one) => one.classId === classId);
    const scope = { classId, filter: "all" as const, practice: false };
    const file = await exportCare(stage.world, actor, { scope, as: "workbook", ...ask(n) });
    if (file.kind !== "exported") throw new Error("No file.");
    expect(of(file.people)).toEqual(of(theirs));
    expect(file.counts).toMatchObject({
      all: theirs.length,
      late: theirs.filter(({ late }) => late > 0).length,
      not_joined: theirs.filter(({ participantId }) => participantId === null).length,
    });
    const picture = await viewClassPicture(stage.world, actor, classId);
    if (picture.kind !== "found") throw new Error("No picture.");
    expect([of(picture.people), picture.total, picture.counts]).toEqual([of(theirs), theirs.length, file.counts]);
    const plans = new Set(theirs.flatMap((one) => one.plans.map(({ planId }) => planId)));
    expect(Object.values(picture.lights).reduce((sum, count) => sum + count, 0)).toBe(plans.size);
    const list = await exportAttendanceList(stage.world, actor, { classId, ...ask(10 + n) });
    if (list.kind !== "exported") throw new Error("No list.");
    expect(list.people.map(({ name }) => name).sort()).toEqual(theirs.map(({ name }) => name).sort());
  }
});

test("a sheet of visits leaves out those who report, are finished or asked for quiet, unless they were chosen", async () => {
  await casesByChance(stage.db, chanceOf(33), stage.clock.now());
  const actor = await actorOf(stage.world, (await buildAdmin(stage.db)).id);
  const everybody = (await wholeList(actor, { filter: "all" })).people;
  const scope = { classId: null, filter: "all" as const, practice: false };
  const visits = await exportCare(stage.world, actor, { scope, as: "visits", ...ask(1) });
  if (visits.kind !== "exported") throw new Error("No sheet.");
  const ids = new Set(of(visits.people).map(String));
  const isLeftOut = (one: PersonInCare) => !ids.has(String([one.participantId, one.rosterRowId]));
  const calm = everybody.filter(isLeftOut);
  expect(calm.length).toBeGreaterThan(0);
  expect(calm.filter(({ late, helpSince, askedOn }) => late > 0 || helpSince !== null || askedOn !== null)).toEqual([]);
  for (const cause of ["silent", "obstacle", "not_joined", "blocked", "stopped_midway"]) {
    expect(calm.filter(({ standing }) => standing === cause)).toEqual([]);
  }
  const paused = { classId: null, filter: "paused" as const, practice: false };
  const chosen = await exportCare(stage.world, actor, { scope: paused, as: "visits", ...ask(2) });
  if (chosen.kind !== "exported") throw new Error("No sheet.");
  expect(chosen.people).toHaveLength(everybody.filter(({ standing }) => standing === "paused").length);
});

// Keeps T15.
test("the list to be signed has the days of the class, a cancelled one left out; before there are sessions, its dates", async () => {
  const trainingClass = await buildClass(stage.db, { startsOn: "2024-07-08" });
  const trainer = await buildTrainer(stage.db, [trainingClass.id]);
  for (const name of ["Zainal", "Ana"]) await buildParticipant(stage.db, trainingClass.id, { name });
  const actor = await actorOf(stage.world, trainer.id);
  const listed = async (updateId: number) => {
    const list = await exportAttendanceList(stage.world, actor, { classId: trainingClass.id, ...ask(updateId) });
    if (list.kind !== "exported") throw new Error("No list.");
    return list;
  };
  const before = await listed(1);
  expect(before.people.map(({ name }) => name)).toEqual(["Ana", "Zainal"]);
  expect(before.days[0]).toBe("2024-07-08");
  const [first, second] = ["2024-07-09T02:00:00Z", "2024-07-11T02:00:00Z"].map((at) => new Date(at));
  await buildSession(stage.db, trainingClass.id, { startsAt: first! });
  const cancelled = await buildSession(stage.db, trainingClass.id, { startsAt: second! });
  await stage.db.trainingSession.update({ where: { id: cancelled.id }, data: { cancelledAt: stage.clock.now() } });
  expect((await listed(2)).days).toEqual(["2024-07-09"]);
});
