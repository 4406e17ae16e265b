// What every scenario starts from: a sandbox over HTTP, a database of its own, people, and a count of what became of each post.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { POST_KINDS, type PostKind } from "../../../src/domain/messages/post-kind.js";
import { type SandboxServer, startSandboxServer } from "../../../src/sandbox/server.js";
import type { World } from "../../../src/sandbox/shapes.js";
import { createWorld, type WorldOptions } from "../../../src/sandbox/world.js";
import { NOTICES_IN_FORCE } from "../../../src/texts/notices-in-force.js";
import { builtApp } from "../../support/built-app.js";
import { type BotProcess, keepForSearch, startBot } from "./bot-process.js";
import { openScratchDatabase, type ScratchDatabase } from "./scratch-database.js";

/** F27: in every name, every phone number and the token; they must be found in no log and no error column. */
export const CANARY = "Kenarirahasia";
export const CANARY_PHONE = "+628990001";

export interface Scene {
  world: World;
  server: SandboxServer;
  database: ScratchDatabase;
  bot(env?: Record<string, string>): BotProcess;
  /** People who have pressed Start, known to the bot. No zone, so that night and Sunday make no difference. */
  people(count: number): Promise<{ id: number; chatId: number }[]>;
  /** One post of this kind to each; an announcement as one announcement. */
  post(people: { id: number; chatId: number }[], kind?: PostKind): Promise<void>;
  account(): Promise<Account>;
  /** Resolves when it is so; rejects after so many seconds. */
  until(what: string, isSo: () => boolean | Promise<boolean>, seconds?: number): Promise<void>;
  close(): Promise<void>;
}

export interface Account {
  posted: number;
  states: Record<string, number>;
  inLedger: number;
  /** Rows that are sent, waiting or claimed, and neither arrived nor still on their way to it. */
  lost: number;
  doubledHeld: number;
  doubledRetried: number;
  /** Of the unknown ones, how many had arrived. */
  unknownArrived: number;
}

export async function openScene(options: WorldOptions & { serverUrl?: string } = {}): Promise<Scene> {
  const world = createWorld({ token: `7000000001:AA${CANARY}-0123456789abcdef`, ...options });
  const server = await startSandboxServer(world);
  const database = await openScratchDatabase(options.serverUrl);
  const { appUnderTest } = await builtApp();
  // Its own: two runs beside each other would take each other's marks away.
  const dataDir = await mkdtemp(join(tmpdir(), "bot-faults-"));
  const bots: BotProcess[] = [];
  let announcements = 0;
  const { prisma } = database;
  const keepErrorColumns = async () => {
    const rows = await prisma.$queryRaw<{ cause: string }[]>`
      SELECT cause FROM outbox WHERE cause IS NOT NULL UNION ALL SELECT cause FROM inbox WHERE cause IS NOT NULL
      UNION ALL SELECT state::text FROM conversation_states WHERE state::text LIKE ${`%${world.token}%`}`;
    keepForSearch(rows.map(({ cause }) => cause).join("\n"));
  };
  const scene: Scene = {
    world,
    server,
    database,
    bot(env = {}) {
      const bot = startBot(appUnderTest, {
        BOT_TOKEN: world.token,
        TELEGRAM_API_ROOT: server.url,
        DATABASE_URL: database.url,
        DATA_DIR: dataDir,
        ...env,
      });
      bots.push(bot);
      return bot;
    },
    async people(count) {
      const phones = Array.from({ length: count }, (_, i) => world.person({ first_name: `${CANARY} ${i}` }));
      for (const phone of phones) phone.start();
      world.takeUpdates();
      const rows = await prisma.person.createManyAndReturn({
        data: phones.map(({ id }, i) => ({
          name: `${CANARY} ${i}`,
          phone: `${CANARY_PHONE}${String(i).padStart(5, "0")}`,
          telegramId: id,
          createdAt: new Date(),
        })),
        select: { id: true, telegramId: true },
      });
      await prisma.consentReceipt.createMany({
        data: rows.map(({ id: personId }) => ({
          personId,
          noticeVersion: NOTICES_IN_FORCE.participant,
          givenAt: new Date(),
          updateId: 0,
        })),
      });
      return rows.map(({ id, telegramId }) => ({ id, chatId: Number(telegramId) }));
    },
    async post(people, kind = "announcement") {
      const now = new Date();
      announcements += 1;
      const announcementId =
        kind !== "announcement"
          ? null
          : (
              await prisma.announcement.create({
                data: {
                  authorId: people[0]!.id,
                  draftId: announcements,
                  content: { text: `${kind}:${announcements}:{nama}`, marks: [] },
                  audience: { reach: [] },
                  contentHash: String(announcements),
                  createdAt: now,
                },
              })
            ).id;
      await prisma.outbox.createMany({
        data: people.map(({ id, chatId }) => {
          const key = `${kind}:${announcements}:${id}`;
          return {
            key,
            kind,
            priority: POST_KINDS[kind].priority,
            chatId,
            personId: id,
            dueAt: now,
            createdAt: now,
            ...(announcementId === null
              ? { message: { text: key, marks: [] } }
              : { announcementId, variables: { nama: String(id) } }),
          };
        }),
      });
    },
    async account() {
      const rows = await prisma.outbox.findMany({ select: { key: true, kind: true, state: true } });
      const arrivals = new Map<string, number>();
      for (const { text } of world.ledger) arrivals.set(text, (arrivals.get(text) ?? 0) + 1);
      const account: Account = {
        posted: rows.length,
        states: {},
        inLedger: world.ledger.length,
        lost: 0,
        doubledHeld: 0,
        doubledRetried: 0,
        unknownArrived: 0,
      };
      for (const { key, kind, state } of rows) {
        // Only what post() wrote is recognised by its text; what the app itself posts (an offer, an alarm) is not.
        if (!key.startsWith(`${kind}:`)) continue;
        const arrived = arrivals.get(key) ?? 0;
        account.states[state] = (account.states[state] ?? 0) + 1;
        if (state === "sent" && arrived === 0) account.lost += 1;
        if (state === "unknown" && arrived > 0) account.unknownArrived += 1;
        const isHeld = POST_KINDS[kind as PostKind].unknown === "hold";
        if (arrived > 1) account[isHeld ? "doubledHeld" : "doubledRetried"] += arrived - 1;
      }
      return account;
    },
    async until(what, isSo, seconds = 60) {
      for (let waited = 0; waited < seconds * 1000; waited += 25) {
        if (await isSo()) return;
        await delay(25);
      }
      const printed = bots.map((bot) => bot.printed().slice(-600)).join("\n");
      throw new Error(`not within ${seconds} s: ${what}\n${printed}`);
    },
    async close() {
      await Promise.all(bots.map((bot) => bot.kill()));
      await keepErrorColumns();
      // A scenario may have closed the server itself.
      await server.close().catch(() => {});
      await database.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  return scene;
}

export const left = (scene: Scene) =>
  scene.database.prisma.outbox.count({ where: { state: { in: ["waiting", "claimed"] } } });

/** "sent 98 · unknown 2 · in the ledger 99 · lost 0 · double 0" */
export function inWords({ states, inLedger, lost, doubledHeld, doubledRetried }: Account): string {
  const counts = Object.entries(states).map(([state, count]) => `${state} ${count}`);
  const double = doubledRetried > 0 ? `double ${doubledHeld} held, ${doubledRetried} retried` : `double ${doubledHeld}`;
  return [...counts, `in the ledger ${inLedger}`, `lost ${lost}`, double].join(" · ");
}
