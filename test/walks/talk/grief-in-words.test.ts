// Who writes of a death or of leave is left in peace, and spoken to accordingly.
import { expect, test } from "vitest";
import { openSmallTalk } from "./small-talk-scene.js";

const { stage, inTurn, cast, last } = openSmallTalk();

test("with grief they pause for a week at once, and the trainer hears of the pause and not what was said", async () => {
  const { siti, rina } = await cast();
  await inTurn(() => siti.says("suami saya meninggal"));
  expect(last(siti)).toContain("jeda sampai Minggu, 16 Juni 2024");
  stage.clock.advance(2 * 60_000);
  await stage.tick();
  const heard = rina.received().map(({ text }) => text ?? "");
  expect(heard.some((text) => text.includes("Siti Rahmawati jeda sampai Minggu, 16 Juni 2024 (duka)"))).toBe(true);
  expect(heard.filter((text) => text.includes("meninggal"))).toEqual([]);
});

test("who did not mean it takes the pause back before the trainer hears of it", async () => {
  const { siti, rina } = await cast();
  await inTurn(
    () => siti.says("ibu saya sakit"),
    () => siti.presses("Tidak perlu jeda"),
  );
  expect(last(siti)).toContain("jedanya dibatalkan");
  stage.clock.advance(2 * 60_000);
  await stage.tick();
  expect(rina.received().filter(({ text }) => text?.includes("jeda"))).toEqual([]);
  expect(await stage.db.person.count({ where: { NOT: { pausedUntil: null } } })).toBe(0);
});

test("where leave had begun before, grief makes it longer, and no button takes the leave away with it", async () => {
  const { siti } = await cast();
  await inTurn(
    () => siti.says("/jeda"),
    () => siti.presses("🌴 Cuti"),
    () => siti.says("12 Juni 2024"),
    () => siti.says("ibu saya meninggal"),
  );
  expect(last(siti)).toContain("jeda sampai Minggu, 16 Juni 2024");
  await inTurn(() => siti.presses("⏸ Jeda"));
  expect(last(siti)).toContain("sedang jeda sampai Minggu, 16 Juni 2024");
  expect(stage.errors).toEqual([]);
});

test("who names a disaster and not whose it is is offered a pause, and one of a drill is offered none", async () => {
  const { siti, rina } = await cast();
  await inTurn(() => siti.says("Kemarin ada gempa"));
  expect(last(siti)).toContain("silakan jeda dulu");
  await inTurn(() => siti.says("Kegiatan simulasi gempa sudah selesai"));
  expect(last(siti)).not.toContain("jeda");
  stage.clock.advance(2 * 60_000);
  await stage.tick();
  expect(await stage.db.person.count({ where: { NOT: { pausedUntil: null } } })).toBe(0);
  expect(rina.received().filter(({ text }) => text?.includes("jeda"))).toEqual([]);
  await inTurn(
    () => siti.says("Kemarin ada gempa"),
    () => siti.presses("⏸ Mulai jeda"),
  );
  expect(last(siti)).toContain("Apa alasannya?");
  expect(stage.errors).toEqual([]);
});

test("who is on leave is shown the way to a pause", async () => {
  const { siti } = await cast();
  await inTurn(() => siti.says("saya cuti dua minggu"));
  expect(last(siti)).toContain("Selama jeda tidak ada pengingat");
});

test("in the week after grief a plan that is done is thanked for and not cheered, and later it is cheered again", async () => {
  const { siti } = await cast();
  const reportsDone = (plan: string) =>
    inTurn(
      () => siti.says("/lapor"),
      () => siti.presses(plan),
      () => siti.presses("✅ Selesai"),
      () => siti.presses("✅ Kirim sekarang"),
    );
  await inTurn(() => siti.says("innalillahi, bapak saya meninggal"));
  expect(last(siti)).toContain("jeda sampai Minggu, 16 Juni 2024");
  await reportsDone("📝 Advokasi");
  expect(last(siti)).toContain("Satu rencana selesai. Terima kasih atas kerja keras Bapak/Ibu.");
  expect(last(siti)).not.toContain("🎉");

  stage.clock.set(new Date("2024-06-17T02:00:00Z"));
  await reportsDone("📝 Layanan Informasi");
  expect(last(siti)).toContain("Selamat, satu rencana selesai!");
  expect(last(siti)).toContain("🎉");
  expect(stage.errors).toEqual([]);
});
