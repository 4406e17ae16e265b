// Questions and obstacles that go while somebody stands at them, has answered them, or is to correct what they said.
import { expect, test } from "vitest";
import type { Person } from "../../../src/sandbox/shapes.js";
import { viewOverview } from "../../../src/use-cases/index.js";
import { putInForce, without } from "../../support/files/rules-workbook.js";
import { everything, presses, says, screen } from "../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildParticipant, buildTrainer } from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

// Monday of the week after the class: 09:00 in Bintan.
const stage = stageAt("2024-06-10T02:00:00Z");
const acts = phoneActsOn(stage, 3000);

async function cast() {
  const { id } = await buildClass(stage.db);
  const rina = await buildTrainer(stage.db, [id], { name: "Rina Marlina" });
  const { person } = await buildParticipant(stage.db, id, {
    ...{ name: "Siti Rahmawati", libraryName: "Perpustakaan Berakit", placeCode: "21.01.10.2001" },
  });
  const admin = await buildAdmin(stage.db);
  await stage.db.workPlan.updateMany({ data: { state: "not_started", activity: "Pelatihan membuat keripik pisang" } });
  const phone = async ({ telegramId }: { telegramId: bigint | null }, name: string) => {
    const held = stage.person({ id: Number(telegramId), name });
    held.start();
    await stage.settle();
    return held;
  };
  return { siti: await phone(person, "Siti"), rina: await phone(rina, "Rina"), adminId: admin.id };
}

const opens = [says("/lapor"), presses("📝 Pelibatan Masyarakat")];
const tellsNumbers = [says("25"), says("15"), says("5")];
const skip = presses("Lewati");

/** 25 people came, 15 of them women and 5 children, led by the head of the PKK. */
async function reports(siti: Person) {
  await acts(siti, ...opens, presses("🔄 Berjalan"), presses("➕ Tambah rincian"));
  await acts(siti, presses("Sesuai rencana"), presses(/^Kemarin/), presses("Ekonomi/UMKM"), ...tellsNumbers);
  await acts(siti, says("Ketua PKK"), skip, skip, skip, skip, presses("✅ Kirim laporan"));
}

const answersNow = async () => {
  const newest = await stage.db.progressReport.findFirstOrThrow({
    orderBy: { id: "desc" },
    include: { answers: true },
  });
  return Object.fromEntries(newest.answers.map(({ question, amount, text }) => [question, amount ?? text]));
};

const GONE = without({ questions: ["children", "led_by"], obstacles: ["signal"] });

// Keeps A19.
test("a correction asks what the report was asked: what is no longer asked is not lost with it", async () => {
  const { siti } = await cast();
  await reports(siti);
  await putInForce(stage, GONE);
  await acts(siti, presses("✏️ Ubah"), presses("✏️ Peserta"), says("30"), presses("✅ Simpan perubahan"));
  expect(await answersNow()).toMatchObject({ participants: 30, women: 15, children: 5, led_by: "Ketua PKK" });
  expect(await stage.db.progressReport.count()).toBe(2);
  expect(stage.errors).toEqual([]);
});

// Keeps A19.
test("a trainer can have an answer corrected whose question is gone, and it is asked once more", async () => {
  const { siti, rina } = await cast();
  await reports(siti);
  await putInForce(stage, GONE);
  await acts(rina, says("/tinjau"));
  await acts(rina, presses("✏️ Minta perbaikan"), presses(/anak/i), presses(/^✅ (Selesai|Cukup)/), skip);
  await acts(siti, presses(/^✏️ Perbaiki/));
  expect(screen(siti)).toMatch(/anak/);
  await acts(siti, says("7"), presses("✅ Simpan perubahan"));
  expect(await answersNow()).toMatchObject({ participants: 25, children: 7, led_by: "Ketua PKK" });
  expect(stage.errors).toEqual([]);
});

// Keeps A19.
test("somebody who stands at a question that goes answers it, and the next report no longer asks it", async () => {
  const { siti } = await cast();
  await acts(siti, ...opens, presses("🔄 Berjalan"), presses("➕ Tambah rincian"));
  await acts(siti, presses("Sesuai rencana"), presses(/^Kemarin/), presses("Ekonomi/UMKM"), says("25"), says("15"));
  expect(screen(siti)).toMatch(/anak/);
  await putInForce(stage, GONE);
  stage.restart();
  await acts(siti, says("5"), says("Ketua PKK"), skip, skip, skip, skip, presses("✅ Kirim laporan"));
  expect(await answersNow()).toMatchObject({ participants: 25, children: 5, led_by: "Ketua PKK" });
  await acts(siti, presses("📝 Lapor lagi"), presses("📝 Pelibatan Masyarakat"), presses("🔄 Berjalan"));
  await acts(siti, presses("➕ Tambah rincian"), ...Array.from({ length: 5 }, () => presses(/^Tetap/)));
  expect(screen(siti)).not.toMatch(/anak|memimpin/);
  expect(stage.errors).toEqual([]);
});

// Keeps A19.
test("an obstacle that goes is still told by its name where it was said, and the numbers stay as they were", async () => {
  const { siti, adminId } = await cast();
  await acts(siti, ...opens, presses(/^⚠️|Terhambat/), presses(/^Sinyal/));
  const numbers = async () => {
    const area = { placeCode: "21", classId: null };
    const view = await viewOverview(stage.world, await actorOf(stage.world, adminId), { area, cohortId: null });
    return view.kind === "found" ? view.numbers : view.kind;
  };
  const before = await numbers();
  await putInForce(stage, GONE);
  await acts(siti, says("LP-241-0001"));
  expect(everything(siti)).toMatch(/sinyal, HP/i);
  expect(await numbers()).toEqual(before);
  await acts(siti, ...opens, presses(/^⚠️|Terhambat/));
  expect(JSON.stringify(siti.lastMessage()?.reply_markup)).not.toMatch(/Sinyal/);
  expect(stage.errors).toEqual([]);
});
