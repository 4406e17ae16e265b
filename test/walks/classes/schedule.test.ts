// A class from three days before it to its last day: reminders, changes, attendance, and the trainer's pages.
import jsQR from "jsqr";
import { PNG } from "pngjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, dayIn, instantAt, timeIn } from "../../../src/domain/time/calendar.js";
import { openTestDatabase, type TestDatabase } from "../../support/database.js";
import { openStage, type Stage } from "../../support/stage/stage.js";
import {
  buildClass,
  buildParticipant,
  buildRosterRow,
  buildSession,
  buildTrainer,
} from "../../support/world/builders.js";

let database: TestDatabase;
let stage: Stage;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const ZONE = "Asia/Jakarta";
const at = (day: `${number}-${number}-${number}`, time: string) => instantAt(ZONE, day, time);

/** From Thursday: two days in a hotel, the last session online; a trainer, three participants, one of whom reads English. */
async function openClass(now: Date) {
  stage = await openStage(database, now.toISOString());
  const trainingClass = await buildClass(stage.db, { startsOn: "2024-06-06", days: 2, joinToken: "masuk-kepri" });
  const { id } = trainingClass;
  const hotel = { place: "Hotel Bintan, aula lantai 2" };
  const opening = await buildSession(stage.db, id, {
    ...hotel,
    title: "Pembukaan",
    startsAt: at("2024-06-06", "08:30"),
  });
  const strategies = await buildSession(stage.db, id, {
    ...hotel,
    title: "Tiga strategi TPBIS",
    startsAt: at("2024-06-06", "13:00"),
  });
  const plans = await buildSession(stage.db, id, {
    ...hotel,
    title: "Menyusun rencana kerja",
    startsAt: at("2024-06-07", "07:30"),
  });
  const online = await buildSession(stage.db, id, {
    title: "Pendampingan daring",
    startsAt: at("2024-06-07", "16:00"),
    mode: "online",
    place: "https://temu.example/kepri",
  });
  const rina = await buildTrainer(stage.db, [id], { name: "Rina Marlina" });
  const siti = await buildParticipant(stage.db, id, { name: "Siti Rahmawati" });
  const tono = await buildParticipant(stage.db, id, { name: "Tono Susilo" });
  const mary = await buildParticipant(stage.db, id, { name: "Mary Tan", language: "en" });
  const onPhone = ({ telegramId }: { telegramId: bigint | null }, name: string, english = false) => {
    const person = stage.person({ id: Number(telegramId), name, english });
    person.start();
    return person;
  };
  const people = {
    rina: onPhone(rina, "Rina"),
    siti: onPhone(siti.person, "Siti"),
    tono: onPhone(tono.person, "Tono"),
    mary: onPhone(mary.person, "Mary", true),
  };
  await stage.settle();
  stage.talk();
  return { trainingClass, sessions: { opening, strategies, plans, online }, ...people };
}

/** Lives through the days up to then, by the hours at which a class may be spoken to; a missed tick would lose nothing. */
async function liveUntil(end: Date): Promise<void> {
  for (let day = dayIn(ZONE, stage.clock.now()); stage.clock.now() < end; day = addDays(day, 1)) {
    for (const [from, until] of [
      ["07:15", "08:00"],
      ["15:30", "15:45"],
      ["17:45", "18:00"],
    ] as const) {
      if (at(day, until) <= stage.clock.now() || at(day, from) >= end) continue;
      if (at(day, from) > stage.clock.now()) stage.clock.set(at(day, from));
      await stage.moveTo(at(day, until) < end ? at(day, until) : end);
    }
    if (at(day, "23:59") >= end) break;
  }
}

