// A trainer's morning: five with their reason, the rest by count; it stays where it is, and ticks off who was dealt with.
import { expect, test } from "vitest";
import type { Person } from "../../../src/sandbox/shapes.js";
import { tickMornings } from "../../../src/use-cases/index.js";
import { presses, screen } from "../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { WALKED_IN } from "../../support/walked-in.js";
import { buildClass, buildParticipant, buildTrainer } from "../../support/world/builders.js";
import { actorOf, report } from "../../support/world/plans.js";

// Tuesday, the second working day after the plans were due.
const stage = stageAt("2024-07-08T23:00:00Z");
const onPhone = phoneActsOn(stage, 3_000);

async function at(instant: string): Promise<void> {
  stage.clock.set(new Date(instant));
  await stage.tick();
}

async function aClass(language: "id" | "en", people: number) {
  const { db } = stage;
  const trainingClass = await buildClass(db, { name: "Kepri 1" });
  const rina = stage.person({ name: "Rina" });
  const trainer = await buildTrainer(db, [trainingClass.id], { name: "Rina Marlina", telegramId: rina.id, language });
  const all = [];
  for (let n = 1; n <= people; n++) {
    const name = `${["Hasan", "Firdaus", "Nuraini", "Siti", "Joko", "Ana", "Umar"][n - 1]} Ahmad`;
    all.push(await buildParticipant(db, trainingClass.id, { name, libraryName: `Perpustakaan ${n}` }));
  }
  await db.workPlan.updateMany({ data: { state: "not_started" } });
  const askedAt = new Date("2024-07-08T05:00:00Z");
  const [first, second, third] = all;
  await db.followUp.create({
    data: {
      ...{ key: "help:1", planId: first?.plans[0]?.id ?? 0, reason: "help", raisedAt: askedAt },
      dueOn: new Date("2024-07-07"),
    },
  });
  await db.questionThread.create({
    data: {
      ...{ participantId: second?.participant.id ?? 0, askedAt, lastAt: askedAt },
      messages: { create: { authorId: second?.person.id ?? 0, text: "Boleh?", sentAt: askedAt, updateId: 803 } },
    },
  });
  await db.person.update({
    where: { id: third?.person.id ?? 0 },
    data: { unreachableCause: "blocked", unreachableSince: askedAt },
  });
  rina.start();
  await stage.settle();
  stage.talk();
  return { rina, trainer, all };
}

const mornings = (phone: Person) => phone.received().filter(({ text }) => text?.startsWith("☀️"));

// Keeps T06.
test.each(WALKED_IN)("the morning stays, and ticks off who was dealt with, in %s", async (language) => {
  const { rina, all: people } = await aClass(language, 7);
  await at("2024-07-09T01:00:00Z");
  expect(mornings(rina)).toHaveLength(1);
  await onPhone(rina, presses("4"), presses(/🔔/));
  await at("2024-07-09T01:02:00Z");
  const six = people[5];
  for (const { id } of six?.plans ?? []) await report(stage.world, six?.person.id ?? 0, id, { state: "in_progress" });
  const third = people[2];
  await report(stage.world, third?.person.id ?? 0, third?.plans[0]?.id ?? 0, { state: "in_progress" });
  await at("2024-07-09T01:04:00Z");
  await onPhone(rina, (phone) => phone.pressesOn(mornings(phone)[0]?.message_id ?? 0, "morning_needs"));

  await expect(stage.talk()).toMatchFileSnapshot(`../transcripts/morning-${language}.txt`);
  expect(mornings(rina)).toHaveLength(1);
  // The number on its button is that of the page behind it.
  const [morning] = mornings(rina);
  const all = morning?.reply_markup?.inline_keyboard.flat().find((button) => /🔎/.test(button.text));
  expect(/\((\d+)\)/.exec(all?.text ?? "")?.[1]).toBe(/: (\d+)/.exec(screen(rina))?.[1]);
  // Nothing more has happened, so nothing changes.
  expect(await tickMornings(stage.world)).toEqual({ changed: 0 });
  expect(stage.errors).toEqual([]);
});

test("a morning with nothing new is not said, and one that was said names who is new", async () => {
  const { rina, all } = await aClass("id", 3);
  await at("2024-07-09T01:00:00Z");
  await at("2024-07-10T01:00:00Z");
  await at("2024-07-11T01:00:00Z");
  expect(mornings(rina)).toHaveLength(1);
  const raisedAt = new Date("2024-07-11T05:00:00Z");
  await stage.db.followUp.create({
    data: {
      key: "stuck:3",
      planId: all[2]?.plans[0]?.id ?? 0,
      reason: "stuck",
      raisedAt,
      dueOn: new Date("2024-07-07"),
    },
  });
  await at("2024-07-12T01:00:00Z");
  expect(mornings(rina)).toHaveLength(2);
  const said = mornings(rina).at(-1)?.text ?? "";
  expect(said.split("\n").filter((line) => line.includes("🆕"))).toEqual([expect.stringContaining("Nuraini Ahmad")]);
  expect(said).toContain("Sama seperti hari kerja kemarin: 2");
});

test("a morning that is gone, or of a trainer who is none any more, is no error and changes nothing", async () => {
  const { rina, trainer, all } = await aClass("id", 3);
  await at("2024-07-09T01:00:00Z");
  const actor = await actorOf(stage.world, all[2]?.person.id ?? 0);
  rina.deletes(mornings(rina)[0]?.message_id ?? 0);
  for (const { id } of all[2]?.plans ?? []) await report(stage.world, actor.person.id, id, { state: "done" });
  expect(await tickMornings(stage.world)).toEqual({ changed: 0 });
  expect(await tickMornings(stage.world)).toEqual({ changed: 0 });
  await stage.db.roleBinding.updateMany({ where: { personId: trainer.id }, data: { revokedAt: stage.clock.now() } });
  await stage.db.workPlan.updateMany({ data: { state: "done" } });
  expect(await tickMornings(stage.world)).toEqual({ changed: 0 });
  expect(stage.errors).toEqual([]);
});

test("who is dealt with is counted no more, on the message or behind its button, and the rest is not called all", async () => {
  const { rina, all } = await aClass("id", 7);
  await at("2024-07-09T01:00:00Z");
  const buttons = () => (mornings(rina)[0]?.reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text);
  const doesAll = async (people: typeof all) => {
    for (const { person, plans } of people) {
      for (const { id } of plans) await report(stage.world, person.id, id, { state: "done" });
    }
    await stage.tick();
  };
  // One of those who stand only behind the button.
  await doesAll(all.slice(6));
  expect(mornings(rina)[0]?.text).toContain("Lainnya: 1 orang");
  expect(buttons()).toContain("🔎 Semua yang perlu (6)");
  await stage.db.questionThread.updateMany({ data: { state: "answered" } });
  await doesAll(all.slice(0, 5));
  expect(mornings(rina)[0]?.text).toMatch(/yang paling mendesak sudah ditindaklanjuti[\s\S]+Lainnya: 1 orang/);
  expect(buttons()).toContain("🔎 Semua yang perlu (1)");
  await doesAll(all.slice(5, 6));
  expect(mornings(rina)[0]?.text).toMatch(/· semua sudah ditindaklanjuti/);
  expect(mornings(rina)[0]?.text).not.toContain("Lainnya");
  expect(buttons()).not.toContainEqual(expect.stringContaining("🔎"));
  expect(await tickMornings(stage.world)).toEqual({ changed: 0 });
  expect(stage.errors).toEqual([]);
});
