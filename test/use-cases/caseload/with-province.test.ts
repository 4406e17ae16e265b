// Who is with the province, as trainers and admins count and list it: what brings somebody there, what ends it, and who sees it.
import { beforeEach, expect, test } from "vitest";
import type { Scope } from "../../../src/domain/caseload/scope.js";
import type { KnownActor } from "../../../src/domain/people/person.js";
import { textsFor } from "../../../src/texts/index.js";
import {
  askTrainers,
  countPeople,
  extendDeadlines,
  listPeople,
  openPerson,
  pausePerson,
  recordTalk,
  remindPeople,
  tellOfWeek,
  undoAct,
} from "../../../src/use-cases/index.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildParticipant, buildTrainer } from "../../support/world/builders.js";
import { actorOf, colleague, report } from "../../support/world/plans.js";
import { actorOf as atPractice, practiceMade } from "../../support/world/practice.js";

// Wednesday, 09:00 in Tanjungpinang, three days after the plans were due.
const stage = stageAt("2024-07-10T02:00:00Z");
const LIBRARY = { libraryName: "Perpustakaan Berakit", placeCode: "21.01.10.2001" };

let updateId = 0;
const said = () => {
  updateId += 1;
  return { updateId, saidAt: stage.clock.now() };
};
const on = (day: string, time = "02:00") => stage.clock.set(new Date(`${day}T${time}:00Z`));

let classId: number;
let siti: Awaited<ReturnType<typeof buildParticipant>>;
let ids: Record<"rina" | "joko" | "national" | "riau" | "bintan" | "natuna" | "kalsel", number>;
let rina: KnownActor;
let scope: Extract<Scope, { kind: "participant" }>;

/** Rina's Siti in Bintan, whose three plans were due on 7 July, and a class of Joko's beside hers. */
beforeEach(async () => {
  const { db } = stage;
  classId = (await buildClass(db, { name: "Kepri 1" })).id;
  const other = await buildClass(db, { name: "Kepri 2" });
  siti = await buildParticipant(db, classId, { name: "Siti Rahmawati", ...LIBRARY });
  await buildParticipant(db, classId, { name: "Hasan Ahmad" });
  await buildParticipant(db, other.id, { name: "Umar Said" });
  await db.workPlan.updateMany({ data: { state: "not_started" } });
  ids = {
    rina: (await buildTrainer(db, [classId], { name: "Rina Marlina" })).id,
    joko: (await buildTrainer(db, [other.id], { name: "Joko" })).id,
    national: (await buildAdmin(db, { name: "Sri" })).id,
    riau: (await buildAdmin(db, { name: "Kepala Riau", regionCode: "21" })).id,
    bintan: (await buildAdmin(db, { name: "Dinas Bintan", regionCode: "21.01" })).id,
    natuna: (await buildAdmin(db, { name: "Dinas Natuna", regionCode: "21.03" })).id,
    kalsel: (await buildAdmin(db, { name: "Kepala Kalsel", regionCode: "63" })).id,
  };
  rina = await actorOf(stage.world, ids.rina);
  scope = { kind: "participant", participantId: siti.participant.id };
});

async function helpedOf(personId = ids.rina): Promise<string[]> {
  const actor = await actorOf(stage.world, personId);
  const { shown, total } = await listPeople(stage.world, actor, { filter: "with_province" });
  const counts = await countPeople(stage.world, actor, { practice: false });
  expect([total, counts.with_province]).toEqual([shown.length, shown.length]);
  return shown.map(({ name }) => name);
}

const SITI = ["Siti Rahmawati"];

/** Reminded on these days of July; and it is the 21st then. */
async function reminded(...days: number[]) {
  const acts = [];
  for (const day of days) {
    on(`2024-07-${day}`);
    acts.push(await remindPeople(stage.world, rina, { scope, ...said() }));
  }
  on("2024-07-21");
  expect(acts.every(({ kind }) => kind === "reminded")).toBe(true);
  return acts.flatMap((act) => (act.kind === "reminded" ? act.actId : []));
}

test("who was reminded twice without an answer is with the province on the fourteenth day, not on the thirteenth", async () => {
  await reminded(10, 15);
  on("2024-07-20");
  expect(await helpedOf()).toEqual([]);
  // Half an hour before and after midnight in Tanjungpinang.
  on("2024-07-20", "16:30");
  expect(await helpedOf()).toEqual([]);
  on("2024-07-20", "17:30");
  expect(await helpedOf()).toEqual(SITI);
});

