// F20: an announcement is paused, resumed and cancelled at random moments, and the process killed in between.

import { setTimeout as delay } from "node:timers/promises";
import { MOST_UNDER_WAY } from "../../../src/delivery/room.js";
import { createAnnouncements } from "../../../src/storage/announcements/announcements.js";
import { inWords, openScene } from "../process/scene.js";
import type { Fault, Outcome } from "../report.js";

/** Quick, but slow enough that a pause finds something left to pause. */
const BRISK = { PACE: "150", REST: "0" };

async function steerAtRandom(rounds: number, recipients: number): Promise<Outcome> {
  const scene = await openScene();
  try {
    const { prisma } = scene.database;
    const announcements = createAnnouncements(prisma);
    const people = await scene.people(recipients);
    let bot = scene.bot(BRISK);
    await bot.ready;
    let kills = 0;
    let afterCancel = 0;
    let whilePaused = 0;
    const arrived = (round: number) =>
      scene.world.ledger.filter(({ text }) => text.startsWith(`announcement:${round}:`)).length;
    const waiting = (announcementId: number) =>
      prisma.outbox.count({ where: { announcementId, state: { in: ["waiting", "claimed"] } } });
    for (let round = 1; round <= rounds; round++) {
      await scene.post(people);
      const { id } = await prisma.announcement.findFirstOrThrow({ orderBy: { id: "desc" } });
      const goal = Math.floor(Math.random() * recipients * 0.8);
      await scene.until("it is under way", () => arrived(round) >= goal, 90);
      await announcements.changeState(id, ["sending"], "paused");
      const paused = arrived(round);
      if (round % 2 === 0) {
        await bot.kill();
        kills += 1;
        bot = scene.bot(BRISK);
        await bot.ready;
      }
      await delay(200);
      whilePaused = Math.max(whilePaused, arrived(round) - paused);
      await announcements.changeState(id, ["paused"], "sending");
      if (round % 3 !== 0) continue;
      await delay(Math.random() * 150);
      await announcements.changeState(id, ["sending"], "cancelled");
      await announcements.cancelWaiting(id, new Date());
      const cancelled = arrived(round);
      await delay(200);
      afterCancel = Math.max(afterCancel, arrived(round) - cancelled);
    }
    const unsettled = async () =>
      (await Promise.all((await prisma.announcement.findMany()).map(({ id }) => waiting(id)))).some((left) => left > 0);
    await scene.until("everything is settled", async () => !(await unsettled()), 180);
    const account = await scene.account();
    return {
      done: `paused and resumed ×${rounds}, every second time with a SIGKILL, every third time cancelled`,
      counted: `${inWords(account)} · arrived after a pause ${whilePaused} at most, after a cancel ${afterCancel}`,
      holds:
        account.lost === 0 &&
        account.doubledHeld === 0 &&
        (account.states.unknown ?? 0) <= kills * MOST_UNDER_WAY &&
        afterCancel <= MOST_UNDER_WAY &&
        whilePaused <= MOST_UNDER_WAY,
    };
  } finally {
    await scene.close();
  }
}

export const STEERING: Fault[] = [
  { id: "F20", name: "pause, resume, cancel, with kills", run: () => steerAtRandom(50, 60) },
];