/** What the outbox sent, as "kind at local time", in order. */
async function sentTo(personName: string): Promise<string[]> {
  const person = await stage.db.person.findFirstOrThrow({ where: { name: personName } });
  const rows = await stage.db.outbox.findMany({
    where: { personId: person.id, state: "sent" },
    orderBy: [{ settledAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ key, settledAt, createdAt }) => {
    const sentAt = settledAt ?? createdAt;
    const [kind, , name] = key.split(":");
    return `${kind === "session-reminder" ? name : kind} ${dayIn(ZONE, sentAt)} ${timeIn(ZONE, sentAt)}`;
  });
}

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
  stage = await openStage(database, "2024-06-04T12:00:00Z");
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

test("the class page says who has joined, who has not, and by which link", async () => {
  const { trainingClass, rina } = await openClass(at("2024-06-02", "19:00"));
  for (let n = 1; n <= 14; n += 1) await buildRosterRow(stage.db, trainingClass.id, { name: `Undangan ${n + 10}` });
  const participant = await stage.db.participant.findFirstOrThrow();
  await buildRosterRow(stage.db, trainingClass.id, { name: "Siti Rahmawati" });
  await stage.db.rosterRow.updateMany({
    where: { name: "Siti Rahmawati" },
    data: { participantId: participant.id },
  });

  rina.says("/kelas");
  await stage.settle();

  const text = rina.lastMessage()?.text ?? "";
  expect(text).toContain("1 dari 15 undangan, dan 2 yang tidak ada di daftar undangan");
  expect(text).toContain(`https://t.me/${stage.sandbox.bot.username}?start=masuk-kepri`);
  expect(text).toContain("Belum bergabung (1–12/14):");
  expect(text.match(/• /g)).toHaveLength(12);
  expect(text.length).toBeLessThanOrEqual(700);
  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/a-class-page.txt");
  expect(stage.errors).toEqual([]);
});

test("a class without sessions says so, and offers no day to choose", async () => {
  const { rina } = await openClass(at("2024-06-02", "19:00"));
  await stage.db.trainingSession.deleteMany();
  rina.says("/kelas");
  await stage.settle();
  expect(rina.lastMessage()?.text).toContain("Kelas ini belum punya sesi.");
  expect(rina.lastMessage()?.text).not.toContain("Pilih hari");
  expect(stage.errors).toEqual([]);
});

// Keeps P01.
test("a trainer shows the class's QR code, and who scans it is one press from the consent of that class", async () => {
  const { trainingClass, rina, mary } = await openClass(at("2024-06-02", "19:00"));
  rina.says("/kelas");
  await stage.settle();
  rina.presses("🔳 Kode QR");
  await stage.settle();

  const shown = rina.lastMessage();
  const { file_id } = shown?.photo?.at(-1) ?? { file_id: "" };
  const { data, width, height } = PNG.sync.read(Buffer.from(stage.sandbox.files.byId(file_id)?.bytes ?? []));
  const link = jsQR.default(new Uint8ClampedArray(data), width, height)?.data ?? "";
  expect(link).toBe(`https://t.me/${stage.sandbox.bot.username}?start=masuk-kepri`);
  expect(shown?.caption).toContain(link);
  expect(shown?.caption).toContain("Berlaku sampai 7 Juli 2024");

  const tamu = stage.person({ name: "Tamu" });
  tamu.opens(link);
  await stage.settle();
  expect(tamu.lastMessage()?.text).toContain("Kepulauan Riau");
  expect(tamu.buttons()).toEqual(["[✅ Setuju]", "[Tidak]", "[📄 Penjelasan lengkap]", "[🌐 English]"]);

  // A button carries no right: a participant who forges it sees no code.
  mary.pressesOn(mary.received()[0]?.message_id ?? 0, `qr:${trainingClass.id}`);
  await stage.settle();
  expect(mary.lastMessage()?.photo).toBeUndefined();
  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/showing-the-qr-code.txt");
  expect(stage.errors).toEqual([]);
});

// Keeps P12.
test("the schedule is taken along as a file for the phone's calendar, and once more after a change", async () => {
  const { siti, mary, rina, sessions } = await openClass(at("2024-06-05", "10:00"));
  const file = (person: typeof siti) => {
    const { document } = person.lastMessage() ?? {};
    const bytes = stage.sandbox.files.byId(document?.file_id ?? "")?.bytes ?? [];
    return { name: document?.file_name, text: Buffer.from(bytes).toString("utf8").replaceAll("\r\n ", "") };
  };
  const inTurn = async (...acts: (() => unknown)[]) => {
    for (const act of acts) {
      act();
      await stage.settle();
    }
  };

  await inTurn(
    () => siti.says("/jadwal"),
    () => siti.presses("📅 Simpan ke kalender HP"),
  );
  const before = file(siti);
  expect(before.name).toBe("jadwal.ics");
  expect(before.text.match(/BEGIN:VEVENT/g)).toHaveLength(4);
  expect(before.text).toContain("DTSTART:20240606T013000Z\r\nDTEND:20240606T030000Z\r\nSUMMARY:Pembukaan");
  expect(before.text).toContain("LOCATION:Hotel Bintan\\, aula lantai 2");
  expect(before.text).toContain("LOCATION:https://temu.example/kepri");
  expect(before.text).not.toContain("CANCELLED");

  await inTurn(
    () => rina.pressesOn(rina.received()[0]?.message_id ?? 0, `cancel_session:${sessions.online.id}:0`),
    () => mary.says("/schedule"),
    () => mary.presses("📅 Save to my calendar"),
  );
  const after = file(mary);
  expect(after.name).toBe("schedule.ics");
  const uid = `UID:session-${sessions.online.id}@${stage.sandbox.bot.username}.t.me`;
  expect(before.text).toContain(`${uid}\r\nSEQUENCE:0`);
  expect(after.text).toContain(`${uid}\r\nSEQUENCE:1`);
  expect(after.text.match(/STATUS:CANCELLED/g)).toHaveLength(1);
  expect(stage.errors).toEqual([]);
});