test("one reminder is not enough, nor one that an update brought twice or that was taken back", async () => {
  await reminded(10);
  expect(await helpedOf()).toEqual([]);
  on("2024-07-15");
  const once = said();
  const second = await remindPeople(stage.world, rina, { scope, ...once });
  await remindPeople(stage.world, rina, { scope, ...once });
  if (second.kind !== "reminded") throw new Error(second.kind);
  const rows = () => stage.db.followUp.count({ where: { key: { startsWith: "nudge:" } } });
  expect(await rows()).toBe(6);
  // Another moment than that of the act, as on every real clock.
  stage.clock.advance(20_000);
  expect(await undoAct(stage.world, rina, { actId: second.actId, saidAt: stage.clock.now() })).toMatchObject({
    kind: "undone",
    takenBack: 1,
  });
  expect(await rows()).toBe(3);
  on("2024-07-25");
  expect(await helpedOf()).toEqual([]);
});

test("a reminder of an alert that is open counts like any other", async () => {
  await stage.db.followUp.createMany({
    data: siti.plans.map(({ id, dueOn }) => ({
      ...{ key: `overdue:${id}:2024-07-07`, planId: id, trainerId: ids.rina, reason: "overdue" as const, dueOn },
      raisedAt: stage.clock.now(),
    })),
  });
  await reminded(10, 15);
  expect(await helpedOf()).toEqual(SITI);
});

test("a call and a visit count as tries, and the page says what was tried, by whom and when", async () => {
  await reminded(10);
  on("2024-07-15");
  await recordTalk(stage.world, rina, { scope, way: "telephoned", note: "Tidak diangkat", ...said() });
  on("2024-07-17");
  const riau = await actorOf(stage.world, ids.riau);
  await recordTalk(stage.world, riau, { scope, way: "visited", ...said() });
  on("2024-07-24");
  expect(await helpedOf()).toEqual(SITI);
  const page = await openPerson(stage.world, riau, { participantId: siti.participant.id });
  expect(page).toMatchObject({
    person: { withProvinceSince: "2024-07-21" },
    tries: [
      { way: "reminded", at: new Date("2024-07-10T02:00:00Z"), byName: "Rina Marlina" },
      { way: "telephoned", at: new Date("2024-07-15T02:00:00Z"), byName: "Rina Marlina" },
      { way: "visited", at: new Date("2024-07-17T02:00:00Z"), byName: "Kepala Riau" },
    ],
  });
});

const ENDS: [what: string, happens: () => Promise<unknown>][] = [
  ["their report", () => report(stage.world, siti.person.id, siti.plans[1]?.id ?? 0)],
  [
    "a colleague's report",
    async () => report(stage.world, await colleague(stage.db, classId, "Ana", LIBRARY), siti.plans[0]?.id ?? 0),
  ],
  [
    "what their trainer reports for them",
    async () => {
      await stage.db.person.update({
        where: { id: siti.person.id },
        data: { unreachableCause: "blocked", unreachableSince: stage.clock.now() },
      });
      expect(await helpedOf()).toEqual(SITI);
      return report(stage.world, ids.rina, siti.plans[0]?.id ?? 0);
    },
  ],
  [
    "a question to their trainers",
    async () =>
      askTrainers(stage.world, await actorOf(stage.world, siti.person.id), { text: "Halo", files: [], ...said() }),
  ],
  ["more time", () => extendDeadlines(stage.world, rina, { scope, until: "2024-07-28", reason: "budget", ...said() })],
  [
    "a pause",
    () =>
      pausePerson(stage.world, rina, {
        ...{ participantId: siti.participant.id, reason: "leave", untilOn: "2024-07-26" },
        ...said(),
      }),
  ],
  [
    "leaving the class",
    () => stage.db.participant.update({ where: { id: siti.participant.id }, data: { leftAt: stage.clock.now() } }),
  ],
  [
    "the end of their plans",
    () => stage.db.workPlan.updateMany({ where: { libraryId: siti.library.id }, data: { state: "done" } }),
  ],
];

test.each(ENDS)("it ends by itself with %s", async (_, happens) => {
  await reminded(10, 15);
  expect(await helpedOf()).toEqual(SITI);
  on("2024-07-22");
  await happens();
  expect(await helpedOf()).toEqual([]);
});

test("after a word of theirs it begins again only with two tries more", async () => {
  await reminded(10, 15);
  on("2024-07-22");
  await report(stage.world, siti.person.id, siti.plans[0]?.id ?? 0);
  await stage.settle();
  for (const day of ["2024-07-24", "2024-07-29"]) {
    on(day);
    await remindPeople(stage.world, rina, { scope, ...said() });
    expect(await helpedOf(), day).toEqual([]);
  }
  on("2024-08-01");
  expect(await helpedOf()).toEqual(SITI);
});

