// Since when a question waits: the first word that nobody has answered, in the list, in the counts and where the province is told.
import { beforeEach, expect, test } from "vitest";
import {
  askTrainers,
  closeThread,
  escalateQuestions,
  hurryTrainers,
  listQuestions,
  repeatQuestions,
  replyInThread,
  undoAct,
  waitingCounts,
  writeFirst,
} from "../../../src/use-cases/index.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildParticipant, buildTrainer } from "../../support/world/builders.js";
import { actorOf, berakit } from "../../support/world/plans.js";

// Monday, 10:00 in Bintan.
const stage = stageAt("2024-06-10T03:00:00Z");

let siti: number;
let budi: number;
let rina: number;
beforeEach(async () => {
  const { personId, trainingClass } = await berakit(stage.db);
  siti = personId;
  budi = (await buildParticipant(stage.db, trainingClass.id, { name: "Budi Santoso" })).person.id;
  rina = (await buildTrainer(stage.db, [trainingClass.id], { name: "Rina Marlina" })).id;
  await buildAdmin(stage.db, { name: "Kepala", regionCode: "21" });
});

let updates = 900;
const ask = async (who: number, text: string) =>
  askTrainers(stage.world, await actorOf(stage.world, who), { text, files: [], updateId: ++updates });
const write = async (who: number, threadId: number, text: string, holds = false) =>
  replyInThread(stage.world, await actorOf(stage.world, who), {
    ...{ threadId, text, files: [], updateId: ++updates },
    ...(holds && { holds }),
  });
const listed = async () =>
  (await listQuestions(stage.world, await actorOf(stage.world, rina), { most: 10 })).threads.map(
    ({ asker }) => asker.name.split(" ")[0],
  );
const waitsSince = async () => (await waitingCounts(stage.world, await actorOf(stage.world, rina))).since;
const at = (instant: string) => stage.clock.set(new Date(instant));

test("who adds a word, or is told that the answer is still to come, keeps their place; who asks anew after an answer goes to its end", async () => {
  await ask(siti, "Bolehkah tanggalnya diubah?");
  at("2024-06-10T04:00:00Z");
  await ask(budi, "Apakah perlu foto?");
  at("2024-06-11T03:00:00Z");
  await write(siti, 1, "Mohon jawabannya, Bu.");
  expect([await listed(), await waitsSince()]).toEqual([["Siti", "Budi"], "2024-06-10"]);
  await write(rina, 1, "Saya tanyakan dulu.", true);
  expect(await listed()).toEqual(["Siti", "Budi"]);
  await write(rina, 1, "Boleh, Bu.");
  expect(await listed()).toEqual(["Budi"]);
  at("2024-06-11T05:00:00Z");
  await write(siti, 1, "Apakah perlu surat?");
  expect([await listed(), await waitsSince()]).toEqual([["Budi", "Siti"], "2024-06-10"]);
});

test("what was answered by telephone does not count against the next question", async () => {
  await ask(siti, "Bolehkah tanggalnya diubah?");
  at("2024-06-11T03:00:00Z");
  await closeThread(stage.world, await actorOf(stage.world, rina), 1);
  at("2024-06-14T03:00:00Z");
  await write(siti, 1, "Apakah perlu surat?");
  at("2024-06-16T02:59:00Z");
  expect(await escalateQuestions(stage.world)).toMatchObject({ escalated: 0 });
  at("2024-06-16T03:00:00Z");
  expect(await escalateQuestions(stage.world)).toMatchObject({ escalated: 1 });
  expect(await escalateQuestions(stage.world)).toMatchObject({ escalated: 0 });
});

test("what a trainer wrote first and took back answers nothing, also when a word came in between", async () => {
  await ask(siti, "Bolehkah tanggalnya diubah?");
  at("2024-06-10T04:00:00Z");
  await ask(budi, "Apakah perlu foto?");
  at("2024-06-11T03:00:00Z");
  const actor = await actorOf(stage.world, rina);
  const { id: participantId } = await stage.db.participant.findFirstOrThrow({ where: { personId: siti } });
  const said = { updateId: ++updates, saidAt: stage.clock.now() };
  await stage.db.outbox.updateMany({ where: { personId: rina }, data: { state: "sent" } });
  const outcome = await writeFirst(stage.world, actor, {
    scope: { kind: "participant", participantId },
    text: "Boleh, Bu.",
    ...said,
  });
  expect(await listed()).toEqual(["Budi"]);
  stage.clock.advance(20_000);
  await write(siti, 1, "Mohon jawabannya, Bu.");
  expect(await listed()).toEqual(["Budi", "Siti"]);
  stage.clock.advance(20_000);
  const actId = "actId" in outcome ? outcome.actId : 0;
  expect(await undoAct(stage.world, actor, { actId, saidAt: stage.clock.now() })).toMatchObject({ kind: "undone" });
  expect([await listed(), await waitsSince()]).toEqual([["Siti", "Budi"], "2024-06-10"]);
});

test("who is told again, hurried or told instead reads the question, not the thanks that came after it", async () => {
  await ask(siti, "Bolehkah tanggalnya diubah?");
  await write(siti, 1, "Terima kasih sebelumnya");
  at("2024-06-11T03:00:00Z");
  expect(await repeatQuestions(stage.world)).toEqual({ repeated: 1 });
  at("2024-06-12T03:00:00Z");
  await escalateQuestions(stage.world);
  const { id } = await stage.db.person.findFirstOrThrow({ where: { name: "Kepala" } });
  await hurryTrainers(stage.world, await actorOf(stage.world, id), 1);
  const found = await stage.db.outbox.findMany({ where: { subjects: { has: "unanswered:1" } } });
  expect(found.map(({ message }) => JSON.stringify(message))).toEqual(
    [1, 2, 3].map(() => expect.stringContaining("Bolehkah tanggalnya diubah?")),
  );
});
