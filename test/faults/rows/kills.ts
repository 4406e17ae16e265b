// F1 to F4: the process that sends is killed, stopped, or put to sleep.
import { setTimeout as delay } from "node:timers/promises";
import { MOST_UNDER_WAY } from "../../../src/delivery/room.js";
import { createAnnouncements } from "../../../src/storage/announcements/announcements.js";
import { createTroubles } from "../../../src/storage/upkeep/troubles.js";
import { inWords, left, openScene, type Scene } from "../process/scene.js";
import type { Fault, Outcome } from "../report.js";

/** Of a zombie: two hang, and nothing has been learned yet that would let more go. */
const HANGING = 2;

/** As quick as the machine can: the pace has a scenario of its own. */
const QUICK = { PACE: "2000", REST: "0" };

/** Past the lease of what the dead held, see LEASE_SECONDS in src/delivery/dispatcher.ts. */
const settled = (scene: Scene) => scene.until("everything is settled", async () => (await left(scene)) === 0, 120);

/** The short form does not wait for the leases of the dead; the living never judge their own rows by a lease. */
async function endLeases(scene: Scene): Promise<void> {
  await scene.database.prisma.outbox.updateMany({ where: { state: "claimed" }, data: { leaseUntil: new Date(0) } });
}

/** On the pages where operators and authors decide about them. */
async function listedAsUnknown({ database: { prisma } }: Scene): Promise<number> {
  const MOST = 1000;
  let listed = (await createTroubles(prisma).unknownPosts(MOST)).length;
  for (const { id } of await prisma.announcement.findMany()) {
    listed += (await createAnnouncements(prisma).unknownOf(id, MOST)).length;
  }
  return listed;
}

