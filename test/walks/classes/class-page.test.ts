// The page of a class: who has joined, its days, its QR code, and its schedule as a file.
import jsQR from "jsqr";
import { PNG } from "pngjs";
import { expect, test } from "vitest";
import { buildRosterRow } from "../../support/world/builders.js";
import { at, openSchedule } from "./schedule-scene.js";

const { stage, openClass } = openSchedule();

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
