// A month of trainers' desks: people report, ask and beg for help by chance; trainers answer or do not, are away and covered for. Only what
// is owed to trainers is lived: the jobs that tell them, on the real database, and their posts are judged.

import { DIAGNOSES } from "../../src/domain/caseload/diagnosis.js";
import { addDays, type Day, dayIn } from "../../src/domain/time/calendar.js";
import { isRestDay } from "../../src/domain/time/working-hours.js";
import {
  askForHelp,
  askTrainers,
  countPeople,
  escalateQuestions,
  greetTrainers,
  repeatQuestions,
  replyInThread,
  sayAway,
  summariseDay,
  tellOfUntended,
} from "../../src/use-cases/index.js";
import type { Stage } from "../support/stage/stage.js";
import { actorOf, report } from "../support/world/plans.js";
import { type Cast, deskCast } from "./desk-cast.js";
import { FRESH_WORDS } from "./desk-words.js";
import { type Chance, chanceOf } from "./random.js";

const FIRST: Day = "2024-06-24";
/** Two weeks before the plans are due, and two after it. */
const DUE: Day = "2024-07-07";
const DAYS = 30;
/** By UTC: 08.00 to 10.00 in the zones, the middle of the day, 16.30 to 18.30, evening. */
const LOOKS = [1, 2.25, 5, 9.5, 11];
const WAITS_AT_MOST_DAYS = 4;

export interface DeskMonth {
  posts: { mornings: number; summaries: number; repeats: number; untended: number };
  asked: number;
  answered: number;
  escalated: number;
  covered: number;
  /** Each must be empty. */
  tooMany: string[];
  nothingNew: string[];
  left: string[];
  notInOneCause: string[];
}

export async function liveDesks(
  stage: Stage,
  { trainers, people, seed }: { trainers: number; people: number; seed: number },
): Promise<DeskMonth> {
  const chance = chanceOf(seed);
  const cast = await deskCast(stage.db, trainers, people, DUE);
  for (const one of cast.trainers) one.answers = chance.happens(0.85);
  const lived: Pick<DeskMonth, "left" | "notInOneCause" | "covered"> = { left: [], notInOneCause: [], covered: 0 };
  for (let n = 0; n < DAYS; n++) {
    const day = addDays(FIRST, n);
    for (const hour of LOOKS) {
      stage.clock.set(new Date(Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000));
      if (hour === 5) await actAll(stage, cast, chance, day);
      await tellOfUntended(stage.world);
      await greetTrainers(stage.world);
      await repeatQuestions(stage.world);
      await escalateQuestions(stage.world);
      await summariseDay(stage.world);
    }
    await noteStandings(stage, cast, day, lived);
    await noteLeft(stage, day, lived.left);
  }
  return { ...lived, ...(await judged(stage, cast)) };
}

let updates = 10_000_000;

async function actAll(stage: Stage, cast: Cast, chance: Chance, day: Day): Promise<void> {
  const { world, db } = stage;
  for (const members of cast.people.values()) {
    for (const { personId, planIds } of members) {
      if (chance.happens(0.025)) {
        const state = chance.happens(0.5) ? ("done" as const) : ("in_progress" as const);
        await report(world, personId, chance.oneOf(planIds), { state });
      }
      if (chance.happens(0.006)) {
        const letter = { text: "Bolehkah tanggalnya diubah?", files: [], updateId: ++updates };
        await askTrainers(world, await actorOf(world, personId), letter);
      }
      if (chance.happens(0.003)) {
        const plea = { planId: chance.oneOf(planIds), updateId: ++updates, saidAt: stage.clock.now() };
        await askForHelp(world, await actorOf(world, personId), plea);
      }
    }
  }
  // Who answers today does so for all that they look after, also in another's place.
  const waiting = await db.questionThread.findMany({
    where: { state: { in: ["unread", "read"] } },
    include: { participant: true },
    orderBy: { id: "asc" },
  });
  const answers = new Map(cast.trainers.map((one) => [one.id, one.answers && chance.happens(0.5)]));
  for (const { id, participant } of waiting) {
    const carers = await world.store.classes.carersOf(participant.classId, stage.clock.now());
    const carer = carers.find((one) => answers.get(one.id) === true);
    if (carer === undefined) continue;
    const letter = { threadId: id, text: "Boleh, silakan.", files: [], updateId: ++updates };
    await replyInThread(world, await actorOf(world, carer.id), letter);
  }
  for (const { id, zone } of cast.trainers) {
    if (!chance.happens(0.02)) continue;
    const from = addDays(dayIn(zone, stage.clock.now()), 1);
    const until = addDays(from, chance.below(5));
    const span = { startsAt: new Date(`${from}T00:00:00Z`), endsAt: new Date(`${addDays(until, 1)}T00:00:00Z`) };
    const possible = chance.happens(0.85) ? await world.store.absences.possibleCovers(id, span) : [];
    const coverId = possible.length === 0 ? null : chance.oneOf(possible).person.id;
    const said = { personId: id, from, until, coverId, updateId: ++updates, saidAt: stage.clock.now() };
    await sayAway(world, await actorOf(world, id), said);
  }
  for (const { id } of cast.trainers) {
    if (!chance.happens(0.001)) continue;
    const data = { unreachableCause: "blocked" as const, unreachableSince: new Date(`${day}T05:00:00Z`) };
    await db.person.update({ where: { id }, data });
  }
}

