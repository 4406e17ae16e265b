// F25: a form is changed by a deploy while people are in the middle of it. Their answers belong to questions that may be gone: none
// is taken for an answer to another, each is told, and begins again.

import { expect, test } from "vitest";
import { FORMS, type FormName } from "../../../src/bot/forms/forms.js";
import type { Person } from "../../../src/sandbox/shapes.js";
import { sendsRules, valuesWorkbook } from "../../support/files/rules-workbook.js";
import { plainList } from "../../support/plain/plain-rosters.js";
import type { Act } from "../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildParticipant, buildSession, buildTrainer } from "../../support/world/builders.js";
import { forgetName } from "./hostile-scene.js";

// Tuesday, 10:00 in Tanjungpinang, after the class.
const stage = stageAt("2024-06-11T03:00:00Z");

type Who = "newcomer" | "participant" | "trainer" | "admin";

/** Who fills it in, how they come to its second question or its open first one, and what they then answer. */
const IN_THE_MIDDLE: Record<FormName, { who: Who; until: Act[]; answer: Act; english?: boolean }> = {
  registration: {
    who: "newcomer",
    until: [(p) => p.start("masuk-kepri"), (p) => p.presses("✅ Setuju"), (p) => p.says("Lewati")],
    answer: (p) => p.says("Siti Rahmawati"),
  },
  plan: {
    who: "participant",
    until: [(p) => p.says("/plan"), (p) => p.presses({ data: "plan:1" })],
    answer: (p) => p.says("A course in making banana chips"),
    english: true,
  },
  report: {
    who: "participant",
    until: [(p) => p.says("/lapor"), (p) => p.presses({ data: "report:2" })],
    answer: (p) => p.presses(/Selesai/),
  },
  add_files: {
    who: "participant",
    until: [(p) => p.pressesOn(1, "report:2"), (p) => p.presses(/Tidak ada perubahan/), (p) => p.sendsPhoto()],
    answer: (p) => p.sendsPhoto(),
  },
  feedback: {
    who: "participant",
    until: [(p) => p.pressesOn(1, "feedback:1"), (p) => p.presses(/^5/)],
    answer: (p) => p.presses(/^4/),
  },
  quick_answer: {
    who: "trainer",
    until: [(p) => p.pressesOn(1, "write_answer")],
    answer: (p) => p.says("Boleh, silakan."),
  },
  story: {
    who: "participant",
    until: [(p) => p.pressesOn(1, "write_story"), (p) => p.says("Seorang ibu penjual kue")],
    answer: (p) => p.says("Hanya dijual kepada tetangga"),
  },
  story_guardian: {
    who: "participant",
    until: [(p) => p.pressesOn(1, "guardian:1")],
    answer: (p) => p.says("Ibu Ratna"),
  },
  story_typing: {
    who: "trainer",
    until: [(p) => p.pressesOn(1, "type_story:1")],
    answer: (p) => p.says("Dulu hanya dijual kepada tetangga"),
  },
  material: {
    who: "admin",
    until: [(p) => p.pressesOn(1, "write_material"), (p) => p.presses("Advokasi")],
    answer: (p) => p.says("Kapan laporan dikirim?"),
  },
  question: {
    who: "participant",
    until: [(p) => p.says("/tanya")],
    answer: (p) => p.says("Bolehkah kegiatan saya diundur?"),
  },
  move_session: {
    who: "trainer",
    until: [(p) => p.says("/kelas"), (p) => p.pressesOn(p.lastMessage()?.message_id ?? 0, "move_session:1")],
    answer: (p) => p.says("besok"),
  },
  length_session: {
    who: "trainer",
    until: [(p) => p.pressesOn(1, "length_session:1")],
    answer: (p) => p.presses(/^3 jam/),
  },
  place_session: {
    who: "trainer",
    until: [(p) => p.says("/kelas"), (p) => p.pressesOn(p.lastMessage()?.message_id ?? 0, "place_session:1")],
    answer: (p) => p.says("Aula lantai 2"),
  },
  announcement: {
    who: "admin",
    until: [(p) => p.says("/pengumuman")],
    answer: (p) => p.says("Selamat pagi, Bapak/Ibu {nama}."),
  },
  amend: {
    who: "admin",
    until: [(p) => p.pressesOn(1, "amend:1")],
    answer: (p) => p.says("Selamat pagi, yang benar Senin."),
  },
  audit_find: {
    who: "admin",
    until: [(p) => p.pressesOn(1, "audit_find:day:all")],
    answer: (p) => p.presses(/^Hari ini/),
  },
  exports: {
    who: "admin",
    until: [(p) => p.says("/ekspor")],
    answer: (p) => p.presses("📝 Laporan"),
  },
  export: {
    who: "admin",
    until: [(p) => p.pressesOn(1, "export_announcement:1")],
    answer: (p) => p.says("Untuk laporan bulanan"),
  },
  correction: {
    who: "trainer",
    until: [(p) => p.pressesOn(1, "ask_correction:1")],
    answer: (p) => p.presses(/Foto\/dokumen/),
  },
  contact: {
    who: "trainer",
    until: [(p) => p.pressesOn(1, "talked:plan-2:telephoned"), (p) => p.pressesOn(1, "talk_note:1")],
    answer: (p) => p.says("Menunggu dana desa"),
  },
  extension: {
    who: "trainer",
    until: [(p) => p.pressesOn(1, "extend_for:class-1")],
    answer: (p) => p.presses(/^Sampai/),
  },
  away: {
    who: "trainer",
    until: [(p) => p.pressesOn(1, "say_away"), (p) => p.says("15 Juni 2024")],
    answer: (p) => p.says("16 Juni 2024"),
  },
  pause: {
    who: "participant",
    until: [(p) => p.pressesOn(1, "pause")],
    answer: (p) => p.presses("🌴 Cuti"),
  },
  place_pause: {
    who: "admin",
    until: [(p) => p.pressesOn(1, "new_place_pause")],
    answer: (p) => p.presses("Aceh"),
  },
  cover: {
    who: "trainer",
    until: [
      ...[(p: Person) => p.pressesOn(1, "say_away"), (p: Person) => p.says("15 Juni 2024")],
      ...[(p: Person) => p.says("16 Juni 2024"), (p: Person) => p.presses("Tanpa pengganti")],
      ...[(p: Person) => p.presses("✅ Simpan"), (p: Person) => p.pressesOn(1, "change_cover:1")],
    ],
    answer: (p) => p.presses("Tanpa pengganti"),
  },
  remind: {
    who: "trainer",
    until: [(p) => p.pressesOn(1, "remind:class-1"), (p) => p.presses(/^✏️ isi/i)],
    answer: (p) => p.says("Saya di kantor"),
  },
  write: {
    who: "trainer",
    until: [(p) => p.pressesOn(1, "write:class-1")],
    answer: (p) => p.says("Besok libur"),
  },
  staff_name: {
    who: "admin",
    until: [(p) => p.says("halo")],
    answer: (p) => p.says("Budi Santoso"),
  },
  staff_invitation: {
    who: "admin",
    until: [(p) => p.pressesOn(1, "invite_trainer:1"), (p) => p.says("Mahmud Hidayat")],
    answer: (p) => p.says("0812 7777 8888"),
  },
  roster: {
    who: "admin",
    until: [(p) => p.pressesOn(1, "roster:1")],
    answer: (p) =>
      p.sendsDocument({
        name: "peserta.csv",
        mime: "text/csv",
        bytes: plainList("Wati;0812 7777 1111;21.01.08.2001;;"),
      }),
  },
  rules: {
    who: "admin",
    until: [(p) => p.pressesOn(1, "send_rules")],
    answer: sendsRules(valuesWorkbook({ perWeek: 5 })),
  },
  practice: {
    who: "admin",
    until: [(p) => p.pressesOn(1, "make_practice")],
    answer: (p) => p.says("Kepulauan Riau"),
  },
  cohort: {
    who: "admin",
    until: [(p) => p.pressesOn(1, "new_cohort"), (p) => p.says("2025")],
    answer: (p) => p.says("Bimtek 2025"),
  },
  wave: {
    who: "admin",
    until: [(p) => p.pressesOn(1, "new_wave:1"), (p) => p.says("1 Juli 2024")],
    answer: (p) => p.says("12 Juli 2024"),
  },
  class: {
    who: "admin",
    until: [(p) => p.pressesOn(1, "new_class:1:21"), (p) => p.says("1 Juli 2024")],
    answer: (p) => p.says("5 Juli 2024"),
  },
  copy_class: {
    who: "admin",
    until: [(p) => p.pressesOn(1, "copy_class:1"), (p) => p.says("1 Juli 2024")],
    answer: (p) => p.says("Kelas kedua"),
  },
  class_detail: {
    who: "admin",
    until: [(p) => p.pressesOn(1, "change_class:1:name")],
    answer: (p) => p.says("Kelas Bintan"),
  },
  shift_class: {
    who: "admin",
    until: [(p) => p.pressesOn(1, "shift_class:1")],
    answer: (p) => p.says("1 Juli 2024"),
  },
  session: {
    who: "admin",
    until: [(p) => p.pressesOn(1, "add_session:1"), (p) => p.says("Penutupan")],
    answer: (p) => p.says("7 Juni 2024"),
  },
};

