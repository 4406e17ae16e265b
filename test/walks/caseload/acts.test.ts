// A trainer's morning: remind all in two taps, note a talk in three, extend in four, write in two and the text; and take it back.
import { expect, test } from "vitest";
import type { Person } from "../../../src/sandbox/shapes.js";
import { isLong } from "../../support/runs.js";
import { presses, says, screen } from "../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { WALKED_IN } from "../../support/walked-in.js";
import { buildClass, buildParticipant, buildRosterRow, buildTrainer } from "../../support/world/builders.js";

// Tuesday, 09:00 in Tanjungpinang, two days after the plans were due.
const stage = stageAt("2024-07-09T02:00:00Z");
const onPhone = phoneActsOn(stage);

type Spoken = "id" | "en";

async function aMorning(language: Spoken) {
  const { id: classId } = await buildClass(stage.db);
  const [rina, siti, hasan] = [1, 2, 3].map((n) => stage.person({ name: ["Rina", "Siti", "Hasan"][n - 1] ?? "" })) as [
    Person,
    Person,
    Person,
  ];
  await buildTrainer(stage.db, [classId], { name: "Rina Marlina", telegramId: rina.id, language });
  const people = [];
  for (const [name, telegramId] of [
    ["Siti Rahmawati", siti.id],
    ["Hasan Ahmad", hasan.id],
  ] as const) {
    const place = { placeCode: "21.01.10.2001", libraryName: `Perpustakaan ${name.split(" ")[0]}` };
    people.push(await buildParticipant(stage.db, classId, { name, telegramId, language, ...place }));
  }
  // From another kabupaten.
  const far = await stage.db.place.findFirstOrThrow({ where: { level: "village", code: { startsWith: "63.04." } } });
  const blocked = await buildParticipant(stage.db, classId, {
    name: "Nuraini",
    telegramId: 79_001,
    language,
    placeCode: far.code,
  });
  await stage.db.person.update({
    where: { id: blocked.person.id },
    data: { unreachableCause: "blocked", unreachableSince: stage.clock.now() },
  });
  await buildRosterRow(stage.db, classId, { name: "Umar" });
  for (const phone of [rina, siti, hasan]) phone.start();
  await stage.settle();
  stage.talk();
  return { classId, rina, siti, hasan, one: people[0]?.participant.id ?? 0 };
}

const open = (data: string) => (phone: Person) => phone.pressesOn(phone.lastMessage()?.message_id ?? 0, data);

async function at(instant: string): Promise<void> {
  stage.clock.set(new Date(instant));
  await stage.settle();
}

// Keeps T08, T18.
test.each(WALKED_IN)("all who are late are reminded in two taps, and taken back in one, in %s", async (language) => {
  const { rina, siti, hasan } = await aMorning(language);
  await onPhone(rina, says(language === "id" ? "/terlambat" : "/overdue"), presses(/^🔔/), presses(/^✅/));
  await onPhone(rina, presses(/^↩️/));
  await at("2024-07-09T02:05:00Z");
  expect([siti, hasan].map((phone) => phone.received().some(({ text }) => /Rina Marlina/.test(text ?? "")))).toEqual([
    false,
    false,
  ]);

  // Again, with a line of her own, and for one of them only.
  await onPhone(rina, says(language === "id" ? "/terlambat" : "/overdue"), presses(/^🔔/), presses(/^✏️ (isi|text)/i));
  await onPhone(rina, says("Saya di kantor sampai sore, {nama}"), presses(/^✏️ (orang|people)/i));
  await onPhone(rina, presses(/Hasan/), presses(/^✅ (Sudah|Done)/), presses(/^✅/));
  await at("2024-07-09T02:10:00Z");

  await expect(stage.talk()).toMatchFileSnapshot(`../transcripts/remind-many-${language}.txt`);
  expect(screen(siti)).toContain("Saya di kantor sampai sore, Siti Rahmawati");
  expect(hasan.received().some(({ text }) => /Rina Marlina/.test(text ?? ""))).toBe(false);
  expect(stage.errors).toEqual([]);
});

test.each(WALKED_IN)("whoever leaves nobody to write to reads what to press, in %s", async (language) => {
  const { rina, classId } = await aMorning(language);
  const nobody = {
    id: "tidak ada yang bisa dikirimi. Tekan Orang",
    en: "Nobody can be written to now. Press People",
  };
  const leaveAll = [
    presses(/^✏️ (orang|people)/i),
    presses(/^(Kosongkan|Nobody)$/),
    presses(/^✅ (Sudah|Done)/),
  ] as const;
  await onPhone(rina, open(`remind:class-${classId}`), ...leaveAll);
  expect(screen(rina)).toContain(nobody[language]);
  await onPhone(rina, open(`write:class-${classId}`), says("Besok libur."), ...leaveAll);
  expect(screen(rina)).toContain(nobody[language]);
  expect(stage.errors).toEqual([]);
});

// Keeps T18.
test.each(WALKED_IN)("a class is written to and answers one by one, in %s", async (language) => {
  const { rina, siti, one, classId } = await aMorning(language);
  await onPhone(
    rina,
    open(`write:class-${classId}`),
    says("Besok kita bertemu pukul sembilan, {nama}."),
    presses(/^✅/),
  );
  await at("2024-07-09T02:02:00Z");
  await onPhone(siti, presses(/Balas|Reply|Tulis|Write/), says("Baik, saya datang"));
  await onPhone(rina, open(`write:participant-${one}`), says("Sampai bertemu di kelas"));
  // One message a day is what we allow ourselves.
  await at("2024-07-10T02:02:00Z");

  await expect(stage.talk()).toMatchFileSnapshot(`../transcripts/written-first-${language}.txt`);
  expect(screen(siti)).toContain("Sampai bertemu di kelas");
  expect(stage.errors).toEqual([]);
});

