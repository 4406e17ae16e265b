// A class day of a trainer: the evening before, the board in the morning as people join and answer, and those without a phone.
import { expect, test } from "vitest";
import { instantAt } from "../../../src/domain/time/calendar.js";
import { textsFor } from "../../../src/texts/index.js";
import { tellOfClassDays, updateBoards } from "../../../src/use-cases/index.js";
import { presses, says, screen } from "../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import {
  buildClass,
  buildParticipant,
  buildRosterRow,
  buildSession,
  buildTrainer,
} from "../../support/world/builders.js";

const ZONE = "Asia/Jakarta";
const at = (time: string, day: `${number}-${number}-${number}` = "2024-06-06") => instantAt(ZONE, day, time);

/** Wednesday, an hour before the evening on which trainers hear of Thursday. */
const stage = stageAt("2024-06-05T10:00:00Z");
const acts = phoneActsOn(stage, 3000);

const JOINED = ["Siti Rahmawati", "Tono Susilo", "Yusuf Efendi"];
const INVITED = ["Asnah", "Halimah Basri", "Hartati Saleh"];

/** Two sessions on Thursday, one in a room and one online; three people joined, three are only on the roster. */
async function openClass({ english = false } = {}) {
  const trainingClass = await buildClass(stage.db, { startsOn: "2024-06-06", days: 2, joinToken: "masuk-kepri" });
  const { id } = trainingClass;
  const opening = await buildSession(stage.db, id, {
    ...{ title: "Pembukaan", startsAt: at("08:30"), place: "Hotel Bintan, aula lantai 2" },
  });
  const online = await buildSession(stage.db, id, {
    ...{ title: "Menyusun rencana", startsAt: at("13:00"), mode: "online", place: "https://temu.example/kepri" },
  });
  const participants = [];
  for (const name of JOINED) {
    const joined = await buildParticipant(stage.db, id, { name });
    const row = await buildRosterRow(stage.db, id, { name });
    await stage.db.rosterRow.update({ where: { id: row.id }, data: { participantId: joined.participant.id } });
    participants.push(joined);
  }
  const rows = [];
  for (const name of INVITED) rows.push(await buildRosterRow(stage.db, id, { name }));
  const rina = await buildTrainer(stage.db, [id], { name: "Rina Marlina", language: english ? "en" : "id" });
  const onPhone = (telegramId: bigint | null, name: string, isEnglish = false) => {
    const phone = stage.person({ id: Number(telegramId), name, english: isEnglish });
    phone.start();
    return phone;
  };
  const phones = {
    rina: onPhone(rina.telegramId, "Rina", english),
    siti: onPhone(participants[0]?.person.telegramId ?? null, "Siti"),
  };
  await stage.settle();
  stage.talk();
  return { trainingClass, opening, online, participants, rows, trainer: rina, ...phones };
}

/** Thursday, when the board is there: the evening of Wednesday was lived through, the night was not. */
async function morning(): Promise<void> {
  if (stage.clock.now() < at("18:15", "2024-06-05")) await stage.moveTo(at("18:15", "2024-06-05"));
  stage.clock.set(at("07:15"));
  await stage.moveTo(at("07:45"));
}

/** What the board's message shows now. */
const boards = (phone: { received(): { text?: string }[] }) =>
  phone.received().filter(({ text }) => /📍 (Hari|Day) \d/.test(text ?? ""));

// Keeps T02.
test("the evening before, a trainer reads what the class day brings, once", async () => {
  const { rina } = await openClass();
  await stage.moveTo(at("18:15", "2024-06-05"));
  expect(screen(rina)).toContain("08.30–10.00 WIB Pembukaan");
  expect(screen(rina)).toContain("📍 Hotel Bintan, aula lantai 2");
  expect(screen(rina)).toContain("https://temu.example/kepri");
  expect(screen(rina)).toContain("6 orang diharapkan hadir, 3 sudah bergabung");

  expect(await tellOfClassDays(stage.world)).toEqual({ told: 0 });
  await acts(rina, presses("📋 Papan kehadiran"));
  expect(screen(rina)).toContain("3 dari 6");
  expect(stage.errors).toEqual([]);
});

