// Somebody whom nothing reaches: their pages say why, offer the telephone and WhatsApp, and ask for no letter that would not arrive.
import { expect, test } from "vitest";
import { action } from "../../../src/domain/messages/action.js";
import type { Person } from "../../../src/sandbox/shapes.js";
import { presses, screen } from "../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { WALKED_IN } from "../../support/walked-in.js";
import { buildClass, buildParticipant, buildTrainer } from "../../support/world/builders.js";

// Wednesday, 09:00 in Tanjungpinang, three days after the plans were due.
const stage = stageAt("2024-07-10T02:00:00Z");
const onPhone = phoneActsOn(stage, 3_000);

const open = (data: string) => (phone: Person) => phone.pressesOn(phone.lastMessage()?.message_id ?? 0, data);
const buttons = (phone: Person) => (phone.lastMessage()?.reply_markup?.inline_keyboard ?? []).flat();
const labels = (phone: Person) => buttons(phone).map(({ text }) => text);

const WORDS = {
  id: {
    ...{ write: "✉️ Tulis pesan", remind: "🔔 Ingatkan", talk: "✅ Sudah bicara" },
    blocked: "🚫 Memblokir bot, jadi pesan tidak sampai. Mohon telepon atau WhatsApp.",
    gone: "🚫 Akun tidak aktif lagi, jadi pesan tidak sampai.",
    plan: "🚫 Pesan bot tidak sampai. Mohon ditelepon.",
    silent: "🔇 Diam. Mohon diingatkan.",
    noReminders: "🔇 Diam.\n🔕 Meminta tidak dikirimi pengingat. Mohon telepon atau WhatsApp.",
    refused: "memblokir bot ini, mohon dihubungi langsung",
    list: { blocked: "memblokir bot", gone: "akun tidak aktif lagi" },
    beyond: "🚫 Pengingat tidak sampai",
    cause: "Memblokir bot atau akunnya tidak aktif lagi: 2 · telepon",
  },
  en: {
    ...{ write: "✉️ Write", remind: "🔔 Remind", talk: "✅ We talked" },
    blocked: "🚫 Blocked the bot, so nothing written here arrives. Please phone them or use WhatsApp.",
    gone: "🚫 Their Telegram account is gone, so nothing written here arrives.",
    plan: "🚫 The bot cannot reach them. Please phone.",
    silent: "🔇 Silent. Please remind them.",
    noReminders: "🔇 Silent.\n🔕 Wants no reminders. Please phone them or use WhatsApp.",
    refused: "has blocked this bot. Please contact them yourself.",
    list: { blocked: "blocked the bot", gone: "Telegram account gone" },
    beyond: "🚫 No reminder gets through",
    cause: "Blocked the bot, or account gone: 2 · phone them",
  },
};

// Keeps T07, T18.
test.each(WALKED_IN)("nobody is asked for a letter that would not arrive, in %s", async (language) => {
  const { db } = stage;
  const words = WORDS[language];
  const { id: classId } = await buildClass(db, { name: "Kepri 1" });
  const rina = stage.person({ name: "Rina" });
  await buildTrainer(db, [classId], { name: "Rina Marlina", telegramId: rina.id, language });
  const siti = await buildParticipant(db, classId, { name: "Siti Rahmawati" });
  const firdaus = await buildParticipant(db, classId, { name: "Firdaus Salim" });
  await db.workPlan.updateMany({ data: { state: "not_started" } });
  const cutOff = (unreachableCause: "blocked" | "gone") =>
    db.person.update({
      where: { id: firdaus.person.id },
      data: { unreachableCause, unreachableSince: new Date("2024-07-01T02:00:00Z") },
    });
  rina.start();
  await stage.settle();

  await onPhone(rina, open(`person:${siti.participant.id}`));
  expect(labels(rina)).toEqual(expect.arrayContaining([words.write, words.remind]));

  await cutOff("blocked");
  await onPhone(rina, open(`person:${firdaus.participant.id}`));
  expect(screen(rina)).toContain(words.blocked);
  expect(labels(rina)).not.toContain(words.write);
  expect(labels(rina)).not.toContain(words.remind);
  expect(buttons(rina)).toContainEqual(
    expect.objectContaining({ text: "WhatsApp", url: expect.stringContaining("wa.me") }),
  );
  // The button of a screen from before is answered at once, not after the letter is written.
  await onPhone(rina, open(`write:participant-${firdaus.participant.id}`));
  expect(screen(rina)).toContain(words.refused);
  await onPhone(rina, presses(/^⬅️/));
  expect(screen(rina)).toContain(words.blocked);

  // The pages of the plan and of all that is late speak alike, and call the talk what the page of the person does.
  for (const data of [`case:${firdaus.plans[0]?.id}`, `cases:${firdaus.plans[0]?.id}`]) {
    await onPhone(rina, open(data));
    expect(screen(rina), data).toContain(words.plan);
    expect(labels(rina), data).toContain(words.talk);
    expect(labels(rina), data).not.toContain(words.remind);
  }

  // Whoever has finished is out of reach as well.
  await db.workPlan.updateMany({ where: { libraryId: firdaus.library.id }, data: { state: "done" } });
  await cutOff("gone");
  await onPhone(rina, open(`person:${firdaus.participant.id}`));
  expect(screen(rina)).toContain(words.gone);
  expect(screen(rina)).toContain("🏁");
  expect(labels(rina)).not.toContain(words.write);

  await db.person.update({
    where: { id: firdaus.person.id },
    data: { unreachableCause: null, unreachableSince: null },
  });
  await onPhone(rina, open(`person:${firdaus.participant.id}`));
  expect(labels(rina)).toContain(words.write);
  expect(stage.errors).toEqual([]);
});

