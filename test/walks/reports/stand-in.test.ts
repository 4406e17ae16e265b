// A trainer tells of the plans of somebody who has no Telegram; when they join after all, it is theirs.
import { expect, test } from "vitest";
import type { Language } from "../../../src/domain/people/person.js";
import { classPictureSheet } from "../../../src/texts/files/sheets/care-sheets.js";
import { textsFor } from "../../../src/texts/index.js";
import { viewClassPicture } from "../../../src/use-cases/index.js";
import { presses, says, screen } from "../../support/stage/phone.js";
import { WALKED_IN } from "../../support/walked-in.js";
import { buildRosterRow } from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";
import { NUMBER, openStandInScene, pressOf } from "./stand-in-scene.js";

const { stage, acts, classOfHasan, tellsOfAdvocacy } = openStandInScene();

// Keeps T13.
test("a plan and its report are told for somebody who has not joined, marked, and theirs when they join", async () => {
  const { trainer, row, rina } = await classOfHasan();
  await acts(trainer, (phone) => phone.pressesOn(1, `invited:${row.id}`), presses("✍️ Laporkan untuknya"));
  await acts(trainer, presses("Advokasi"), says("Bertemu kepala desa"), presses("7 Juli 2024"));
  await acts(trainer, says("Rp2 juta untuk buku"), presses("Lewati"));
  expect(screen(trainer)).toContain("✍️ Untuk Perpustakaan Desa Berakit, ditandai: diisi oleh pelatih");
  await acts(trainer, presses("✅ Simpan rencana"));
  await acts(trainer, presses("📝 Advokasi"), presses("⚠️ Ada kendala"), presses("Anggaran/APBDes"));
  await acts(trainer, presses("📄 Lihat laporan"));

  const hasan = stage.person({ name: "Hasan", phone: NUMBER.slice(1) });
  await acts(
    hasan,
    (phone) => phone.start("masuk-kepri"),
    presses("✅ Setuju"),
    (phone) => phone.sharesContact(),
  );
  await acts(
    hasan,
    presses("Perpustakaan Desa Berakit"),
    presses("✅ Benar, daftarkan"),
    says("/rencana"),
    presses(/Advokasi/),
    says("LP-241-0001"),
  );

  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/stand-in.txt");
  const [library, ...others] = await stage.db.library.findMany({ include: { workPlans: true } });
  expect(others).toEqual([]);
  expect(library?.workPlans).toHaveLength(3);
  expect(await stage.db.progressReport.findMany()).toMatchObject([
    { onBehalf: true, authorId: rina.id, verdict: "accepted", state: "stuck", obstacle: "budget" },
  ]);
  expect(stage.errors).toEqual([]);
});

// Keeps T13.
test("in English: told for a library, changed by its own hand when it has joined", async () => {
  const { trainer, row } = await classOfHasan(true);
  await acts(trainer, (phone) => phone.pressesOn(1, `invited:${row.id}`), presses("✍️ Report for them"));
  await acts(trainer, presses("Information services"), says("A corner for children"), presses(/7 July/));
  await acts(trainer, says("40 visitors a month"), presses("Skip"), presses(/Save the plan/));
  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/stand-in-in-english.txt");
  expect(screen(trainer)).toContain("filled in by a trainer");
  expect(await stage.db.workPlan.count({ where: { onBehalf: true } })).toBe(1);
  expect(stage.errors).toEqual([]);
});

const JOINING = {
  id: { agree: "✅ Setuju", confirm: "✅ Benar, daftarkan", plans: "/rencana", late: "⏰ Terlambat" },
  en: { agree: "✅ I agree", confirm: /^✅/, plans: "/plans", late: "⏰ Overdue" },
} as const;