// Keeps T02, P14.
test("on the day one message shows who joined and who is there, and changes by itself", async () => {
  const { rina, siti, rows, trainingClass } = await openClass();
  await morning();
  expect(boards(rina)).toHaveLength(1);
  expect(boards(rina)[0]?.text).toContain("Bergabung ▓▓▓▓▓░░░░░ 3 dari 6");
  expect(boards(rina)[0]?.text).toContain("Belum bergabung (3): Asnah, Halimah Basri, Hartati Saleh");
  expect(boards(rina)[0]?.text).toContain("✅ Hadir 0 · ⏰ Terlambat 0\n❌ Berhalangan 0 · ▫️ Belum menjawab 6");

  // Asnah joins, Siti answers.
  const asnah = await buildParticipant(stage.db, trainingClass.id, { name: "Asnah" });
  await stage.db.rosterRow.update({ where: { id: rows[0]?.id ?? 0 }, data: { participantId: asnah.participant.id } });
  await acts(siti, says("/jadwal"), presses(/Pembukaan/), presses("Hadir"));
  expect(await updateBoards(stage.world)).toEqual({ changed: 1 });

  expect(boards(rina)).toHaveLength(1);
  expect(boards(rina)[0]?.text).toContain("4 dari 6");
  expect(boards(rina)[0]?.text).toContain("✅ Hadir 1 · ");
  expect(boards(rina)[0]?.text).toContain("per 07.45 WIB");
  expect(await updateBoards(stage.world)).toEqual({ changed: 0 });
  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/a-class-day-of-a-trainer.txt");
  expect(stage.errors).toEqual([]);
});

// Keeps T02.
test("a board changes at most once in three seconds, also behind a new start, and then shows all of it", async () => {
  const { rina, participants, opening } = await openClass();
  await morning();
  const answer = (n: number) =>
    stage.world.store.schedule.answer(opening.id, participants[n]?.participant.id ?? 0, "present", stage.clock.now());
  await answer(0);
  expect(await updateBoards(stage.world)).toEqual({ changed: 1 });
  await answer(1);
  stage.restart();
  stage.clock.advance(2000);
  expect(await updateBoards(stage.world)).toEqual({ changed: 0 });
  await answer(2);
  stage.clock.advance(1000);
  expect(await updateBoards(stage.world)).toEqual({ changed: 1 });
  expect(boards(rina)[0]?.text).toContain("✅ Hadir 3 · ");
  expect(stage.errors).toEqual([]);
});

// Keeps T02.
test("a board that was deleted is no error, and a page that took its place is not written over", async () => {
  const { rina, participants, opening } = await openClass();
  await morning();
  await acts(rina, presses("✅ Tandai hadir"));
  expect(screen(rina)).toContain("Sudah ditandai: 0");
  const present = (n: number) =>
    stage.world.store.schedule.answer(opening.id, participants[n]?.participant.id ?? 0, "present", stage.clock.now());
  await present(0);
  stage.clock.advance(5000);
  expect(await updateBoards(stage.world)).toEqual({ changed: 0 });
  expect(screen(rina)).toContain("Sudah ditandai: 0");

  await acts(rina, presses("⬅️ Papan"));
  await present(1);
  stage.clock.advance(5000);
  expect(await updateBoards(stage.world)).toEqual({ changed: 1 });
  rina.deletes(rina.lastMessage()?.message_id ?? 0);
  await present(2);
  stage.clock.advance(5000);
  expect(await updateBoards(stage.world)).toEqual({ changed: 0 });
  expect(await stage.db.classBoard.findMany({ select: { messageId: true } })).toEqual([{ messageId: 0n }]);
  expect(stage.errors).toEqual([]);
});

// Keeps T02.
test("who is not there is one press away, and those without a phone are marked, all at once too, and taken back", async () => {
  const { rina, siti, opening } = await openClass();
  await morning();
  await acts(siti, says("/jadwal"), presses(/Pembukaan/), presses("Berhalangan"));
  stage.talk();
  await acts(rina, presses("▫️ Belum hadir"));
  expect(screen(rina)).toContain("• Siti Rahmawati · ❌ berhalangan\n• Tono Susilo · ▫️ belum menjawab");
  expect(screen(rina)).toContain("• Asnah · ▫️ belum bergabung");

  await acts(rina, presses("✅ Tandai hadir"), presses("▫️ Asnah"), presses("▫️ Halimah Basri"));
  expect(screen(rina)).toContain("✅ Sudah ditandai: 2\n▫️ Belum menjawab: 3");
  await acts(rina, presses("✅ Asnah"));
  expect(screen(rina)).toContain("✅ Sudah ditandai: 1\n▫️ Belum menjawab: 4");
  await acts(rina, presses("✅ Semua hadir (4)"));
  expect(screen(rina)).toContain("4 orang ditandai hadir");
  expect(screen(rina)).toContain("✅ Sudah ditandai: 5\n▫️ Belum menjawab: 0");
  // Another page in between, and the slip can still be taken back.
  await acts(rina, presses("⬅️ Papan"), presses("✅ Tandai hadir"), presses("↩️ Urungkan"));
  expect(screen(rina)).toContain("✅ Sudah ditandai: 1\n▫️ Belum menjawab: 4");

  // Siti said that she cannot come: what somebody said themselves stands.
  const [siti_] = await stage.db.attendance.findMany({ where: { sessionId: opening.id } });
  expect(siti_).toMatchObject({ answer: "absent", markedById: null });
  await acts(rina, presses("⬅️ Papan"));
  expect(screen(rina)).toContain("✅ Hadir 1 · ⏰ Terlambat 0\n❌ Berhalangan 1 · ▫️ Belum menjawab 4");
  await acts(rina, presses("🗓 Sesi hari itu"));
  expect(screen(rina)).toContain("✅ 1 · ⏰ 0 · ❌ 1 · belum menjawab 4");
  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/marking-attendance.txt");
  expect(stage.errors).toEqual([]);
});

