// The model check (F28): whatever happens in whatever order, every post is somewhere, and what is held is never sent twice.
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDispatcher } from "../../src/delivery/dispatcher.js";
import type { Answer } from "../../src/delivery/telegram/answers.js";
import { MOST_TRIES, POST_KINDS, type PostKind } from "../../src/domain/messages/post-kind.js";
import type { PostedKind } from "../../src/ports/queue/outbox.js";
import { virtualClock } from "../../src/sandbox/clock.js";
import { createDelivery } from "../../src/storage/queue/delivery.js";
import { createOutbox } from "../../src/storage/queue/outbox.js";
import { openTestDatabase, type TestDatabase } from "../support/database.js";
import { NOW, recordLog, sleepBy } from "./support.js";

/** 40 runs take seconds; `MODEL_RUNS=5000` is the long form. */
const RUNS = Number(process.env.MODEL_RUNS ?? 40);
const PEOPLE = 4;
const KINDS: PostedKind[] = ["operator_alarm", "answer", "overdue_alert", "plan_reminder"];

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** What Telegram does with one call: whether it takes the message, and what we hear. */
type Fate = { taken: boolean; answer: (chatId: number) => Answer };
const took: Fate = { taken: true, answer: () => ({ next: "sent", messageId: 1 }) };
const fates: Record<string, Fate> = {
  took,
  "took, answer lost": { taken: true, answer: () => ({ next: "unknown", cause: "time-out" }) },
  "lost before": { taken: false, answer: () => ({ next: "unknown", cause: "ECONNRESET" }) },
  away: { taken: false, answer: () => ({ next: "not-sent", cause: "ECONNREFUSED" }) },
  "429": { taken: false, answer: () => ({ next: "wait", seconds: 20 }) },
  "chat not found": { taken: false, answer: () => ({ next: "suspect" }) },
  "bad content": { taken: false, answer: () => ({ next: "dead", cause: "message is too long" }) },
  blocked: { taken: false, answer: () => ({ next: "unreachable", cause: "blocked" }) },
};

type Step =
  | { do: "post"; person: number; kind: PostedKind; inSeconds: number; forSeconds: number | undefined }
  | { do: "post again"; nth: number }
  | { do: "deliver"; fates: string[] }
  | { do: "die in flight"; limit: number; departed: boolean; taken: boolean[] }
  | { do: "cancel"; person: number }
  | { do: "come back"; person: number }
  | { do: "pass"; seconds: number };

const person = fc.integer({ min: 1, max: PEOPLE });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("post" as const),
      person,
      kind: fc.constantFrom(...KINDS),
      inSeconds: fc.integer({ min: -60, max: 60 }),
      forSeconds: fc.option(fc.integer({ min: 0, max: 90 }), { nil: undefined }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("post again" as const), nth: fc.nat(9) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("deliver" as const),
      fates: fc.array(fc.constantFrom(...Object.keys(fates)), { maxLength: 6 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("die in flight" as const),
      limit: fc.integer({ min: 1, max: 2 }),
      departed: fc.boolean(),
      taken: fc.array(fc.boolean(), { minLength: 2, maxLength: 2 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("cancel" as const), person }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("come back" as const), person }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("pass" as const), seconds: fc.integer({ min: 1, max: 90_000 }) }),
  },
);

// Keeps F28.
test("every post stays in exactly one state, and no held post reaches anybody twice", async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), walk), { numRuns: RUNS });
}, 3_600_000);

async function walk(steps: Step[]): Promise<void> {
  await database.empty();
  const clock = virtualClock(NOW);
  const outbox = createOutbox(database.prisma);
  const delivery = createDelivery(database.prisma);
  const people = Array.from({ length: PEOPLE }, (_, i) => ({
    name: `P${i}`,
    telegramId: 7000 + i + 1,
    createdAt: NOW,
  }));
  await database.prisma.person.createMany({ data: people });
  /** What Telegram took, by key: the oracle, which our tables cannot talk into anything. */
  const ledger = new Map<string, number>();
  const take = (key: string) => ledger.set(key, (ledger.get(key) ?? 0) + 1);
  const posted: Parameters<typeof outbox.post>[0] = [];
  let accepted = 0;
  let life = 0;

  for (const now of steps) {
    switch (now.do) {
      case "post": {
        const key = `${now.kind}:${posted.length}`;
        const dueAt = new Date(clock.now().getTime() + now.inSeconds * 1000);
        const notAfter =
          now.forSeconds === undefined ? {} : { notAfter: new Date(dueAt.getTime() + now.forSeconds * 1000) };
        const message = { text: key, marks: [] };
        posted.push({ key, kind: now.kind, personId: now.person, message, dueAt, ...notAfter });
        accepted += await outbox.post([posted.at(-1)!], clock.now());
        break;
      }
      case "post again": {
        const known = posted[now.nth];
        // A key that was refused for its receiver's sake may be taken later; one that was taken never is again.
        if (known) accepted += await outbox.post([known], clock.now());
        break;
      }
      case "deliver": {
        const script = [...now.fates];
        const dispatcher = createDispatcher({
          delivery,
          send: async (chatId, { text }) => {
            const fate = fates[script.shift() ?? "took"]!;
            if (fate.taken) take(text);
            return fate.answer(chatId);
          },
          clock,
          sleep: sleepBy(clock),
          log: recordLog(),
          worker: `life ${life++}`,
          alone: true,
        });
        await dispatcher.drain();
        break;
      }
      case "die in flight": {
        const wish = { worker: `life ${life++}`, leaseSeconds: 50, now: clock.now(), restingChats: [] };
        const { claimed } = await delivery.claim({ ...wish, limit: now.limit });
        if (!now.departed) break;
        for (const [i, { id, fence, content }] of claimed.entries()) {
          await delivery.depart(id, fence, clock.now());
          if (now.taken[i] && "message" in content) take(content.message.text);
        }
        break;
      }
      case "cancel":
        await outbox.cancelFor(now.person, "cancelled", clock.now());
        break;
      case "come back":
        await database.prisma.person.update({
          where: { id: now.person },
          data: { unreachableSince: null, unreachableCause: null },
        });
        break;
      case "pass":
        clock.advance(now.seconds * 1000);
    }
    await check();
  }

  async function check(): Promise<void> {
    const rows = await database.prisma.outbox.findMany();
    expect(rows).toHaveLength(accepted);
    for (const { key, kind, state } of rows) {
      const arrived = ledger.get(key) ?? 0;
      const { unknown } = POST_KINDS[kind as PostKind];
      expect(arrived, `${key} is ${state}`).toBeLessThanOrEqual(unknown === "retry" ? MOST_TRIES : 1);
      if (state === "sent") expect(arrived, `${key} is sent`).toBeGreaterThanOrEqual(1);
      // Nothing that arrived is taken for surely unsent, where it could be sent again or be called missed.
      const sure = ["waiting", "dead", "expired", "cancelled"].includes(state);
      if (unknown === "hold" && sure) expect(arrived, `${key} is ${state}`).toBe(0);
    }
    expect(rows.filter(({ state }) => state === "claimed").length).toBeLessThanOrEqual(2 * life);
    const inFlight = rows.filter(({ state }) => state === "claimed").map(({ chatId }) => chatId);
    expect(new Set(inFlight).size).toBe(inFlight.length);
  }
}
