// Who acts for two libraries tells a story of one of them: they are asked which, and it goes in that library's name.
import { expect, test } from "vitest";
import { everything, presses, says, screen } from "../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { buildClass, buildParticipant, buildTrainer } from "../../support/world/builders.js";

// Tuesday, 10:30 in Tanjungpinang.
const stage = stageAt("2024-06-11T03:30:00Z");
const inTurn = phoneActsOn(stage, 3000);

/** Eko, who acts for Lagoi, has taken over Berakit from Siti. */
async function cast() {
  const [siti, eko, rina, tono] = [
    stage.person({ name: "Siti" }),
    stage.person({ name: "Eko" }),
    stage.person({ name: "Rina" }),
    stage.person({ name: "Tono" }),
  ] as const;
  const { id: one } = await buildClass(stage.db, { name: "Kepri 1" });
  const { id: two } = await buildClass(stage.db, { name: "Kepri 2", startsOn: "2024-06-04" });
  const { participant } = await buildParticipant(stage.db, one, {
    ...{ name: "Siti Rahmawati", telegramId: siti.id, libraryName: "Perpustakaan Berakit" },
  });
  await buildParticipant(stage.db, two, {
    ...{ name: "Eko Prasetyo", telegramId: eko.id, libraryName: "Perpustakaan Lagoi", placeCode: "21.01.10.2002" },
  });
  await buildTrainer(stage.db, [one], { name: "Rina Marlina", telegramId: rina.id });
  await buildTrainer(stage.db, [two], { name: "Tono", telegramId: tono.id });
  for (const each of [siti, eko, rina, tono]) await inTurn(each, (p) => p.start());
  await inTurn(siti, (p) => p.pressesOn(1, `hand_over_code:${participant.id}`));
  const [, code = ""] = /start=([A-Z2-9-]+)/.exec(screen(siti)) ?? [];
  await inTurn(eko, (p) => p.start(code), presses("✅ Ya, terima"));
  return { eko, rina, tono, berakit: one };
}

const SLOW = 60_000;

test("a story is told of the library that was chosen, and its own trainers hear of it", { timeout: SLOW }, async () => {
  const { eko, rina, tono } = await cast();
  await inTurn(eko, (p) => p.pressesOn(1, "write_story"));
  expect(screen(eko)).toContain("Ini cerita perpustakaan yang mana?");
  await inTurn(eko, presses(/Berakit/), says("Seorang ibu"), says("Sepi"), says("Kelas memasak"), says("Ramai"));
  await inTurn(eko, says("Belum ada"), presses("Lewati"));
  expect(everything(eko)).toContain("🏠 Perpustakaan Berakit");
  expect(everything(eko)).not.toContain("🏠 Perpustakaan Lagoi");
  await inTurn(eko, presses(/^✅/));
  await stage.settle();
  expect(everything(rina)).toContain("Eko Prasetyo (Perpustakaan Berakit) mengirim cerita perubahan.");
  expect(everything(tono)).not.toContain("cerita perubahan");
  expect(stage.errors).toEqual([]);
});

test("a library that went on to somebody else meanwhile: its teller reads whose story it would be", {
  timeout: SLOW,
}, async () => {
  const { eko, berakit } = await cast();
  await inTurn(eko, (p) => p.pressesOn(1, "write_story"), presses(/Berakit/), says("Seorang anak"), says("Jauh"));
  await inTurn(eko, says("Perpustakaan keliling"), says("Dekat"), says("Belum ada"), presses("Lewati"));
  const held = await stage.db.participant.findFirstOrThrow({ where: { classId: berakit, leftAt: null } });
  await stage.db.participant.update({ where: { id: held.id }, data: { leftAt: stage.clock.now() } });
  await inTurn(eko, presses(/^✅/));
  expect(await stage.db.story.count()).toBe(0);
  expect(screen(eko)).not.toContain("Berakit");
  await inTurn(eko, presses(/^✅/));
  expect(await stage.db.story.count()).toBe(1);
  expect(stage.errors).toEqual([]);
});
