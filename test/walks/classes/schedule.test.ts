// A class from three days before it to its last day: reminders, answers, changes.
import { expect, test } from "vitest";
import { instantAt } from "../../../src/domain/time/calendar.js";
import { buildClass, buildParticipant, buildSession } from "../../support/world/builders.js";
import { at, openSchedule } from "./schedule-scene.js";

const { stage, openClass, liveUntil, sentTo } = openSchedule();

// Keeps P13.
test("a class is reminded by day from three days before to its last session, each once, in each one's language", async () => {
  // The evening before H-3.
  const { siti } = await openClass(at("2024-06-02", "19:00"));

  await liveUntil(at("2024-06-07", "18:00"));

  const expected = [
    "H-3 2024-06-03 08:00",
    "H-1 2024-06-05 08:00",
    "agenda 2024-06-06 07:30",
    "agenda 2024-06-06 18:00",
    "soon 2024-06-07 15:45",
  ];
  expect(await sentTo("Siti Rahmawati")).toEqual(expected);
  expect(await sentTo("Tono Susilo")).toEqual(expected);
  expect(await sentTo("Mary Tan")).toEqual(expected);
  // Who teaches is told the evening before, and sees on a board how the day goes.
  expect(await sentTo("Rina Marlina")).toEqual([
    "class-preview 2024-06-05 18:00",
    "class-board 2024-06-06 07:30",
    "class-preview 2024-06-06 18:00",
    "class-board 2024-06-07 07:30",
  ]);
  expect(siti.lastMessage()?.text).toContain("https://temu.example/kepri");
  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/a-class-from-h-3-to-its-last-day.txt");
  expect(stage.errors).toEqual([]);
  // Five days of every job on a busy machine.
}, 60_000);

// Keeps P14.
test("somebody who will come says so in two taps, and the trainer sees it at once", async () => {
  const { rina, siti, tono } = await openClass(at("2024-06-06", "07:15"));
  await stage.moveTo(at("2024-06-06", "07:30"));
  stage.talk();

  siti.presses("08.30 WIB · Pembukaan");
  await stage.settle();
  siti.presses("Hadir");
  await stage.settle();
  tono.says("/jadwal");
  await stage.settle();
  tono.presses("Kam 6 Jun 08.30 · Pembukaan");
  await stage.settle();
  tono.presses("Terlambat");
  await stage.settle();

  rina.says("/kelas");
  await stage.settle();
  rina.presses("Kam 6 Jun");
  await stage.settle();
  rina.presses("08.30 WIB · Pembukaan");
  await stage.settle();
  expect(rina.lastMessage()?.text).toContain("Hadir: 1\n⏰ Terlambat: 1\n❌ Berhalangan: 0\n▫️ Belum menjawab: 1");

  // Siti changes her mind while the session runs.
  await stage.moveTo(at("2024-06-06", "09:00"));
  siti.presses("✅ 08.30 WIB · Pembukaan");
  await stage.settle();
  siti.presses("Berhalangan");
  await stage.settle();
  rina.presses("🔄 Perbarui");
  await stage.settle();
  expect(rina.lastMessage()?.text).toContain("Hadir: 0\n⏰ Terlambat: 1\n❌ Berhalangan: 1\n▫️ Belum menjawab: 1");

  // When it is over, the answer stays as it is.
  siti.presses("❌ 08.30 WIB · Pembukaan");
  await stage.settle();
  await stage.moveTo(at("2024-06-06", "10:00"));
  siti.presses("Hadir");
  await stage.settle();
  expect(siti.lastMessage()?.text).toContain("sudah selesai");
  expect((await stage.db.attendance.findMany()).map(({ answer }) => answer).sort()).toEqual(["absent", "late"]);

  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/attendance.txt");
  expect(stage.errors).toEqual([]);
});

// Keeps P12, P14.
test("who teaches is led from /jadwal to who will come, and is not asked to come themselves", async () => {
  const { rina } = await openClass(at("2024-06-06", "07:15"));
  rina.says("/jadwal");
  await stage.settle();
  expect(rina.lastMessage()?.text).toContain("Tekan sesinya untuk melihat kehadiran");
  rina.presses("Kam 6 Jun 08.30 · Pembukaan");
  await stage.settle();
  expect(rina.lastMessage()?.text).toContain("Belum menjawab: 3");
  expect(stage.errors).toEqual([]);
});

