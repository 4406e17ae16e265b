import { beforeEach, describe, expect, test } from "vitest";
import {
  askForHelp,
  askTrainers,
  closeThread,
  escalateQuestions,
  greetTrainers,
  repeatQuestions,
  replyInThread,
} from "../../../src/use-cases/index.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildTrainer } from "../../support/world/builders.js";
import { actorOf, berakit } from "../../support/world/plans.js";

// Monday, 10:00 in Bintan.
const stage = stageAt("2024-06-10T03:00:00Z");

let scene: Awaited<ReturnType<typeof berakit>> & { rina: number };
beforeEach(async () => {
  const library = await berakit(stage.db);
  const rina = (await buildTrainer(stage.db, [library.trainingClass.id], { name: "Rina Marlina" })).id;
  scene = { ...library, rina };
});

let updates = 900;
const ask = async (text: string) =>
  askTrainers(stage.world, await actorOf(stage.world, scene.personId), { text, files: [], updateId: ++updates });
const reply = async (personId: number, text: string, holds?: true) => {
  const input = { threadId: 1, text, files: [], updateId: ++updates, ...(holds && { holds }) };
  return replyInThread(stage.world, await actorOf(stage.world, personId), input);
};
const at = (instant: string) => stage.clock.set(new Date(instant));
const repeated = () =>
  stage.db.outbox.findMany({ where: { key: { startsWith: "questions-waiting:" } }, orderBy: { id: "asc" } });

// Keeps T10.
describe("a question that nobody answers", () => {
  test("is told to its trainers again after one working day, once, and every third working day from then on", async () => {
    await ask("Bolehkah tanggalnya diubah?");
    at("2024-06-11T02:59:00Z");
    expect(await repeatQuestions(stage.world)).toEqual({ repeated: 0 });
    at("2024-06-11T03:00:00Z");
    expect(await repeatQuestions(stage.world)).toEqual({ repeated: 1 });
    expect(await repeatQuestions(stage.world)).toEqual({ repeated: 0 });
    const [first] = await repeated();
    expect(first).toMatchObject({ personId: scene.rina, kind: "question", dueAt: new Date("2024-06-11T03:00:00Z") });
    expect(JSON.stringify(first?.message)).toMatch(
      /Siti Rahmawati.*sejak 10 Juni.*Bolehkah tanggalnya diubah.*question:1/,
    );
    at("2024-06-13T03:00:00Z");
    expect(await repeatQuestions(stage.world)).toEqual({ repeated: 0 });
    at("2024-06-14T03:00:00Z");
    expect(await repeatQuestions(stage.world)).toEqual({ repeated: 1 });
    expect(await repeated()).toHaveLength(2);
  });

  test("is told again by the morning that names its asker, and by no message beside it that day", async () => {
    await ask("Bolehkah tanggalnya diubah?");
    at("2024-06-11T01:00:00Z");
    expect(await greetTrainers(stage.world)).toMatchObject({ alerted: 1 });
    at("2024-06-11T03:00:00Z");
    expect(await repeatQuestions(stage.world)).toEqual({ repeated: 1 });
    expect(await repeatQuestions(stage.world)).toEqual({ repeated: 0 });
    expect(await repeated()).toEqual([]);
    // Three working days later nothing is new in the morning, and it is told by itself.
    at("2024-06-14T01:00:00Z");
    expect(await greetTrainers(stage.world)).toMatchObject({ alerted: 0 });
    at("2024-06-14T03:00:00Z");
    expect(await repeatQuestions(stage.world)).toEqual({ repeated: 1 });
    expect(await repeated()).toHaveLength(1);
  });

  test("asked on a Saturday is told again on Monday, and nobody on the Sunday between", async () => {
    at("2024-06-22T03:00:00Z");
    await ask("Bolehkah tanggalnya diubah?");
    at("2024-06-23T05:00:00Z");
    expect(await repeatQuestions(stage.world)).toEqual({ repeated: 0 });
    at("2024-06-24T02:00:00Z");
    expect(await repeatQuestions(stage.world)).toEqual({ repeated: 0 });
    at("2024-06-24T03:00:00Z");
    expect(await repeatQuestions(stage.world)).toEqual({ repeated: 1 });
  });

  test("with others makes one message a trainer and day", async () => {
    for (const text of ["Pertama?", "Kedua?", "Ketiga?"]) {
      await ask(text);
      stage.clock.advance(60_000);
    }
    at("2024-06-11T03:10:00Z");
    expect(await repeatQuestions(stage.world)).toEqual({ repeated: 3 });
    expect(await repeated()).toHaveLength(1);
  });

  test("answered, or found to need no answer, is told no more", async () => {
    await ask("Pertama?");
    await reply(scene.rina, "Boleh.");
    at("2024-06-12T03:00:00Z");
    expect(await repeatQuestions(stage.world)).toEqual({ repeated: 0 });
    await ask("Kedua?");
    await closeThread(stage.world, await actorOf(stage.world, scene.rina), 2);
    at("2024-06-14T03:00:00Z");
    expect(await repeatQuestions(stage.world)).toEqual({ repeated: 0 });
  });

  test("and is only to be looked into goes on waiting: it is told again, and goes to the province", async () => {
    const budi = await buildAdmin(stage.db, { regionCode: "21" });
    const siti = await actorOf(stage.world, scene.personId);
    await askForHelp(stage.world, siti, { planId: scene.planIds[0], updateId: 1, saidAt: stage.clock.now() });
    await reply(scene.rina, "Terima kasih, saya cek dulu.", true);
    expect(await stage.db.followUp.count({ where: { reason: "help", resolvedAt: null } })).toBe(1);
    at("2024-06-11T03:00:00Z");
    expect(await repeatQuestions(stage.world)).toEqual({ repeated: 1 });
    at("2024-06-12T03:01:00Z");
    expect(await escalateQuestions(stage.world)).toEqual({ escalated: 1 });
    expect(await stage.db.outbox.count({ where: { kind: "escalation", personId: budi.id } })).toBe(1);
    await reply(scene.rina, "Sudah saya bicarakan dengan kepala desa.");
    expect(await stage.db.questionThread.findFirstOrThrow()).toMatchObject({
      ...{ state: "answered", escalatedAt: null, repeatedAt: null },
    });
    expect(await stage.db.followUp.count({ where: { reason: "help", resolvedAt: null } })).toBe(0);
  });

  test("is never left: for sixteen days somebody hears of it at least every third working day", async () => {
    const siti = await actorOf(stage.world, scene.personId);
    await askForHelp(stage.world, siti, { planId: scene.planIds[0], updateId: 1, saidAt: stage.clock.now() });
    const heard = [];
    for (let hour = 0; hour < 16 * 24; hour++) {
      stage.clock.advance(3_600_000);
      if ((await repeatQuestions(stage.world)).repeated > 0) heard.push(stage.clock.now().toISOString().slice(0, 10));
    }
    // Sundays and the 17th, a holiday, are no working days.
    expect(heard).toEqual(["2024-06-11", "2024-06-14", "2024-06-19", "2024-06-22", "2024-06-26"]);
  });
});