// Keeps T11.
test.each(WALKED_IN)("a talk is taken back from below its note too (%s)", async (language) => {
  const { rina, one } = await aMorning(language);
  await onPhone(
    rina,
    open(`person:${one}`),
    presses(/^✅/),
    presses(/^📞/),
    presses(/^📝/),
    says("Menunggu dana desa"),
  );
  await onPhone(rina, presses(/^↩️/));
  expect(screen(rina)).toMatch(/dibatalkan|tidak lagi|no longer noted/);
  await onPhone(rina, open(`person:${one}`));
  expect(screen(rina)).not.toContain("Menunggu dana desa");
  expect(stage.errors).toEqual([]);
});

// Keeps T12, T11.
test.each(WALKED_IN)("a talk is noted in three taps and a class extended in four, in %s", async (language) => {
  const { rina, siti, one } = await aMorning(language);
  await onPhone(
    rina,
    open(`person:${one}`),
    presses(/^✅/),
    presses(/^📞/),
    presses(/^📝/),
    says("Menunggu dana desa"),
  );
  await onPhone(
    rina,
    open(`person:${one}`),
    presses(/^📅/),
    presses(/kelas|class/i),
    presses(/14|16/),
    presses(/^(Menunggu|Waiting)/),
  );
  await onPhone(rina, presses(/^↩️/));
  await onPhone(
    rina,
    open(`extend_for:participant-${one}`),
    presses(/^3 /),
    presses(/^(Sampai|Until) 16/),
    presses(/^(Sakit|Illness)/),
  );
  await at("2024-07-10T01:30:00Z");

  await expect(stage.talk()).toMatchFileSnapshot(`../transcripts/talked-and-extended-${language}.txt`);
  expect(screen(siti)).toMatch(/16 Juli|16 July/);
  expect(stage.errors).toEqual([]);
});

/** So many more of the class, numbered from there, each with a library in Maluku and a late plan. */
async function crowd(classId: number, people: number, from: number): Promise<void> {
  await stage.db.$executeRaw`
    WITH villages AS (
      SELECT v.code, n FROM generate_series(${from}::int, ${from + people - 1}::int) AS n, (
        SELECT code, row_number() OVER (ORDER BY code) AS nth, count(*) OVER () AS all FROM places
        WHERE level = 'village' AND code LIKE '81.%'
      ) AS v WHERE v.nth = 1 + n % v.all
    ), made AS (
      INSERT INTO people (name, zone, telegram_id, created_at)
      SELECT 'Orang ' || n, 'Asia/Jayapura', 700000 + n, now() FROM villages RETURNING id, telegram_id
    ), libraries AS (
      INSERT INTO libraries (kind, name, place_code)
      SELECT 'desa', 'Perpustakaan ' || n, code FROM villages RETURNING id, name
    ), numbered AS (
      SELECT l.id, v.n, m.id AS person_id FROM libraries l JOIN villages v ON l.name = 'Perpustakaan ' || v.n
      JOIN made m ON m.telegram_id = 700000 + v.n
    ), joined AS (
      INSERT INTO participants (number, person_id, class_id, library_id, kind, joined_at)
      SELECT 'X-' || n, person_id, ${classId}, id, 'desa', now() FROM numbered RETURNING id
    ), acting AS (
      INSERT INTO library_members (library_id, person_id, from_at) SELECT id, person_id, now() FROM numbered RETURNING id
    )
    INSERT INTO work_plans (library_id, cohort_id, class_id, type, state, due_on)
    SELECT n.id, w.cohort_id, c.id, 'advocacy', 'not_started', c.plans_due_on
    FROM numbered n, training_classes c JOIN waves w ON w.id = c.wave_id WHERE c.id = ${classId}`;
}

// Keeps T08. Hundreds of people take as long as all the others: in the long tests alone.
test.runIf(isLong).each(WALKED_IN)(
  "of more people than can be reminded at once a part is chosen, in %s",
  async (language) => {
    const { rina, classId } = await aMorning(language);
    const other = await buildClass(stage.db, { name: "Kepri 2", joinToken: "kepri-2" });
    const trainer = await stage.db.person.findFirstOrThrow({ where: { name: "Rina Marlina" } });
    await stage.db.classTrainer.create({ data: { classId: other.id, personId: trainer.id } });
    await crowd(classId, 255, 1);
    await crowd(other.id, 265, 256);
    const spoken = language === "id" ? { late: "/terlambat", most: "500" } : { late: "/overdue", most: "500" };
    await onPhone(rina, says(spoken.late), presses(/^🔔/));
    expect(screen(rina)).toContain(spoken.most);
    const labels = () => (rina.lastMessage()?.reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text);
    // One province is too many still, and leads on to its classes.
    expect(labels()).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Kepulauan Riau \(2\)/), expect.stringMatching(/\(520\)/)]),
    );
    await onPhone(rina, presses(/\(520\)/));
    expect(labels().filter((label) => /\(\d+\)/.test(label)).length).toBeGreaterThan(1);
    await onPhone(rina, presses(/^⬅️/), presses(/^🔔/), presses(/^Kepulauan Riau/), presses(/^✅/));
    await at("2024-07-09T02:03:00Z");
    expect(await stage.db.outbox.count({ where: { kind: "nudge" } })).toBe(2);
    expect(stage.errors).toEqual([]);
  },
);
