// On a class day: a session is moved, made longer or given another room from the board in at most four taps; where another is held at that
// time it is said before, and done all the same.
import { expect, test } from "vitest";
import { instantAt } from "../../../src/domain/time/calendar.js";
import type { Person } from "../../../src/sandbox/shapes.js";
import { type Act, presses, says, screen } from "../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { WALKED_IN } from "../../support/walked-in.js";
import { buildAdmin, buildClass, buildParticipant, buildSession, buildTrainer } from "../../support/world/builders.js";

const ZONE = "Asia/Jakarta";
const at = (time: string, day: `${number}-${number}-${number}` = "2024-06-06") => instantAt(ZONE, day, time);

/** Thursday, before the board is sent. */
const stage = stageAt("2024-06-05T23:00:00Z");
const inTurn = phoneActsOn(stage, 3000);

type Spoken = "id" | "en";

async function aClassDay(language: Spoken) {
  const { db } = stage;
  const { id } = await buildClass(db, { startsOn: "2024-06-06", days: 2, joinToken: "masuk-kepri" });
  const opening = await buildSession(db, id, { title: "Pembukaan", startsAt: at("08:30"), place: "Aula" });
  const online = { mode: "online", place: "https://temu.example/kepri" } as const;
  const planning = await buildSession(db, id, { title: "Menyusun rencana", startsAt: at("13:00"), ...online });
  await buildSession(db, id, { title: "Promosi", startsAt: at("15:00") });
  const [rina, siti] = ["Rina", "Siti"].map((name) => stage.person({ name })) as [Person, Person];
  await buildTrainer(db, [id], { name: "Rina Marlina", telegramId: rina.id, language });
  await buildParticipant(db, id, { name: "Siti Rahmawati", telegramId: siti.id, language });
  for (const phone of [rina, siti]) phone.start();
  await stage.settle();
  await stage.moveTo(at("07:45"));
  stage.talk();
  return { rina, siti, opening, planning, classId: id };
}

const found = ({ id }: { id: number }) => stage.db.trainingSession.findUniqueOrThrow({ where: { id } });
/** One tap each but for what is typed. */
const WAYS = {
  id: {
    by: /30 menit/,
    time: "🕗 Jam lain",
    day: /Hari lain/,
    room: "📍 Ubah ruang",
    link: "🔗 Ubah tautan",
    long: /^2 jam/,
  },
  en: {
    by: /30 min/,
    time: "🕗 Another time",
    day: /Another day/,
    room: "📍 Change room",
    link: "🔗 Change link",
    long: /^2 hours/,
  },
} satisfies Record<Spoken, Record<string, string | RegExp>>;

const openBoard =
  (classId: number, day: string): Act =>
  (phone) =>
    phone.pressesOn(phone.lastMessage()?.message_id ?? 0, `board:${classId}:${day}`);

// Keeps T02, P13.
test.each(WALKED_IN)(
  "from the board a session's time, day, room, link and length are changed in at most four taps, in %s",
  async (language) => {
    const words = WAYS[language];
    const { rina, siti, opening, planning, classId } = await aClassDay(language);
    const type = (text: string) => ({ text });
    const ways: Record<string, (string | RegExp | { text: string })[]> = {
      "half an hour later": [/^🕗 08/, words.by, /^✅/],
      "another time": [/^🕗 09/, words.time, type("10.00"), /^✅/],
      "another day": [/^🕗 13/, words.day, / 7 Jun/, /^✅/],
      "another room": [/^🕗 10/, words.room, type("Ruang B"), /^✅/],
      "another length": [/^🕗 10/, /^⏱/, words.long, /^✅/],
      "another link": [/^🕗 13/, words.link, type("zoom.us/j/123"), /^✅/],
    };
    const taps = new Map<string, number>();
    for (const [name, way] of Object.entries(ways)) {
      await inTurn(rina, openBoard(classId, name === "another link" ? "2024-06-07" : "2024-06-06"));
      for (const act of way) {
        const isTyped = typeof act === "object" && "text" in act;
        await inTurn(rina, isTyped ? says(act.text) : presses(act));
        if (!isTyped) taps.set(name, (taps.get(name) ?? 0) + 1);
      }
    }
    expect(Object.fromEntries(taps)).toEqual({
      ...{ "half an hour later": 3, "another time": 3, "another day": 4 },
      ...{ "another room": 3, "another length": 4, "another link": 3 },
    });
    expect(await found(opening)).toMatchObject({ startsAt: at("10:00"), endsAt: at("12:00"), place: "Ruang B" });
    const kept = { startsAt: at("13:00", "2024-06-07"), place: "https://zoom.us/j/123" };
    expect(await found(planning)).toMatchObject(kept);
    await stage.moveTo(at("07:50"));
    await expect(stage.talk()).toMatchFileSnapshot(`../transcripts/moving-quickly-${language}.txt`);
    expect(screen(siti)).toMatch(/zoom\.us/);
    expect(stage.errors).toEqual([]);
  },
  // Six ways, each read by every job, on a busy machine.
  60_000,
);

