// Somebody who was a trainer or an admin, and goes on pressing and typing: they hear that it is not theirs any more, whom to ask, and how they
// go on as somebody who takes part.
import { expect, test } from "vitest";
import { COMMANDS } from "../../../src/bot/routes/commands/commands.js";
import { ROUTES } from "../../../src/bot/routes/routes.js";
import type { ActionName } from "../../../src/domain/messages/action.js";
import type { Person } from "../../../src/sandbox/shapes.js";
import { BUTTONS } from "../../support/stage/every-button.js";
import { presses, says, screen } from "../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { WALKED_IN } from "../../support/walked-in.js";
import {
  buildAdmin,
  buildClass,
  buildParticipant,
  buildTrainer,
  TEST_STAFF_NOTICE,
} from "../../support/world/builders.js";

// Tuesday of the second week after the class, 10:00 in Bintan.
const stage = stageAt("2024-06-11T03:00:00Z");
const acts = phoneActsOn(stage, 61_000);

const WORDS = {
  id: {
    trainer: "Tugas Bapak/Ibu sebagai pelatih sudah berakhir",
    admin: "Tugas Bapak/Ibu sebagai admin sudah berakhir",
    ask: "Bila ini keliru, mohon hubungi",
    join: "Saya peserta pelatihan",
    agree: "✅ Setuju",
  },
  en: {
    trainer: "You are no longer a trainer",
    admin: "You are no longer an admin",
    ask: "If this is a mistake, please contact",
    join: "I take part in a class",
    agree: "✅ I agree",
  },
} as const;

const isForStaff = (who: string) => ["trainer", "admin", "operator"].includes(who);
const STAFF_BUTTONS = (Object.keys(BUTTONS) as ActionName[]).filter((name) => isForStaff(ROUTES[name].who));
const STAFF_COMMANDS = COMMANDS.filter(({ who }) => isForStaff(who)).flatMap(({ name, aliases }) => [name, ...aliases]);

const press = (name: ActionName) => (phone: Person) =>
  phone.pressesOn(phone.lastMessage()?.message_id ?? 1, [name, ...BUTTONS[name].slice(1)].join(":"));

const revoke = (personId: number) =>
  stage.db.roleBinding.updateMany({ where: { personId }, data: { revokedAt: stage.clock.now() } });

const rows = async () => [
  await stage.db.followUp.count(),
  await stage.db.careAct.count(),
  await stage.db.announcement.count(),
];

// Keeps A01, P34, T01.
test.each([
  ["id", "trainer"],
  ["en", "trainer"],
  ["id", "admin"],
  ["en", "admin"],
] as const)(
  "whatever a former %s-speaking %s presses or types is answered so, and changes nothing",
  async (language, role) => {
    const { id: classId } = await buildClass(stage.db);
    await buildParticipant(stage.db, classId, { name: "Siti" });
    const person =
      role === "trainer"
        ? await buildTrainer(stage.db, [classId], { name: "Rina", language })
        : await buildAdmin(stage.db, { name: "Rina", language, regionCode: "21" });
    const rina = stage.person({ id: Number(person.telegramId), name: "Rina" });
    await acts(rina, says("/start"));
    await revoke(person.id);
    const before = await rows();
    const words = WORDS[language];

    const silent: string[] = [];
    const answered = async (what: string, act: (phone: Person) => unknown) => {
      await acts(rina, act);
      const said = screen(rina);
      const isClear = said.includes(words[role]) && said.includes(words.ask) && !said.includes("/kelola");
      const labels = (rina.lastMessage()?.reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text);
      if (!isClear || !labels.includes(words.join)) silent.push(what);
    };
    for (const name of STAFF_BUTTONS) await answered(name, press(name));
    for (const name of STAFF_COMMANDS) await answered(`/${name}`, says(`/${name}`));
    await answered("menu", press("menu"));
    await answered("/start", says("/start"));
    await answered("words", says("halo"));
    await answered("a photo", (phone) => phone.sendsPhoto({ caption: "foto" }));
    expect(silent).toEqual([]);
    expect(await rows()).toEqual(before);

    // Somebody who held a role may take part in a class as well.
    await acts(rina, presses(words.join));
    await acts(rina, presses(words.agree));
    expect(screen(rina)).not.toContain(words[role]);
    await acts(rina, press(role === "trainer" ? "overdue" : "programme"));
    expect(screen(rina)).toContain(words[role]);
    expect(stage.errors).toEqual([]);
  },
  120_000,
);

