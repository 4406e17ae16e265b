// How somebody joins: by the class's link, recognised by phone, or by answering nine questions at most.

import { expect, test } from "vitest";
import { actsOn, stageAt } from "../../support/stage/stage-at.js";
import { buildClass, buildRosterRow, buildTrainer } from "../../support/world/builders.js";

const stage = stageAt("2024-06-02T12:00:00Z");

/** One after the other, as somebody who waits for each answer. */
const inTurn = actsOn(stage);

// Keeps P03.
test("somebody on the roster joins with four taps and no typing", async () => {
  const trainingClass = await buildClass(stage.db);
  await buildTrainer(stage.db, [trainingClass.id], { name: "Rina Marlina" });
  await buildRosterRow(stage.db, trainingClass.id, {
    name: "Siti Rahmawati",
    phone: "+628990000001",
    libraryName: "Perpustakaan Berakit",
    placeCode: "21.01.10.2001",
  });
  const siti = stage.person({ name: "Siti", phone: "628990000001" });

  await inTurn(
    () => siti.start(trainingClass.joinToken),
    () => siti.presses("✅ Setuju"),
    () => siti.sharesContact(),
    () => siti.presses("✅ Benar, daftarkan"),
  );

  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/joining-from-the-roster.txt");
  expect(stage.errors).toEqual([]);
  const [participant] = await stage.db.participant.findMany({
    include: { person: true, rosterRow: true, library: true },
  });
  expect(participant?.person).toMatchObject({ name: "Siti Rahmawati", phone: "+628990000001", zone: "Asia/Jakarta" });
  expect(participant?.rosterRow?.name).toBe("Siti Rahmawati");
  expect(participant?.library?.placeCode).toBe("21.01.10.2001");
  expect(await stage.db.workPlan.count()).toBe(3);
});

// Keeps P04.
test("what the roster had wrong is changed on the summary, one field alone", async () => {
  const trainingClass = await buildClass(stage.db);
  await buildRosterRow(stage.db, trainingClass.id, {
    name: "Siti Rahmawati",
    phone: "+628990000001",
    libraryName: "Perpustakaan Berakit",
    placeCode: "21.01.10.2001",
  });
  const siti = stage.person({ name: "Siti", phone: "628990000001" });

  await inTurn(
    () => siti.start(trainingClass.joinToken),
    () => siti.presses("✅ Setuju"),
    () => siti.sharesContact(),
    () => siti.presses("✏️ Nama"),
    () => siti.says("Siti Rahmawati, S.Pd."),
    () => siti.presses("✏️ Kab./kota"),
    () => siti.presses("Kab. Bintan"),
    () => siti.presses("Gunung Kijang"),
    () => siti.presses("Kawal"),
    () => siti.presses("Perpustakaan Kelurahan Kawal"),
    () => siti.presses("✅ Benar, daftarkan"),
  );

  expect(stage.errors).toEqual([]);
  const [participant] = await stage.db.participant.findMany({
    include: { person: true, library: true, rosterRow: true },
  });
  expect(participant?.person.name).toBe("Siti Rahmawati, S.Pd.");
  expect(participant?.library).toMatchObject({ name: "Perpustakaan Kelurahan Kawal", placeCode: "21.01.04.1005" });
  expect(participant?.rosterRow).not.toBeNull();
});

// Keeps P04.
test("somebody without a link and not on the roster joins by nine questions at most", async () => {
  await buildClass(stage.db);
  const budi = stage.person({ name: "Budi", phone: "628990000002" });

  await inTurn(
    () => budi.start(),
    () => budi.presses("✅ Setuju"),
    () => budi.sharesContact(),
    () => budi.says("Budi Santoso"),
    () => budi.presses("Perpustakaan desa"),
    () => budi.says("kepri"),
    () => budi.presses("Kepulauan Riau"),
    () => budi.says("bintan"),
    () => budi.says("gunung kijang"),
    () => budi.says("malang rapt"),
    () => budi.presses("Malang Rapat"),
    () => budi.presses("Perpustakaan Desa Malang Rapat"),
    () => budi.presses("✏️ Nama"),
    () => budi.says("Budi Santosa"),
    () => budi.presses("✅ Benar, daftarkan"),
  );

  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/joining-by-questions.txt");
  expect(stage.errors).toEqual([]);
  const [participant] = await stage.db.participant.findMany({ include: { person: true, library: true } });
  expect(participant?.person.name).toBe("Budi Santosa");
  expect(participant?.library).toMatchObject({ name: "Perpustakaan Desa Malang Rapat", placeCode: "21.01.04.2002" });
});