// Keeps T02, P13.
test.each([
  [
    "id",
    "⚠️ Bersamaan dengan sesi lain: Promosi (15.00–16.30 WIB).",
    "⚠️ Di luar hari kelas (6–7 Juni 2024).",
    "✅ Tetap pindahkan",
  ],
  [
    "en",
    "⚠️ At the same time as: Promosi (15:00–16:30 WIB).",
    "⚠️ Outside the days of the class (6–7 June 2024).",
    "✅ Move it all the same",
  ],
] as const)(
  "a session moved onto another, or out of the class's days, is asked about and moved, in %s",
  async (language, atOnce, outside, yes) => {
    const words = WAYS[language];
    const { rina, planning, classId } = await aClassDay(language);
    await inTurn(rina, openBoard(classId, "2024-06-06"), presses(/^🕗 13/), presses(/^⏩ 1 /));
    expect(screen(rina)).toContain(atOnce);
    expect(screen(rina)).not.toContain(outside);
    await inTurn(rina, presses(yes));
    expect((await found(planning)).startsAt).toEqual(at("14:00"));

    await inTurn(rina, openBoard(classId, "2024-06-06"), presses(/^🕗 14/), presses(words.day), says("8 Juni 2024"));
    expect(screen(rina)).toContain(outside);
    expect(screen(rina)).not.toContain("Promosi (");
    await inTurn(rina, presses(yes));
    expect((await found(planning)).startsAt).toEqual(at("14:00", "2024-06-08"));

    // Back into the class, where nothing else is held: nothing is said.
    await inTurn(rina, openBoard(classId, "2024-06-08"), presses(/^🕗 14/), presses(words.day), presses(/ 7 Jun/));
    expect(screen(rina)).not.toContain("⚠️");
    expect(stage.errors).toEqual([]);
  },
);

test("a session made longer than until the next one, and a new one beside others, are asked about too", async () => {
  const { rina, planning, classId } = await aClassDay("id");
  await inTurn(rina, openBoard(classId, "2024-06-06"), presses(/^🕗 13/), presses(/^⏱/), presses(/^2 jam/));
  expect(screen(rina)).not.toContain("⚠️");
  await inTurn(rina, presses("✏️ Lama"), presses(/^3 jam/));
  expect(screen(rina)).toContain("⚠️ Bersamaan dengan sesi lain: Promosi (15.00–16.30 WIB).");
  await inTurn(rina, presses("✅ Tetap ubah"));
  expect((await found(planning)).endsAt).toEqual(at("16:00"));

  const sari = stage.person({ name: "Sari" });
  await buildAdmin(stage.db, { name: "Sari", telegramId: sari.id, regionCode: "21" });
  await inTurn(sari, (phone) => phone.start());
  const opens: Act = (phone) => phone.pressesOn(phone.lastMessage()?.message_id ?? 0, `add_session:${classId}`);
  await inTurn(sari, opens, says("Diskusi"), presses("Kam 6 Jun"), presses("15.30"), presses("1 jam"));
  await inTurn(sari, presses("Tatap muka"), says("Ruang C"));
  expect(screen(sari)).toContain(
    "⚠️ Bersamaan dengan sesi lain: Menyusun rencana (13.00–16.00 WIB), Promosi (15.00–16.30 WIB).",
  );
  await inTurn(sari, presses("✅ Tetap tambah"));
  expect(await stage.db.trainingSession.count({ where: { title: "Diskusi" } })).toBe(1);
  expect(stage.errors).toEqual([]);
});