// Keeps T07.
test.each(WALKED_IN)("who stopped reminders is rung up instead, and their page says so, in %s", async (language) => {
  const { db } = stage;
  const words = WORDS[language];
  const { id: classId } = await buildClass(db, { name: "Kepri 1" });
  const rina = stage.person({ name: "Rina" });
  await buildTrainer(db, [classId], { name: "Rina Marlina", telegramId: rina.id, language });
  const siti = await buildParticipant(db, classId, { name: "Siti Rahmawati" });
  await db.workPlan.updateMany({ data: { state: "not_started" } });
  rina.start();
  await stage.settle();

  await onPhone(rina, open(`person:${siti.participant.id}`));
  expect(screen(rina)).toContain(words.silent);
  expect(labels(rina)).toContain(words.remind);

  await db.person.update({ where: { id: siti.person.id }, data: { optedOut: ["reminders"] } });
  await onPhone(rina, open(`person:${siti.participant.id}`));
  expect(screen(rina)).toContain(words.noReminders);
  expect(labels(rina)).toContain(words.write);
  expect(labels(rina)).not.toContain(words.remind);
  expect(stage.errors).toEqual([]);
});

// Keeps T07.
test.each(WALKED_IN)("lists and causes tell a gone account from a blocked bot, in %s", async (language) => {
  const { db } = stage;
  const { list, cause, beyond, talk } = WORDS[language];
  const { id: classId } = await buildClass(db, { name: "Kepri 1" });
  const rina = stage.person({ name: "Rina" });
  await buildTrainer(db, [classId], { name: "Rina Marlina", telegramId: rina.id, language });
  for (const [name, unreachableCause] of [
    ["Firdaus Salim", "blocked"],
    ["Siti Rahmawati", "gone"],
    ["Zulkifli Arif", null],
  ] as const) {
    const unreachableSince = unreachableCause === null ? null : new Date("2024-07-01T02:00:00Z");
    const { person } = await buildParticipant(db, classId, { name });
    await db.person.update({ where: { id: person.id }, data: { unreachableCause, unreachableSince } });
  }
  await db.workPlan.updateMany({ data: { state: "not_started" } });
  rina.start();
  await stage.settle();

  for (const filter of ["all", "late", "blocked"] as const) {
    await onPhone(rina, open(action("people", filter, 0)));
    const lineOf = (name: string) =>
      screen(rina)
        .split("\n")
        .find((line) => line.includes(name)) ?? "";
    expect(lineOf("Firdaus"), filter).toContain(list.blocked);
    expect(lineOf("Siti"), filter).toContain(list.gone);
    expect(lineOf("Siti"), filter).not.toContain(list.blocked);
  }
  // Somebody among them can be reminded. When nobody can, why is said, and what can be done.
  const reminders = () => labels(rina).filter((label) => label.startsWith("🔔") || label.startsWith("✉️"));
  await onPhone(rina, open(action("people", "late", 0)));
  expect(reminders()).toHaveLength(2);
  await db.person.updateMany({ where: { name: "Zulkifli Arif" }, data: { optedOut: ["reminders"] } });
  await onPhone(rina, open(action("people", "late", 0)));
  expect(reminders()).toEqual([expect.stringContaining("✉️")]);
  expect(screen(rina)).toContain(beyond);
  expect(screen(rina).length).toBeLessThanOrEqual(700);
  await onPhone(rina, presses("1"));
  expect(labels(rina)).toEqual(expect.arrayContaining(["WhatsApp", talk]));

  await onPhone(rina, open(action("causes", false)));
  expect(screen(rina)).toContain(cause);
  // Each of them is counted once.
  const counts = [...screen(rina).matchAll(/: (\d+)(?: ·|$)/gm)].map(([, count]) => Number(count));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(3);
  expect(stage.errors).toEqual([]);
});
