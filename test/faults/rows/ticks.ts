// O02, F5: the process is killed while its jobs post, or two of them post at the same moment. Everybody owed hears once.
import { setTimeout as delay } from "node:timers/promises";
import { dayToColumn } from "../../../src/storage/days.js";
import { buildClass, buildParticipant, numberAnew } from "../../support/world/builders.js";
import { CANARY, left, openScene, type Scene } from "../process/scene.js";
import type { Fault, Outcome } from "../report.js";
import { killAtRandom } from "./kills.js";

const QUICK = { PACE: "2000", REST: "0", TICK: "1" };
/** The morning after the class, at 09:00 in Riau: whoever has not written their plans is reminded of it. */
const MORNING = new Date("2024-06-08T02:00:00Z").getTime();
const CLASS = 40;

/** So many people of classes that ended yesterday, each owed exactly one reminder. */
async function peopleOwedAReminder(scene: Scene, count: number): Promise<Set<number>> {
  numberAnew();
  const { prisma } = scene.database;
  const chats = new Set<number>();
  let trainingClass = await buildClass(prisma);
  for (let i = 0; i < count; i++) {
    if (i > 0 && i % CLASS === 0) trainingClass = await buildClass(prisma);
    const phone = scene.world.person({ first_name: `${CANARY} ${i}` });
    phone.start();
    await buildParticipant(prisma, trainingClass.id, { name: `${CANARY} ${i}`, telegramId: phone.id });
    chats.add(phone.id);
  }
  scene.world.takeUpdates();
  // Everybody agreed to whatever notice is in force, or the bot would ask for that instead.
  await prisma.workPlan.updateMany({ data: { dueOn: dayToColumn("2024-07-07") } });
  return chats;
}

async function countReminders(scene: Scene, chats: Set<number>) {
  const heard = new Map<number, number>();
  for (const { chatId } of scene.world.ledger) if (chats.has(chatId)) heard.set(chatId, (heard.get(chatId) ?? 0) + 1);
  const unknown = await scene.database.prisma.outbox.count({ where: { state: "unknown" } });
  const posted = await scene.database.prisma.outbox.count({ where: { kind: "plan_reminder" } });
  const twice = [...heard.values()].filter((times) => times > 1).length;
  return { heard: heard.size, twice, unknown, posted };
}

/** A clock that shows that morning whenever a process starts. */
const clockAhead = () => ({ CLOCK_AHEAD: String(MORNING - Date.now()) });

async function killDuringTick(kills: number, owed: number): Promise<Outcome> {
  const scene = await openScene();
  try {
    const chats = await peopleOwedAReminder(scene, owed);
    const env = { ...QUICK, ...clockAhead() };
    for (let kill = 0; kill < kills; kill++) {
      const bot = scene.bot(env);
      await bot.ready;
      await delay(Math.random() * 400);
      await bot.kill();
    }
    const bot = scene.bot(env);
    const isTicked = () => bot.printed().includes('"demo.ticked"');
    await scene.until("the job has run to its end", isTicked, 120);
    await scene.until("everything is settled", async () => (await left(scene)) === 0, 120);
    const { heard, twice, unknown, posted } = await countReminders(scene, chats);
    return {
      done: `SIGKILL ×${kills} while a job posts reminders to ${owed} people`,
      counted: `posted ${posted} · heard ${heard} · twice ${twice} · unknown ${unknown}`,
      holds: posted === owed && heard + unknown >= owed && twice === 0 && unknown <= kills * 2,
    };
  } finally {
    await scene.close();
  }
}

async function twoProcessesTick(owed: number): Promise<Outcome> {
  const scene = await openScene();
  try {
    const chats = await peopleOwedAReminder(scene, owed);
    const env = { ...QUICK, ...clockAhead() };
    const bots = [scene.bot(env), scene.bot(env)];
    const isTicked = () => bots.every((bot) => bot.printed().includes('"demo.ticked"'));
    await scene.until("both have run their jobs", isTicked, 120);
    await scene.until("everything is settled", async () => (await left(scene)) === 0, 120);
    const { heard, twice, unknown, posted } = await countReminders(scene, chats);
    return {
      done: `two processes run the same jobs at the same moment, ${owed} people owed a reminder`,
      counted: `posted ${posted} · heard ${heard} · twice ${twice} · unknown ${unknown}`,
      holds: posted === owed && heard === owed && twice === 0 && unknown === 0,
    };
  } finally {
    await scene.close();
  }
}

export const TICKS: Fault[] = [
  { id: "F5", name: "two processes run the same jobs", run: () => twoProcessesTick(600) },
  { id: "O02", name: "killed during a send to 2,000", run: () => killAtRandom(200, 2000) },
  { id: "O02", name: "killed during a tick", run: () => killDuringTick(20, 2000) },
];
