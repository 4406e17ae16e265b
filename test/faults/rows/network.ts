// F37: the lines to PostgreSQL and to Telegram are cut, delayed and swallowed, also between a request and its answer, while people
// fill in forms. Nothing that they said may be lost, doubled or taken for something else.
import { setTimeout as delay } from "node:timers/promises";
import { NOTICES_IN_FORCE } from "../../../src/use-cases/index.js";
import { chanceOf } from "../../simulation/random.js";
import { type LineProxy, openProxy } from "../../support/proxy.js";
import { buildClass, buildParticipant, numberAnew } from "../../support/world/builders.js";
import { misplaced, type Reporter, startReporter } from "../process/reporters.js";
import { CANARY, openScene, type Scene } from "../process/scene.js";
import type { Fault, Outcome } from "../report.js";

/** The Monday after the class, 09:00 in Bintan: nobody sleeps. */
const MONDAY = new Date("2024-06-10T02:00:00Z").getTime();

/** From 0 to below 1, the same for the same seed. */
function randomNumbers(seed: number): () => number {
  const chance = chanceOf(seed);
  return () => chance.below(1_000_000) / 1_000_000;
}

export interface NetworkOptions {
  people: number;
  seconds: number;
  /** A line is swallowed for at most so long at a time. */
  blackHoleSeconds: number;
  /** Off: how the same people fare on good lines, which shows that the judge is right. */
  spoilt?: boolean;
  seed?: number;
  /** How long after the last fault everybody may take to come to an end. */
  endSeconds?: number;
}

export async function badLines(options: NetworkOptions): Promise<Outcome> {
  const { people, seconds, blackHoleSeconds, spoilt = true, seed = 1, endSeconds = 120 } = options;
  const ahead = MONDAY - Date.now();
  const scene = await openScene({ clock: { now: () => new Date(Date.now() + ahead) } });
  const server = new URL(scene.database.url);
  const database = await openProxy({ host: server.hostname, port: Number(server.port || 5432) });
  const telegram = await openProxy({ host: "127.0.0.1", port: scene.server.port });
  try {
    server.host = `127.0.0.1:${database.port}`;
    const bot = scene.bot({
      DATABASE_URL: server.toString(),
      TELEGRAM_API_ROOT: `http://127.0.0.1:${telegram.port}`,
      CLOCK_AHEAD: String(ahead),
    });
    const seats = await participants(scene, people);
    await bot.ready;
    const endsAt = performance.now() + seconds * 1000;
    const isOver = () => performance.now() > endsAt;
    const started = seats.map((seat, i) => startReporter(seat, { isOver, random: randomNumbers(seed * 1000 + i) }));
    const reporters = started.map(({ reporter }) => reporter);
    const everybody = Promise.allSettled(started.map(({ ended }) => ended));
    const random = randomNumbers(seed);
    const faults = spoilt
      ? (
          await Promise.all([
            spoil(database, isOver, random, blackHoleSeconds),
            spoil(telegram, isOver, random, blackHoleSeconds),
          ])
        ).reduce((a, b) => a + b)
      : 0;
    // On good lines again everybody comes to the end of what they have begun.
    const ends = await Promise.race([everybody, delay(endSeconds * 1000).then(() => undefined)]);
    const stuck = reporters.filter((reporter) => !reporter.isBetween());
    await scene.until("the inbox is empty", async () => (await open(scene)) === 0, 60).catch(() => undefined);
    const wrong = await misplaced(scene.database, reporters);
    for (const end of ends ?? []) if (end.status === "rejected") wrong.push(String(end.reason));
    const parked = await scene.database.prisma.inbox.count({ where: { state: "parked" } });
    const unfinished = await open(scene);
    const reports = await scene.database.prisma.progressReport.count();
    const longest = Math.max(...reporters.map(({ longestWait }) => longestWait));
    return {
      done: `${people} people report for ${seconds} s, ${faults} faults on both lines (${database.broken()} + ${telegram.broken()} connections broken)`,
      counted: [
        `${reports} reports`,
        `${wrong.length} misplaced, lost or double`,
        `${stuck.length} people stuck`,
        `${parked} parked`,
        `${unfinished} updates left`,
        `longest wait ${longest.toFixed(1)} s`,
        ...wrong.slice(0, 8),
        ...stuck.slice(0, 4).map((one: Reporter) => one.sees()),
      ].join(" · "),
      holds:
        reports > 0 && wrong.length === 0 && stuck.length === 0 && parked === 0 && unfinished === 0 && bot.isAlive(),
    };
  } finally {
    await scene.close();
    await database.close();
    await telegram.close();
  }
}

const open = (scene: Scene) => scene.database.prisma.inbox.count({ where: { state: { in: ["waiting", "claimed"] } } });

/** So many people with a written plan each, which is theirs to report on. */
async function participants(scene: Scene, count: number) {
  numberAnew();
  const { prisma } = scene.database;
  const trainingClass = await buildClass(prisma);
  const seats = [];
  for (let number = 0; number < count; number++) {
    const phone = scene.world.person({ first_name: `${CANARY} ${number}` });
    phone.start();
    const { person, plans } = await buildParticipant(prisma, trainingClass.id, {
      name: `${CANARY} ${number}`,
      telegramId: phone.id,
      // Or the bot would ask for that instead.
      noticeVersion: NOTICES_IN_FORCE.participant,
    });
    await prisma.workPlan.updateMany({
      where: { id: { in: plans.map(({ id }) => id) } },
      data: { state: "not_started", activity: "Pelatihan membuat keripik pisang", writtenAt: new Date(MONDAY) },
    });
    const planId = plans.find(({ type }) => type === "community_engagement")?.id;
    if (planId === undefined) throw new Error("this participant has no plan");
    seats.push({ phone, personId: person.id, planId, number });
  }
  scene.world.takeUpdates();
  return seats;
}

/** One fault after the other until it is over; leaves a good line. Returns how many. */
async function spoil(
  line: LineProxy,
  isOver: () => boolean,
  random: () => number,
  blackHoleSeconds: number,
): Promise<number> {
  let faults = 0;
  while (!isOver()) {
    await delay(200 + random() * 1800);
    faults += 1;
    const which = random();
    if (which < 0.35) line.cut();
    else if (which < 0.75) line.cutNextAnswer();
    else if (which < 0.95) {
      line.delay(() => random() * 3000);
      await delay(1000 + random() * 2000);
      line.delay(() => 0);
    } else {
      line.swallow(true);
      await delay(blackHoleSeconds * 1000);
      line.swallow(false);
    }
  }
  return faults;
}

export const NETWORK: Fault[] = [
  {
    id: "F37",
    name: "lines cut, delayed, swallowed",
    company: "alone",
    run: () => badLines({ people: 40, seconds: 600, blackHoleSeconds: 20 }),
  },
];
