// P07: an office accompanies libraries; it is asked for plans only when the roster says so, or a trainer or admin asks for them.

import { describe, expect, test } from "vitest";
import { addDays } from "../../../src/domain/time/calendar.js";
import { textsFor } from "../../../src/texts/index.js";
import type { Stage } from "../../support/stage/stage.js";
import { stageAt } from "../../support/stage/stage-at.js";
import {
  buildAdmin,
  buildClass,
  buildParticipant,
  buildRosterRow,
  buildTrainer,
} from "../../support/world/builders.js";
import { BINTAN_OFFICE } from "../../support/world/plans.js";

// 09:00 WIB on the second working day after a class that ended on Friday, 7 June; its plans are due on 7 July.
const stage = stageAt("2024-06-11T02:00:00Z");

/** A class with its trainer Rina, and of one office Joko, whom she asks, and Sari, whom nobody asks. */
async function aClass(language: "id" | "en" = "id") {
  const trainingClass = await buildClass(stage.db);
  const [rina, joko, sari] = ["Rina", "Joko", "Sari"].map((name) => stage.person({ name }));
  if (rina === undefined || joko === undefined || sari === undefined) throw new Error("three people");
  await buildTrainer(stage.db, [trainingClass.id], { name: "Rina Marlina", telegramId: rina.id, language });
  const one = await buildParticipant(stage.db, trainingClass.id, {
    ...{ name: "Joko Susilo", phone: "+628990000001", telegramId: joko.id, language, ...BINTAN_OFFICE },
  });
  const other = await buildParticipant(stage.db, trainingClass.id, {
    ...{ name: "Sari Dewi", phone: "+628990000002", telegramId: sari.id, language, ...BINTAN_OFFICE },
  });
  for (const person of [rina, joko, sari]) person.start();
  await stage.settle();
  stage.talk();
  return { trainingClass, rina, joko, sari, jokos: one, saris: other };
}

type Phone = ReturnType<Stage["person"]>;

async function presses(phone: Phone, ...labels: string[]): Promise<void> {
  for (const label of labels) {
    phone.presses(label);
    await stage.settle();
  }
}

/** From the command to the answer of whoever asks Joko for plans. */
async function asksJoko(phone: Phone, command: string, askForPlans: string): Promise<void> {
  phone.says(command);
  await stage.settle();
  await presses(phone, "1", askForPlans);
}

/** What was settled weeks ago lies in the archive. */
async function posted(personId: number, kind?: string): Promise<number> {
  const where = { personId, ...(kind !== undefined && { kind }) };
  return (await stage.db.outbox.count({ where })) + (await stage.db.archivedPost.count({ where }));
}

describe.each([
  ["id", "/peserta", "flagging-an-office.txt"],
  ["en", "/participants", "flagging-an-office-in-english.txt"],
] as const)("in %s", (language, command, transcript) => {
  // Keeps P07.
  test("a trainer asks somebody of an office for plans: three plans, one message, however often it is handled", async () => {
    const { rina, joko, jokos } = await aClass(language);
    const { caseload, workPlans } = textsFor(language);
    await asksJoko(rina, command, caseload.askForPlans);
    joko.presses(workPlans.open);
    await stage.settle();
    rina.presses(caseload.backToPerson);
    await stage.settle();

    await expect(stage.talk()).toMatchFileSnapshot(`../transcripts/${transcript}`);

    // The button of the old screen again, and the update itself handled twice.
    stage.handlesTwice = true;
    rina.pressesOn(rina.received().at(-1)?.message_id ?? 0, `ask_plans:${jokos.participant.id}`);
    await stage.settle();
    expect(rina.lastMessage()?.text).toContain("Joko Susilo");
    expect(await stage.db.workPlan.count()).toBe(3);
    expect(await stage.db.libraryMember.count()).toBe(1);
    expect(await posted(jokos.person.id)).toBe(1);
    expect(await stage.db.audit.findMany({ where: { action: "plans.ask" } })).toMatchObject([
      { subject: `participant:${jokos.participant.id}` },
    ]);
    expect(rina.buttons()).not.toContain(`[${caseload.askForPlans}]`);
    expect(stage.errors).toEqual([]);
  });
});