test.each(WALKED_IN)("in the middle of a form too, and by Telegram's own reply, in %s", async (language) => {
  const { id: classId } = await buildClass(stage.db);
  const { person } = await buildParticipant(stage.db, classId, { name: "Siti" });
  const trainer = await buildTrainer(stage.db, [classId], { name: "Rina", language });
  const rina = stage.person({ id: Number(trainer.telegramId), name: "Rina" });
  const siti = stage.person({ id: Number(person.telegramId), name: "Siti" });
  await acts(rina, says("/start"));
  await acts(siti, says("/tanya"), says("Boleh ganti tanggal?"));
  await stage.tick();
  await acts(rina, (phone) => phone.pressesOn(phone.lastMessage()?.message_id ?? 1, "write:participant:1"));
  await revoke(trainer.id);
  await acts(rina, says("Semangat"));
  expect(screen(rina)).toContain(WORDS[language].trainer);
  const question = rina.received().find(({ text }) => text?.includes("Boleh ganti tanggal?"));
  await acts(rina, (phone) => phone.repliesTo(question?.message_id ?? 1, "Boleh"));
  expect(screen(rina)).toContain(WORDS[language].trainer);
  expect(siti.received().some(({ text }) => text?.includes("Semangat") || text === "Boleh")).toBe(false);
  expect(stage.errors).toEqual([]);
});

test.each(WALKED_IN)("who still is something hears it of what they lost alone, in %s", async (language) => {
  const { id: classId } = await buildClass(stage.db);
  const words = WORDS[language];
  const both = await buildTrainer(stage.db, [classId], { name: "Rina", language });
  await stage.db.roleBinding.create({
    data: { personId: both.id, role: "admin", grantedAt: both.createdAt, revokedAt: stage.clock.now() },
  });
  const rina = stage.person({ id: Number(both.telegramId), name: "Rina" });
  await acts(rina, says("/start"));
  expect(screen(rina)).not.toContain(words.admin);
  await acts(rina, press("programme"));
  expect(screen(rina)).toContain(words.admin);
  await acts(rina, press("overdue"));
  expect(screen(rina)).not.toContain(words.admin);

  const { person } = await buildParticipant(stage.db, classId, { name: "Siti", language });
  const consent = { noticeVersion: TEST_STAFF_NOTICE, givenAt: person.createdAt, updateId: 999_999 };
  await stage.db.consentReceipt.create({ data: { personId: person.id, ...consent } });
  await stage.db.roleBinding.create({
    data: { personId: person.id, role: "trainer", grantedAt: person.createdAt, revokedAt: stage.clock.now() },
  });
  const siti = stage.person({ id: Number(person.telegramId), name: "Siti" });
  await acts(siti, says("/start"));
  expect(screen(siti)).not.toContain(words.trainer);
  await acts(siti, says("/terlambat"));
  expect(screen(siti)).toContain(words.trainer);
  expect(stage.errors).toEqual([]);
});

test.each(WALKED_IN)(
  "whose class was given to somebody else is told so by its old buttons, in %s",
  async (language) => {
    const { id: classId } = await buildClass(stage.db);
    const { participant } = await buildParticipant(stage.db, classId, { name: "Siti" });
    const trainer = await buildTrainer(stage.db, [classId], { name: "Rina", language });
    const rina = stage.person({ id: Number(trainer.telegramId), name: "Rina" });
    await acts(rina, says("/start"));
    await stage.db.classTrainer.deleteMany({ where: { personId: trainer.id } });
    const ask = { id: "mohon", en: "please" }[language];
    for (const data of [`class:${classId}`, `person:${participant.id}`, `class_files:${classId}`]) {
      await acts(rina, (phone) => phone.pressesOn(phone.lastMessage()?.message_id ?? 1, data));
      expect(screen(rina), data).toMatch(language === "id" ? /bukan|tidak/ : /not/);
      expect(screen(rina), data).toContain(ask);
    }
    expect(stage.errors).toEqual([]);
  },
);
