// An office tries everything on people who do not exist, and is rid of them with two presses.

import { expect, test } from "vitest";
import type { Person } from "../../../src/sandbox/shapes.js";
import { type Act, opens, presses, says } from "../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { WALKED_IN } from "../../support/walked-in.js";
import { buildAdmin, buildClass, buildParticipant } from "../../support/world/builders.js";

// Monday, 09:00 in Jakarta.
const stage = stageAt("2026-04-06T02:00:00Z");

const inTurn = phoneActsOn(stage, 2000);

const WORDS = {
  id: {
    ...{ begin: "🧪 Coba dengan data latihan", mark: "(latihan)", back: "⬅️ Data latihan", toList: /^⬅️ Daftar/ },
    ...{ people: "👥 Peserta", overdue: "⏰ Terlambat", questions: /Pertanyaan/, classPage: "📍 Kelas" },
    ...{
      settings: "⚙️ Atur kelas",
      remove: "🗑 Hapus data latihan",
      ...{ summary: "📋 Ringkasan", summaryByName: "/ringkasan latihan" },
      sure: "🗑 Ya, hapus semua",
      button: "🧪 Data latihan",
    },
  },
  en: {
    ...{
      begin: "🧪 Try it with practice data",
      mark: "(practice)",
      back: "⬅️ Practice data",
      toList: /^⬅️ (Participants|Overdue|Late)/,
    },
    ...{ people: "👥 Participants", overdue: "⏰ Overdue", questions: /Questions/, classPage: "📍 Class" },
    ...{
      settings: "⚙️ Set up class",
      remove: "🗑 Delete practice data",
      ...{ summary: "📋 Summary", summaryByName: "/summary practice" },
      sure: "🗑 Yes, delete all",
      button: "🧪 Practice data",
    },
  },
} as const;

test.each(WALKED_IN)(
  "an office on its first day practises, finds the mark everywhere and removes it all: %s",
  async (language) => {
    const words = WORDS[language];
    const sri = stage.person({ name: "Sri" });
    await buildAdmin(stage.db, { name: "Sri Mulyati", telegramId: sri.id, language });
    const seen: string[] = [];
    const look: Act = (phone) => seen.push(phone.lastMessage()?.text ?? phone.lastMessage()?.caption ?? "");
    await inTurn(
      sri,
      says("/kelola"),
      presses(words.begin),
      // Whoever has no region of their own says where.
      says("kepri"),
      look,
      presses(words.people),
      look,
      opens(/Halimah/),
      look,
      presses(words.toList),
      look,
      presses(words.back),
      presses(words.summary),
      look,
      (p) => p.pressesOn(p.lastMessage()?.message_id ?? 0, "needs:0:practice"),
      look,
      presses(words.back),
      says(words.summaryByName),
      look,
      presses(words.back),
      presses(words.overdue),
      look,
      opens(/Halimah/),
      look,
      presses(words.toList),
      look,
      presses(words.back),
      presses(words.questions),
      look,
      presses(words.back),
      presses(words.classPage),
      look,
      says("/kelola"),
      presses(words.begin),
      presses(words.settings),
      look,
      presses(words.back),
      presses(words.remove),
      look,
      presses(words.sure),
      says("/kelola"),
    );
    await expect(stage.talk()).toMatchFileSnapshot(`../transcripts/practice-${language}.txt`);
    expect(seen.filter((screen) => !screen.includes(words.mark))).toEqual([]);
    expect(await stage.db.trainingClass.count()).toBe(0);
    expect(await stage.db.cohort.count()).toBe(0);
    expect(stage.errors).toEqual([]);
  },
);

