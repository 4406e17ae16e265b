// What a trainer's ten minutes cost in taps, as one table in both languages: each way from where it begins to what it is for.
import { expect, test } from "vitest";
import type { Person } from "../../../src/sandbox/shapes.js";
import { type Act, presses, says, screen } from "../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { buildClass, buildParticipant, buildSession, buildTrainer } from "../../support/world/builders.js";

// Tuesday, before work in Tanjungpinang, two days after the plans were due; the class meets once more this morning.
const stage = stageAt("2024-07-09T00:00:00Z");
const onPhone = phoneActsOn(stage, 3000);

type Spoken = "id" | "en";

async function aMorning(language: Spoken) {
  const { db } = stage;
  const { id: classId } = await buildClass(db, { name: "Kepri 1" });
  const session = { title: "Pendampingan", startsAt: new Date("2024-07-09T02:30:00Z") };
  await buildSession(db, classId, session);
  const rina = stage.person({ name: "Rina" });
  await buildTrainer(db, [classId], { name: "Rina Marlina", telegramId: rina.id, language });
  const people = [];
  for (const name of ["Siti Rahmawati", "Hasan Ahmad", "Joko Santoso"]) {
    people.push(await buildParticipant(db, classId, { name, libraryName: `Perpustakaan ${name}`, language }));
  }
  const [siti] = people;
  const askedAt = new Date("2024-07-08T05:00:00Z");
  await db.questionThread.create({
    data: {
      ...{ participantId: siti?.participant.id ?? 0, askedAt, lastAt: askedAt },
      messages: { create: { authorId: siti?.person.id ?? 0, text: "Boleh?", sentAt: askedAt, updateId: 803 } },
    },
  });
  rina.start();
  await stage.settle();
  // The morning, and the board of the day.
  for (const instant of ["2024-07-09T01:00:00Z", "2024-07-09T01:30:00Z"]) {
    stage.clock.set(new Date(instant));
    await stage.tick();
  }
  return { rina, classId, one: siti?.participant.id ?? 0 };
}

const opens =
  (data: string): Act =>
  (phone) =>
    phone.pressesOn(phone.lastMessage()?.message_id ?? 0, data);
/** Where it begins (which is not counted), the taps, what is typed between them, and what is read then. */
interface Way {
  begins: Act;
  taps: Act[];
  /** Typed behind so many taps. */
  typed?: { behind: number; text: string };
  ends: RegExp;
}

const WAYS = (
  words: Record<string, string>,
  { classId, one }: { classId: number; one: number },
): Record<string, Way> => {
  const person = opens(`person:${one}`);
  const classPage = says(words.classes ?? "");
  const until = presses(/16/);
  const reason = presses(/^(Sakit|Illness)/);
  return {
    "who is absent": { begins: classPage, taps: [presses(/^📋/), presses(/^▫️/)], ends: /Siti Rahmawati/ },
    "the QR code": { begins: classPage, taps: [presses(/^🔳/)], ends: /t\.me/ },
    "open questions": { begins: says("/start"), taps: [presses(/^💬/)], ends: /^1 pertanyaan|: 1,/ },
    "write to one": {
      ...{ begins: says(words.people ?? ""), taps: [presses("1"), presses(/^✉️/)] },
      ...{ typed: { behind: 2, text: "Sampai bertemu" }, ends: /Siti|Hasan|Joko/ },
    },
    "extend one plan": {
      ...{ begins: person, taps: [presses(/^📅/), presses(/^(Rencana|The) Informa/), until, reason] },
      ends: /^✅ 1 .*1 /,
    },
    "extend three plans": { begins: person, taps: [presses(/^📅/), presses(/^3 /), until, reason], ends: /^✅ 1 .*3 / },
    "extend the class": { begins: classPage, taps: [presses(/^📅/), until, reason], ends: /^✅ 3 .*9 / },
    "note a talk": {
      ...{
        begins: opens("morning_people"),
        taps: [presses("1"), presses(/^✅/), presses(/^📞/)],
        ends: /Hasan|Joko|Siti/,
      },
    },
    "remind all": { begins: says(words.late ?? ""), taps: [presses(/^🔔/), presses(/^✅/)], ends: /^✅ \d/ },
    "remind a class": { begins: opens(`class:${classId}`), taps: [presses(/^🔔/), presses(/^✅/)], ends: /^✅|^🕗|🚫/ },
  };
};

const MOST: Record<string, number> = {
  ...{ "who is absent": 2, "the QR code": 1, "open questions": 1, "write to one": 2 },
  ...{ "extend one plan": 4, "extend three plans": 4, "extend the class": 4 },
  ...{ "note a talk": 3, "remind all": 2, "remind a class": 2 },
};

// Keeps T08, T12, T18, T11.
test.each([
  ["id", { classes: "/kelas", people: "/peserta", late: "/terlambat" }],
  ["en", { classes: "/classes", people: "/participants", late: "/overdue" }],
] as const)("what a trainer does each morning takes so many taps, in %s", async (language, words) => {
  const scene = await aMorning(language);
  const { rina } = scene;
  const taps: Record<string, number> = {};
  for (const [name, way] of Object.entries(WAYS(words, scene))) {
    await onPhone(rina, way.begins);
    let pressed = 0;
    for (const tap of way.taps) {
      await onPhone(rina, tap);
      pressed += 1;
      if (way.typed?.behind === pressed) await onPhone(rina, says(way.typed.text));
    }
    expect(said(rina), name).toMatch(way.ends);
    taps[name] = pressed;
    // What is undone stands in no other way's way.
    if (/^extend|^note/.test(name)) await onPhone(rina, presses(/^↩️/));
  }
  expect(Object.entries(taps).filter(([name, count]) => count > (MOST[name] ?? 0))).toEqual([]);
  expect(Object.keys(taps).sort()).toEqual(Object.keys(MOST).sort());
  expect(await stage.db.outbox.count({ where: { kind: "nudge" } })).toBe(3);
  expect(stage.errors).toEqual([]);
});

const said = (phone: Person) => phone.lastMessage()?.caption ?? screen(phone);
