// A class day as its trainer sees it: the evening before, and the board in the morning as people join and answer.
import { expect, test } from "vitest";
import { textsFor } from "../../../src/texts/index.js";
import { tellOfClassDays, updateBoards } from "../../../src/use-cases/index.js";
import { presses, says, screen } from "../../support/stage/phone.js";
import { buildClass, buildParticipant, buildTrainer } from "../../support/world/builders.js";
import { at, openClassDay } from "./class-day-scene.js";

const { stage, acts, openClass, morning, boards } = openClassDay();

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
