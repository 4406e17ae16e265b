// Two trainers have answered one question, and one of them is erased: what the other wrote was never theirs.
import { expect, test } from "vitest";
import { askTrainers, erasePerson, finishErasures, replyInThread, viewAsking } from "../../../src/use-cases/index.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildTrainer } from "../../support/world/builders.js";
import { actorOf, berakit } from "../../support/world/plans.js";

// Monday, 10:00 in Bintan.
const stage = stageAt("2024-06-10T03:00:00Z");

test("an answer that waits to leave leaves, and one that has left keeps its words, when a colleague who answered before is erased", async () => {
  const { personId: siti, trainingClass } = await berakit(stage.db);
  const rina = (await buildTrainer(stage.db, [trainingClass.id], { name: "Rina Marlina" })).id;
  const dodi = (await buildTrainer(stage.db, [trainingClass.id], { name: "Dodi Saputra" })).id;
  await askTrainers(stage.world, await actorOf(stage.world, siti), { text: "Bolehkah?", files: [], updateId: 901 });
  for (const [by, text] of [rina, dodi, dodi].map((by, n) => [by, `Jawaban ${n + 1}`] as const)) {
    const answer = { threadId: 1, text, files: [], updateId: 910 + Number(text.slice(-1)) };
    expect(await replyInThread(stage.world, await actorOf(stage.world, by), answer)).toMatchObject({ kind: "sent" });
  }
  const answers = () => stage.db.outbox.findMany({ where: { kind: "answer" }, orderBy: { id: "asc" } });
  const [, left] = await answers();
  await stage.db.outbox.update({
    where: { id: left?.id ?? 0 },
    data: { state: "sent", settledAt: stage.clock.now() },
  });

  const erasing = await erasePerson(stage.world, await actorOf(stage.world, rina), { personId: rina, endsRoles: true });
  expect(erasing).toMatchObject({ kind: "erased" });
  await finishErasures(stage.world);

  const found = (await answers()).map(({ state, message }) => [state, JSON.stringify(message ?? "")]);
  expect(found.slice(1)).toEqual([
    ["sent", expect.stringContaining("Jawaban 2")],
    ["waiting", expect.stringContaining("Jawaban 3")],
  ]);
  expect(found[0]?.[1]).not.toContain("Jawaban 1");

  const lastSeen = async () => (await viewAsking(stage.world, await actorOf(stage.world, siti))).last;
  expect(await lastSeen()).toMatchObject({
    state: "answered",
    answer: { authorName: "Dodi Saputra", text: "Jawaban 3" },
  });
  await erasePerson(stage.world, await actorOf(stage.world, dodi), { personId: dodi, endsRoles: true });
  await finishErasures(stage.world);
  expect(await lastSeen()).toMatchObject({ state: "answered", answer: null });
});
