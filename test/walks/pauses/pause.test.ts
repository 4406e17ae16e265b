// Three people cannot work for a while: one is ill, one on leave, one in mourning. Nothing unasked reaches them but an emergency, nothing of
// theirs is late, their trainer knows, and each pause ends by itself with one message.
import { expect, test } from "vitest";
import { addDays, type Day, dayIn } from "../../../src/domain/time/calendar.js";
import type { Person } from "../../../src/sandbox/shapes.js";
import { publishAnnouncement } from "../../../src/use-cases/index.js";
import { presses, says, screen } from "../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { WALKED_IN } from "../../support/walked-in.js";
import { buildAdmin, buildClass, buildParticipant, buildTrainer } from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

// Tuesday 2 July, 10:00 in Jakarta: their plans are due on Sunday.
const stage = stageAt("2024-07-02T03:00:00Z");
const inTurn = phoneActsOn(stage, 3000);

async function cast(language: "id" | "en") {
  const { id } = await buildClass(stage.db, { name: "Kepri 1" });
  const english = language === "en";
  const [siti, budi, asnah, tono, rina] = ["Siti", "Budi", "Asnah", "Tono", "Rina"].map((name) =>
    stage.person({ name, english }),
  ) as [Person, Person, Person, Person, Person];
  for (const [phone, name] of [
    [siti, "Siti Rahmawati"],
    [budi, "Budi Santoso"],
    [asnah, "Asnah Yusuf"],
    [tono, "Tono Prasetyo"],
  ] as const) {
    const { plans } = await buildParticipant(stage.db, id, {
      ...{ name, telegramId: phone.id, language, libraryName: `Perpustakaan ${name.split(" ")[0]}` },
    });
    await stage.db.workPlan.updateMany({
      where: { id: { in: plans.map((plan) => plan.id) } },
      data: { state: "not_started", activity: "Kelas mendongeng", writtenAt: stage.clock.now() },
    });
  }
  await buildTrainer(stage.db, [id], { name: "Rina Marlina", telegramId: rina.id, language });
  const admin = await buildAdmin(stage.db, { name: "Dewi Lestari", language });
  for (const phone of [siti, budi, asnah, tono, rina]) await inTurn(phone, (one) => one.start());
  stage.talk();
  return { siti, budi, asnah, tono, rina, adminId: admin.id };
}

const WORDS = {
  id: { pause: "/jeda", mourning: "Ibu saya meninggal tadi malam", leave: "saya cuti dulu", plans: "/kemajuan" },
  en: { pause: "/pause", mourning: "My mother passed away last night", leave: "I am on leave", plans: "/progress" },
};

/** The hours at which something leaves, in the morning and at noon, day by day to that one. */
async function liveTo(last: Day) {
  for (let day = addDays(dayIn("Asia/Jakarta", stage.clock.now()), 1); day <= last; day = addDays(day, 1)) {
    for (const hour of ["01:30", "04:00"]) {
      stage.clock.set(new Date(`${day}T${hour}:00Z`));
      await stage.tick();
    }
  }
}

/** What came to them since then, unasked or not. */
const since = (phone: Person, count: number) => phone.received().slice(count);

// Keeps P24.
test.each(WALKED_IN)(
  "who is ill, on leave or in mourning is left in peace, is never late, and is welcomed back once, in %s",
  async (language) => {
    const { siti, budi, asnah, tono, rina, adminId } = await cast(language);
    const words = WORDS[language];
    await inTurn(siti, says(words.pause), presses(/Sakit|Illness/), presses(/^(1 minggu|1 week)/));
    await inTurn(budi, says(words.leave), presses(/^⏸/), presses(/Cuti|Leave/), presses(/^(2 minggu|2 weeks)/));
    await inTurn(asnah, says(words.mourning));
    const heard = [siti, budi, asnah].map((phone) => phone.received().length);

    // The due day and the two after it: their colleague is reminded, and is late.
    await liveTo("2024-07-08");
    expect([siti, budi, asnah].map((phone, at) => since(phone, heard[at] ?? 0))).toEqual([[], [], []]);
    expect(tono.received().length).toBeGreaterThan(1);

    await publishAnnouncement(stage.world, await actorOf(stage.world, adminId), {
      draftId: 1,
      content: {
        text:
          language === "id"
            ? "Gempa di Natuna. Mohon menjauh dari pantai."
            : "Earthquake near Natuna. Keep off the beach.",
        marks: [],
      },
      audience: { scope: { kind: "all" }, role: "everyone", plans: "any" },
      emergency: true,
    });
    await stage.settle();
    expect([siti, budi, asnah].map((phone, at) => since(phone, heard[at] ?? 0).length)).toEqual([1, 1, 1]);

    // What they ask for they get: the plans are on pause, none is late.
    await inTurn(siti, says(words.plans));
    expect(screen(siti)).not.toMatch(/terlambat|late/i);
    await inTurn(rina, says("/peserta"), presses(/Mengapa|Why/), presses(/jeda|paus/i), presses("1"));
    expect(screen(rina)).toMatch(/⏸/);

    await liveTo("2024-07-09");
    await liveTo("2024-07-16");
    // What is open is listed once, and asked for with it.
    for (const phone of [siti, budi, asnah]) {
      const back = phone.received().filter(({ text = "" }) => /Selamat datang kembali|Welcome back/.test(text));
      expect(back.map(({ text = "" }) => text.match(/Advokasi|Advocacy/g)?.length)).toEqual([1]);
    }
    await expect(stage.talk()).toMatchFileSnapshot(`../transcripts/pauses-${language}.txt`);
    const welcomes = await stage.db.outbox.groupBy({ by: ["personId"], where: { kind: "pause_over" }, _count: true });
    expect(welcomes.map(({ _count }) => _count)).toEqual([1, 1, 1]);
    expect(stage.errors).toEqual([]);
  },
);
