// A trainer's people on paper and as files: one picture of the class, a workbook, a sheet to visit them by, names to be signed.
import { expect, test } from "vitest";
import type { Sleep } from "../../../src/ports/queue/waiting.js";
import type { Person } from "../../../src/sandbox/shapes.js";
import { presses, says, screen } from "../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { WALKED_IN } from "../../support/walked-in.js";
import {
  buildClass,
  buildParticipant,
  buildRosterRow,
  buildSession,
  buildTrainer,
} from "../../support/world/builders.js";

// Monday, 09:00 in Tanjungpinang, the day after the plans were due.
const slowly: { sleep: Sleep } = { sleep: async () => {} };
const stage = stageAt("2024-07-08T02:00:00Z", { sleep: (...waiting) => slowly.sleep(...waiting) });
const onPhone = phoneActsOn(stage, 3_000);

async function fivePeople(language: "id" | "en") {
  const { db } = stage;
  const trainingClass = await buildClass(db, { name: "Kepri 1" });
  const rina = stage.person({ name: "Rina" });
  await buildTrainer(db, [trainingClass.id], { name: "Rina Marlina", telegramId: rina.id, language });
  const join = (name: string, n: number) =>
    buildParticipant(db, trainingClass.id, {
      ...{ name, phone: `+62811000${n}`, libraryName: `Perpustakaan ${name.split(" ")[0]}` },
      telegramId: stage.person({ name }).id,
    });
  const hasan = await join("Hasan Ahmad", 1001);
  const siti = await join("Siti Rahmawati", 1002);
  const budi = await join("Budi Santoso", 1003);
  await join("Ana Putri", 1004);
  await buildRosterRow(db, trainingClass.id, {
    ...{ name: "Umar Said", phone: "+628110001009", libraryName: "Perpustakaan Umar" },
  });
  await db.workPlan.updateMany({ data: { state: "in_progress", dueOn: new Date("2024-07-21") } });
  await db.workPlan.updateMany({ where: { libraryId: budi.library.id }, data: { state: "done" } });
  await db.workPlan.update({ where: { id: hasan.plans[0]?.id ?? 0 }, data: { dueOn: new Date("2024-07-01") } });
  await db.workPlan.update({ where: { id: siti.plans[1]?.id ?? 0 }, data: { state: "not_started" } });
  for (const day of ["2024-06-03", "2024-06-04"]) {
    await buildSession(db, trainingClass.id, { startsAt: new Date(`${day}T01:00:00Z`) });
  }
  await onPhone(rina, (phone) => phone.start());
  stage.talk();
  return { rina, hasan, trainingClass };
}

const files = (phone: Person) => phone.received().flatMap(({ document }) => document?.file_name ?? []);
const lines = async () =>
  (await stage.db.audit.findMany({ orderBy: { id: "asc" } }))
    .filter(({ action }) => action.endsWith(".export") || action === "class.picture")
    .map(({ action, subject, purpose }) => [action, subject, purpose]);

// Keeps T15.
test.each(WALKED_IN)("a class goes on paper from one screen, in %s", async (language) => {
  const { rina } = await fivePeople(language);
  const isEnglish = language === "en";
  const [commands, purpose] = isEnglish
    ? [["/classes", "/participants"], "Following up"]
    : [["/kelas", "/peserta"], "Memantau tindak lanjut"];
  const [kelas = "", peserta = ""] = commands;
  await onPhone(rina, says(kelas), presses(/📁/), presses(/🖼/));
  await onPhone(rina, presses(/⬅️ (Berkas|Files)/), presses(/📊/), presses(new RegExp(purpose, "i")));
  await onPhone(rina, presses(/⬅️ (Berkas|Files)/), presses(/🚗/), presses(new RegExp(purpose, "i")));
  await onPhone(rina, presses(/⬅️ (Berkas|Files)/), presses(/✍️/), presses(new RegExp(purpose, "i")));
  await onPhone(rina, says(peserta), presses(/Terlambat|Overdue/), presses(/📁/), presses(/📄/));
  await onPhone(rina, says(isEnglish ? "Telephoning them today" : "Menelepon mereka hari ini"));

  await expect(stage.talk()).toMatchFileSnapshot(`../transcripts/people-files-${language}.txt`);
  expect(files(rina)).toEqual(
    isEnglish
      ? ["participants-1.xlsx", "visits-1.pdf", "attendance-1.pdf", "visits-overdue.pdf"]
      : ["peserta-1.xlsx", "kunjungan-1.pdf", "daftar-hadir-1.pdf", "kunjungan-terlambat.pdf"],
  );
  const [said, own] = isEnglish
    ? ["Following up", "Telephoning them today"]
    : ["Memantau tindak lanjut", "Menelepon mereka hari ini"];
  expect(await lines()).toEqual([
    ["class.picture", "class:1", null],
    ["care.export", "class:1", expect.stringMatching(new RegExp(said, "i"))],
    ["visits.export", "class:1", expect.stringMatching(new RegExp(said, "i"))],
    ["attendance.export", "class:1", expect.stringMatching(new RegExp(said, "i"))],
    ["visits.export", "people", own],
  ]);
  expect(stage.errors).toEqual([]);
});

