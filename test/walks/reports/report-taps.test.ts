// How many taps a report takes, and where it is seen afterwards: by its number, and as a light.

import { expect, test } from "vitest";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildTrainer } from "../../support/world/builders.js";
import { berakit, report } from "../../support/world/plans.js";

const stage = stageAt("2024-06-10T02:00:00Z");

async function phoneOf(personId: number) {
  const { telegramId, name } = await stage.db.person.findUniqueOrThrow({ where: { id: personId } });
  const phone = stage.person({ id: Number(telegramId), name });
  phone.start();
  await stage.settle();
  return phone;
}

// Keeps P16.
test.each([
  ["nothing has changed", ["📝 Advokasi", "Tidak ada perubahan"], 2],
  ["it goes on", ["📝 Advokasi", "🔄 Berjalan", "✅ Kirim sekarang"], 3],
  ["it is stuck", ["📝 Advokasi", "⚠️ Ada kendala", "Anggaran/APBDes"], 3],
  ["it is done", ["📝 Advokasi", "✅ Selesai", "✅ Kirim sekarang"], 3],
] as const)(
  "on the screen of three plans, that %s takes at most three taps (two for no change)",
  async (_, buttons, most) => {
    const phone = await phoneOf((await berakit(stage.db)).personId);
    phone.says("/lapor");
    await stage.settle();
    expect(phone.buttons().slice(0, 3)).toEqual([
      "[📝 Layanan Informasi]",
      "[📝 Pelibatan Masyarakat]",
      "[📝 Advokasi]",
    ]);
    let taps = 0;
    for (const button of buttons) {
      expect(await stage.db.progressReport.count()).toBe(0);
      phone.presses(button);
      await stage.settle();
      taps += 1;
    }
    expect(await stage.db.progressReport.count()).toBe(1);
    expect(taps).toBeLessThanOrEqual(most);
  },
);

// Keeps P29.
test("the receipt's number, typed into the chat, finds the report for trainer and admin of the region alone", async () => {
  const { personId, planIds, trainingClass } = await berakit(stage.db);
  await report(stage.world, personId, planIds[2]);
  const allowed = [
    await buildTrainer(stage.db, [trainingClass.id], { name: "Rina" }),
    await buildAdmin(stage.db, { name: "Sari", regionCode: "21" }),
  ];
  const stranger = await buildAdmin(stage.db, { name: "Lain", regionCode: "63" });
  for (const { id } of [...allowed, stranger]) {
    const phone = await phoneOf(id);
    phone.says("lp 241 1");
    await stage.settle();
    const said = phone.lastMessage()?.text ?? "";
    expect(said).toContain(id === stranger.id ? "tidak saya temukan" : "Laporan LP-241-0001");
    if (id === stranger.id) expect(said).not.toContain("Berakit");
  }
});

// Keeps P28.
test("/kemajuan: word and symbol, days left, one next step; of a done plan no days past its deadline", async () => {
  const { personId, planIds } = await berakit(stage.db);
  await report(stage.world, personId, planIds[0], { state: "done" });
  stage.clock.set(new Date("2024-07-10T02:00:00Z"));
  const phone = await phoneOf(personId);
  phone.says("/kemajuan");
  await stage.settle();
  const [first, second] = (phone.lastMessage()?.text ?? "").split("\n\n").slice(1);
  expect(first).toBe("Layanan Informasi\n🟢 Selesai · ⏳ menunggu tinjauan");
  expect(second).toBe("Pelibatan Masyarakat\n🔴 Terlambat 3 hari · belum mulai");
  expect(phone.buttons().slice(0, 1)).toEqual(["[➡️ Laporkan Pelibatan]"]);
});
