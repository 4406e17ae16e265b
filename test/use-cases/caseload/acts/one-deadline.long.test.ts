// One effective deadline: after any extensions, of one plan or of many, and any that were taken back, every reader has the same day.
import { expect, test } from "vitest";
import { loadActor } from "../../../../src/bot/gate/actor.js";
import type { Scope } from "../../../../src/domain/caseload/scope.js";
import type { Sheet } from "../../../../src/domain/files/sheet.js";
import { careOf } from "../../../../src/domain/people/permissions.js";
import { isKnown } from "../../../../src/domain/people/person.js";
import { effectiveDeadline, isOverdue } from "../../../../src/domain/plans/deadline.js";
import { addDays, type Day, dayIn } from "../../../../src/domain/time/calendar.js";
import { plainDay } from "../../../../src/texts/dates.js";
import { careSheets, classPictureSheet, visitSheet } from "../../../../src/texts/files/sheets/care-sheets.js";
import { textsFor } from "../../../../src/texts/index.js";
import { audienceTerms } from "../../../../src/use-cases/announcements/audience-terms.js";
import {
  currentPicture,
  exportCare,
  exportPeople,
  exportReports,
  exportSim,
  extendDeadlines,
  findPerson,
  listOverdue,
  listPeople,
  readMonths,
  remindOfPlans,
  undoAct,
  viewClassPicture,
  waitingCounts,
} from "../../../../src/use-cases/index.js";
import { someOf } from "../../../support/runs.js";
import { stageAt } from "../../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildParticipant, buildTrainer } from "../../../support/world/builders.js";
import { actorOf } from "../../../support/world/plans.js";

// Wednesday, 08:30 in Tanjungpinang, three days after the class's day.
const stage = stageAt("2024-07-10T01:30:00Z");