test.each(WALKED_IN)(
  "its mark stands in what is printed, forwarded and listed, on cut buttons too: %s",
  async (language) => {
    const { mark, begin } = WORDS[language];
    const sri = stage.person({ name: "Sri" });
    await buildAdmin(stage.db, { name: "Sri Mulyati", telegramId: sri.id, language });
    await inTurn(sri, says("/kelola"), presses(begin), says("Kepulauan Riau"));
    const { id, waveId, sessions } = await stage.db.trainingClass.findFirstOrThrow({ include: { sessions: true } });
    const last = sessions.at(-1);
    for (const data of [
      ...[
        `qr:${id}`,
        `joining_text:${id}`,
        `poster:${id}:picture`,
        `link:${id}`,
        `class_staff:${id}:0`,
        `admissions:${id}:0`,
      ],
      ...[`copy_class:${id}`, `change_class:${id}:name`, `shift_class:${id}`],
      ...[`class_day:${id}:${last?.startsAt.toISOString().slice(0, 10)}`, `run_session:${last?.id}`],
    ]) {
      await inTurn(sri, says("/kelola"), presses(begin), (p) => p.pressesOn(p.lastMessage()?.message_id ?? 0, data));
      expect(JSON.stringify(sri.lastMessage()), data).toContain(mark);
      await inTurn(sri, says(language === "id" ? "batal" : "cancel"));
    }
    await inTurn(sri, (p) => p.pressesOn(p.lastMessage()?.message_id ?? 0, `wave_province:${waveId}:21:0`));
    const buttons = JSON.stringify(sri.lastMessage()?.reply_markup ?? {});
    expect(buttons).toContain(mark);
  },
);

test("an admin joins their own practice by its link and announces to it; nobody else can, and a village's real library is untouched", async () => {
  const [sri, asep, siti] = ["Sri", "Asep", "Siti"].map((name) => stage.person({ name })) as [Person, Person, Person];
  await buildAdmin(stage.db, { name: "Sri Mulyati", telegramId: sri.id, regionCode: "21" });
  await buildAdmin(stage.db, { name: "Asep", telegramId: asep.id, regionCode: "21" });
  const real = await buildClass(stage.db, { startsOn: "2026-03-02", name: "Kepri" });
  const village = await stage.db.place.findFirstOrThrow({ where: { name: "Malang Rapat", level: "village" } });
  await buildParticipant(stage.db, real.id, { name: "Rahma", placeCode: village.code });
  await inTurn(sri, says("/kelola"), presses("🧪 Data latihan"), presses(/Coba/));
  const { id: classId, joinToken } = await stage.db.trainingClass.findFirstOrThrow({ where: { NOT: { id: real.id } } });
  stage.talk();
  for (const other of [asep, siti]) await inTurn(other, (p) => p.start(joinToken));
  expect(stage.talk()).not.toContain("(latihan)");
  await inTurn(
    sri,
    (p) => p.start(joinToken),
    presses("✅ Setuju"),
    says("Lewati"),
    says("Sri Mulyati"),
    presses("Perpustakaan desa"),
    says("bintan"),
    says("gunung kijang"),
    presses("Malang Rapat"),
    presses("Perpustakaan Desa Malang Rapat"),
    presses("✅ Benar, daftarkan"),
    says("/rencana"),
    says("/pengumuman"),
    says("Bapak/Ibu {nama}, ini latihan di kelas {kelas}."),
    presses("👥 Kepada"),
    presses("🧪 Data latihan"),
    presses("✅ Selesai"),
    presses("✅ Kirim ke 1 orang"),
    presses("✅ Ya, kirim ke 1 orang"),
    says("/pengumuman"),
  );
  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/practice-joining.txt");
  const joined = await stage.db.participant.findFirstOrThrow({
    where: { classId, person: { telegramId: sri.id } },
    include: { library: { include: { members: true } } },
  });
  expect(joined.admission).toBe("begun");
  expect(joined.library?.members).toHaveLength(1);
  const recipients = await stage.db.announcementRecipient.findMany({ where: { skipped: null } });
  expect(recipients.map(({ personId }) => personId)).toEqual([joined.personId]);
  expect(stage.errors).toEqual([]);
});
