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
test("somebody on the roster who came without a link corrects kind and place within the province of the class", async () => {
  const trainingClass = await buildClass(stage.db);
  await buildRosterRow(stage.db, trainingClass.id, {
    ...{ name: "Siti Rahmawati", phone: "+628990000001", libraryName: "Perpustakaan Berakit" },
    placeCode: "21.01.10.2001",
  });
  const siti = stage.person({ name: "Siti", phone: "628990000001" });

  await inTurn(
    () => siti.start(),
    () => siti.presses("✅ Setuju"),
    () => siti.sharesContact(),
    () => siti.presses("✏️ Kab./kota"),
    () => siti.presses("Kab. Bintan"),
    () => siti.presses("⬅️ Kembali"),
    () => siti.presses("Kab. Bintan"),
    () => siti.presses("Teluk Sebong"),
    () => siti.presses("Berakit"),
    () => siti.presses("Perpustakaan Desa Berakit"),
    () => siti.presses("✏️ Jenis"),
    () => siti.presses("Dinas provinsi"),
  );
  expect(stage.errors).toEqual([]);
  expect(siti.lastMessage()?.text).toContain("Sudah benar?");
  await inTurn(
    () => siti.presses("✏️ Jenis"),
    () => siti.presses("Taman Bacaan Masyarakat (TBM)"),
    () => siti.presses("Kab. Bintan"),
    () => siti.presses("Gunung Kijang"),
    () => siti.presses("Kawal"),
    () => siti.says("TBM Pelita"),
    () => siti.presses("✅ Benar, daftarkan"),
  );

  expect(stage.errors).toEqual([]);
  const [participant] = await stage.db.participant.findMany({ include: { library: true } });
  expect(participant).toMatchObject({ classId: trainingClass.id, kind: "tbm" });
  expect(participant?.library).toMatchObject({ name: "TBM Pelita", placeCode: "21.01.04.1005" });
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
