// A story of change is news of the day to those who look after its author, once, in both languages.
import { expect, test } from "vitest";
import { listNews } from "../../../../src/use-cases/index.js";
import { stageAt } from "../../../support/stage/stage-at.js";
import { buildClass, buildParticipant, buildTrainer } from "../../../support/world/builders.js";
import { actorOf } from "../../../support/world/plans.js";

const stage = stageAt("2024-07-01T09:00:00Z");

async function tells(participantId: number, updateId: number) {
  const facts = { updateId, sentAt: stage.clock.now(), awaitsTyping: false, showsChildren: false };
  await stage.db.story.create({ data: { ...facts, participantId, answers: {} } });
}

// Keeps T05.
test.each([
  ["id", "📖 Siti Rahmawati menceritakan perubahan di perpustakaannya"],
  ["en", "📖 Siti Rahmawati told a story of change at their library"],
] as const)("the evening's summary says who has told a story (%s)", async (language, line) => {
  const { id } = await buildClass(stage.db);
  const rina = stage.person({ name: "Rina", english: language === "en" });
  await buildTrainer(stage.db, [id], { telegramId: rina.id, language });
  rina.start();
  await stage.settle();
  const siti = await buildParticipant(stage.db, id, { name: "Siti Rahmawati" });
  await tells(siti.participant.id, 900);
  for (const instant of ["2024-07-01T09:30:00Z", "2024-07-02T09:30:00Z"]) {
    stage.clock.set(new Date(instant));
    await stage.tick();
  }
  const told = rina.received().filter(({ text }) => text?.includes(line));
  expect(told).toHaveLength(1);
  expect(stage.errors).toEqual([]);
});

// Keeps T05.
test("nobody hears of the stories of people whom they do not look after, nor of those who were erased", async () => {
  const { id } = await buildClass(stage.db);
  const other = await buildClass(stage.db, { name: "Kelas lain" });
  const [own, stranger] = [await buildTrainer(stage.db, [id]), await buildTrainer(stage.db, [other.id])];
  const siti = await buildParticipant(stage.db, id, { name: "Siti Rahmawati" });
  const gone = await buildParticipant(stage.db, id, { name: "Budi" });
  await tells(siti.participant.id, 900);
  await tells(gone.participant.id, 901);
  await stage.db.person.update({ where: { id: gone.person.id }, data: { erasedAt: stage.clock.now() } });
  const day = { fromAt: new Date("2024-06-30T09:00:00Z"), toAt: stage.clock.now() };
  const newsOf = async (personId: number) =>
    (await listNews(stage.world, await actorOf(stage.world, personId), day)).events.map(({ kind, name }) => [
      kind,
      name,
    ]);
  expect(await newsOf(own.id)).toEqual([["story", "Siti Rahmawati"]]);
  expect(await newsOf(stranger.id)).toEqual([]);
});
