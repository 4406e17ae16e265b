// What can be done once people have an announcement: saying that one has read it, correcting it in its place, taking it back.
import { expect, test } from "vitest";
import type { AnnouncementContent } from "../../../src/domain/announcements/announcement.js";
import type { Language } from "../../../src/domain/people/person.js";
import { READ_LABELS } from "../../../src/texts/read-labels.js";
import { publishAnnouncement } from "../../../src/use-cases/index.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { WALKED_IN } from "../../support/walked-in.js";
import {
  buildAdmin,
  buildClass,
  buildParticipant,
  buildRosterRow,
  buildTrainer,
} from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

// Tuesday, 10 a.m. in Jakarta.
const stage = stageAt("2024-07-09T03:00:00Z");
const FRIDAY: AnnouncementContent = { text: "Bapak/Ibu {nama}, laporan ditunggu sampai Jumat.", marks: [] };
const EVERYBODY = { scope: { kind: "all" }, role: "participants", plans: "any" } as const;

async function admin(name: string, language: Language = "id") {
  const phone = stage.person({ name, english: language === "en" });
  const person = await buildAdmin(stage.db, { name, telegramId: phone.id, language });
  phone.start();
  await stage.settle();
  stage.talk();
  return { phone, actor: await actorOf(stage.world, person.id) };
}

type Admin = Awaited<ReturnType<typeof admin>>;

async function participant(classId: number, name: string, language: Language = "id") {
  const phone = stage.person({ name, english: language === "en" });
  const built = await buildParticipant(stage.db, classId, { name, telegramId: phone.id, language });
  phone.start();
  await stage.settle();
  stage.talk();
  return { phone, ...built };
}

async function announces({ actor }: Admin, content: AnnouncementContent, draftId = 1): Promise<number> {
  const outcome = await publishAnnouncement(stage.world, actor, { draftId, content, audience: EVERYBODY });
  if (outcome.kind !== "published") throw new Error(outcome.kind);
  await stage.settle();
  return outcome.announcementId;
}

async function presses({ phone }: Pick<Admin, "phone">, ...labels: (string | RegExp)[]) {
  for (const label of labels) {
    phone.presses(label);
    await stage.settle();
  }
}

async function says({ phone }: Admin, text: string) {
  phone.says(text);
  await stage.settle();
}

// Keeps A15.
test("an admin sees who has not read it, by name, and asks them once", async () => {
  const { id: classId } = await buildClass(stage.db);
  const siti = await participant(classId, "Siti Rahmawati");
  await participant(classId, "Ani Lestari");
  const budi = await admin("Budi Santoso");
  await announces(budi, { ...FRIDAY, asksRead: READ_LABELS });
  await presses(siti, "👍 Sudah saya baca");
  budi.phone.pressesOn(1, "announcement_details:1");
  await stage.settle();
  await presses(budi, "👥 Lihat nama", /belum dibaca/, "⬅️ Kembali", "⬅️ Kembali");
  await presses(budi, "🔔 Minta dibaca (1)", "Ya, minta");
  stage.clock.set(new Date("2024-07-10T03:00:00Z"));
  await stage.settle();

  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/asking-to-read.txt");
  expect(stage.errors).toEqual([]);
});

