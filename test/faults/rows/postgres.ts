// F6, F7: PostgreSQL is killed, or away for a while, under a running announcement.
import { setTimeout as delay } from "node:timers/promises";
import { openPrivatePostgres } from "../process/private-postgres.js";
import { inWords, openScene } from "../process/scene.js";
import type { Fault, Outcome } from "../report.js";

const NO_SERVER: Outcome = {
  done: "not made",
  counted: "this machine has no PostgreSQL server to start (/usr/lib/postgresql)",
  holds: false,
};

async function serverKilled(kills: number, recipients: number): Promise<Outcome> {
  const postgres = await openPrivatePostgres();
  if (postgres === undefined) return NO_SERVER;
  const scene = await openScene({ serverUrl: postgres.url });
  try {
    const { world } = scene;
    await scene.post(await scene.people(recipients));
    const siti = world.person({ first_name: "Siti" });
    const bot = scene.bot();
    await bot.ready;
    let slowest = 0;
    for (let kill = 0; kill < kills; kill++) {
      const before = world.ledger.length;
      await scene.until("it goes on", () => world.ledger.length > before + 10, 30);
      await postgres.kill();
      siti.says(`pesan ${kill}`);
      await delay(500);
      const sent = world.ledger.length;
      await postgres.start();
      const backAt = Date.now();
      await scene.until("it goes on after the kill", () => world.ledger.length > sent, 30);
      slowest = Math.max(slowest, Date.now() - backAt);
    }
    await scene.until("all are reached", () => world.ledger.length >= recipients, 120);
    await scene.until("she is answered as often as she wrote", () => siti.received().length >= kills, 30);
    await delay(1500);
    const account = await scene.account();
    const alive = bot.isAlive();
    return {
      done: `SIGKILL of the PostgreSQL server ×${kills} during an announcement to ${recipients}`,
      counted: `${inWords(account)} · rows kept ${account.posted} · goes on after ${slowest} ms at the latest · messages answered ${siti.received().length}`,
      holds:
        alive &&
        account.posted === recipients &&
        account.lost === 0 &&
        account.doubledHeld === 0 &&
        (account.states.unknown ?? 0) === 0 &&
        slowest <= 5500,
    };
  } finally {
    await postgres.start();
    await scene.close();
    await postgres.remove();
  }
}

async function serverAway(seconds: number): Promise<Outcome> {
  const postgres = await openPrivatePostgres();
  if (postgres === undefined) return NO_SERVER;
  const scene = await openScene({ serverUrl: postgres.url });
  try {
    const { world } = scene;
    const recipients = 200;
    await scene.post(await scene.people(recipients));
    const phones = Array.from({ length: 20 }, (_, i) => world.person({ first_name: `Peserta ${i}` }));
    const bot = scene.bot();
    await bot.ready;
    await scene.until("it sends", () => world.ledger.length > 20);
    await postgres.kill();
    await delay(2000);
    const sent = world.ledger.length;
    for (const phone of phones) phone.start();
    await delay(seconds * 1000);
    const during = world.ledger.length - sent;
    const memory = process.memoryUsage().rss;
    await postgres.start();
    const backAt = Date.now();
    await scene.until("it goes on", () => world.ledger.length > sent, 30);
    const after = Date.now() - backAt;
    const bulk = () => world.ledger.filter(({ text }) => text.startsWith("announcement:")).length;
    await scene.until("all are reached", () => bulk() >= recipients, 60);
    await scene.until("everybody is answered", () => phones.every((phone) => phone.received().length > 0), 60);
    await delay(1500);
    const account = await scene.account();
    return {
      done: `PostgreSQL away for ${seconds} s`,
      counted: `${inWords(account)} · sent while it was away ${during} · goes on after ${after} ms · ${phones.length} people who wrote meanwhile answered · harness ${Math.round(memory / 1e6)} MB`,
      holds: bot.isAlive() && during === 0 && account.lost === 0 && account.doubledHeld === 0 && after <= 5500,
    };
  } finally {
    await postgres.start();
    await scene.close();
    await postgres.remove();
  }
}

export const POSTGRES: Fault[] = [
  { id: "F6", name: "PostgreSQL killed", run: () => serverKilled(10, 1200) },
  { id: "F7", name: "PostgreSQL away", company: "patient", run: () => serverAway(600) },
];