test("on paper a library that bears its village's name is not followed by it", async () => {
  const { rina, trainingClass } = await fivePeople("id");
  const at = { placeCode: "21.01.10.2001" };
  await buildRosterRow(stage.db, trainingClass.id, { name: "Wati", libraryName: "Perpustakaan Desa Berakit", ...at });
  await buildRosterRow(stage.db, trainingClass.id, { name: "Yusuf", libraryName: "TBM Pelita", ...at });
  await onPhone(rina, says("/kelas"), presses(/📁/), presses(/🚗/), presses(/Memantau/));
  await onPhone(rina, presses(/⬅️ Berkas/), presses(/✍️/), presses(/Memantau/));
  const papers = rina.received().flatMap(({ document }) => document ?? []);
  expect(papers).toHaveLength(2);
  for (const { file_id } of papers) {
    const words = Buffer.from(stage.sandbox.files.byId(file_id)?.bytes ?? []).toString();
    expect(words).toContain('"Perpustakaan Desa Berakit"');
    expect(words).toContain('"TBM Pelita, Berakit"');
  }
  expect(stage.errors).toEqual([]);
});

test("the picture is behind the first summary of the week, and behind no other", async () => {
  const { rina, hasan } = await fivePeople("id");
  const summaries = () => rina.received().filter(({ text }) => text?.startsWith("📋"));
  const labels = () =>
    (summaries().at(-1)?.reply_markup as { inline_keyboard: { text: string }[][] } | undefined)?.inline_keyboard
      .flat()
      .map(({ text }) => text);
  const heard = async (day: string) => {
    await stage.db.progressReport.create({
      data: {
        ...{
          number: `LP-${day}`,
          planId: hasan.plans[2]?.id ?? 0,
          state: "in_progress",
          updateId: Number(day.slice(-2)),
        },
        ...{ participantId: hasan.participant.id, authorId: hasan.person.id, reportedAt: new Date(`${day}T05:00:00Z`) },
      },
    });
    stage.clock.set(new Date(`${day}T10:30:00Z`));
    await stage.tick();
  };
  await heard("2024-07-08");
  expect(summaries()).toHaveLength(1);
  expect(labels()).toContain("🖼 Gambar kelas");
  await onPhone(rina, (phone) => phone.pressesOn(summaries()[0]?.message_id ?? 0, "class_pictures"));
  expect(rina.lastMessage()?.photo).toBeDefined();
  expect(rina.lastMessage()?.caption).toMatch(/Kepri 1: 5 orang/);
  await heard("2024-07-09");
  expect(summaries()).toHaveLength(2);
  expect(labels()).not.toContain("🖼 Gambar kelas");
});

test("the call sheet hangs on the morning, which stays where it is", async () => {
  const { rina } = await fivePeople("id");
  stage.clock.set(new Date("2024-07-09T01:00:00Z"));
  await stage.tick();
  const [morning] = rina.received().filter(({ text }) => text?.startsWith("☀️"));
  await onPhone(
    rina,
    (phone) => phone.pressesOn(morning?.message_id ?? 0, "morning_calls"),
    presses("Menghubungi orangnya"),
  );
  expect(files(rina)).toEqual(["kunjungan-semua.pdf"]);
  expect(rina.received().find(({ message_id }) => message_id === morning?.message_id)?.text).toMatch(/^☀️/);
});

test("where nobody is, or nobody needs a call, that is said, and no line of a file is left", async () => {
  const { rina, trainingClass } = await fivePeople("id");
  await stage.db.workPlan.updateMany({ data: { state: "done" } });
  await stage.db.rosterRow.deleteMany({ where: { participantId: null } });
  await onPhone(
    rina,
    (phone) => phone.pressesOn(1, `people_file:visits:${trainingClass.id}:all`),
    presses("Menghubungi orangnya"),
  );
  expect(screen(rina)).toMatch(/tidak ada yang perlu ditelepon/);
  await stage.db.participant.updateMany({ data: { leftAt: stage.clock.now() } });
  for (const data of [`people_file:workbook:${trainingClass.id}:all`, `attendance_list:${trainingClass.id}`]) {
    await onPhone(rina, (phone) => phone.pressesOn(1, data), presses("Menghubungi orangnya"));
    expect(screen(rina)).toMatch(/Belum ada orang/);
  }
  await onPhone(rina, (phone) => phone.pressesOn(1, `class_picture:${trainingClass.id}`));
  expect(screen(rina)).toMatch(/Belum ada orang/);
  expect(await lines()).toEqual([]);
  expect(files(rina)).toEqual([]);
});

test("a file that takes long says so in one message, which says in the end that the file is below", async () => {
  let wake = () => {};
  let waits = () => {};
  slowly.sleep = (_, signal) =>
    new Promise((resolve) => {
      wake = resolve;
      signal?.addEventListener("abort", () => resolve());
      waits();
    });
  const { rina, trainingClass } = await fivePeople("id");
  const { sheets } = stage.world;
  let shownMeanwhile = "";
  stage.world.sheets = {
    ...sheets,
    async xlsx(all, about) {
      stage.clock.advance(3_000);
      const shown = new Promise<void>((resolve) => {
        waits = resolve;
      });
      wake();
      await shown;
      shownMeanwhile = screen(rina);
      return sheets.xlsx(all, about);
    },
  };
  await onPhone(
    rina,
    (phone) => phone.pressesOn(1, `people_file:workbook:${trainingClass.id}:all`),
    presses("Menghubungi orangnya"),
  );
  expect(shownMeanwhile).toBe("⏳ Membuat berkas…");
  expect(rina.received().map(({ text }) => text)).not.toContain("⏳ Membuat berkas…");
  expect(rina.received().filter(({ text }) => text === "Berkasnya ada di bawah ini.")).toHaveLength(1);
  expect(files(rina)).toEqual(["peserta-1.xlsx"]);
  expect(stage.errors).toEqual([]);
});