// Keeps A16.
test.each(WALKED_IN)("a trainer tells those whom an announcement did not reach, in %s", async (language) => {
  const { id: classId } = await buildClass(stage.db, { provinceCode: "21" });
  const rina = stage.person({ name: "Rina", english: language === "en" });
  await buildTrainer(stage.db, [classId], { name: "Rina Marlina", telegramId: rina.id, language });
  rina.start();
  await stage.settle();
  await participant(classId, "Siti Rahmawati");
  const anton = await participant(classId, "Anton Wijaya");
  await stage.db.person.update({ where: { id: anton.person.id }, data: { phone: "+6281234567890" } });
  anton.phone.blocks();
  await buildRosterRow(stage.db, classId, { name: "Joko Susilo" });
  const budi = await admin("Budi Santoso", language);
  await announces(budi, FRIDAY);
  stage.talk();

  budi.phone.pressesOn(1, "announcement_details:1");
  await stage.settle();
  const words = language === "id" ? ID : EN;
  await presses(budi, words.unreached, words.tell);
  await presses({ phone: rina }, words.open, "1", words.done, "2", words.back, words.excel);
  rina.says(words.purpose);
  await stage.settle();
  budi.phone.pressesOn(1, "announcement_details:1");
  await stage.settle();

  await expect(stage.talk()).toMatchFileSnapshot(`../transcripts/telling-the-unreached-${language}.txt`);
  expect(rina.received().flatMap(({ reply_markup }) => reply_markup?.inline_keyboard.flat() ?? [])).toBeDefined();
  expect(await stage.db.announcementRecipient.count({ where: { contactedAt: { not: null } } })).toBe(1);
  expect(stage.errors).toEqual([]);
});

const ID = {
  ...{ unreached: "📞 Belum terjangkau (2)", tell: "📣 Beri tahu pelatih", open: "📞 Lihat daftar" },
  ...{ done: "✅ Sudah dihubungi", back: "⬅️ Kembali ke daftar", excel: "📊 Excel", purpose: "Menelepon peserta" },
};
const EN = {
  ...{ unreached: "📞 Not reached (2)", tell: "📣 Tell the trainers", open: "📞 See the list" },
  ...{ done: "✅ Told another way", back: "⬅️ Back to the list", excel: "📊 Excel", purpose: "To call participants" },
};

// Keeps A14.
test("a wrong day is corrected in the messages that people have, and who had read it stays so", async () => {
  const { id: classId } = await buildClass(stage.db);
  const siti = await participant(classId, "Siti Rahmawati");
  const john = await participant(classId, "John Tobing", "en");
  const budi = await admin("Budi Santoso");
  await announces(budi, { ...FRIDAY, asksRead: READ_LABELS });
  await presses(siti, "👍 Sudah saya baca");
  siti.phone.presses("✅ Sudah dibaca");
  await stage.settle();

  await says(budi, "/pengumuman");
  await presses(budi, /Jumat|9 Jul/, "Rincian", "✏️ Ralat");
  await says(budi, "Bapak/Ibu {nama}, laporan ditunggu sampai Senin.");
  await presses(budi, "✅ Ganti di 2 orang", "🔄 Perbarui");

  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/correcting-an-announcement.txt");
  const copies = [siti, john].map(({ phone }) => phone.received().find(({ text }) => text?.includes("laporan")));
  expect(copies.map((one) => one?.text)).toEqual([
    "(ralat 9 Juli)\n\nBapak/Ibu Siti Rahmawati, laporan ditunggu sampai Senin.",
    "(ralat 9 Juli)\n\nBapak/Ibu John Tobing, laporan ditunggu sampai Senin.",
  ]);
  expect(copies.map((one) => one?.reply_markup?.inline_keyboard.flat().map(({ text }) => text))).toEqual([
    ["✅ Sudah dibaca"],
    ["👍 I have read it"],
  ]);
  expect(await stage.db.announcementRecipient.count({ where: { readAt: { not: null } } })).toBe(1);
  const audits = await stage.db.audit.findMany({ where: { action: { contains: "amend" } } });
  expect(audits.map(({ subject }) => subject)).toEqual(["announcement:1"]);
  expect(stage.errors).toEqual([]);
});

test("an announcement is taken back from two people and an old copy stays, in English", async () => {
  const { id: classId } = await buildClass(stage.db);
  const people = [];
  for (const name of ["Siti", "Ani", "Joko"]) people.push(await participant(classId, name));
  const amy = await admin("Amy", "en");
  const id = await announces(amy, FRIDAY);
  const old = { where: { announcementId: id, personId: people[0]?.person.id ?? 0 } };
  await stage.db.outbox.updateMany({ ...old, data: { leftAt: new Date("2024-07-07T02:00:00Z") } });

  await presses(amy, /Announcements/, /9 Jul/, "Details", "🗑 Take back", "Yes, take it back", "🔄 Refresh");

  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/taking-an-announcement-back.txt");
  const left = people.map(({ phone }) => phone.received().filter(({ text }) => text?.includes("laporan")).length);
  expect(left).toEqual([1, 0, 0]);
  expect(stage.errors).toEqual([]);
});

