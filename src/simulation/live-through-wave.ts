// Lives through a wave before it begins: the product's own jobs, outbox and dispatcher, on a clock and a database of their own. Nothing
// can reach Telegram: this room knows no way to it, and a message that leaves is only written down.
import { createBoarding, whenAwake } from "../delivery/boarding.js";
import type { Send } from "../delivery/deliver-post.js";
import { createDispatcher } from "../delivery/dispatcher.js";
import { createPace, UNPACED } from "../delivery/pace.js";
import { actsOf, type SimulatedAct } from "../domain/simulation/habits.js";
import { type Simulation, type SimulationOutcome, simulatedSpan } from "../domain/simulation/simulation.js";
import { hoursOf } from "../domain/time/working-hours.js";
import { runAllJobs } from "../jobs/run-jobs.js";
import { TIMETABLE } from "../jobs/timetable.js";
import type { Log } from "../ports/queue/log.js";
import type { Settings, World } from "../ports.js";
import type { Database } from "../storage/engine/database.js";
import { createDelivery } from "../storage/queue/delivery.js";
import { reportPlans, writePlans } from "../storage/simulation/act-in-wave.js";
import { enterWave, type SimulatedPerson } from "../storage/simulation/enter-wave.js";
import { readOutcome } from "../storage/simulation/read-outcome.js";
import { tidyUp } from "../storage/simulation/tidy-up.js";
import { textsFor } from "../texts/index.js";
import { endRemindersOfAll } from "../use-cases/index.js";
import { looksOf } from "./looks.js";
import { messagesOf, mostOf, type Sent } from "./messages-of.js";
import { simulatedWorld } from "./simulated-world.js";

/** They keep the house in order, or follow what people do in the chat, which nobody does here. */
const SPEAKS_NOT = new Set([
  ...["update-boards", "update-announcement-cards", "tick-mornings", "send-scheduled", "rescue-drafts"],
  ...[
    "pass-on-questions",
    "pass-on-answers",
    "tell-of-undelivered",
    "copy-evidence",
    "finish-erasures",
    "alarm-operators",
  ],
  ...["archive-posts", "erase-by-age", "forget-old-traces"],
]);
const JOBS = TIMETABLE.filter(({ name }) => !SPEAKS_NOT.has(name));

/** To this many milliseconds the times of messages are right. */
const EVERY_MILLISECONDS = 5 * 60_000;
/** Nothing waits for Telegram's answers. */
const ROOM = { size: () => 50, took: () => {} };

export interface SimulationParts {
  simulation: Simulation;
  settings: Settings;
  /** Empty but for the places; thrown away afterwards. */
  database: Database;
  /** How many days are over: once for each on which something can happen. */
  tell(done: number, total: number): void;
}

export async function liveThroughWave({
  simulation,
  settings,
  database,
  tell,
}: SimulationParts): Promise<SimulationOutcome> {
  const { classes, language, days } = simulation;
  const span = simulatedSpan(simulation);
  const failures: string[] = [];
  const log: Log = {
    error: (event, fields) => failures.push(`${event} ${JSON.stringify(fields)}`),
    warn() {},
    info() {},
    debug() {},
  };
  let now = span.from;
  const clock = { now: () => now };
  const world = simulatedWorld(database, clock, settings);
  const { simulation: words } = textsFor(language);
  const people = await enterWave(database.prisma, simulation, { names: words.names, notices: settings.notices, now });

  const sent: Sent[] = [];
  // No process dies in it, so nothing is left behind to be judged.
  const delivery = { ...createDelivery(database.prisma), reclaim: async () => ({ unknown: 0, waiting: 0, lost: 0 }) };
  const send: Send = async (_, { text }) => {
    const messageId = sent.length + 1;
    sent.push({ messageId, at: now, text });
    return { next: "sent", messageId };
  };
  const dispatcher = createDispatcher({
    ...{ delivery, send, clock, log, worker: "simulation", alone: true, pace: createPace(UNPACED), room: ROOM },
    sleep: async () => {},
    postpone: (post, at) => whenAwake(settings, post, at),
    board: createBoarding(delivery, settings),
  });

  await database.prisma.$executeRaw`ANALYZE`;
  const acts = actsInOrder(people);
  const looks = looksOf(classes, { ...span, hours: hoursOf(settings.rest) });
  let today = 0;
  for (;;) {
    const due = coarse(await delivery.nextDueAt(now));
    const next = earliest([looks[0], acts[0]?.act.at, due]);
    if (next === undefined || next >= span.until) break;
    now = next;
    const acting = takeUntil(acts, ({ act }) => act.at > now);
    if (acting.length > 0) await perform(world, database, acting, words.activity, now);
    const isLook = takeUntil(looks, (look) => look > now).length > 0;
    if (isLook) await runAllJobs(world, log, { jobs: JOBS });
    await dispatcher.drain();
    const day = Math.floor((now.getTime() - span.from.getTime()) / 86_400_000);
    if (day === today) continue;
    today = day;
    await tidyUp(database.prisma);
    tell(day, days);
  }

  if (failures.length > 0) throw new Error(`A job failed in the simulation: ${failures[0]}`);
  const { left, held } = await readOutcome(database.prisma);
  const messages = messagesOf(sent, left, people);
  const count = (role: SimulatedPerson["role"]) => people.filter((one) => one.role === role).length;
  return {
    ...span,
    people: { participant: count("participant"), trainer: count("trainer"), admin: count("admin") },
    ...{ messages, held, most: mostOf(messages) },
  };
}

interface Acting {
  person: SimulatedPerson;
  act: SimulatedAct;
}

function actsInOrder(people: readonly SimulatedPerson[]): Acting[] {
  return people
    .flatMap((person) =>
      person.habit === null ? [] : actsOf(person.habit, person.nth, person.inClass).map((act) => ({ person, act })),
    )
    .sort((a, b) => a.act.at.getTime() - b.act.at.getTime());
}

/** All that is done at one moment. What they are still asked for is taken back, as when they tell the bot. */
async function perform({ store }: World, { prisma }: Database, acting: Acting[], activity: string, now: Date) {
  const writing = acting.flatMap(({ person, act }) => (act.kind === "write" ? [person] : []));
  const reporting = acting.flatMap(({ person, act }) => (act.kind === "report" ? [{ ...act, person }] : []));
  if (writing.length > 0)
    await endRemindersOfAll(store, await writePlans(prisma, writing, activity, now), "written", now);
  if (reporting.length > 0) await endRemindersOfAll(store, await reportPlans(prisma, reporting, now), "reported", now);
}

/** Takes away and returns those that come before the first for which it holds. */
function takeUntil<One>(all: One[], holds: (one: One) => boolean): One[] {
  const at = all.findIndex(holds);
  return all.splice(0, at < 0 ? all.length : at);
}

function earliest(instants: readonly (Date | undefined)[]): Date | undefined {
  return instants.reduce(
    (least, at) => (at !== undefined && (least === undefined || at < least) ? at : least),
    undefined,
  );
}

/** A message that is due at 08:03:27 is looked for at 08:05: each instant of its own would take minutes in all. */
function coarse(due: Date | undefined): Date | undefined {
  return due && new Date(Math.ceil(due.getTime() / EVERY_MILLISECONDS) * EVERY_MILLISECONDS);
}