// Keeps T13, T05.
test.each(WALKED_IN)(
  "whoever joins takes over what was told of for them, in their own language, and is counted once, in %s",
  async (language) => {
    const { trainer, row, rina } = await classOfHasan(language === "en");
    const words = JOINING[language];
    await tellsOfAdvocacy(trainer, row.id);
    await acts(trainer, presses(/Advokasi|Advocacy/), presses(/kendala|Stuck|obstacle/i), presses(/Anggaran|budget/i));
    stage.clock.set(new Date("2024-07-11T02:00:00Z"));
    const late = async () => {
      await acts(trainer, says("/start"));
      const labels = (trainer.lastMessage()?.reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text);
      return labels.find((label) => label.startsWith(words.late));
    };
    expect(await late()).toBe(`${words.late} (1)`);

    const hasan = stage.person({ name: "Hasan", phone: NUMBER.slice(1), english: language === "en" });
    stage.talk();
    await acts(
      hasan,
      (phone) => phone.start("masuk-kepri"),
      presses(words.agree),
      (phone) => phone.sharesContact(),
      presses("Perpustakaan Desa Berakit"),
      presses(words.confirm),
      says(words.plans),
      presses(/Advokasi|Advocacy/),
    );
    expect(screen(hasan)).toContain("Bertemu kepala desa");
    await expect(stage.talk()).toMatchFileSnapshot(`../transcripts/stand-in-taken-over-${language}.txt`);
    expect(await late()).toBe(`${words.late} (1)`);
    expect(await stage.db.library.count()).toBe(1);
    expect(await stage.db.workPlan.count()).toBe(3);
    // Who told of it still stands there, and it is no report of the participant's.
    expect(await stage.db.progressReport.findMany()).toMatchObject([{ onBehalf: true, authorId: rina.id }]);
    expect(stage.errors).toEqual([]);
  },
);

// Keeps T13.
test.each([
  [
    "id",
    "/peserta",
    "/kelas",
    "⚪🟡🟡🟢 Hasan Ahmad, Berakit – belum bergabung",
    "° belum bergabung, diisi oleh pelatih",
  ],
  [
    "en",
    "/participants",
    "/classes",
    "⚪🟡🟡🟢 Hasan Ahmad, Berakit – not joined",
    "° not joined, filled in by a trainer",
  ],
])(
  "what was told for somebody who has not joined shows wherever they are named (%s)",
  async (language, list, classes, line, mark) => {
    const { trainer, row, rina } = await classOfHasan(language === "en");
    const neighbour = { name: "Umar Said", phone: "+6281299990002", placeCode: "21.01.10.2002" };
    await buildRosterRow(stage.db, row.classId, neighbour);
    await tellsOfAdvocacy(trainer, row.id);
    await acts(
      trainer,
      presses(/Advokasi|Advocacy/),
      presses(/Berjalan|In progress/),
      presses(/Kirim sekarang|Send now/),
    );
    await acts(trainer, says(list));
    expect(screen(trainer)).toContain(line);
    // Of whom nothing was told there is nothing to show.
    expect(screen(trainer)).toMatch(/⚪ Umar Said/);
    await acts(trainer, says(`${list} hasan`));
    expect(screen(trainer)).toContain(line);

    await acts(trainer, says(classes), presses(/📁/), presses(/🖼/));
    expect(trainer.received().some(({ photo }) => photo !== undefined)).toBe(true);
    const picture = await viewClassPicture(stage.world, await actorOf(stage.world, rina.id), row.classId);
    if (picture.kind !== "found") throw new Error(picture.kind);
    const { words } = textsFor(language as Language).peopleFiles;
    const drawn = classPictureSheet(words, { title: "Kelas", notes: [] }, picture.people);
    expect(drawn.notes).toEqual([mark]);
    expect(drawn.rows.map(([, name]) => name)).toEqual(["Hasan Ahmad °", "Umar Said"]);
    expect(picture.lights).toMatchObject({ green: 1, yellow: 2, red: 0 });

    // Two days after the plans were due: the morning names them, and their page is a press away.
    stage.clock.set(new Date("2024-07-11T02:00:00Z"));
    await stage.tick();
    const morning = trainer.received().findLast(({ text }) => text?.startsWith("☀️"));
    expect(morning?.text).toContain("Hasan Ahmad, Berakit");
    await acts(trainer, (phone) => phone.pressesOn(morning?.message_id ?? 0, pressOf(morning, "1")));
    expect(screen(trainer)).toMatch(/^Hasan Ahmad\n/);
    await acts(trainer, says(list));
    expect(screen(trainer)).toMatch(/⚪🔴🔴🔴 Hasan Ahmad, Berakit – .*3 (terlambat|overdue)/);
    expect(stage.errors).toEqual([]);
  },
);

test.each([
  ["id", "rencana Advokasi untuk Perpustakaan Desa Berakit", "✍️ Laporkan untuknya", "Advokasi"],
  ["en", "The Advocacy plan for Perpustakaan Desa Berakit", "✍️ Report for them", "Advocacy"],
])("a form left midway is remembered with the library that it is for (%s)", async (language, about, open, type) => {
  const { trainer, row } = await classOfHasan(language === "en");
  await acts(trainer, (phone) => phone.pressesOn(1, `invited:${row.id}`), presses(open), presses(type));
  stage.clock.set(new Date("2024-06-11T03:30:00Z"));
  await stage.tick();
  expect(screen(trainer)).toContain(about);
  expect(stage.errors).toEqual([]);
});