/** A class with everybody, an unwritten plan (1), written ones (2, 3), a session to come and a published announcement. */
async function onStage(who: Who, english: boolean, form?: FormName): Promise<Person> {
  const phone = stage.person({ name: "Siti", english });
  const language = english ? "en" : "id";
  const of = (one: Who) => (one === who ? { telegramId: phone.id, language: language as "id" | "en" } : {});
  // The days of a class that has begun stand.
  const ahead = form === "shift_class" ? { startsOn: "2024-06-24" as const } : {};
  const trainingClass = await buildClass(stage.db, { joinToken: "masuk-kepri", ...ahead });
  await buildTrainer(stage.db, [trainingClass.id], of("trainer"));
  const admin = await buildAdmin(stage.db, of("admin"));
  const { person, participant } = await buildParticipant(stage.db, trainingClass.id, of("participant"));
  await stage.db.workPlan.updateMany({
    where: { id: { in: [2, 3] } },
    data: { state: "not_started", activity: "Pelatihan keripik", writtenAt: stage.clock.now() },
  });
  await buildSession(stage.db, trainingClass.id, { startsAt: new Date("2024-06-20T02:00:00Z") });
  // Of the second plan, and not reviewed.
  const report = { number: "LP-241-0001", planId: 2, state: "not_started" as const, reportedAt: stage.clock.now() };
  await stage.db.progressReport.create({ data: { ...report, authorId: person.id, updateId: -1 } });
  // A story with a part that was said, and children on its photo.
  const [written, spoken] = [
    { text: "Seorang ibu", voiceId: null },
    { text: null, voiceId: "suara" },
  ];
  await stage.db.story.create({
    data: {
      ...{ participantId: participant.id, updateId: -1, sentAt: stage.clock.now(), awaitsTyping: true },
      ...{ photos: ["foto"], showsChildren: true },
      answers: { who: written, before: spoken, activity: written, after: written, proof: written },
    },
  });
  const content = { text: "Selamat pagi", marks: [] };
  const kept = { content, audience: { reach: [] }, contentHash: "x", createdAt: stage.clock.now() };
  // Already out, with its draft gone.
  const rows = who === "admin" ? [{ ...kept, authorId: admin.id, draftId: 99 }] : [];
  if (who !== "newcomer") phone.start();
  await stage.settle();
  await stage.db.announcement.createMany({ data: rows });
  return phone;
}

