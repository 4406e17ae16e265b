// F5: two processes on one database, both alive, one dying and coming back.
import { setTimeout as delay } from "node:timers/promises";
import { inWords, left, openScene } from "../process/scene.js";
import type { Fault, Outcome } from "../report.js";

/** Most messages that the sandbox took within any one second. */
function mostInASecond(times: number[]): number {
  let most = 0;
  let from = 0;
  for (const [to, at] of times.entries()) {
    while (at - times[from]! >= 1000) from += 1;
    most = Math.max(most, to - from + 1);
  }
  return most;
}

async function twoProcesses(recipients: number): Promise<Outcome> {
  const scene = await openScene({ limits: true });
  try {
    const first = scene.bot();
    await first.ready;
    const second = scene.bot();
    await second.ready;
    // Both have seen each other, and take turns at polling.
    await delay(3000);
    const startedAt = Date.now();
    await scene.post(await scene.people(recipients));
    await scene.until("half is sent", () => scene.world.ledger.length >= recipients / 2, 120);
    await second.stop();
    const third = scene.bot();
    await third.ready;
    await scene.until("everything is settled", async () => (await left(scene)) === 0, 180);
    const seconds = (Date.now() - startedAt) / 1000;
    const account = await scene.account();
    const most = mostInASecond(scene.world.ledger.map(({ at }) => at.getTime()));
    const refused = scene.world.calls.filter(({ code }) => code === 429).length;
    const alive = first.isAlive() && third.isAlive();
    return {
      done: `two processes, ${recipients} recipients, one stopped half-way and replaced, sandbox limits on`,
      counted: `${inWords(account)} · most in a second ${most} · 429: ${refused} · ${(recipients / seconds).toFixed(1)}/s over all`,
      holds:
        account.states.sent === recipients &&
        account.lost === 0 &&
        account.doubledHeld === 0 &&
        refused === 0 &&
        most <= 30 &&
        alive,
    };
  } finally {
    await scene.close();
  }
}

/** The one that polls is killed: the other takes its place. */
async function pollerDies(): Promise<Outcome> {
  const scene = await openScene();
  try {
    const first = scene.bot();
    await first.ready;
    const second = scene.bot();
    await second.ready;
    const siti = scene.world.person({ first_name: "Siti" });
    siti.start();
    await scene.until("she is answered", () => siti.received().length > 0);
    await first.kill();
    const diedAt = Date.now();
    siti.says("/bantuan");
    const before = siti.received().length;
    await scene.until("the other answers her", () => siti.received().length > before, 30);
    const seconds = (Date.now() - diedAt) / 1000;
    return {
      done: "the process that polls is killed beside another",
      counted: `answered by the other after ${seconds.toFixed(1)} s`,
      holds: seconds <= 10 && second.isAlive(),
    };
  } finally {
    await scene.close();
  }
}

export const SHARED: Fault[] = [
  { id: "F5", name: "two processes on one database", run: () => twoProcesses(900) },
  { id: "F5", name: "the poller dies", run: pollerDies },
];
