// What the tests of delivery share: a clock that waiting moves, a Telegram without a wire, posts ready to leave.
import { Api } from "grammy";
import { createDispatcher, type DispatcherOptions } from "../../src/delivery/dispatcher.js";
import { createSend } from "../../src/delivery/telegram/send.js";
import { createTelegramFetch } from "../../src/delivery/telegram/telegram-fetch.js";
import type { Log, LogFields } from "../../src/ports/queue/log.js";
import type { Post } from "../../src/ports/queue/outbox.js";
import type { Sleep } from "../../src/ports/queue/waiting.js";
import { type MovableClock, virtualClock } from "../../src/sandbox/clock.js";
import { inProcessFetch } from "../../src/sandbox/in-process.js";
import type { Fault } from "../../src/sandbox/state/faults.js";
import { createWorld, type WorldOptions } from "../../src/sandbox/world.js";
import { createDelivery } from "../../src/storage/queue/delivery.js";
import { createOutbox } from "../../src/storage/queue/outbox.js";
import type { TestDatabase } from "../support/database.js";

export const NOW = new Date("2024-06-03T01:00:00Z");

export const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

/** Telegram answers so. */
export const answering = (code: number, description: string, parameters?: { retry_after?: number }): Fault => ({
  kind: "status",
  code,
  description,
  ...(parameters && { parameters }),
});

export function recordLog(): Log & { lines: { level: string; event: string; fields: LogFields }[] } {
  const lines: { level: string; event: string; fields: LogFields }[] = [];
  const at =
    (level: string) =>
    (event: string, fields: LogFields = {}) => {
      lines.push({ level, event, fields });
    };
  return { lines, error: at("error"), warn: at("warn"), info: at("info"), debug: at("debug") };
}

/** Waiting takes no time but moves the clock, after whatever else is under way has had its turn. */
export function sleepBy(clock: MovableClock): Sleep {
  return async (milliseconds, signal) => {
    await new Promise((resolve) => setImmediate(resolve));
    if (!signal?.aborted) clock.advance(milliseconds);
  };
}

export function openDelivery(
  database: TestDatabase,
  options: { limits?: WorldOptions["limits"]; sendTimeout?: number } = {},
) {
  const clock = virtualClock(NOW);
  const world = createWorld({ clock, ...(options.limits !== undefined && { limits: options.limits }) });
  const outbox = createOutbox(database.prisma);
  const delivery = createDelivery(database.prisma);
  const log = recordLog();
  const moveClock = sleepBy(clock);
  // Time stands still while a statement is under way: on a served database the clock would run ahead of what is in flight.
  const sleep: Sleep = async (milliseconds, signal) => {
    for (let roundTrip = 0; roundTrip < 4; roundTrip++) await database.prisma.$queryRaw`SELECT 1`;
    await moveClock(milliseconds, signal);
  };
  const api = new Api(world.token, {
    fetch: createTelegramFetch({
      fetch: inProcessFetch(world) as never,
      sleep,
      absorb: "never",
      // Real time, so long that a busy machine never reaches it.
      timeout: () => options.sendTimeout ?? 10_000,
    }),
  });
  const dispatcher = (more: Partial<DispatcherOptions> = {}) =>
    createDispatcher({ delivery, send: createSend(api), clock, sleep, log, worker: "w", alone: true, ...more });

  /** A person on the roster who has pressed Start; with a role, one of those who run the programme. */
  const person = async (name: string, role?: "trainer" | "admin") => {
    const phone = world.person({ first_name: name });
    phone.start();
    const row = await database.prisma.person.create({
      data: {
        ...(role && { roles: { create: { role, grantedAt: NOW } } }),
        name,
        zone: "Asia/Jakarta",
        telegramId: phone.id,
        createdAt: NOW,
      },
    });
    return { id: row.id, chatId: phone.id, phone };
  };
  const post = (personId: number, key: string, more: Partial<Post> = {}) =>
    outbox.post(
      [{ key, kind: "plan_reminder", personId, message: { text: key, marks: [] }, dueAt: NOW, ...more }],
      NOW,
    );
  const states = async () => {
    const rows = await database.prisma.outbox.findMany({ orderBy: { id: "asc" } });
    return rows.map(({ key, state, cause }) => (cause === null ? `${key} ${state}` : `${key} ${state}: ${cause}`));
  };
  const arrived = () => world.ledger.map(({ text }) => text);
  return { clock, world, outbox, delivery, log, sleep, api, dispatcher, person, post, states, arrived };
}
