// Joining as a newcomer counts it: presses, typed characters, questions; and what is left of it after a month of silence.
import { expect, test } from "vitest";
import type { Person } from "../../../src/sandbox/shapes.js";
import { screen } from "../../support/stage/phone.js";
import { buildClass, buildRosterRow, buildTrainer } from "../../support/world/builders.js";
import { openCounting } from "./counting.js";

const { stage, counting, step, choices, turn } = openCounting();

// Keeps P03.
test("from the scan to the receipt a roster hit takes four presses and no typed character", async () => {
  const trainingClass = await buildClass(stage.db);
  await buildTrainer(stage.db, [trainingClass.id], { name: "Rina Marlina" });
  await buildRosterRow(stage.db, trainingClass.id, {
    ...{ name: "Siti Rahmawati", phone: "+628990000001", libraryName: "Perpustakaan Berakit" },
    placeCode: "21.01.10.2001",
  });
  const siti = stage.person({ name: "Siti", phone: "628990000001" });
  const phone = counting(siti);
  await phone.opens(trainingClass.joinToken);
  await phone.presses("✅ Setuju");
  await phone.shares();
  await phone.presses("✅ Benar, daftarkan");
  expect(screen(siti)).toContain("sudah terdaftar");
  expect(phone.count).toEqual({ presses: 4, characters: 0, questions: 0 });
});

// Keeps P03.
test("a number on two invitations is asked about once, and none of them leads to the questions", async () => {
  const first = await buildClass(stage.db);
  const second = await buildClass(stage.db, { name: "Kepulauan Riau 2" });
  for (const [name, { id }] of [
    ["Siti Rahmawati", first],
    ["Siti R.", second],
  ] as const) {
    await buildRosterRow(stage.db, id, {
      ...{ name, phone: "+628990000001", libraryName: "Perpustakaan Berakit", placeCode: "21.01.10.2001" },
    });
  }
  const siti = stage.person({ name: "Siti", phone: "628990000001" });
  const phone = counting(siti);
  await phone.opens();
  await phone.presses("✅ Setuju");
  await phone.shares();
  expect(choices(siti)).toEqual(
    expect.arrayContaining(["1. Siti R. · Kepulauan Riau 2", "2. Siti Rahm… · Kepulauan Riau", "Tidak ada yang cocok"]),
  );
  await phone.presses("1. Siti R. · Kepulauan Riau 2");
  await phone.presses("✅ Benar, daftarkan");
  expect(phone.count.characters).toBe(0);
  const [participant] = await stage.db.participant.findMany({ include: { rosterRow: true, trainingClass: true } });
  expect([participant?.rosterRow?.name, participant?.trainingClass.name]).toEqual(["Siti R.", "Kepulauan Riau 2"]);

  const other = stage.person({ name: "Tono", phone: "628990000001" });
  await stage.db.participant.deleteMany();
  await stage.db.rosterRow.updateMany({ data: { participantId: null } });
  const again = counting(other);
  await again.opens();
  await again.presses("✅ Setuju");
  await again.shares();
  // Siti is known by this number: Tono is somebody else.
  await again.presses("Bukan saya, daftar baru");
  await again.presses("Tidak ada yang cocok");
  expect(screen(other)).toContain("Siapa nama lengkap");
  expect(stage.errors).toEqual([]);
});

// Keeps P03.
test("an invitation to a class that is long over spares no question: nobody is put into last year's class", async () => {
  const lastYear = await buildClass(stage.db, { name: "Kepulauan Riau 2023", startsOn: "2023-06-05" });
  const spring = await buildClass(stage.db, { name: "Kepulauan Riau, Maret", startsOn: "2024-03-04" });
  const invited = { name: "Siti Rahmawati", libraryName: "Perpustakaan Berakit", placeCode: "21.01.10.2001" };
  await buildRosterRow(stage.db, lastYear.id, { ...invited, phone: "+628990000001" });
  const siti = stage.person({ name: "Siti", phone: "628990000001" });
  const phone = counting(siti);
  await phone.opens();
  await phone.presses("✅ Setuju");
  await phone.shares();
  expect(screen(siti)).toContain("Siapa nama lengkap");

  // Its plans are overdue for some weeks: late is better than never.
  await buildRosterRow(stage.db, spring.id, { ...invited, phone: "+628990000003" });
  const late = stage.person({ name: "Siti", phone: "628990000003" });
  const third = counting(late);
  await third.opens();
  await third.presses("✅ Setuju");
  await third.shares();
  expect(screen(late)).toContain("Kepulauan Riau, Maret");

  // Invited to this year's class too: that one alone is meant.
  const thisYear = await buildClass(stage.db, { name: "Kepulauan Riau 2024" });
  await buildRosterRow(stage.db, thisYear.id, { ...invited, phone: "+628990000002" });
  await stage.db.rosterRow.updateMany({ where: { classId: lastYear.id }, data: { phone: "+628990000002" } });
  const other = stage.person({ name: "Siti", phone: "628990000002" });
  const again = counting(other);
  await again.opens();
  await again.presses("✅ Setuju");
  await again.shares();
  expect(screen(other)).toContain("Kepulauan Riau 2024");
  expect(stage.errors).toEqual([]);
});