/** Always the same chances: a failure can be looked at again. */
function chances(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

/** What stands under this heading, by the name in the row. */
function byName({ columns, rows }: Sheet, heading: string, names: string): Map<string, unknown> {
  const at = (wanted: string) => columns.findIndex((one) => one.heading === wanted);
  if (at(heading) < 0) throw new Error(`The sheet has no column ${heading}.`);
  return new Map(rows.map((row) => [String(row[at(names)]), row[at(heading)] ?? null]));
}

const { exports, peopleFiles } = textsFor("id");
const { words } = peopleFiles;
const HEAD = { title: "Orang", notes: [] };

// Keeps T12.
test.each(someOf(2, [1, 2, 3, 4]))(
  "lists, lights, pages, summaries, audiences, files and reminders have one deadline, whatever was extended and undone (%i)",
  async (seed) => {
    const below = chances(seed);
    const { id: classId } = await buildClass(stage.db);
    const trainer = await buildTrainer(stage.db, [classId]);
    const actor = await loadActor(stage.world, Number(trainer.telegramId));
    if (!isKnown(actor)) throw new Error("the trainer is known");
    const people: Awaited<ReturnType<typeof buildParticipant>>[] = [];
    for (let n = 0; n < 4; n += 1) people.push(await buildParticipant(stage.db, classId, { name: `Orang ${n}` }));
    const today = dayIn("Asia/Jakarta", stage.clock.now());

    for (let step = 1; step <= 6; step += 1) {
      const one = people[below(people.length)];
      const scopes: Scope[] = [
        { kind: "plan", planId: one?.plans[below(3)]?.id ?? 0 },
        { kind: "participant", participantId: one?.participant.id ?? 0 },
        ...(below(4) === 0 ? [{ kind: "class", classId } as const] : []),
      ];
      const until = addDays(today, below(20));
      const outcome = await extendDeadlines(stage.world, actor, {
        ...{ scope: scopes[below(scopes.length)] as Scope, until, reason: "x", updateId: seed * 100 + step },
        saidAt: stage.clock.now(),
      });
      if (outcome.kind === "extended" && below(3) === 0) {
        await undoAct(stage.world, actor, { actId: outcome.actId, saidAt: stage.clock.now() });
      }
    }
    await remindOfPlans(stage.world);

    const rows = await stage.db.workPlan.findMany({ include: { extensions: true, trainingClass: true } });
    const column = (day: Date) => day.toISOString().slice(0, 10) as Day;
    const truth = new Map(
      rows.map((row) => [
        row.id,
        effectiveDeadline(
          column(row.trainingClass.plansDueOn),
          row.extensions.map(({ until, at }) => ({ until: column(until), givenOn: column(at) })),
        ),
      ]),
    );
    const isLate = (id: number) => isOverdue("unwritten", truth.get(id) ?? today, today);
    const lateOf = (one: (typeof people)[number]) => one.plans.some(({ id }) => isLate(id));
    const late = people.filter(lateOf).length;

    for (const plan of await stage.world.store.caseloads.plansOf(careOf(actor))) {
      expect(plan.dueOn, `a trainer's list, plan ${plan.planId}`).toBe(truth.get(plan.planId));
    }
    const overdue = await listOverdue(stage.world, actor);
    expect(overdue.total + overdue.askedOnly + overdue.resting).toBe(late);
    const listed = await listPeople(stage.world, actor, { filter: "late" });
    expect(listed.total).toBe(people.filter(lateOf).length);
    for (const one of people) {
      const found = await findPerson(stage.world, actor, { participantId: one.participant.id });
      if (found.kind !== "found") throw new Error("the person is there");
      for (const plan of found.person.plans) expect(plan.dueOn).toBe(truth.get(plan.planId));
      expect(found.person.late > 0).toBe(lateOf(one));
      for (const plan of await stage.world.store.plans.ofPerson(one.person.id)) {
        expect(plan.dueOn, "the participant's own page").toBe(truth.get(plan.id));
      }
      const own = await stage.world.store.ownData.collect(one.person.id, stage.clock.now());
      expect(own.work_plans.map(({ dueOn }) => dueOn).sort()).toEqual(one.plans.map(({ id }) => truth.get(id)).sort());
    }
    // The one column that every list, sheet and file of the database reads.
    expect(new Map(rows.map(({ id, dueOn }) => [id, column(dueOn)]))).toEqual(truth);
    const summary = await currentPicture(stage.world, actor);
    const { owed, asked, resting } = summary?.picture.late ?? { owed: -1, asked: 0, resting: 0 };
    expect(owed + asked + resting, "the evening's summary").toBe(late);
    for (const { plan } of summary?.picture.inNeed ?? []) expect(plan.dueOn).toBe(truth.get(plan.planId));
    const waiting = await waitingCounts(stage.world, actor);
    expect(waiting.late, "the menu").toBe(owed);
    // Whom an announcement to those who are late would reach.
    const admin = await actorOf(stage.world, (await buildAdmin(stage.db)).id);
    const audience = { scope: { kind: "all" }, role: "participants", plans: "overdue" } as const;
    const counted = await stage.world.store.announcements.count(audience, audienceTerms(stage.world, admin));
    const reached = counted.reachable.reduce((sum, { count }) => sum + count, 0);
    const skipped = Object.values(counted.skipped).reduce((sum, count) => sum + count, 0);
    expect(reached + skipped, "an announcement's audience").toBe(people.filter(lateOf).length);
    // The files: each row is somebody's, with the day, the light and the count of the pages.
    const why = { purpose: "Rapat", updateId: 900 };
    const all = { classId: null, filter: "all", practice: false } as const;
    const care = await exportCare(stage.world, actor, { scope: all, as: "workbook", ...why });
    const visits = await exportCare(stage.world, actor, { scope: { ...all, filter: "late" }, as: "visits", ...why });
    const picture = await viewClassPicture(stage.world, actor, classId);
    if (care.kind !== "exported" || picture.kind !== "found") throw new Error("the files are the trainer's");
    const [workbook] = careSheets(words, HEAD, care) as [Sheet, Sheet];
    const visited = visits.kind === "exported" ? visits.people : [];
    expect(visited.map(({ name }) => name).sort(), "the sheet to visit by").toEqual(
      people.filter(lateOf).map(({ person }) => person.name),
    );
    const country = { placeCode: null, ...why };
    const months = readMonths("2024-07", "2024-07");
    if (months === null) throw new Error("July is a month");
    const ofPlace = await exportPeople(stage.world, admin, { ...country, filter: "all" });
    const lateOnly = await exportPeople(stage.world, admin, { ...country, filter: "late" });
    if (ofPlace.kind !== "exported" || lateOnly.kind !== "exported") throw new Error("the place is the admin's");
    expect(lateOnly.rows, "the people of a place who are late").toBe(people.filter(lateOf).length);
    const lateInFile = byName(ofPlace.sheet, exports.peopleColumns.late, exports.peopleColumns.name);
    for (const { person, participant, plans } of people) {
      const found = await findPerson(stage.world, actor, { participantId: participant.id });
      if (found.kind !== "found") throw new Error("the person is there");
      const lateHere = plans.filter(({ id }) => isLate(id)).length;
      expect(lateInFile.get(person.name), "the file of a place").toBe(lateHere);
      expect(byName(workbook, words.columns.late, words.columns.name).get(person.name)).toBe(lateHere);
      for (const { id, type } of plans) {
        const due = byName(workbook, `${words.types[type]}: ${words.columns.due}`, words.columns.name);
        expect(due.get(person.name), "the workbook").toEqual({ day: truth.get(id) });
        const light = found.person.plans.find(({ planId }) => planId === id)?.light;
        expect(isLate(id) ? light : "red", "a late plan's light").toBe("red");
        for (const sheet of [workbook, classPictureSheet(words, HEAD, picture.people)]) {
          expect(byName(sheet, words.types[type], words.columns.name).get(person.name)).toMatchObject({ light });
        }
        const onSheet = byName(visitSheet(words, HEAD, visited), words.types[type], words.columns.name);
        if (lateHere > 0) expect(onSheet.get(person.name)).toMatchObject({ light });
      }
    }
    // Reports and the shape for SIM say nothing of days by which something is due: one that did would stand above.
    for (const write of [exportReports, exportSim]) {
      const file = await write(stage.world, admin, { ...country, months });
      if (file.kind !== "exported") throw new Error("the file is the admin's");
      expect(file.sheet.columns.filter(({ heading }) => /batas|tenggat|terlambat/i.test(heading))).toEqual([]);
    }
    // What waits to leave names no day but that of its plans.
    const posts = await stage.db.outbox.findMany({ where: { kind: "plan_reminder", state: "waiting" } });
    for (const { message, subjects } of posts) {
      const days = subjects.flatMap((one) => truth.get(Number(/^plan:(\d+)$/.exec(one)?.[1])) ?? []);
      const named = [...((message as { text: string }).text.match(/\d{1,2} (Juli|Agustus) 2024/g) ?? [])];
      const meant = days.map((day) => plainDay("id", day));
      expect(named.filter((day) => !meant.includes(day))).toEqual([]);
    }
  },
);
