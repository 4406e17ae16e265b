// An answer settles what stood before the one who gave it, and nothing that was written meanwhile.
import { beforeEach, describe, expect, test } from "vitest";
import {
  askTrainers,
  closeThread,
  escalateQuestions,
  hurryTrainers,
  listQuestions,
  passOnAnew,
  replyInThread,
  tellOfUndelivered,
  undoAct,
  writeFirst,
} from "../../../src/use-cases/index.js";
import { heldOpen, untilWaiting } from "../../support/held-open.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildTrainer } from "../../support/world/builders.js";
import { actorOf, berakit } from "../../support/world/plans.js";

// Monday, 15:00 in Bintan.
const ASKED = new Date("2024-06-10T08:00:00Z");
const stage = stageAt(ASKED.toISOString());
const LATER = new Date("2024-06-10T13:15:00Z");

let siti: number;
let rina: number;
let dodi: number;
let classId: number;
beforeEach(async () => {
  const { personId, trainingClass } = await berakit(stage.db);
  siti = personId;
  classId = trainingClass.id;
  rina = (await buildTrainer(stage.db, [classId], { name: "Rina Marlina" })).id;
  dodi = (await buildTrainer(stage.db, [classId], { name: "Dodi Saputra" })).id;
});

let updates = 900;
const write = async (who: number, text: string, shownAt?: Date, updateId = ++updates, world = stage.world) =>
  replyInThread(world, await actorOf(stage.world, who), {
    ...{ threadId: 1, text, files: [], updateId },
    ...(shownAt && { shownAt }),
  });
const close = async (who: number, shownAt: Date) =>
  closeThread(stage.world, await actorOf(stage.world, who), 1, shownAt);
const leaves = () =>
  stage.db.outbox.updateMany({
    where: { state: "waiting", dueAt: { lte: stage.clock.now() } },
    data: { state: "sent", settledAt: stage.clock.now() },
  });
const thread = () => stage.db.questionThread.findFirstOrThrow();
const listed = async (who: number) =>
  (await listQuestions(stage.world, await actorOf(stage.world, who), { most: 5 })).threads.map(({ last }) => last.text);

/** Siti asks in the afternoon, which arrives, and again in the evening, which waits for the morning. */
async function askTwice(again = "Dan bagaimana anggarannya?") {
  const first = { text: "Apakah perlu surat?", files: [], updateId: ++updates };
  await askTrainers(stage.world, await actorOf(stage.world, siti), first);
  await leaves();
  stage.clock.set(LATER);
  await write(siti, again);
  stage.clock.advance(60_000);
}