const inTurn = phoneActsOn(stage);

/** As a deploy does: the process is new, and every form's version another than the one that drafts were begun with. */
async function deploy(): Promise<void> {
  await stage.db.$executeRaw`UPDATE drafts SET version = version - 1`;
  stage.restart();
}

const TOLD = { id: "kita mulai lagi dari awal", en: "we begin again from the first" };
/** An announcement is read whichever version it was begun with, see the test of its own. */
const names = (Object.keys(FORMS) as FormName[]).filter((name) => name !== "announcement");

// Keeps F25.
test.each(names)("%s: an answer to the form as it was is taken for none of the new one's", async (name) => {
  const { who, until, answer, english = false } = IN_THE_MIDDLE[name];
  const phone = await onStage(who, english, name);
  if (name === "staff_name") await forgetName(stage, phone);
  await inTurn(phone, ...until);
  const [begun] = await stage.db.draft.findMany();
  expect(begun?.form).toBe(name);
  const reports = await stage.db.progressReport.count();
  await deploy();

  const heard = phone.received().length;
  await inTurn(phone, answer);
  const said = phone.received().slice(heard);
  expect(said.map(({ text }) => text ?? "").join("\n")).toContain(TOLD[english ? "en" : "id"]);
  const [draft] = await stage.db.draft.findMany();
  expect(draft?.answers).toEqual({ view: { startedAgain: true } });
  expect(draft?.version).toBe(begun?.version ?? 0);
  expect(await stage.db.participant.count()).toBe(1);
  expect(await stage.db.progressReport.count()).toBe(reports);
  expect(await stage.db.questionThread.count()).toBe(0);
  expect(await stage.db.deadlineExtension.count()).toBe(0);

  // And it can be carried through: the next answer is one to the first question, said without the apology.
  await inTurn(phone, name === "registration" ? (p) => p.says("Lewati") : answer);
  expect(phone.lastMessage()?.text ?? "").not.toContain(TOLD[english ? "en" : "id"]);
  expect(stage.errors).toEqual([]);
});

