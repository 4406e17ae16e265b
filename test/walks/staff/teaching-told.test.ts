// A trainer hears which classes are theirs now, and which are theirs no more: by a message, not by a list that has changed.
import { expect, test } from "vitest";
import { teachClass } from "../../../src/use-cases/index.js";
import { teachClasses } from "../../../src/use-cases/staff/classes/teach-classes.js";
import { screen } from "../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { WALKED_IN } from "../../support/walked-in.js";
import { buildAdmin, buildClass, buildTrainer } from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

// Monday, 09:00 in Jakarta.
const stage = stageAt("2026-04-06T02:00:00Z");
const acts = phoneActsOn(stage, 2000);

const WORDS = {
  id: {
    given: "Bapak/Ibu sekarang pelatih Kepri 2. Peserta dan jadwalnya ada di /kelas.",
    several: "Bapak/Ibu sekarang pelatih Kepri 2 dan Kepri 3.",
    taken: "Bapak/Ibu tidak lagi menjadi pelatih Kepri 2.",
  },
  en: {
    given: "You are now a trainer of Kepri 2. Its people and days are at /classes.",
    several: "You are now a trainer of Kepri 2 and Kepri 3.",
    taken: "You are no longer a trainer of Kepri 2.",
  },
} as const;

async function threeClasses(language: "id" | "en") {
  const classIds = [];
  for (const name of ["Kepri 1", "Kepri 2", "Kepri 3"]) classIds.push((await buildClass(stage.db, { name })).id);
  const [first = 0, second = 0, third = 0] = classIds;
  const rina = stage.person({ name: "Rina" });
  const trainer = await buildTrainer(stage.db, [first], { name: "Rina Marlina", telegramId: rina.id, language });
  const admin = await buildAdmin(stage.db, { name: "Budi", regionCode: "21" });
  await acts(rina, (phone) => phone.start());
  const actor = await actorOf(stage.world, admin.id);
  const teach = async (teaches: boolean, classId = second) => {
    const outcome = await teachClass(stage.world, actor, { classId, personId: trainer.id, teaches });
    await stage.settle();
    return outcome.kind;
  };
  const told = () => rina.received().filter(({ text }) => /pelatih Kepri|trainer of Kepri/.test(text ?? "")).length;
  return { rina, trainer, actor, second, third, teach, told };
}

// Keeps A05, T01.
test.each(WALKED_IN)("a class that is given and taken is told, each change once, in %s", async (language) => {
  const { rina, teach, told } = await threeClasses(language);
  const words = WORDS[language];
  expect([await teach(true), await teach(true)]).toEqual(["done", "done"]);
  expect(screen(rina)).toContain(words.given);
  expect(told()).toBe(1);
  expect([await teach(false), await teach(false)]).toEqual(["done", "done"]);
  expect(screen(rina)).toContain(words.taken);
  expect(told()).toBe(2);
  expect(stage.errors).toEqual([]);
});

// Keeps A05.
test.each(WALKED_IN)("several classes at once are one message, in %s", async (language) => {
  const { rina, trainer, actor, second, third, told } = await threeClasses(language);
  const wish = { classIds: [second, third], personId: trainer.id };
  expect(await teachClasses(stage.world, actor, wish)).toEqual({ kind: "done", taught: [second, third] });
  expect(await teachClasses(stage.world, actor, wish)).toEqual({ kind: "done", taught: [] });
  await stage.settle();
  expect(screen(rina)).toContain(WORDS[language].several);
  expect(told()).toBe(1);
});

test("what is given and taken again before they heard of it is not told, nor what one does to oneself", async () => {
  const { trainer, teach, told, second } = await threeClasses("id");
  // 22:00: they sleep.
  stage.clock.set(new Date("2026-04-06T15:00:00Z"));
  await teach(true);
  await teach(false);
  stage.clock.set(new Date("2026-04-07T02:00:00Z"));
  await stage.settle();
  expect(told()).toBe(0);

  await stage.db.roleBinding.create({
    data: { personId: trainer.id, role: "admin", regionCode: "21", grantedAt: stage.clock.now() },
  });
  const self = await actorOf(stage.world, trainer.id);
  expect((await teachClass(stage.world, self, { classId: second, personId: trainer.id, teaches: true })).kind).toBe(
    "done",
  );
  await stage.settle();
  expect(told()).toBe(0);
});