test("their trainer and the admins whose reach they are in see it, and nobody else", async () => {
  await reminded(10, 15);
  const seen = await Promise.all(Object.entries(ids).map(async ([who, id]) => [who, (await helpedOf(id)).length]));
  expect(Object.fromEntries(seen)).toEqual({
    ...{ rina: 1, national: 1, riau: 1, bintan: 1 },
    ...{ joko: 0, natuna: 0, kalsel: 0 },
  });
  for (const id of [ids.joko, ids.natuna, ids.kalsel, siti.person.id]) {
    const page = await openPerson(stage.world, await actorOf(stage.world, id), { participantId: siti.participant.id });
    expect(page.kind).toBe("not_yours");
  }
});

test("what somebody practises on is with the province for nobody but them", async () => {
  const { practice } = await practiceMade(stage, ids.national);
  const national = await atPractice(stage, ids.national);
  const [made] = (await listPeople(stage.world, national, { filter: "late", practice: true })).shown;
  if (made?.participantId == null) throw new Error(`Nobody is late in practice ${JSON.stringify(practice)}.`);
  const helped = async () => (await countPeople(stage.world, national, { practice: true })).with_province;
  const before = await helped();
  for (const time of ["2024-07-12", "2024-07-20"]) {
    on(time);
    const way = "telephoned" as const;
    await recordTalk(stage.world, national, {
      scope: { kind: "participant", participantId: made.participantId },
      way,
      ...said(),
    });
  }
  on("2024-08-20");
  expect(await helped()).toBeGreaterThan(before);
  for (const id of Object.values(ids)) expect(await helpedOf(id)).toEqual([]);
});

test("the programme may set other days and tries", async () => {
  await reminded(10);
  const ofRule = async (provinceRule: { lateDays: number; tries: number }) => {
    const world = { ...stage.world, settings: { ...stage.world.settings, provinceRule } };
    return (await countPeople(world, rina, { practice: false })).with_province;
  };
  expect(await ofRule({ lateDays: 14, tries: 1 })).toBe(1);
  expect(await ofRule({ lateDays: 15, tries: 1 })).toBe(0);
  expect(await ofRule({ lateDays: 14, tries: 2 })).toBe(0);
});

test("on Monday each admin is told once of those in their reach, how many are new, and where to find them", async () => {
  await reminded(10, 15);
  on("2024-07-22", "02:30");
  const told = await tellOfWeek(stage.world);
  expect(told.told).toBeGreaterThan(0);
  expect(await tellOfWeek(stage.world)).toEqual({ told: 0 });
  const weeks = async (personId: number) =>
    (await stage.db.outbox.findMany({ where: { personId, kind: "week_of_province" }, orderBy: { id: "asc" } })).map(
      ({ message }) => message as { text: string; buttons: { label: string; data?: string }[][] },
    );
  for (const id of [ids.national, ids.riau, ids.bintan]) {
    const [week] = await weeks(id);
    expect(week?.text).toContain("🏛 1 orang dibantu provinsi, 1 baru pekan ini");
    const [first] = week?.buttons.flat() ?? [];
    expect(first).toMatchObject({ label: "🏛 Dibantu provinsi (1)", data: expect.stringContaining("with_province") });
  }
  for (const id of [ids.natuna, ids.kalsel]) {
    expect((await weeks(id)).some(({ text }) => text.includes("dibantu provinsi"))).toBe(false);
  }
  // Nobody who takes part hears of it.
  expect(await stage.db.outbox.count({ where: { personId: siti.person.id, kind: "week_of_province" } })).toBe(0);

  on("2024-07-29", "02:30");
  await report(
    stage.world,
    (await stage.db.person.findFirstOrThrow({ where: { name: "Hasan Ahmad" } })).id,
    await planOf("Hasan Ahmad"),
  );
  await tellOfWeek(stage.world);
  expect((await weeks(ids.riau)).at(-1)?.text).toContain("🏛 1 orang dibantu provinsi\n");
});

async function planOf(name: string): Promise<number> {
  const where = { library: { members: { some: { person: { name } } } } };
  return (await stage.db.workPlan.findFirstOrThrow({ where })).id;
}

test("files of people do not mark who is with the province: they may be handed on", async () => {
  await reminded(10, 15);
  const [line] = (await listPeople(stage.world, rina, { filter: "with_province" })).shown;
  if (line === undefined) throw new Error("Nobody is with the province.");
  for (const language of ["id", "en"] as const) {
    const { peopleFiles, caseload } = textsFor(language);
    const words = [
      peopleFiles.words.standing(line),
      peopleFiles.words.lastWord(line, []),
      caseload.standing(line),
    ].join();
    expect(words).not.toMatch(/provin/i);
    const rule = { lateDays: 14, tries: 2 };
    const list = caseload.list({
      filter: "all",
      search: "",
      total: 1,
      from: 0,
      people: [line],
      practice: false,
      isBeyondReach: false,
      areaName: null,
      rule,
    });
    expect(list.text).toMatch(/🏛.*provin/);
  }
});
