// F30: thousands of unknown chats press Start at once, and one chat sends hundreds of updates a second, beside the people we know.
import { readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { openScene } from "../../process/scene.js";
import type { Fault, Outcome } from "../../report.js";

const FLOOD_EVERY_MILLISECONDS = 100;
const FLOOD_AT_ONCE = 20;
/** Who come before: memory is flat when the crowd takes no more than a few, and not when it takes no more than an idle process. */
const EARLY = 300;

async function strangersAtTheDoor(strangers: number, questions: number): Promise<Outcome> {
  const scene = await openScene();
  try {
    const { world } = scene;
    const known = await scene.people(questions);
    const bot = scene.bot();
    await bot.ready;
    await delay(2000);
    const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${bot.pid}/status`, "utf8"))?.[1]) / 1000;
    const idle = memory();
    const early = Array.from({ length: EARLY }, (_, i) => world.person({ first_name: `Dini ${i}` }));
    for (const phone of early) phone.start();
    await scene.until("the early ones are answered", () => early.every((phone) => phone.received().length > 0), 60);
    await delay(2000);
    const before = memory();
    const flood = world.person({ first_name: "Banjir" });
    let isOver = false;
    const flooding = (async () => {
      for (let i = 0; !isOver; i++, await delay(FLOOD_EVERY_MILLISECONDS)) {
        for (let j = 0; j < FLOOD_AT_ONCE; j++) flood.says(`pesan ${i} ${j}`);
      }
    })();
    const phones = Array.from({ length: strangers }, (_, i) => world.person({ first_name: `Orang ${i}` }));
    for (const phone of phones) phone.start();
    const waits: number[] = [];
    for (const { chatId } of known) {
      const phone = world.people.get(chatId)!;
      const askedAt = Date.now();
      const heard = phone.received().length;
      phone.says("/bantuan");
      await scene.until("somebody we know is answered", () => phone.received().length > heard, 60);
      waits.push(Date.now() - askedAt);
      await delay(100);
    }
    isOver = true;
    await flooding;
    const answered = () => phones.filter((phone) => phone.received().length > 0).length;
    await scene.until("every stranger is answered", () => answered() === strangers, 300);
    const after = memory();
    const p95 = [...waits].sort((a, b) => a - b)[Math.floor(waits.length * 0.95)] ?? 0;
    const waiting = await scene.database.prisma.inbox.count({ where: { chatId: BigInt(flood.id) } });
    // What was handled no longer says whose it was.
    const told = await scene.database.prisma.inbox.count({ where: { chatId: BigInt(flood.id), excess: true } });
    return {
      done: `${strangers} strangers press Start at once, one chat sends 200 updates a second, ${questions} people we know ask`,
      counted: `answered p95 ${p95} ms · of the flood ${waiting} still wait (at most 121), ${told} word about it · memory ${idle.toFixed(0)} MB idle, ${before.toFixed(0)} MB after ${EARLY} strangers, then ${after.toFixed(0)} MB`,
      holds: p95 <= 2000 && waiting <= 121 && told <= 1 && answered() === strangers && after <= before * 1.5,
    };
  } finally {
    await scene.close();
  }
}

export const STRANGERS: Fault[] = [
  { id: "F30", name: "strangers at the door", company: "alone", run: () => strangersAtTheDoor(2000, 100) },
];
