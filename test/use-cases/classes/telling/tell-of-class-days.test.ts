// What a class's trainers are told of its day, when its sessions move on that very day.
import { expect, test } from "vitest";
import { type Day, instantAt } from "../../../../src/domain/time/calendar.js";
import type { Zone } from "../../../../src/domain/time/zone.js";
import { tellOfClassDays } from "../../../../src/use-cases/index.js";
import { stageAt } from "../../../support/stage/stage-at.js";
import { buildClass, buildSession, buildTrainer } from "../../../support/world/builders.js";

const stage = stageAt("2024-06-05T10:00:00Z");

const THURSDAY: Day = "2024-06-06";
const ZONES: [string, Zone][] = [
  ["21", "Asia/Jakarta"],
  ["63", "Asia/Makassar"],
  ["81", "Asia/Jayapura"],
];

/** Nobody was told on the evening before: the class was made, or got its trainer, on the morning itself. */
async function classOfToday(provinceCode: string, zone: Zone, times: string[]) {
  const { id } = await buildClass(stage.db, { startsOn: THURSDAY, provinceCode, name: `Kelas ${provinceCode}` });
  const sessions = [];
  for (const time of times) {
    sessions.push(await buildSession(stage.db, id, { startsAt: instantAt(zone, THURSDAY, time) }));
  }
  return { id, first: sessions[0], trainer: await buildTrainer(stage.db, [id], { name: "Rina", provinceCode }) };
}

const told = async (personId: number) =>
  (await stage.db.outbox.findMany({ where: { personId, kind: "class_day" }, orderBy: { id: "asc" } })).map(
    ({ key }) => key.split(":")[0],
  );

async function moved(sessionId: number | undefined, startsAt: Date) {
  const endsAt = new Date(startsAt.getTime() + 5400_000);
  await stage.db.trainingSession.update({ where: { id: sessionId ?? 0 }, data: { startsAt, endsAt } });
}

/** The job, at each of these times of the day, twice. */
async function jobAt(zone: Zone, times: string[], day: Day = THURSDAY) {
  for (const time of times) {
    stage.clock.set(instantAt(zone, day, time));
    await tellOfClassDays(stage.world);
    expect(await tellOfClassDays(stage.world)).toEqual({ told: 0 });
  }
}

// Keeps T02.
test.each(ZONES)(
  "in province %s a first session moved to later brings no preview of a day whose board is there",
  async (code, zone) => {
    const { trainer, first } = await classOfToday(code, zone, ["08:30", "13:00"]);
    await jobAt(zone, ["07:45"]);
    expect(await told(trainer.id)).toEqual(["class-board"]);
    for (const later of ["09:00", "10:30", "16:00"]) {
      await moved(first?.id, instantAt(zone, THURSDAY, later));
      await jobAt(zone, ["07:46", "07:59", "08:15", "09:30", "12:30"]);
    }
    expect(await told(trainer.id)).toEqual(["class-board"]);
  },
);

// Keeps T02.
test("a session moved to another day is previewed on the evening before that, and has a board of its own", async () => {
  const [code, zone] = ["81", "Asia/Jayapura"] as const;
  const { trainer, first } = await classOfToday(code, zone, ["08:30"]);
  await jobAt(zone, ["07:45"]);
  await moved(first?.id, instantAt(zone, "2024-06-07", "09:00"));
  await jobAt(zone, ["07:50", "17:59", "18:00", "19:00"]);
  await jobAt(zone, ["07:00", "08:05", "09:30"], "2024-06-07");
  expect(await told(trainer.id)).toEqual(["class-board", "class-preview", "class-board"]);
});

// Keeps T02.
test("a class whose board is not there yet is previewed, also for a trainer who has another class's board", async () => {
  const [code, zone] = ["21", "Asia/Jakarta"] as const;
  const { id } = await buildClass(stage.db, { startsOn: THURSDAY, provinceCode: code });
  const { id: later } = await buildClass(stage.db, { startsOn: THURSDAY, provinceCode: "15", name: "Jambi" });
  const trainer = await buildTrainer(stage.db, [id, later], { name: "Rina" });
  await buildSession(stage.db, id, { startsAt: instantAt(zone, THURSDAY, "08:30") });
  await jobAt(zone, ["07:45"]);
  await buildSession(stage.db, later, { startsAt: instantAt(zone, THURSDAY, "14:00") });
  await jobAt(zone, ["07:50", "12:59", "13:00"]);
  expect(await told(trainer.id)).toEqual(["class-board", "class-preview", "class-board"]);
});