// Keeps T10.
describe("what the asker has written meanwhile, and nobody has brought yet,", () => {
  test("goes on waiting after an answer to what came before it", async () => {
    await askTwice();
    const updateId = ++updates;
    for (const _ of ["once", "twice"]) {
      expect(await write(rina, "Perlu, Bu.", ASKED, updateId)).toMatchObject({ kind: "sent", wroteAgain: true });
    }
    expect(await thread()).toMatchObject({ state: "unread", askedAt: LATER, escalatedAt: null, repeatedAt: null });
    expect(await listed(rina)).toEqual(["Dan bagaimana anggarannya?"]);
    const answer = await stage.db.outbox.findFirstOrThrow({ where: { kind: "answer" } });
    expect(JSON.stringify(answer.message)).toMatch(/Perlu, Bu.*Apakah perlu surat/s);
    expect(JSON.stringify(answer.message)).not.toContain("anggarannya");
    // Once it is there it is answered like any other.
    stage.clock.set(new Date("2024-06-11T02:00:00Z"));
    await leaves();
    expect(await write(rina, "Dari desa.", ASKED)).not.toHaveProperty("wroteAgain");
    expect(await thread()).toMatchObject({ state: "answered" });
  });

  test("goes on waiting where what came before it needs no answer", async () => {
    await askTwice();
    for (const _ of ["once", "twice"]) expect(await close(rina, ASKED)).toEqual({ kind: "wrote_again" });
    expect(await thread()).toMatchObject({ state: "unread", askedAt: LATER });
    expect(await close(rina, stage.clock.now())).toEqual({ kind: "closed" });
    expect(await thread()).toMatchObject({ state: "answered" });
  });

  test("is answered where it stood before the one who answers", async () => {
    await askTwice();
    await write(rina, "Perlu, dan dari desa.", stage.clock.now());
    expect(await thread()).toMatchObject({ state: "answered" });
  });

  test("waits for nothing where it is thanks", async () => {
    await askTwice("Terima kasih, Bu");
    await write(rina, "Perlu, Bu.", ASKED);
    expect(await thread()).toMatchObject({ state: "answered" });
  });

  test("goes to the province in its time, and to others when its trainers are gone", async () => {
    const budi = await buildAdmin(stage.db, { regionCode: "21" });
    await askTwice();
    await write(rina, "Perlu, Bu.", ASKED);
    stage.clock.set(new Date(LATER.getTime() + 48 * 3_600_000 - 1000));
    expect(await escalateQuestions(stage.world)).toEqual({ escalated: 0 });
    stage.clock.advance(2000);
    expect(await escalateQuestions(stage.world)).toEqual({ escalated: 1 });
    const told = () => stage.db.outbox.findMany({ where: { kind: "escalation", personId: budi.id } });
    expect(JSON.stringify((await told()).map(({ message }) => message))).toContain("anggarannya");
    await stage.db.questionThread.updateMany({ data: { escalatedAt: null } });
    await stage.db.classTrainer.deleteMany({ where: { classId } });
    expect(await passOnAnew(stage.world)).toEqual({ passedOn: 1 });
    expect(JSON.stringify((await told()).at(-1)?.message)).toContain("anggarannya");
    expect(await told()).toHaveLength(2);
  });
});

// Keeps P30.
test("thanks in a class whose trainers are gone call nobody for help, and are not said to have arrived", async () => {
  await buildAdmin(stage.db, { regionCode: "21" });
  await askTwice("Terima kasih, Bu");
  await write(rina, "Perlu, Bu.");
  await stage.db.classTrainer.deleteMany({ where: { classId } });
  const updateId = ++updates;
  for (const _ of ["once", "twice"])
    expect(await write(siti, "🙏 Terima kasih", undefined, updateId)).toEqual({ kind: "kept" });
  expect(await stage.db.outbox.count({ where: { kind: "escalation" } })).toBe(0);
  expect(await tellOfUndelivered(stage.world)).toMatchObject({ failed: 0 });
  expect(await write(siti, "Apakah perlu materai?")).toEqual({ kind: "province" });
  expect(await stage.db.outbox.count({ where: { kind: "escalation" } })).toBe(1);
});

const promise = async () => {
  const hold = { threadId: 1, text: "Saya cek dulu.", files: [], updateId: ++updates, holds: true };
  return replyInThread(stage.world, await actorOf(stage.world, rina), hold);
};

// Keeps T10.
test("an answer that is only promised keeps the question waiting, and says so only where one waits", async () => {
  await askTwice();
  expect(await promise()).toMatchObject({ kind: "sent", onHold: true });
  expect(await thread()).toMatchObject({ state: "read" });
  await write(dodi, "Perlu, Bu.");
  expect(await promise()).not.toHaveProperty("onHold");
  expect(await thread()).toMatchObject({ state: "answered" });
});