test("a class in another zone is joined in English", async () => {
  const trainingClass = await buildClass(stage.db, { provinceCode: "81", name: "Maluku" });
  const ann = stage.person({ name: "Ann", english: true });

  await inTurn(
    () => ann.start(trainingClass.joinToken),
    () => ann.presses("✅ I agree"),
    () => ann.says("Skip"),
    () => ann.says("Ann Latuconsina"),
    () => ann.presses("Community reading room (TBM)"),
    () => ann.says("maluku tengah"),
    () => ann.says("Amahai"),
    () => ann.presses("Hollo"),
    () => ann.says("TBM Pelita"),
    () => ann.presses("✅ Yes, register me"),
  );

  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/joining-in-english.txt");
  expect(stage.errors).toEqual([]);
  const [participant] = await stage.db.participant.findMany({ include: { person: true } });
  expect(participant?.person).toMatchObject({ zone: "Asia/Jayapura", language: "en", phone: null });
});

// Keeps P02.
test("before agreeing nothing personal is kept, and a no leaves only a count", async () => {
  const trainingClass = await buildClass(stage.db);
  const siti = stage.person({ name: "Siti" });

  await inTurn(() => siti.start(trainingClass.joinToken));
  expect(await stage.db.person.count()).toBe(0);
  await inTurn(() => siti.presses("Tidak"));

  expect(await stage.db.person.count()).toBe(0);
  expect(await stage.db.draft.count()).toBe(0);
  expect(await stage.db.conversationState.count()).toBe(0);
  expect(await stage.db.counter.findMany()).toEqual([{ name: "consent.refused", count: 1 }]);
  expect(siti.lastMessage()?.text).toContain("Dari percakapan ini tidak ada yang kami simpan");
});

// Keeps P02.
test("the receipt of consent keeps the notice's version, the time and the update", async () => {
  const trainingClass = await buildClass(stage.db);
  const siti = stage.person({ name: "Siti" });
  siti.start(trainingClass.joinToken);
  await stage.settle();
  const press = siti.presses("✅ Setuju");
  await stage.settle();

  const [receipt] = await stage.db.consentReceipt.findMany();
  expect(receipt).toMatchObject({
    noticeVersion: "2024-1",
    updateId: BigInt(press.update_id),
    givenAt: stage.clock.now(),
  });
});

// Keeps P01.
test("an unknown or expired link falls to registration without it", async () => {
  const trainingClass = await buildClass(stage.db, { startsOn: "2024-01-08" });
  for (const token of ["nobody-knows-this", trainingClass.joinToken]) {
    const person = stage.person({ name: "Tamu" });
    await inTurn(
      () => person.start(token),
      () => person.presses("✅ Setuju"),
    );
    expect(person.received()[0]?.text).toContain("sudah tidak berlaku");
    expect(person.lastMessage()?.text).toContain("Langkah 1 dari 9");
  }
});

// Keeps P03.
test("somebody else's contact is refused with an explanation", async () => {
  const trainingClass = await buildClass(stage.db);
  const siti = stage.person({ name: "Siti" });
  await inTurn(
    () => siti.start(trainingClass.joinToken),
    () => siti.presses("✅ Setuju"),
    () => siti.sharesContact({ phone: "628990000099", user_id: 5 }),
  );
  expect(siti.lastMessage()?.text).toContain("bukan nomor akun ini");
  expect(await stage.db.person.findFirst({ where: { phone: "+628990000099" } })).toBeNull();
});

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