// Keeps P13.
test("a session that moved after the agenda is told once to those who knew, lama → baru", async () => {
  const { rina, siti } = await openClass(at("2024-06-06", "07:15"));
  await stage.moveTo(at("2024-06-06", "08:00"));
  stage.talk();

  rina.says("/kelas");
  await stage.settle();
  rina.presses("Kam 6 Jun");
  await stage.settle();
  rina.presses("13.00 WIB · Tiga strategi TPB…");
  await stage.settle();
  rina.presses("🗓 Hari lain");
  await stage.settle();
  rina.says("kemarin");
  await stage.settle();
  rina.presses("Jum 7 Jun");
  await stage.settle();
  rina.presses("✏️ Jam");
  await stage.settle();
  rina.says("setengah 11");
  await stage.settle();
  rina.presses("✅ Ya, pindahkan");
  await stage.settle();
  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/moving-a-session.txt");

  await liveUntil(at("2024-06-07", "18:00"));
  expect(await sentTo("Siti Rahmawati")).toEqual([
    "agenda 2024-06-06 07:30",
    "schedule-change 2024-06-06 08:00",
    "agenda 2024-06-06 18:00",
    "soon 2024-06-07 15:45",
  ]);
  const changes = siti.received().filter(({ text }) => text?.includes("Jadwal berubah") === true);
  expect(changes).toHaveLength(1);
  expect(changes[0]?.text).toContain("Semula: Kamis, 6 Juni 2024 pukul 13.00 WIB");
  expect(changes[0]?.text).toContain("→ Menjadi: Jumat, 7 Juni 2024 pukul 10.30 WIB");
  expect(stage.errors).toEqual([]);
});

// Keeps P13.
test("a cancelled session is reminded of no more, and those who knew are told", async () => {
  const { rina, siti } = await openClass(at("2024-06-06", "17:45"));
  await stage.moveTo(at("2024-06-06", "19:00"));
  stage.talk();

  rina.says("/kelas");
  await stage.settle();
  rina.presses("Jum 7 Jun");
  await stage.settle();
  rina.presses("16.00 WIB · Pendampingan dari…");
  await stage.settle();
  rina.presses("Batalkan sesi");
  await stage.settle();
  rina.presses("Ya, batalkan sesi");
  await stage.settle();
  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/cancelling-a-session.txt");

  await liveUntil(at("2024-06-07", "16:15"));
  expect(await sentTo("Siti Rahmawati")).toEqual(["agenda 2024-06-06 18:00", "schedule-change 2024-06-06 19:00"]);
  siti.says("/jadwal");
  await stage.settle();
  expect(siti.lastMessage()?.text).toContain("tidak ada sesi yang akan datang");
  expect(stage.errors).toEqual([]);
});

// Keeps P12.
test("a class in Maluku is told its times in WIT, from a morning that is Maluku's", async () => {
  stage.clock.set(new Date("2024-06-04T12:00:00Z"));
  const maluku = await buildClass(stage.db, {
    provinceCode: "81",
    name: "Maluku",
    startsOn: "2024-06-06",
    joinToken: "masuk-maluku",
  });
  await buildSession(stage.db, maluku.id, {
    title: "Pembukaan",
    startsAt: instantAt("Asia/Jayapura", "2024-06-06", "09:00"),
  });
  const { person } = await buildParticipant(stage.db, maluku.id, { name: "Yohana Latu" });
  const yohana = stage.person({ id: Number(person.telegramId), name: "Yohana" });
  yohana.start();
  await stage.settle();
  stage.talk();
  yohana.says("/jadwal");
  await stage.settle();

  stage.clock.set(at("2024-06-05", "05:45"));
  await stage.moveTo(at("2024-06-05", "06:15"));
  stage.clock.set(at("2024-06-06", "05:15"));
  // 07:30 in Maluku is 05:30 in Jakarta.
  await stage.moveTo(at("2024-06-06", "05:30"));
  expect(yohana.lastMessage()?.text).toContain("Jadwal Kamis, 6 Juni 2024");
  expect(yohana.lastMessage()?.text).toContain("09.00–10.30 WIT");
  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/a-class-in-maluku.txt");
  expect(stage.errors).toEqual([]);
});