describe.each([
  ["id", "/peserta", "withdrawing-a-flag.txt"],
  ["en", "/participants", "withdrawing-a-flag-in-english.txt"],
] as const)("in %s", (language, command, transcript) => {
  // Keeps P07.
  test("a trainer takes the request back: a short question, one message, and what was written stays", async () => {
    const { rina, joko, jokos } = await aClass(language);
    const { caseload } = textsFor(language);
    await asksJoko(rina, command, caseload.askForPlans);
    await stage.db.workPlan.updateMany({
      where: { type: "advocacy" },
      data: { state: "not_started", activity: "Pameran buku", writtenAt: stage.clock.now() },
    });
    stage.talk();

    const { backToPerson, confirmUnask, keepAsking, unaskPlans } = caseload;
    await presses(rina, backToPerson, unaskPlans, keepAsking, unaskPlans, confirmUnask, backToPerson);
    // The button of the request, still on their screen.
    joko.pressesOn(joko.received().find(({ text }) => text?.includes("Bintan"))?.message_id ?? 0, "plans");
    await stage.settle();

    await expect(stage.talk()).toMatchFileSnapshot(`../transcripts/${transcript}`);

    // The button of the question again, and the update itself handled twice; then one of the old card.
    stage.handlesTwice = true;
    const screen = rina.received().at(-1)?.message_id ?? 0;
    rina.pressesOn(screen, `unask_plans:${jokos.participant.id}`);
    await stage.settle();
    rina.pressesOn(screen, `ask_unask_plans:${jokos.participant.id}`);
    await stage.settle();
    expect(rina.buttons()).toContain(`[${caseload.askForPlans}]`);
    expect(await posted(jokos.person.id)).toBe(2);
    expect(await posted(jokos.person.id, "plans_unasked")).toBe(1);
    expect(await stage.db.audit.findMany({ where: { action: "plans.unask" } })).toMatchObject([
      { subject: `participant:${jokos.participant.id}` },
    ]);
    expect(await stage.db.workPlan.count({ where: { activity: "Pameran buku" } })).toBe(1);
    expect(stage.errors).toEqual([]);
  });
});

// Keeps P07.
test("until the plans are due and after, the one who is flagged is reminded, and their colleague hears nothing", {
  timeout: 120_000,
}, async () => {
  const { rina, joko, sari, jokos, saris } = await aClass();
  rina.says("/peserta");
  await stage.settle();
  rina.pressesOn(rina.received().at(-1)?.message_id ?? 0, `ask_plans:${jokos.participant.id}`);
  await stage.settle();

  for (let day = addDays("2024-06-11", 1); day <= "2024-07-16"; day = addDays(day, 1)) {
    stage.clock.set(new Date(`${day}T03:00:00Z`));
    await stage.tick();
  }

  // Two weeks, one week and a day before the due day, and once after it; the request itself stood for the first.
  expect(await posted(jokos.person.id, "plan_reminder")).toBe(4);
  // Both were in the class, and are asked what they think of it.
  expect([await posted(saris.person.id), await posted(saris.person.id, "feedback_invitation")]).toEqual([1, 1]);
  sari.says("/rencana");
  await stage.settle();
  expect(sari.lastMessage()?.text).toContain("tidak ada rencana kerja yang perlu diisi");
  rina.says("/peserta");
  await stage.settle();
  const list = rina.lastMessage()?.text ?? "";
  expect(list).toContain("🔴 Joko Susilo");
  expect(list).toContain("2. Sari Dewi, Kab. Bintan – tanpa rencana kerja");
  expect(joko.received().length).toBeGreaterThan(4);
  expect(stage.errors).toEqual([]);
});