// Keeps P01.
test("the link decides the class: an invitation to another class leads nobody away from it", async () => {
  const scanned = await buildClass(stage.db, { name: "Kepulauan Riau 1" });
  const other = await buildClass(stage.db, { name: "Kepulauan Riau 2" });
  await buildRosterRow(stage.db, other.id, {
    ...{ name: "Siti Rahmawati", phone: "+628990000001", libraryName: "Perpustakaan Berakit" },
    placeCode: "21.01.10.2001",
  });
  const siti = stage.person({ name: "Siti", phone: "628990000001" });
  const phone = counting(siti);
  await phone.opens(scanned.joinToken);
  await phone.presses("✅ Setuju");
  await phone.shares();
  await phone.says("Siti Rahmawati");
  await phone.presses("Perpustakaan desa");
  await phone.presses("Kab. Bintan");
  await phone.presses("Teluk Sebong");
  await phone.presses("Berakit");
  await phone.presses("Perpustakaan Desa Berakit");
  expect(screen(siti)).toContain("Kepulauan Riau 1");
  await phone.presses("✅ Benar, daftarkan");
  const [participant] = await stage.db.participant.findMany({ include: { rosterRow: true } });
  expect(participant).toMatchObject({ classId: scanned.id, rosterRow: null });
  expect(stage.errors).toEqual([]);
});

// Keeps P04.
test("by hand it is nine questions, each numbered, each with a way back and a way out, each patient with nonsense", async () => {
  await buildClass(stage.db);
  const budi = stage.person({ name: "Budi", phone: "628990000002" });
  const phone = counting(budi);
  await phone.opens();
  await phone.presses("✅ Setuju");
  const answers: [act: () => Promise<void>, nonsense: string | null][] = [
    [() => phone.says("Lewati"), "tidak mau"],
    [() => phone.says("Budi Santoso"), "12345"],
    [() => phone.presses("Perpustakaan desa"), "sekolah"],
    [() => phone.says("kepulauan riau"), "zzzzzz"],
    [() => phone.presses("Kepulauan Riau"), "yang pertama"],
    [() => phone.presses("Kab. Bintan"), "zzzzzz"],
    [() => phone.presses("Gunung Kijang"), "zzzzzz"],
    [() => phone.presses("Malang Rapat"), "zzzzzz"],
    [() => phone.presses("Perpustakaan Desa Malang Rapat"), "🌸🌸"],
  ];
  for (const [index, [answer, nonsense]] of answers.entries()) {
    expect(step(budi), `question ${index + 1}`).toEqual([index + 1, 9]);
    expect(choices(budi)).toContain("Batal");
    if (index > 0) expect(choices(budi)).toContain("⬅️ Kembali");
    if (nonsense !== null) {
      budi.says(nonsense);
      await stage.settle();
      // Asked again, with what to do.
      expect(step(budi), `${nonsense} at question ${index + 1}`).toEqual([index + 1, 9]);
      expect(screen(budi)).toMatch(/Contoh:|Silakan pilih|Mohon tekan|tidak menemukan/);
      if (screen(budi).includes("tidak menemukan")) await turn(() => budi.presses("Lihat semua"));
    }
    await answer();
  }
  expect(screen(budi)).toContain("Sudah benar?");
  // Any one field alone.
  const changes = choices(budi).filter((choice) => choice.startsWith("✏️ "));
  expect(changes.length).toBeGreaterThanOrEqual(7);
  await phone.presses("✏️ Nama");
  expect(screen(budi)).toContain("Mengubah nama");
  await phone.says("Budi Santosa");
  expect(screen(budi)).toContain("Sudah benar?");
  await phone.presses("✅ Benar, daftarkan");
  expect(await stage.db.participant.count()).toBe(1);
  expect(stage.errors).toEqual([]);
});