/** Everybody of each trainer's people, those they cover for too, stands under one cause or none. */
async function noteStandings(
  { world }: Stage,
  cast: Cast,
  day: Day,
  lived: Pick<DeskMonth, "notInOneCause" | "covered">,
): Promise<void> {
  const classOf = new Map(cast.trainers.map(({ id, classId }) => [id, classId]));
  for (const { id } of cast.trainers) {
    const actor = await actorOf(world, id);
    const covered = (actor.covers ?? []).map(({ personId }) => personId);
    lived.covered += covered.length;
    const theirs = [id, ...covered].flatMap((one) => cast.people.get(classOf.get(one) ?? 0) ?? []);
    const counts = await countPeople(world, actor, { practice: false });
    const sum = DIAGNOSES.reduce((all, cause) => all + counts[cause], counts.on_course + counts.finished);
    if (sum !== theirs.length || counts.all !== theirs.length) {
      lived.notInOneCause.push(`${day}, trainer ${id}: ${theirs.length} people, ${JSON.stringify(counts)}`);
    }
  }
}

/** A question or plea of some days ago that has neither been answered nor told again nor gone to the province. */
async function noteLeft({ db }: Stage, day: Day, left: string[]): Promise<void> {
  const before = new Date(`${addDays(day, -WAITS_AT_MOST_DAYS)}T00:00:00Z`);
  const threads = await db.questionThread.findMany({
    where: { state: { in: ["unread", "read"] }, askedAt: { lt: before }, escalatedAt: null, repeatedAt: null },
    select: { id: true },
  });
  left.push(...threads.map(({ id }) => `${day}: thread ${id}`));
}

async function judged(stage: Stage, cast: Cast): Promise<Omit<DeskMonth, "left" | "notInOneCause" | "covered">> {
  const { db, world } = stage;
  const zoneOf = new Map(cast.trainers.map(({ id, zone }) => [id, zone]));
  const rows = await db.outbox.findMany({
    where: {
      OR: [
        { kind: { in: ["overdue_alert", "daily_summary", "untended"] } },
        { key: { startsWith: "questions-waiting:" } },
      ],
    },
    select: { key: true, kind: true, personId: true, dueAt: true, message: true },
    orderBy: { id: "asc" },
  });
  const [tooMany, nothingNew]: [string[], string[]] = [[], []];
  const perDay = new Map<string, number>();
  const greeted = new Set<number>();
  for (const { kind, personId, dueAt, message } of rows) {
    const zone = zoneOf.get(personId ?? 0);
    if (zone === undefined || personId === null) continue;
    const day = dayIn(zone, dueAt);
    if (isRestDay(day, world.settings.rest)) tooMany.push(`${day}: trainer ${personId} on a rest day`);
    perDay.set(`${day}: trainer ${personId}`, (perDay.get(`${day}: trainer ${personId}`) ?? 0) + 1);
    const { text } = message as { text: string };
    const isFirst = kind === "overdue_alert" && !greeted.has(personId);
    if (kind === "overdue_alert") greeted.add(personId);
    const words = FRESH_WORDS[kind];
    if (!isFirst && words !== undefined && !words.test(text)) nothingNew.push(`${day} ${text}`);
  }
  tooMany.push(...[...perDay].filter(([, count]) => count > 2).map(([at, count]) => `${at}: ${count}`));
  const ofKind = (kind: string) => rows.filter((row) => row.kind === kind).length;
  return {
    posts: {
      ...{ mornings: ofKind("overdue_alert"), summaries: ofKind("daily_summary"), untended: ofKind("untended") },
      repeats: rows.filter(({ key }) => key.startsWith("questions-waiting:")).length,
    },
    asked: await db.questionThread.count(),
    answered: await db.questionThread.count({ where: { state: "answered" } }),
    escalated: await db.outbox.count({ where: { kind: "escalation" } }),
    ...{ tooMany, nothingNew },
  };
}
