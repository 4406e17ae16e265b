// Two managers of one library fill in one plan, or report on it, at the same time: the second reads what the first saved, and
// chooses. Nothing is written over unseen.

import { describe, expect, inject, test } from "vitest";
import type { World } from "../../../src/ports.js";
import type { Person } from "../../../src/sandbox/shapes.js";
import { writeWorkPlan } from "../../../src/use-cases/index.js";
import { screen } from "../../support/stage/phone.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildClass, buildParticipant, buildTrainer } from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

const stage = stageAt("2024-06-10T02:00:00Z");

const BERAKIT = { libraryName: "Perpustakaan Berakit", placeCode: "21.01.10.2001" };
const KERIPIK = "Pelatihan membuat keripik pisang";
const BACA = "Pojok baca di balai desa";

async function does(phone: Person, ...acts: (string | RegExp)[]) {
  for (const act of acts) {
    stage.clock.advance(60_000);
    // "> …" is typed, all else is pressed.
    if (typeof act === "string" && act.startsWith("> ")) phone.says(act.slice(2));
    else phone.presses(act);
    await stage.settle();
  }
}

/** Siti and Ani of one library, whose plans nobody has written yet, unless a first one is given. */
async function two({ written = null as string | null, english = false } = {}) {
  const trainingClass = await buildClass(stage.db);
  await buildTrainer(stage.db, [trainingClass.id], { name: "Rina Marlina" });
  const language = english ? "en" : "id";
  const siti = await buildParticipant(stage.db, trainingClass.id, { ...BERAKIT, name: "Siti Rahmawati", language });
  const ani = await buildParticipant(stage.db, trainingClass.id, { ...BERAKIT, name: "Ani Lestari" });
  const planId = siti.plans[0]?.id ?? 0;
  if (written !== null) {
    await stage.db.workPlan.update({
      where: { id: planId },
      data: {
        ...{ state: "not_started", activity: written, measure: "15 ibu", partner: "PKK", changedById: ani.person.id },
        ...{ targetOn: new Date("2024-06-28"), writtenAt: stage.clock.now(), changedAt: stage.clock.now() },
      },
    });
  }
  const phone = stage.person({ id: Number(siti.person.telegramId), name: "Siti", english });
  const other = stage.person({ id: Number(ani.person.telegramId), name: "Ani" });
  for (const one of [phone, other]) await does(one, "> /start");
  stage.talk();
  const plan = () => stage.db.workPlan.findUniqueOrThrow({ where: { id: planId } });
  return { phone, other, planId, plan, sitiId: siti.person.id, aniId: ani.person.id };
}

const writes = (activity: string) => [
  "> /rencana",
  /Layanan Informasi/,
  `> ${activity}`,
  "7 Juli 2024",
  "> 15 ibu ikut",
];
const SAVES = ["> PKK desa", "✅ Simpan rencana"];

describe("a plan that a colleague saves while it is being written", () => {
  test("is shown beside one's own, and stays when one gives way", async () => {
    const { phone, other, plan } = await two();
    await does(phone, ...writes(KERIPIK));
    await does(other, ...writes(BACA), ...SAVES);
    await does(phone, ...SAVES);
    expect((await plan()).activity).toBe(BACA);
    expect(screen(phone)).toContain("Sementara itu Ani Lestari mengubah rencana Layanan Informasi");
    for (const words of [KERIPIK, BACA]) expect(screen(phone)).toContain(words);
    await does(phone, "Pakai yang tersimpan");
    expect(screen(phone)).toContain("Isian Bapak/Ibu tadi tidak disimpan.");
    expect((await plan()).activity).toBe(BACA);
    await expect(stage.talk()).toMatchFileSnapshot("../transcripts/plan-changed-meanwhile.txt");
    expect(await stage.world.store.drafts.unfinishedOf(phone.id)).toEqual([]);
    expect(stage.errors).toEqual([]);
  });

  test("gives way to one's own only by a press, and what it said is kept behind it", async () => {
    const { phone, other, plan, sitiId, aniId } = await two();
    await does(phone, ...writes(KERIPIK));
    await does(other, ...writes(BACA), ...SAVES);
    // The bot starts anew, and she comes back the next day.
    stage.restart();
    stage.clock.advance(24 * 3_600_000);
    await does(phone, ...SAVES, "✅ Pakai isian saya");
    expect(screen(phone)).toContain("sudah tersimpan");
    expect(await plan()).toMatchObject({
      ...{ activity: KERIPIK, changedById: sitiId },
      replaced: { activity: BACA, changedById: aniId },
    });
    expect(stage.errors).toEqual([]);
  });

  test("is asked about once more when it changes before the choice", async () => {
    const { phone, other, plan } = await two();
    await does(phone, ...writes(KERIPIK));
    await does(other, ...writes(BACA), ...SAVES);
    await does(phone, ...SAVES);
    await does(
      other,
      "> /rencana",
      /Layanan Informasi/,
      "✏️ Ubah rencana",
      "✏️ Kegiatan",
      "> Kelas komputer",
      "✅ Simpan rencana",
    );
    await does(phone, "✅ Pakai isian saya");
    expect(screen(phone)).toContain("Kelas komputer");
    expect((await plan()).activity).toBe("Kelas komputer");
    await does(phone, "✅ Pakai isian saya");
    expect((await plan()).activity).toBe(KERIPIK);
    expect(stage.errors).toEqual([]);
  });

  test("is not asked about when both wrote the same, or the colleague only said that there is none yet", async () => {
    const { phone, other, plan } = await two();
    await does(phone, ...writes(KERIPIK));
    await does(other, "> /rencana", /Layanan Informasi/, "Belum punya");
    await does(phone, ...SAVES);
    expect(screen(phone)).toContain("sudah tersimpan");
    await does(other, "> /rencana", /Layanan Informasi/, "✏️ Ubah rencana");
    await does(phone, "> /rencana", /Layanan Informasi/, "✏️ Ubah rencana", /Mitra/, "> LPM", "✅ Simpan rencana");
    await does(other, /Mitra/, "> LPM", "✅ Simpan rencana");
    expect(screen(other)).toContain("sudah tersimpan");
    expect((await plan()).partner).toBe("LPM");
    expect(stage.errors).toEqual([]);
  });

  test("does not end what was put aside: it is gone on with, and both are shown then", async () => {
    const { phone, other, plan } = await two();
    await does(phone, ...writes(KERIPIK), "Batal", "💾 Simpan untuk nanti");
    await does(other, ...writes(BACA), ...SAVES);
    await does(phone, "> /lanjut", /Lanjutkan/, ...SAVES);
    expect(screen(phone)).toContain(KERIPIK);
    expect(screen(phone)).toContain(BACA);
    expect((await plan()).activity).toBe(BACA);
    expect(stage.errors).toEqual([]);
  });

  test("one field changed by each, in English: the second sees whose words stand where", async () => {
    const { phone, other, plan } = await two({ written: KERIPIK, english: true });
    await does(phone, "> /plan", /Information/, /Change plan/, /Partner/, "> The village council");
    await does(
      other,
      "> /rencana",
      /Layanan Informasi/,
      "✏️ Ubah rencana",
      /Kegiatan/,
      `> ${BACA}`,
      "✅ Simpan rencana",
    );
    stage.talk();
    await does(phone, "✅ Save the plan", "✅ Use mine");
    expect(await plan()).toMatchObject({ activity: KERIPIK, partner: "The village council" });
    await expect(stage.talk()).toMatchFileSnapshot("../transcripts/plan-changed-meanwhile-in-english.txt");
    expect(stage.errors).toEqual([]);
  });
});