// Keeps P30.
describe("once it is answered, what says that it is not leaves no more:", () => {
  const waiting = async () =>
    (await stage.db.outbox.findMany({ where: { state: "waiting" }, orderBy: { id: "asc" } })).map(({ key }) =>
      key.replace(/:.*/, ""),
    );
  /** Asked on Friday evening: the province's notice waits from Sunday for Monday morning, and so does the admin's reminder. */
  async function noticesWait() {
    const budi = await buildAdmin(stage.db, { regionCode: "21" });
    stage.clock.set(new Date("2024-06-07T12:00:00Z"));
    const asked = { text: "Apakah perlu surat?", files: [], updateId: ++updates };
    await askTrainers(stage.world, await actorOf(stage.world, siti), asked);
    stage.clock.set(new Date("2024-06-08T02:00:00Z"));
    await leaves();
    stage.clock.set(new Date("2024-06-09T12:00:00Z"));
    expect(await escalateQuestions(stage.world)).toEqual({ escalated: 1 });
    await hurryTrainers(stage.world, await actorOf(stage.world, budi.id), 1);
    expect(await waiting()).toEqual(["escalation", "thread-reminder", "thread-reminder"]);
    stage.clock.advance(3_600_000);
    return budi.id;
  }

  test("by a trainer's answer, which alone goes out", async () => {
    await noticesWait();
    await write(rina, "Perlu, Bu.", stage.clock.now());
    expect(await waiting()).toEqual(["thread_message", "thread_message"]);
    // The next question of the same day has its own.
    await write(siti, "Bermaterai?");
    stage.clock.advance(49 * 3_600_000);
    expect(await escalateQuestions(stage.world)).toEqual({ escalated: 1 });
  });

  test("and not while the answer is only promised", async () => {
    await noticesWait();
    await promise();
    expect(await waiting()).toContain("escalation");
  });

  test("where it needs no answer", async () => {
    await noticesWait();
    await close(rina, stage.clock.now());
    expect(await waiting()).toEqual([]);
  });

  test("where a letter answers it; when that is taken back the province is told after all", async () => {
    await noticesWait();
    const actor = await actorOf(stage.world, rina);
    const { id: participantId } = await stage.db.participant.findFirstOrThrow({ where: { personId: siti } });
    const letter = { scope: { kind: "participant" as const, participantId }, text: "Perlu, Bu.", updateId: ++updates };
    const written = await writeFirst(stage.world, actor, letter);
    expect(await waiting()).toEqual(["thread_message"]);
    const actId = "actId" in written ? written.actId : 0;
    expect(await undoAct(stage.world, actor, { actId, saidAt: stage.clock.now() })).toMatchObject({ kind: "undone" });
    expect(await escalateQuestions(stage.world)).toEqual({ escalated: 1 });
    expect(await waiting()).toEqual(["escalation"]);
  });

  test("nor does the question itself go to admins of a class without trainers, and its asker is not told that nobody had it", async () => {
    await stage.db.classTrainer.deleteMany({ where: { classId } });
    const budi = await buildAdmin(stage.db, { regionCode: "21" });
    stage.clock.set(new Date("2024-06-09T12:00:00Z"));
    const asked = { text: "Apakah perlu surat?", files: [], updateId: ++updates };
    expect(await askTrainers(stage.world, await actorOf(stage.world, siti), asked)).toEqual({ kind: "province" });
    await write(budi.id, "Perlu, Bu.", stage.clock.now());
    expect(await stage.db.outbox.count({ where: { kind: "escalation", state: "waiting" } })).toBe(0);
    expect(await tellOfUndelivered(stage.world)).toMatchObject({ failed: 0 });
  });
});

// Keeps T10.
test.runIf(process.env.TEST_DATABASE === "postgres")(
  "a word that the answer is still to come does not open again what a colleague answers at that instant",
  async () => {
    await askTwice();
    const held = heldOpen(stage.world, (world) => write(dodi, "Perlu, Bu.", undefined, ++updates, world));
    await held.done;
    const actor = await actorOf(stage.world, rina);
    const hold = { threadId: 1, text: "Saya cek dulu.", files: [], updateId: ++updates, holds: true };
    const second = replyInThread(stage.world, actor, hold);
    await untilWaiting(stage.db, 1);
    held.commit();
    await Promise.all([held.committed, second]);
    expect(await thread()).toMatchObject({ state: "answered" });
  },
);
