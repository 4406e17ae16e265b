// Slow is waited for, hanging is not, and what was given up does nothing beside its second try.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createLanes } from "../../src/intake/lanes.js";
import { DEADLINE_MILLISECONDS, DeadlineError, underDeadline } from "../../src/intake/under-deadline.js";
import { type Handling, handlingNow, noteStep } from "../../src/ports/queue/handling.js";
import type { Sleep } from "../../src/ports/queue/waiting.js";
import { createInbox } from "../../src/storage/queue/inbox.js";
import { recordLog } from "../delivery/support.js";
import { openTestDatabase, type TestDatabase } from "../support/database.js";
import { clock, NOW, received, sleepWithoutDeadline, update } from "./support.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => database.empty());

const fresh = (): Handling => ({ chatId: 1, saidAt: NOW, steps: 0, isOver: false });
const turns = async () => {
  for (let i = 0; i < 5; i++) await new Promise((resolve) => setImmediate(resolve));
};

/** Something to wait for that the test brings about. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open: () => open(), opened };
}

/** A period of the deadline is over when the test says so. */
function periods() {
  let end = () => {};
  let asked = 0;
  const sleep: Sleep = (milliseconds, signal) => {
    expect(milliseconds).toBe(DEADLINE_MILLISECONDS);
    asked += 1;
    return new Promise((resolve) => {
      end = resolve;
      signal?.addEventListener("abort", () => resolve());
    });
  };
  return {
    sleep,
    asked: () => asked,
    async pass() {
      end();
      await turns();
    },
  };
}

test("what gets on in every period is waited for, however slow it is", async () => {
  const { sleep, pass, asked } = periods();
  const { open, opened } = gate();
  const handling = fresh();
  const handled = underDeadline(handling, () => opened, sleep);
  for (let period = 0; period < 8; period++) {
    handling.steps += 1;
    await pass();
  }
  open();
  await handled;
  expect(asked()).toBe(9);
  expect(handling.isOver).toBe(false);
});

test("what does nothing for one period hangs, and is given up", async () => {
  const { sleep, pass } = periods();
  const handling = fresh();
  const handled = underDeadline(handling, () => new Promise(() => {}), sleep);
  const ended = expect(handled).rejects.toBeInstanceOf(DeadlineError);
  handling.steps += 1;
  await pass();
  expect(handling.isOver).toBe(false);
  await pass();
  await ended;
  expect(handling.isOver).toBe(true);
});

test("what gets on for ever is given up after ten periods", async () => {
  const { sleep, pass, asked } = periods();
  const handling = fresh();
  const ended = expect(underDeadline(handling, () => new Promise(() => {}), sleep)).rejects.toBeInstanceOf(
    DeadlineError,
  );
  for (let period = 0; period < 9; period++) {
    handling.steps += 1;
    await pass();
  }
  expect(handling.isOver).toBe(false);
  handling.steps += 1;
  await pass();
  await ended;
  expect(asked()).toBe(10);
});

test("what it throws itself is thrown at once, and no timer is left running", async () => {
  let aborted = false;
  const sleep: Sleep = (_, signal) =>
    new Promise((resolve) => {
      signal?.addEventListener("abort", () => {
        aborted = true;
        resolve();
      });
    });
  const wrong = new TypeError("its own");
  await expect(underDeadline(fresh(), () => Promise.reject(wrong), sleep)).rejects.toBe(wrong);
  expect(aborted).toBe(true);
});

test("its statements count as its steps", async () => {
  const handling = fresh();
  await underDeadline(handling, async () => void (await database.prisma.person.count()), sleepWithoutDeadline);
  expect(handling.steps).toBeGreaterThan(0);
});

test("who was given up changes nothing any more, and a transaction under way comes to its end whole", async () => {
  const { sleep, pass } = periods();
  const { open, opened } = gate();
  const { open: begun, opened: hasBegun } = gate();
  const ends: PromiseSettledResult<unknown>[] = [];
  const person = (name: string) => ({ data: { name, createdAt: NOW } });
  const handled = underDeadline(
    fresh(),
    async () => {
      const within = database.prisma.$transaction(async (tx) => {
        await tx.person.create(person("first of two"));
        begun();
        await opened;
        await tx.person.create(person("second of two"));
      });
      const [one] = await Promise.allSettled([within]);
      const [two] = await Promise.allSettled([database.prisma.person.create(person("too late"))]);
      ends.push(one, two);
    },
    sleep,
  );
  const ended = expect(handled).rejects.toBeInstanceOf(DeadlineError);
  await hasBegun;
  // What it has done until now counts for the first period.
  await pass();
  await pass();
  await ended;
  open();
  await expect.poll(() => ends.length).toBe(2);
  expect(ends.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
  const names = await database.prisma.person.findMany({ orderBy: { id: "asc" }, select: { name: true } });
  expect(names.map(({ name }) => name)).toEqual(["first of two", "second of two"]);
});

test("an update that hangs and wakes after its second try has its effect once", async () => {
  const inbox = createInbox(database.prisma);
  await inbox.accept([received(update(1, 1))], NOW);
  const { open, opened } = gate();
  const late: Promise<unknown>[] = [];
  let tries = 0;
  const write = (name: string) => database.prisma.person.create({ data: { name, createdAt: NOW } });
  // The deadline of the first try comes at once, that of the second never.
  const sleep: Sleep = (milliseconds, signal) =>
    milliseconds === DEADLINE_MILLISECONDS && tries < 2 && handlingNow() === undefined
      ? Promise.resolve()
      : sleepWithoutDeadline(milliseconds, signal);
  const lanes = createLanes({
    inbox,
    handle: async () => {
      tries += 1;
      if (tries > 1) return void (await write("second try"));
      const written = opened.then(() => write("first try"));
      late.push(written);
      await written;
    },
    clock,
    sleep,
    log: recordLog(),
    worker: "w",
    alone: true,
  });
  lanes.start();
  await lanes.idle();
  open();
  const [first] = await Promise.allSettled(late);
  await lanes.stop(1000);
  expect(first?.status).toBe("rejected");
  expect(await database.prisma.person.findMany({ select: { name: true } })).toEqual([{ name: "second try" }]);
});

test("a step that nobody waits for counts nowhere", () => {
  expect(handlingNow()).toBeUndefined();
  expect(() => noteStep()).not.toThrow();
});