// Keeps T10.
test.each(["Terima kasih", "makasih bu", "ok", "Oke siap", "🙏", "👍", "baik pak", "thanks"])(
  "“%s” below an answer opens nothing again",
  async (text) => {
    await ask("Bolehkah?");
    await reply(scene.rina, "Boleh.");
    await reply(scene.personId, text);
    expect(await stage.db.questionThread.findFirstOrThrow()).toMatchObject({ state: "answered" });
    await reply(scene.personId, "Ok, tapi bagaimana dengan anggarannya?");
    expect(await stage.db.questionThread.findFirstOrThrow()).toMatchObject({ state: "unread" });
  },
);

// Keeps T10.
test("what follows in a thread shows what came before it, as a reply to it, in each one's chat", async () => {
  await ask("Bolehkah tanggalnya diubah?");
  await stage.db.outbox.updateMany({ data: { state: "sent", telegramMessageId: 77 } });
  await reply(scene.rina, "Boleh, sampai kapan?");
  await stage.db.outbox.updateMany({ where: { state: "waiting" }, data: { state: "sent", telegramMessageId: 5 } });
  await reply(scene.personId, "Sampai akhir Juli");
  const [question, answer, next] = (await stage.db.outbox.findMany({ orderBy: { id: "asc" } })).map(
    ({ message }) => message as { text: string; replyTo?: number },
  );
  expect(question?.replyTo).toBeUndefined();
  expect(answer?.text).toContain("Bolehkah tanggalnya diubah?");
  expect(next).toMatchObject({ replyTo: 77 });
  expect(next?.text).toContain("Boleh, sampai kapan?");
});
