// Registration that is killed, handled twice, left, gone back in, or answered with anything at all.
import { expect, test } from "vitest";
import { actsOn, stageAt } from "../../support/stage/stage-at.js";
import { buildClass, buildRosterRow } from "../../support/world/builders.js";

const stage = stageAt("2024-06-02T12:00:00Z");

/** One after the other, as somebody who waits for each answer. */
const inTurn = actsOn(stage);

// Keeps P05.
test("killed after every step, registration goes on where the person was", async () => {
  const trainingClass = await buildClass(stage.db);
  const siti = stage.person({ name: "Siti" });
  const acts: [act: () => unknown, next: string][] = [
    [() => siti.start(trainingClass.joinToken), "Apakah Bapak/Ibu setuju?"],
    [() => siti.presses("✅ Setuju"), "Langkah 1 dari 7"],
    [() => siti.says("Lewati"), "Siapa nama lengkap"],
    [() => siti.says("Siti Rahmawati"), "bertugas di mana"],
    [() => siti.presses("Perpustakaan desa"), "Kabupaten/kota mana"],
    [() => siti.presses("Kab. Bintan"), "Kecamatan mana"],
    [() => siti.presses("Teluk Sebong"), "Desa/kelurahan mana"],
    [() => siti.presses("Berakit"), "Apa nama perpustakaan"],
    [() => siti.says("Perpustakaan Cahaya Berakit"), "Sudah benar?"],
    [() => siti.presses("✅ Benar, daftarkan"), "sudah terdaftar"],
  ];
  for (const [act, next] of acts) {
    act();
    await stage.settle();
    expect(siti.lastMessage()?.text).toContain(next);
    stage.restart();
    // Thirty idle days between any two steps change nothing.
    stage.clock.advance(3 * 24 * 3600_000);
  }
  expect(await stage.db.participant.count()).toBe(1);
});

// Keeps P35.
test("handled twice from the first update to the last, it is one registration with the same answers", async () => {
  const trainingClass = await buildClass(stage.db);
  const siti = stage.person({ name: "Siti" });
  stage.handlesTwice = true;
  await inTurn(
    () => siti.start(trainingClass.joinToken),
    () => siti.presses("✅ Setuju"),
    () => siti.says("Lewati"),
    () => siti.says("Siti Rahmawati"),
    () => siti.presses("Perpustakaan desa"),
    () => siti.presses("Kab. Bintan"),
    () => siti.says("teluk sebong"),
    () => siti.presses("Berakit"),
    () => siti.says("Perpustakaan Cahaya Berakit"),
    () => siti.presses("✏️ Tempat tugas"),
    () => siti.says("Perpustakaan Fajar"),
    () => siti.presses("✅ Benar, daftarkan"),
  );
  const participants = await stage.db.participant.findMany({ include: { person: true, library: true } });
  expect(participants).toHaveLength(1);
  expect(participants[0]?.person.name).toBe("Siti Rahmawati");
  expect(participants[0]?.library?.name).toBe("Perpustakaan Fajar");
  expect(await stage.db.consentReceipt.count()).toBe(1);
  expect(await stage.db.workPlan.count()).toBe(3);
});

test("Kembali returns to the question before and forgets only its answer", async () => {
  const trainingClass = await buildClass(stage.db);
  const siti = stage.person({ name: "Siti" });
  await inTurn(
    () => siti.start(trainingClass.joinToken),
    () => siti.presses("✅ Setuju"),
    () => siti.says("Lewati"),
    () => siti.says("Siti"),
    () => siti.presses("⬅️ Kembali"),
  );
  expect(siti.lastMessage()?.text).toContain("Siapa nama lengkap");
  await inTurn(() => siti.says("Siti Rahmawati"));
  expect(siti.lastMessage()?.text).toContain("bertugas di mana");
  const [draft] = await stage.db.draft.findMany();
  expect(draft?.answers).toEqual({ phone: null, name: "Siti Rahmawati" });
});

test("/batal asks whether to keep what was filled in; kept, it is gone on with by its button and by nothing else", async () => {
  const trainingClass = await buildClass(stage.db);
  const siti = stage.person({ name: "Siti" });
  await inTurn(
    () => siti.start(trainingClass.joinToken),
    () => siti.presses("✅ Setuju"),
    () => siti.says("Lewati"),
    () => siti.says("Siti Rahmawati"),
    () => siti.says("/batal"),
    () => siti.says("halo"),
    () => siti.presses("💾 Simpan untuk nanti"),
  );
  for (const chatter of ["halo", "makasih pak", "LP-241-0001", "Perpustakaan desa"]) {
    await inTurn(() => siti.says(chatter));
    expect(siti.lastMessage()?.text, chatter).not.toContain("bertugas di mana");
  }
  await inTurn(
    () => siti.presses("📂 Isian tersimpan (1)"),
    () => siti.presses("▶️ 1. Lanjutkan"),
  );
  expect(siti.lastMessage()?.text).toContain("Kita lanjutkan pendaftaran, ya. Yang sudah diisi:");
  expect(siti.lastMessage()?.text).toContain("nama: Siti Rahmawati");
  expect(siti.lastMessage()?.text).toContain("bertugas di mana");
});

// Keeps P34.
test("whatever somebody sends in the middle of a form is answered, and the form stays", async () => {
  const trainingClass = await buildClass(stage.db);
  const siti = stage.person({ name: "Siti" });
  await inTurn(
    () => siti.start(trainingClass.joinToken),
    () => siti.presses("✅ Setuju"),
    () => siti.says("Lewati"),
  );
  const odd: (() => unknown)[] = [
    () => siti.sendsSticker(),
    () => siti.sendsVoice(),
    () => siti.sendsLocation(),
    () => siti.sendsPhoto(),
    () => siti.forwards("x"),
    () => siti.edits(siti.chat()[0]?.message_id ?? 0, "/start"),
    () => siti.says("/bantuan"),
    () => siti.says("/tidakada"),
    () => siti.pressesOn(siti.received()[0]?.message_id ?? 0, "gone:1:2"),
    () => siti.pressesOn(siti.received()[0]?.message_id ?? 0, "f|village|21.01.10.2001"),
  ];
  for (const act of odd) {
    const before = siti.received().length;
    await inTurn(act);
    expect(siti.received().length, String(act)).toBeGreaterThan(before);
  }
  await inTurn(() => siti.says("Siti Rahmawati"));
  expect(siti.lastMessage()?.text).toContain("bertugas di mana");
  expect(stage.errors).toEqual([]);
});

// Keeps P35.
test("the confirmation pressed five times registers once", async () => {
  const trainingClass = await buildClass(stage.db);
  await buildRosterRow(stage.db, trainingClass.id, {
    phone: "+628990000001",
    libraryName: "X Y",
    placeCode: "21.01.10.2001",
  });
  const siti = stage.person({ name: "Siti", phone: "628990000001" });
  await inTurn(
    () => siti.start(trainingClass.joinToken),
    () => siti.presses("✅ Setuju"),
    () => siti.sharesContact(),
  );
  for (let press = 0; press < 5; press++) siti.presses(/^✅ Benar/);
  await stage.settle();
  expect(await stage.db.participant.count()).toBe(1);
  expect(stage.errors).toEqual([]);
});