// Keeps P04.
test("Batal at any question asks whether to keep it; kept, everything said so far is there when it is gone on with", async () => {
  const trainingClass = await buildClass(stage.db);
  const siti = stage.person({ name: "Siti" });
  const answers: ((phone: Person) => unknown)[] = [
    (p) => p.says("Lewati"),
    (p) => p.says("Siti Rahmawati"),
    (p) => p.presses("Perpustakaan desa"),
    (p) => p.presses("Kab. Bintan"),
    (p) => p.presses("Teluk Sebong"),
    (p) => p.presses("Berakit"),
    (p) => p.presses("Perpustakaan Desa Berakit"),
  ];
  await turn(() => siti.start(trainingClass.joinToken));
  await turn(() => siti.presses("✅ Setuju"));
  for (const [index, answer] of answers.entries()) {
    await turn(() => (index === 0 ? siti.says("Batal") : siti.presses("Batal")));
    expect(siti.keyboard()).toBeUndefined();
    await turn(() => siti.presses("💾 Simpan untuk nanti"));
    stage.clock.advance(60_000);
    await turn(() => siti.says("lanjut"));
    expect(screen(siti)).toContain("1. pendaftaran");
    await turn(() => siti.presses("▶️ 1. Lanjutkan"));
    expect(step(siti), `after Batal at question ${index + 1}`).toEqual([index + 1, 7]);
    await turn(() => answer(siti));
  }
  expect(screen(siti)).toContain("Sudah benar?");
  expect(stage.errors).toEqual([]);
});

// Keeps P05.
test("killed and silent for thirty days at every question, it goes on with all that was said", async () => {
  // A class of next year, so that a year of silences fits before it.
  const trainingClass = await buildClass(stage.db, { startsOn: "2025-08-04" });
  const siti = stage.person({ name: "Siti" });
  const acts: [act: () => unknown, next: string, kept: string[]][] = [
    [() => siti.start(trainingClass.joinToken), "Apakah Bapak/Ibu setuju?", []],
    [() => siti.presses("✅ Setuju"), "Langkah 1 dari 7", []],
    [() => siti.says("Lewati"), "Siapa nama lengkap", ["phone"]],
    [() => siti.says("Siti Rahmawati"), "bertugas di mana", ["phone", "name"]],
    [() => siti.presses("Perpustakaan desa"), "Kabupaten/kota mana", ["phone", "name", "kind"]],
    [() => siti.presses("Kab. Bintan"), "Kecamatan mana", ["phone", "name", "kind", "regency"]],
    [() => siti.says("teluk sebong"), "Desa/kelurahan mana", ["phone", "name", "kind", "regency", "district"]],
    [() => siti.presses("Berakit"), "Apa nama perpustakaan", ["village"]],
    [() => siti.says("Perpustakaan Fajar"), "Sudah benar?", ["libraryName"]],
    [() => siti.presses("✅ Benar, daftarkan"), "sudah terdaftar", []],
  ];
  for (const [act, next, kept] of acts) {
    await turn(act);
    expect(screen(siti)).toContain(next);
    const draft = await stage.db.draft.findFirst();
    if (kept.length > 0) expect(Object.keys(draft?.answers ?? {})).toEqual(expect.arrayContaining(kept));
    stage.restart();
    stage.clock.advance(30 * 24 * 3600_000);
    // The jobs run on every one of those days; the one that forgets old traces among them.
    await stage.tick();
  }
  const [participant] = await stage.db.participant.findMany({ include: { person: true, library: true } });
  expect(participant?.person.name).toBe("Siti Rahmawati");
  expect(participant?.library).toMatchObject({ name: "Perpustakaan Fajar", placeCode: "21.01.10.2001" });
  expect(stage.errors).toEqual([]);
});

// Keeps P05.
test("after fifty days what was left is forgotten, and whatever is said begins registration anew", async () => {
  const trainingClass = await buildClass(stage.db, { startsOn: "2025-08-04" });
  const siti = stage.person({ name: "Siti" });
  await turn(() => siti.start(trainingClass.joinToken));
  await turn(() => siti.presses("✅ Setuju"));
  await turn(() => siti.says("Lewati"));
  stage.clock.advance(50 * 24 * 3600_000);
  await stage.tick({ nightly: true });
  expect(await stage.db.conversationState.count()).toBe(0);
  await turn(() => siti.says("halo"));
  expect(step(siti)).toEqual([1, 9]);
});