// Keeps P07.
test("who is flagged on the roster is told of the plans when they register, and who is not has none", async () => {
  const trainingClass = await buildClass(stage.db);
  await buildRosterRow(stage.db, trainingClass.id, {
    ...{ name: "Joko Susilo", phone: "+628990000001", flagged: true, ...BINTAN_OFFICE },
  });
  await buildRosterRow(stage.db, trainingClass.id, { name: "Sari Dewi", phone: "+628990000002", ...BINTAN_OFFICE });
  const joko = stage.person({ name: "Joko", phone: "628990000001" });
  const sari = stage.person({ name: "Sari", phone: "628990000002" });
  stage.handlesTwice = true;

  for (const person of [joko, sari]) {
    person.start(trainingClass.joinToken);
    await stage.settle();
    person.presses("✅ Setuju");
    await stage.settle();
    person.sharesContact();
    await stage.settle();
    person.presses("✅ Benar, daftarkan");
    await stage.settle();
  }

  const receiptOf = (person: typeof joko) =>
    person.received().findLast(({ text }) => text?.includes("Bapak/Ibu sudah terdaftar"))?.text;
  expect(receiptOf(joko)).toContain("tiga rencana kerja: 7 Juli 2024");
  expect(receiptOf(joko)).toContain("tekan Rencana di bawah");
  expect(receiptOf(sari)).not.toContain("rencana");
  expect(await stage.db.workPlan.count()).toBe(3);
  await stage.tick();
  const reminded = await stage.db.outbox.findMany({ where: { kind: "plan_reminder" } });
  expect(reminded.map(({ chatId }) => Number(chatId))).toEqual([joko.id]);
  expect(stage.errors).toEqual([]);
});

// Keeps P07.
test("nobody flags a person outside their classes or region: a friendly no, and nothing changes", async () => {
  const { jokos } = await aClass();
  const elsewhere = await buildClass(stage.db, { provinceCode: "63", name: "Kalimantan Selatan" });
  const budi = stage.person({ name: "Budi" });
  const mary = stage.person({ name: "Mary" });
  await buildTrainer(stage.db, [elsewhere.id], { name: "Budi Santoso", telegramId: budi.id });
  await buildAdmin(stage.db, { name: "Mary Lestari", telegramId: mary.id, regionCode: "63" });

  for (const stranger of [budi, mary]) {
    stranger.says("/peserta");
    await stage.settle();
    for (const button of ["ask_plans", "ask_unask_plans", "unask_plans"]) {
      stranger.pressesOn(stranger.received().at(-1)?.message_id ?? 0, `${button}:${jokos.participant.id}`);
      await stage.settle();
      expect(stranger.lastMessage()?.text).toContain("bukan di kelas atau wilayah");
    }
  }

  expect(await stage.db.workPlan.count()).toBe(0);
  expect(await stage.db.participant.count({ where: { flagged: true } })).toBe(0);
  expect(await posted(jokos.person.id)).toBe(0);
  expect(await stage.db.audit.count({ where: { action: "plans.ask" } })).toBe(0);
});

// Keeps P07.
test("an admin of the region asks as a trainer does, and nobody is asked when the class's plans are past", async () => {
  const { jokos, saris } = await aClass();
  const admin = stage.person({ name: "Ani" });
  await buildAdmin(stage.db, { name: "Ani Lestari", telegramId: admin.id, regionCode: "21" });
  const asks = async (participantId: number) => {
    admin.says("/peserta");
    await stage.settle();
    admin.pressesOn(admin.received().at(-1)?.message_id ?? 0, `ask_plans:${participantId}`);
    await stage.settle();
    return admin.lastMessage()?.text;
  };

  stage.handlesTwice = true;
  expect(await asks(jokos.participant.id)).toContain("diminta mengisi tiga rencana kerja");
  expect(await posted(jokos.person.id, "plans_asked")).toBe(1);

  stage.clock.set(new Date("2024-07-08T03:00:00Z"));
  expect(await asks(saris.participant.id)).toContain("sudah lewat");
  expect(await stage.db.libraryMember.count()).toBe(1);
  expect(await posted(saris.person.id)).toBe(0);
});