// Keeps F25.
test.each(names)("%s: somebody who comes back to it by itself is told as well", async (name) => {
  const { who, until, english = false } = IN_THE_MIDDLE[name];
  const phone = await onStage(who, english, name);
  if (name === "staff_name") await forgetName(stage, phone);
  await inTurn(phone, ...until);
  await deploy();
  // Whatever the new version no longer knows: a question that is gone, even as the one being corrected.
  await stage.db.draft.updateMany({ data: { editing: "gone", answers: { gone: "x", phone: "not one" } } });
  await stage.db.conversationState.deleteMany();
  const [left] = await stage.db.draft.findMany();
  await inTurn(
    phone,
    (p) => p.says("halo"),
    (p) => p.pressesOn(p.lastMessage()?.message_id ?? 0, `resume:${left?.id}`),
  );
  expect(phone.lastMessage()?.text).toContain(TOLD[english ? "en" : "id"]);
  expect(stage.errors).toEqual([]);
});

// Keeps F25.
test("an announcement that was begun with four questions in a row is gone on with on its page, nothing of it lost", async () => {
  const phone = await onStage("admin", false);
  const before = { form: "announcement", subject: "new", version: 1, telegramId: phone.id };
  const at = stage.clock.now();
  const content = { text: "Rapat, {nama}", marks: [] };
  const answers = { content, scope: "class", trainingClass: "1", role: "participants", plans: "unwritten" };
  const { id } = await stage.db.draft.create({ data: { ...before, answers, createdAt: at, updatedAt: at } });
  await inTurn(phone, (p) => p.pressesOn(1, `resume:${id}`));
  expect(phone.lastMessage()?.text).toContain("“Rapat, {nama}”");
  expect(phone.lastMessage()?.text).toContain("Kepada: Peserta · Seluruh Indonesia · kelas Kepulauan Riau");
  expect(phone.lastMessage()?.text).toContain("rencananya belum diisi · 1 orang");
  await inTurn(
    phone,
    (p) => p.presses("✅ Kirim ke 1 orang"),
    (p) => p.presses("✅ Ya, kirim ke 1 orang"),
  );
  const announcement = await stage.db.announcement.findUniqueOrThrow({ where: { draftId: id } });
  expect(announcement.audience).toMatchObject({ classes: [1], role: "participants", plans: "unwritten" });
  expect(stage.errors).toEqual([]);
});

// Keeps F25.
test("handled twice, the first update after the deploy still answers no question", async () => {
  const phone = await onStage("newcomer", false);
  await inTurn(phone, ...IN_THE_MIDDLE.registration.until);
  await deploy();
  stage.handlesTwice = true;
  await inTurn(phone, (p) => p.says("Lewati"));
  expect(phone.lastMessage()?.text).toContain("Langkah 1 dari");
  const [draft] = await stage.db.draft.findMany();
  expect(draft?.answers).toEqual({ view: { startedAgain: true } });
  expect(stage.errors).toEqual([]);
});

// Keeps F25.
test("what was finished before the deploy is told, not begun again", async () => {
  const phone = await onStage("participant", false);
  await inTurn(phone, ...IN_THE_MIDDLE.question.until, IN_THE_MIDDLE.question.answer);
  await deploy();
  await inTurn(phone, (p) => p.says("/tanya"));
  expect(phone.lastMessage()?.text).not.toContain(TOLD.id);
  expect(stage.errors).toEqual([]);
});