test("what was marked at once is taken back for ten minutes, and an old button that marks nobody says nothing odd", async () => {
  const { rina, opening } = await openClass();
  await morning();
  await acts(rina, presses("✅ Tandai hadir"), presses(/^✅ Semua hadir/));
  const undo = () => (rina.lastMessage()?.reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text);
  await acts(rina, (phone) => phone.pressesOn(phone.lastMessage()?.message_id ?? 0, `mark_all:${opening.id}`));
  expect(screen(rina)).not.toContain("0 orang");
  expect(undo()).toContain("↩️ Urungkan");
  stage.clock.advance(11 * 60_000);
  await acts(rina, presses("⬅️ Papan"), presses("✅ Tandai hadir"));
  expect(undo()).not.toContain("↩️ Urungkan");
  expect(stage.errors).toEqual([]);
});

test("a mark on the roster counts on when its person joins, until they answer themselves", async () => {
  const { rina, rows, opening, trainingClass } = await openClass();
  await morning();
  await acts(rina, presses("✅ Tandai hadir"), presses("▫️ Asnah"), presses("⬅️ Papan"));
  const { participant } = await buildParticipant(stage.db, trainingClass.id, { name: "Asnah" });
  await stage.db.rosterRow.update({ where: { id: rows[0]?.id ?? 0 }, data: { participantId: participant.id } });
  const answerOf = async () =>
    (await stage.world.store.classDays.expected(trainingClass.id, opening.id)).find(({ name }) => name === "Asnah");
  expect(await answerOf()).toMatchObject({ hasJoined: true, answer: "present", isMarked: true });
  await stage.world.store.schedule.answer(opening.id, participant.id, "late", stage.clock.now());
  expect(await answerOf()).toMatchObject({ answer: "late", isMarked: false });
  expect(stage.errors).toEqual([]);
});

// Keeps T02.
test("the board speaks the trainer's language", async () => {
  const { rina } = await openClass({ english: true });
  await stage.moveTo(at("18:15", "2024-06-05"));
  await morning();
  expect(boards(rina)[0]?.text).toContain("Joined ▓▓▓▓▓░░░░░ 3 of 6");
  await acts(rina, presses("✅ Mark present"), presses("▫️ Asnah"), presses("✅ All are here (5)"), presses("↩️ Undo"));
  await acts(rina, presses("⬅️ Board"), presses("▫️ Not here yet"));
  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/a-class-day-in-english.txt");
  expect(stage.errors).toEqual([]);
});

// Keeps T02, A01.
test("a revoked trainer's board stands still, and neither they nor a trainer of another class mark anybody", async () => {
  const { rina, trainer, opening, participants, rows, trainingClass } = await openClass();
  const other = await buildClass(stage.db, { startsOn: "2024-06-06", name: "Jambi", provinceCode: "15" });
  const budi = await buildTrainer(stage.db, [other.id], { name: "Budi Santoso" });
  await morning();
  const foreign = stage.person({ id: Number(budi.telegramId), name: "Budi" });
  foreign.start();
  await stage.settle();
  const refusal = textsFor("id").formerStaff.notYours(stage.world.settings.dataContact).text;
  for (const data of [
    ...[`board:${trainingClass.id}:2024-06-06`, `not_here:${trainingClass.id}:2024-06-06`, `mark:${opening.id}`],
    ...[`mark_one:${opening.id}::${rows[0]?.id}:present:0`, `mark_all:${opening.id}`],
  ]) {
    foreign.pressesOn(foreign.lastMessage()?.message_id ?? 0, data);
    await stage.settle();
    expect(screen(foreign), data).toContain(refusal);
    stage.clock.advance(3000);
  }

  await stage.db.roleBinding.updateMany({ where: { personId: trainer.id }, data: { revokedAt: stage.clock.now() } });
  const before = boards(rina)[0]?.text;
  await stage.world.store.schedule.answer(
    opening.id,
    participants[0]?.participant.id ?? 0,
    "present",
    stage.clock.now(),
  );
  expect(await updateBoards(stage.world)).toEqual({ changed: 0 });
  expect(boards(rina)[0]?.text).toBe(before);
  await acts(rina, presses("✅ Tandai hadir"));
  expect(await stage.db.rosterAttendance.count()).toBe(0);
  expect(await stage.db.attendance.count({ where: { markedById: { not: null } } })).toBe(0);
  expect(stage.errors).toEqual([]);
});
