// F8 to F10, F12, F13: Telegram refuses, answers badly, is slow or away, while people and posts go on.
import { readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import type { Fault as WireFault } from "../../../src/sandbox/state/faults.js";
import { inWords, left, openScene } from "../process/scene.js";
import type { Fault, Outcome } from "../report.js";

const QUICK = { PACE: "2000", REST: "0" };
const tooMany = (seconds: number): WireFault => ({
  kind: "status",
  code: 429,
  description: `Too Many Requests: retry after ${seconds}`,
  parameters: { retry_after: seconds },
});

async function floodInOneChat(recipients: number, waits: number): Promise<Outcome> {
  const scene = await openScene();
  try {
    const people = await scene.people(recipients);
    const silent = people[10]!.chatId;
    scene.world.faults.add({ chatId: silent, times: 1, fault: tooMany(waits) });
    const bot = scene.bot();
    await bot.ready;
    await scene.post(people);
    await scene.until("everything is settled", async () => (await left(scene)) === 0, 120);
    const calls = scene.world.calls.filter(({ chatId }) => chatId === silent).map(({ at }) => at.getTime());
    const others = scene.world.ledger.filter(({ chatId }) => chatId !== silent).map(({ at }) => at.getTime());
    const rate = ((others.length - 1) / (others.at(-1)! - others[0]!)) * 1000;
    const account = await scene.account();
    return {
      done: `429 with ${waits} s in one chat of ${recipients}`,
      counted: `${inWords(account)} · calls to it ${calls.length}, the second after ${((calls[1]! - calls[0]!) / 1000).toFixed(1)} s · others at ${rate.toFixed(1)}/s`,
      holds:
        calls.length === 2 &&
        calls[1]! - calls[0]! >= waits * 1000 &&
        rate >= 0.95 * 30 &&
        account.states.sent === recipients,
    };
  } finally {
    await scene.close();
  }
}

async function floodForTheBot(): Promise<Outcome> {
  const scene = await openScene();
  try {
    const waits = 12;
    const people = await scene.people(40);
    const siti = scene.world.person({ first_name: "Siti" });
    const startedAt = Date.now();
    const over = scene.world.faults.add({ method: "sendMessage", fault: tooMany(waits) });
    await scene.post(people);
    let bot = scene.bot();
    await scene.until("bulk is refused", () => scene.world.calls.filter(({ code }) => code === 429).length >= 2);
    over();
    await delay(1000);
    await bot.kill();
    const before = scene.world.calls.filter(({ method }) => method === "sendMessage").length;
    bot = scene.bot();
    await bot.ready;
    siti.start();
    await scene.until("a person is answered meanwhile", () => siti.received().length > 0, 10);
    const bulk = () => scene.world.calls.filter(({ method, chatId }) => method === "sendMessage" && chatId !== siti.id);
    await delay(Math.max(0, startedAt + waits * 1000 - 2500 - Date.now()));
    const during = bulk().length;
    await scene.until("everything is settled", async () => (await left(scene)) === 0, 90);
    const account = await scene.account();
    return {
      done: `429 with ${waits} s for every chat, SIGKILL in the middle of it`,
      counted: `bulk calls in the window ${before}, after the restart ${during - before}; a reply went on; then ${inWords(account)}`,
      holds: before <= 2 && during === before && account.states.sent === 40 && account.doubledHeld === 0,
    };
  } finally {
    await scene.close();
  }
}

async function blockedByMany(recipients: number): Promise<Outcome> {
  const scene = await openScene();
  try {
    const people = await scene.people(recipients);
    const blocked = people.filter((_, i) => i % 10 === 0);
    for (const { chatId } of blocked) scene.world.people.get(chatId)?.blocks();
    scene.world.takeUpdates();
    await scene.post(people, "plan_reminder");
    await scene.post(people);
    await scene.bot(QUICK).ready;
    await scene.until("everything is settled", async () => (await left(scene)) === 0, 120);
    const refused = scene.world.calls.filter(({ code }) => code === 403);
    const [back] = blocked;
    const phone = scene.world.people.get(back!.chatId)!;
    phone.unblocks();
    phone.start();
    const isOffer = ({ text }: { text?: string }) => text?.includes("Senang bertemu lagi") ?? false;
    await scene.until("who comes back is offered what was missed", () => phone.received().some(isOffer), 20);
    const account = await scene.account();
    return {
      done: `403 for 10 % of ${recipients}, two posts each; one comes back`,
      counted: `${inWords(account)} · calls to the ${blocked.length} who blocked ${refused.length} · offers ${phone.received().filter(isOffer).length}`,
      holds:
        refused.length === blocked.length &&
        account.lost === 0 &&
        account.doubledHeld === 0 &&
        account.states.cancelled === blocked.length &&
        phone.received().filter(isOffer).length === 1,
    };
  } finally {
    await scene.close();
  }
}

/** How long a send may take: timeoutOf() in src/delivery/telegram/telegram-fetch.ts. */
const SEND_SECONDS = 15;

const SPOILT: { fault: WireFault; arrives: boolean; becomes: "sent" | "unknown" }[] = [
  { fault: { kind: "reset-after" }, arrives: true, becomes: "unknown" },
  { fault: { kind: "cut" }, arrives: true, becomes: "unknown" },
  { fault: { kind: "hang", accepted: true }, arrives: true, becomes: "unknown" },
  { fault: { kind: "hang" }, arrives: false, becomes: "unknown" },
  { fault: { kind: "reset-before" }, arrives: false, becomes: "unknown" },
  { fault: { kind: "html", code: 502 }, arrives: false, becomes: "unknown" },
  { fault: { kind: "empty" }, arrives: true, becomes: "unknown" },
  { fault: { kind: "bad-json" }, arrives: true, becomes: "unknown" },
  {
    fault: { kind: "status", code: 500, description: "Internal Server Error: restart" },
    arrives: false,
    becomes: "unknown",
  },
];

async function spoiltAnswers(): Promise<Outcome> {
  const scene = await openScene();
  try {
    const people = await scene.people(SPOILT.length + 20);
    for (const [i, { fault }] of SPOILT.entries()) {
      scene.world.faults.add({ chatId: people[i]!.chatId, times: 1, fault });
    }
    const startedAt = Date.now();
    await scene.post(people);
    await scene.bot(QUICK).ready;
    await scene.until("everything is settled", async () => (await left(scene)) === 0, 120);
    const seconds = (Date.now() - startedAt) / 1000;
    const account = await scene.account();
    const arrived = SPOILT.filter(({ arrives }) => arrives).length;
    const [{ slowest } = { slowest: 0 }] = await scene.database.prisma.$queryRaw<{ slowest: number }[]>`
      SELECT max(extract(epoch FROM settled_at - left_at))::float8 AS slowest FROM outbox WHERE state = 'unknown'`;
    return {
      done: `${SPOILT.length} ways to spoil an answer, over HTTP`,
      counted: `${inWords(account)} · ${account.unknownArrived} of the unknown had arrived · known to be unknown after ${slowest.toFixed(1)} s at the latest, all settled after ${seconds.toFixed(0)} s`,
      holds:
        slowest <= SEND_SECONDS + 1 &&
        account.states.unknown === SPOILT.length &&
        account.unknownArrived === arrived &&
        account.states.sent === 20 &&
        account.doubledHeld === 0 &&
        // Singly and slowly while in trouble: two that hang for 15 s, nine back-offs of up to 5 s, and what a start takes.
        seconds < 120,
    };
  } finally {
    await scene.close();
  }
}

async function slowThenAway(awaySeconds: number): Promise<Outcome> {
  const scene = await openScene();
  try {
    const people = await scene.people(60);
    const port = scene.server.port;
    await scene.server.close();
    // Away while it starts: it has noticed before Telegram is back, however long a start takes on this machine.
    const bot = scene.bot();
    await scene.until("it has asked in vain", () => bot.printed().includes("telegram.away"), 30);
    await delay(4000);
    await scene.post(people);
    const reopen = async () => {
      const { startSandboxServer } = await import("../../../src/sandbox/server.js");
      return startSandboxServer(scene.world, { port });
    };
    let server = await reopen();
    const backAt = Date.now();
    await scene.until("it sends", () => scene.world.ledger.length > 5, 30);
    const started = (Date.now() - backAt) / 1000;
    const slow = scene.world.faults.add({ method: "sendMessage", fault: { kind: "slow", ms: 5000 } });
    await delay(11_000);
    slow();
    const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${bot.pid}/status`, "utf8"))?.[1]) / 1000;
    await server.close();
    await delay(Math.min(10, awaySeconds / 2) * 1000);
    const before = memory();
    await delay(Math.max(awaySeconds - 10, awaySeconds / 2) * 1000);
    const after = memory();
    const arrived = scene.world.ledger.length;
    server = await reopen();
    const againAt = Date.now();
    await scene.until("it sends again", () => scene.world.ledger.length > arrived, 30);
    const again = (Date.now() - againAt) / 1000;
    await scene.until("everything is settled", async () => (await left(scene)) === 0, 90);
    const account = await scene.account();
    const burnt = await scene.database.prisma.outbox.count({ where: { state: "sent", attempts: { gt: 0 } } });
    const alive = bot.isAlive();
    await bot.kill();
    await server.close();
    return {
      done: `away while starting, 5 s a call, away for ${awaySeconds} s`,
      counted: `${inWords(account)} · first send ${started.toFixed(1)} s and ${again.toFixed(1)} s after it was back · attempts burnt ${burnt} · memory ${before.toFixed(0)} MB, then ${after.toFixed(0)} MB`,
      holds:
        alive &&
        account.lost === 0 &&
        account.doubledHeld === 0 &&
        (account.states.unknown ?? 0) <= 2 &&
        started <= 10 &&
        again <= 10 &&
        after <= before * 1.2 &&
        burnt === 0,
    };
  } finally {
    await scene.close();
  }
}

export const TELEGRAM: Fault[] = [
  { id: "F8", name: "429 in one chat, 5 s", company: "alone", run: () => floodInOneChat(240, 5) },
  { id: "F8", name: "429 in one chat, 60 s", company: "alone", run: () => floodInOneChat(2100, 60) },
  { id: "F9", name: "429 for the bot", run: floodForTheBot },
  { id: "F10", name: "403 for a tenth", run: () => blockedByMany(500) },
  { id: "F12", name: "spoilt answers", run: spoiltAnswers },
  { id: "F13", name: "slow, or away", company: "patient", run: () => slowThenAway(900) },
];