test("below a picture the caption is corrected, and what left in the same message stays as it was", async () => {
  const { id: classId } = await buildClass(stage.db);
  const siti = await participant(classId, "Siti");
  const budi = await admin("Budi Santoso");
  const { message: sent } = budi.phone.sendsPhoto();
  await stage.settle();
  const fileId = sent?.photo?.at(-1)?.file_id ?? "";
  const picture = await announces(budi, { ...FRIDAY, attachment: { kind: "photo", fileId } });
  budi.phone.pressesOn(1, `amend:${picture}`);
  await stage.settle();
  await says(budi, "Bapak/Ibu {nama}, sampai Senin.");
  await presses(budi, /^✅ Ganti/);
  const photo = siti.phone.received().find((message) => message.caption !== undefined);
  expect(photo?.caption).toBe("(ralat 9 Juli)\n\nBapak/Ibu Siti, sampai Senin.");
  expect(photo?.photo).toBeDefined();
  expect(stage.errors).toEqual([]);
});

test("a reminder that left in the same message as the announcement stays when that is corrected or taken back", async () => {
  const { id: classId } = await buildClass(stage.db);
  const siti = await participant(classId, "Siti");
  const budi = await admin("Budi Santoso");
  await stage.world.store.outbox.post(
    [
      {
        ...{ key: "sapaan", kind: "nudge", personId: siti.person.id, dueAt: stage.clock.now() },
        message: { text: "Mohon lapor, ya.", marks: [], buttons: [[{ label: "Lapor", data: "reports" }]] },
      },
    ],
    stage.clock.now(),
  );
  const id = await announces(budi, FRIDAY);
  const together = () => siti.phone.received().find(({ text }) => text?.includes("Mohon lapor"));
  expect(together()?.text).toContain("sampai Jumat");

  budi.phone.pressesOn(1, `amend:${id}`);
  await stage.settle();
  await says(budi, "Bapak/Ibu {nama}, sampai Senin.");
  await presses(budi, /^✅ Ganti/);
  expect(together()?.text).toBe("Mohon lapor, ya.\n\n➖➖➖\n\n(ralat 9 Juli)\n\nBapak/Ibu Siti, sampai Senin.");

  budi.phone.pressesOn(1, `withdraw:${id}`);
  await stage.settle();
  expect(together()?.text).toBe("Mohon lapor, ya.");
  expect(
    together()
      ?.reply_markup?.inline_keyboard.flat()
      .map(({ text }) => text),
  ).toEqual(["Lapor"]);
  expect(stage.errors).toEqual([]);
});

// Keeps A15.
test("who asks to read it while some still wait for it is told that those are not asked", async () => {
  const { id: classId } = await buildClass(stage.db);
  await participant(classId, "Siti Rahmawati");
  await participant(classId, "Ani Lestari");
  const budi = await admin("Budi Santoso");
  await announces(budi, { ...FRIDAY, asksRead: READ_LABELS });
  const [first] = await stage.db.outbox.findMany({ where: { kind: "announcement" }, orderBy: { id: "asc" } });
  const later = new Date("2024-07-11T03:00:00Z");
  await stage.db.outbox.update({ where: { id: first?.id ?? 0 }, data: { state: "waiting", dueAt: later } });
  budi.phone.pressesOn(1, "ask_read_again:1");
  await stage.settle();
  expect(budi.phone.lastMessage()?.text).toContain("1 orang belum menerima pengumumannya");
  expect(budi.phone.lastMessage()?.text).toContain("Minta 1 orang");
});