describe("a new report, while a colleague reports on the same plan", () => {
  const begins = ["> /lapor", /Layanan Informasi/, "🔄 Berjalan"];

  test("is not sent over the colleague's unseen, and is sent beside it by a press", async () => {
    const { phone, other, plan } = await two({ written: KERIPIK });
    await does(phone, ...begins);
    await does(other, "> /lapor", /Layanan Informasi/, "✅ Selesai", "✅ Kirim sekarang");
    await does(phone, "✅ Kirim sekarang");
    expect(screen(phone)).toContain("Ani Lestari mengirim laporan yang lebih baru");
    expect(screen(phone)).toContain("LP-241-0001, selesai");
    expect(screen(phone)).toContain("Isian Bapak/Ibu: berjalan");
    expect((await plan()).state).toBe("done");
    await does(phone, "✅ Pakai isian saya");
    expect(screen(phone)).toContain("LP-241-0002");
    expect((await plan()).state).toBe("in_progress");
    expect(await stage.db.progressReport.count()).toBe(2);
    expect(stage.errors).toEqual([]);
  });

  test("is left when its author gives way; a report that came before the form was opened asks nobody", async () => {
    const { phone, other, plan } = await two({ written: KERIPIK });
    await does(other, ...begins, "✅ Kirim sekarang");
    await does(phone, ...begins, "✅ Kirim sekarang");
    expect(screen(phone)).toContain("LP-241-0002");
    await does(phone, ...begins);
    await does(other, "> /lapor", /Layanan Informasi/, "✅ Selesai", "✅ Kirim sekarang");
    await does(phone, "✅ Kirim sekarang", "Pakai yang terbaru");
    expect(screen(phone)).toContain("Isian Bapak/Ibu tadi tidak dikirim.");
    expect(await stage.db.progressReport.count()).toBe(3);
    expect((await plan()).state).toBe("done");
    expect(stage.errors).toEqual([]);
  });

  test("that was put aside is gone on with, and told what came meanwhile", async () => {
    const { phone, other } = await two({ written: KERIPIK });
    await does(phone, ...begins, "Batal", "💾 Simpan untuk nanti");
    await does(other, "> /lapor", /Layanan Informasi/, "⚠️ Ada kendala", "Anggaran/APBDes");
    await does(phone, "> /lanjut", /Lanjutkan/, "✅ Kirim sekarang");
    expect(screen(phone)).toContain("LP-241-0001, ada kendala");
    expect(await stage.db.progressReport.count()).toBe(1);
    expect(stage.errors).toEqual([]);
  });
});

test.skipIf(inject("database").kind !== "postgres")(
  "of two who save the same plan at once the second waits for the first, and is told what that one wrote",
  async () => {
    const { planId, sitiId, aniId } = await two();
    const writesAs = async (world: World, id: number, activity: string) =>
      writeWorkPlan(world, await actorOf(world, id), {
        ...{ planId, activity, targetOn: null, measure: null, partner: null, seen: null },
      });
    let second: ReturnType<typeof writesAs> | undefined;
    await stage.world.store.transaction(async (store) => {
      await writesAs({ ...stage.world, store }, sitiId, KERIPIK);
      second = writesAs(stage.world, aniId, BACA);
      await new Promise((resolve) => setTimeout(resolve, 200));
    });
    expect(await second).toMatchObject({ kind: "changed_meanwhile", now: { activity: KERIPIK } });
  },
);