/** What had left when its process died: of these, and of no others, nobody knows whether they arrived. */
async function onTheirWay({ database: { prisma } }: Scene): Promise<number[]> {
  const rows = await prisma.outbox.findMany({
    where: { state: "claimed", leftAt: { not: null } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

export async function killAtRandom(kills: number, recipients: number, { short = false } = {}): Promise<Outcome> {
  const scene = await openScene();
  try {
    await scene.post(await scene.people(recipients));
    let bot = scene.bot(QUICK);
    const doubtful = new Set<number>();
    let most = 0;
    for (let kill = 0; kill < kills; kill++) {
      await bot.ready;
      // Spread over the whole announcement, so that there is something to kill to the end.
      // Less what the kills may have left unknown: that may never arrive.
      const arriving = recipients - kills * MOST_UNDER_WAY - 1;
      const goal = Math.floor(((kill + 1) / (kills + 1)) * arriving);
      await scene.until("it goes on", () => scene.world.ledger.length >= goal, 120);
      await delay(Math.random() * 30);
      await bot.kill();
      const now = (await onTheirWay(scene)).filter((id) => !doubtful.has(id));
      most = Math.max(most, now.length);
      for (const id of now) doubtful.add(id);
      if (short) await endLeases(scene);
      bot = scene.bot(QUICK);
    }
    await settled(scene);
    const account = await scene.account();
    const unknown = account.states.unknown ?? 0;
    const listed = await listedAsUnknown(scene);
    return {
      done: `SIGKILL ×${kills} during an announcement to ${recipients}`,
      counted: `${inWords(account)} · on their way at a kill ${most} at most, ${doubtful.size} in all · listed ${listed} of ${unknown}, ${account.unknownArrived} of them had arrived`,
      holds:
        account.lost === 0 &&
        account.doubledHeld === 0 &&
        // As many leave at once as the line needs (src/delivery/room.ts): more on a slow machine than on a quick one.
        most <= MOST_UNDER_WAY &&
        unknown <= doubtful.size &&
        listed === unknown &&
        account.posted === recipients,
    };
  } finally {
    await scene.close();
  }
}

const POINTS = [
  { point: "after-claim", unknown: 0 },
  { point: "after-write", unknown: 1 },
  { point: "after-answer", unknown: 1 },
  { point: "after-mark", unknown: 0 },
] as const;

export async function killAtPoints(times: number, { short = false } = {}): Promise<Outcome> {
  const counted: string[] = [];
  let holds = true;
  // All at once would be unfair to a machine of two cores; one after the other would take the lease four times.
  const scenes = await Promise.all(POINTS.map(() => openScene()));
  try {
    for (const [i, { point }] of POINTS.entries()) {
      const scene = scenes[i]!;
      const people = await scene.people(times);
      // So that "written" is surely before "answered".
      if (point === "after-write") scene.world.faults.add({ method: "sendMessage", fault: { kind: "slow", ms: 400 } });
      for (const person of people) {
        await scene.post([person], "schedule_change");
        const doomed = scene.bot({ ...QUICK, FAULT_POINT: point });
        await scene.until(`it dies ${point}`, () => !doomed.isAlive(), 60);
      }
    }
    if (short) for (const scene of scenes) await endLeases(scene);
    for (const scene of scenes) scene.bot(QUICK);
    for (const [i, { point, unknown }] of POINTS.entries()) {
      const scene = scenes[i]!;
      await settled(scene);
      const account = await scene.account();
      counted.push(`${point}: ${inWords(account)}`);
      holds &&= account.lost === 0 && account.doubledHeld === 0 && (account.states.unknown ?? 0) === unknown * times;
    }
  } finally {
    for (const scene of scenes) await scene.close();
  }
  return { done: `killed at four points ×${times} each`, counted: counted.join(" | "), holds };
}

export async function deploy(times: number): Promise<Outcome> {
  const scene = await openScene();
  try {
    // Slow enough that there is always something in flight.
    const quicken = scene.world.faults.add({ method: "sendMessage", fault: { kind: "slow", ms: 150 } });
    await scene.post(await scene.people(times * 20));
    let slowest = 0;
    let clean = true;
    for (let stop = 0; stop < times; stop++) {
      const bot = scene.bot(QUICK);
      const before = scene.world.ledger.length;
      await bot.ready;
      await scene.until("it sends", () => scene.world.ledger.length > before + 3);
      const { milliseconds, code } = await bot.stop();
      slowest = Math.max(slowest, milliseconds);
      clean &&= code === 0;
    }
    quicken();
    scene.bot(QUICK);
    await settled(scene);
    const account = await scene.account();
    return {
      done: `SIGTERM ×${times} during an announcement to ${times * 20}, 150 ms a call`,
      counted: `${inWords(account)} · slowest exit ${slowest} ms`,
      holds:
        clean &&
        account.lost === 0 &&
        account.doubledHeld === 0 &&
        account.states.sent === times * 20 &&
        slowest <= 17_000,
    };
  } finally {
    await scene.close();
  }
}

/** The deploy meets a call that takes nine seconds: it is waited for. */
async function deployDuringSlowCall(): Promise<Outcome> {
  const scene = await openScene();
  try {
    scene.world.faults.add({ method: "sendMessage", times: 2, fault: { kind: "slow", ms: 9000 } });
    await scene.post(await scene.people(2));
    const bot = scene.bot(QUICK);
    await bot.ready;
    await scene.until("both are in flight", () => scene.world.faults.hits === 2);
    const { milliseconds, code } = await bot.stop();
    const account = await scene.account();
    return {
      done: "SIGTERM while two calls take 9 s",
      counted: `${inWords(account)} · exit after ${milliseconds} ms`,
      holds: code === 0 && account.states.sent === 2 && milliseconds <= 11_000,
    };
  } finally {
    await scene.close();
  }
}

async function zombie(): Promise<Outcome> {
  const scene = await openScene();
  try {
    const hanging = scene.world.faults.add({ method: "sendMessage", times: 2, fault: { kind: "slow", ms: 5000 } });
    await scene.post(await scene.people(6), "schedule_change");
    const asleep = scene.bot(QUICK);
    await asleep.ready;
    await scene.until("two are in flight", () => scene.world.faults.hits === 2);
    asleep.signal("SIGSTOP");
    hanging();
    const second = scene.bot(QUICK);
    await second.ready;
    await scene.until("the rest and the judged are settled", async () => (await left(scene)) === 0, 90);
    const judged = await scene.account();
    asleep.signal("SIGCONT");
    await delay(6000);
    const after = await scene.account();
    return {
      done: "SIGSTOP past the lease with two in flight, a second process, SIGCONT",
      counted: `${inWords(after)} · states changed by the zombie ${JSON.stringify(judged.states) === JSON.stringify(after.states) ? 0 : "some"}`,
      holds:
        JSON.stringify(judged.states) === JSON.stringify(after.states) &&
        after.lost === 0 &&
        after.doubledHeld <= HANGING &&
        (after.states.unknown ?? 0) === 2,
    };
  } finally {
    await scene.close();
  }
}

export const KILLS: Fault[] = [
  { id: "F1", name: "killed at random", run: () => killAtRandom(50, 10_000) },
  { id: "F2", name: "killed at a named point", run: () => killAtPoints(20) },
  { id: "F3", name: "deploy", run: () => deploy(20) },
  { id: "F3", name: "deploy, slow call", run: deployDuringSlowCall },
  { id: "F4", name: "zombie", run: zombie },
];
