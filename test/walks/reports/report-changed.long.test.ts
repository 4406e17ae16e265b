// A report is changed days later, also while a colleague or a trainer does something with it.
import { expect, test } from "vitest";
import { buildParticipant } from "../../support/world/builders.js";
import { openReportScene } from "./report-scene.js";

const { stage, siti, says, presses, writtenPlans, BERAKIT } = openReportScene();

// Keeps P20.
test("the last report is changed days later from /lapor, and the trainer sees what changed", async () => {
  const { phone, plans, trainer } = await siti();
  await writtenPlans(plans.map(({ id }) => id));
  const rina = stage.person({ id: Number(trainer.telegramId), name: "Rina" });
  rina.start();
  await stage.settle();
  await says(phone, "/lapor");
  await presses(phone, "📝 Layanan Informasi", "🔄 Berjalan", "➕ Tambah rincian", "⬜ Promosi", "✅ Selesai");
  await says(phone, "25", "12", "40");
  await presses(phone, "Lewati", "Lewati", "Lewati", "✅ Kirim laporan");
  // The trainer has read and reviewed it.
  stage.clock.set(new Date("2024-06-10T10:00:00Z"));
  await stage.tick();
  await stage.db.progressReport.updateMany({ data: { reviewedAt: stage.clock.now() } });
  stage.clock.set(new Date("2024-06-12T02:00:00Z"));
  stage.talk();

  await says(phone, "/lapor");
  await presses(phone, "✏️ Ubah laporan terakhir", "✏️ Pengunjung");
  await says(phone, "35");
  await presses(phone, "✏️ Cerita");
  await says(phone, "Anak-anak kini membaca setiap sore.");
  await presses(phone, "✅ Simpan perubahan");
  // Changed twice before the evening: told once, with all that changed.
  await presses(phone, "✏️ Ubah", "✏️ Status", "✅ Selesai", "✅ Simpan perubahan");
  stage.clock.set(new Date("2024-06-12T09:45:00Z"));
  await stage.tick();
  await says(rina, "LP-241-0001");
  rina.says(`/start`);
  await stage.settle();
  rina.pressesOn(rina.lastMessage()?.message_id ?? 0, `case:${plans[0]?.id}`);
  await stage.settle();

  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/report-changed.txt");
  expect(await stage.db.progressReport.count({ where: { number: "LP-241-0001" } })).toBe(3);
  expect(stage.errors).toEqual([]);
});

/** Siti and Ani of one library; Siti has reported and is half-way through changing that report. */
async function halfWay() {
  const { phone, plans, trainingClass } = await siti();
  await writtenPlans(plans.map(({ id }) => id));
  const { id } = trainingClass;
  const { person } = await buildParticipant(stage.db, id, { ...BERAKIT, name: "Ani Lestari" });
  const ani = stage.person({ id: Number(person.telegramId), name: "Ani" });
  ani.start();
  await says(phone, "/lapor");
  await presses(phone, "📝 Layanan Informasi", "🔄 Berjalan", "➕ Tambah rincian", "⬜ Promosi", "✅ Selesai");
  await says(phone, "25", "12", "40");
  await presses(phone, "Lewati", "Lewati", "Lewati", "✅ Kirim laporan");
  stage.clock.advance(3_600_000);
  await presses(phone, "✏️ Ubah", "✏️ Cerita");
  await says(phone, "Anak-anak kini membaca setiap sore.");
  stage.talk();
  const versions = async () =>
    (await stage.db.progressReport.findMany({ orderBy: { id: "asc" } })).map(
      ({ number, version, authorId, story, state }) => [
        number,
        version,
        authorId === person.id ? "Ani" : "Siti",
        story,
        state,
      ],
    );
  return { phone, ani, versions };
}

const STORY = "Anak-anak kini membaca setiap sore.";

// Keeps P20.
test("whose report a colleague changed meanwhile is told what, loses nothing and sends theirs on top", async () => {
  const { phone, ani, versions } = await halfWay();
  await says(ani, "/lapor");
  await presses(ani, "✏️ Ubah laporan terakhir", "✏️ Pengunjung");
  await says(ani, "35");
  await presses(ani, "✅ Simpan perubahan");
  stage.talk();

  await presses(phone, "✅ Simpan perubahan");
  expect(await versions()).toHaveLength(2);
  // The bot starts anew, and she comes back the next day.
  stage.restart();
  stage.clock.advance(24 * 3_600_000);
  await presses(phone, "✅ Pakai isian saya");
  await says(ani, "LP-241-0001");

  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/report-changed-meanwhile.txt");
  expect(await versions()).toEqual([
    ["LP-241-0001", 1, "Siti", null, "in_progress"],
    ["LP-241-0001", 2, "Ani", null, "in_progress"],
    ["LP-241-0001", 3, "Siti", STORY, "in_progress"],
  ]);
  expect(stage.errors).toEqual([]);
});

// Keeps P20.
test("changed once more before the choice, it is told once more; giving way leaves the colleague's", async () => {
  const { phone, ani, versions } = await halfWay();
  await says(ani, "/lapor");
  await presses(ani, "✏️ Ubah laporan terakhir", "✏️ Status", "✅ Selesai", "✅ Simpan perubahan");
  await presses(phone, "✅ Simpan perubahan");
  await presses(ani, "✏️ Ubah", "✏️ Pengunjung");
  await says(ani, "36");
  await presses(ani, "✅ Simpan perubahan");
  await presses(phone, "✅ Pakai isian saya");
  expect(phone.lastMessage()?.text).toContain("pengunjung: 25 → 36");
  expect(await versions()).toHaveLength(3);

  await presses(phone, "Pakai yang terbaru");
  expect(phone.lastMessage()?.text).toContain("Isian Bapak/Ibu tadi tidak dikirim.");
  expect((await versions()).at(-1)).toEqual(["LP-241-0001", 3, "Ani", null, "done"]);
  expect(await stage.world.store.drafts.unfinishedOf(phone.id)).toEqual([]);
  expect(await stage.world.store.drafts.unfinishedOf(ani.id)).toEqual([]);
  expect(stage.errors).toEqual([]);
});

// Keeps P20.
test("a newer report or a review that came meanwhile is told too, and theirs is not lost", async () => {
  const { phone, ani, versions } = await halfWay();
  await says(ani, "/lapor");
  await presses(ani, "📝 Layanan Informasi", "⚠️ Ada kendala", "Anggaran/APBDes");
  await presses(phone, "✅ Simpan perubahan");
  expect(phone.lastMessage()?.text).toContain("LP-241-0002, ada kendala");
  await presses(phone, "✅ Pakai isian saya");
  expect((await versions()).at(-1)).toEqual(["LP-241-0003", 1, "Siti", STORY, "in_progress"]);

  await presses(phone, "✏️ Ubah", "✏️ Status", "✅ Selesai");
  await stage.db.progressReport.updateMany({ data: { reviewedAt: stage.clock.now() } });
  await presses(phone, "✅ Simpan perubahan");
  expect(phone.lastMessage()?.text).toContain("Pelatih sudah memeriksa laporan LP-241-0003");
  await presses(phone, "✅ Pakai isian saya");
  expect((await versions()).at(-1)).toEqual(["LP-241-0003", 2, "Siti", STORY, "done"]);
  expect(stage.errors).toEqual([]);
});
