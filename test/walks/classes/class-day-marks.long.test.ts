// Marking who is there: one by one, all at once, taken back, and kept when somebody joins.
import { expect, test } from "vitest";
import { presses, says, screen } from "../../support/stage/phone.js";
import { buildParticipant } from "../../support/world/builders.js";
import { openClassDay } from "./class-day-scene.js";

const { stage, acts, openClass, morning } = openClassDay();

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
