// An admin of the country, of a province and of a kabupaten in a programme of ten thousand people: every screen that a few presses from
// each command lead to, in both languages, is one that can be read, answers, and has a way out.
import type { Message } from "grammy/types";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Person } from "../../src/sandbox/shapes.js";
import { fillNational } from "../bench/rows/lists/national.js";
import { dropTemplate, openScratchDatabase, type ScratchDatabase } from "../faults/process/scratch-database.js";
import { openStage, type Stage } from "../support/stage/stage.js";
import { buildAdmin } from "../support/world/builders.js";
import { faultsOf } from "../texts/rules.js";

const COMMANDS = [
  ...["/statistik", "/peserta", "/terlambat", "/ringkasan", "/kelas", "/pengumuman", "/ekspor", "/audit", "/kelola"],
  ...["/impor", "/bantuan", "/saya", "/cuti", "/tinjau"],
];
const DEEP = 3;
/** Of buttons that differ in their numbers alone so many are pressed. */
const ALIKE = 2;
/** After these the walk would be another one. */
const ENDS = /discard|stop|erase|remove|leave/;

interface Press {
  label: string;
  data: string;
  on: number;
}

let database: ScratchDatabase;
let stage: Stage;
let provinces: { code: string; name: string }[];
beforeAll(async () => {
  database = await openScratchDatabase();
  const { now } = await fillNational(database, 10_000);
  const nothing = async () => {};
  stage = await openStage({ ...database, embedded: false, empty: nothing } as never, now.toISOString());
  provinces = await database.prisma.place.findMany({
    where: { level: "province" },
    select: { code: true, name: true },
  });
}, 300_000);
afterAll(async () => {
  await database?.close();
  await dropTemplate();
});

describe.each(["id", "en"] as const)("in %s", (language) => {
  // Keeps A01, P37.
  test.each([
    ["the country", null],
    ["a province", "11"],
    ["a kabupaten", "11.01"],
  ])(
    "every screen of an admin of %s",
    async (_, regionCode) => {
      const phone = await admin(regionCode, language);
      const wrong: string[] = [];
      const pressed = new Set<string>();
      const alike = new Map<string, number>();
      const walk = async (way: string, presses: Press[], depth: number): Promise<void> => {
        for (const { label, data, on } of presses) {
          const shape = data.replace(/\d+/g, "#");
          const times = alike.get(shape) ?? 0;
          if (ENDS.test(data) || times === ALIKE || pressed.has(data)) continue;
          alike.set(shape, times + 1);
          pressed.add(data);
          const next = await screensAfter(phone, () => phone.pressesOn(on, data));
          wrong.push(...faultsIn(`${way} › ${label}`, next, regionCode, language));
          if (depth > 1) await walk(`${way} › ${label}`, next.flatMap(pressesOf), depth - 1);
        }
      };
      for (const command of COMMANDS) {
        const shown = await screensAfter(phone, () => phone.says(command));
        wrong.push(...faultsIn(command, shown, regionCode, language));
        await walk(command, shown.flatMap(pressesOf), DEEP);
        await screensAfter(phone, () => phone.says("/batal"));
      }
      expect(wrong).toEqual([]);
      expect(stage.errors).toEqual([]);
      expect(pressed.size).toBeGreaterThan(50);
    },
    300_000,
  );
});

async function admin(regionCode: string | null, language: "id" | "en"): Promise<Person> {
  const name = `Admin ${regionCode ?? "Pusat"} ${language}`;
  const phone = stage.person({ name, english: language === "en" });
  const region = regionCode === null ? {} : { regionCode, provinceCode: regionCode.slice(0, 2) };
  await buildAdmin(stage.db, { name, telegramId: phone.id, language, ...region });
  await screensAfter(phone, () => phone.start());
  return phone;
}

/** What came, or the screen that was changed in place. */
async function screensAfter(phone: Person, act: () => unknown): Promise<Message[]> {
  const before = phone.received().length;
  stage.clock.advance(5_000);
  act();
  await stage.settle();
  const fresh = phone.received().slice(before);
  const last = phone.lastMessage();
  return fresh.length > 0 || last === undefined ? fresh : [last];
}

function pressesOf({ message_id: on, reply_markup: markup }: Message): Press[] {
  return (markup?.inline_keyboard ?? []).flatMap((row) =>
    row.flatMap((one) => ("callback_data" in one ? [{ label: one.text, data: String(one.callback_data), on }] : [])),
  );
}

function faultsIn(way: string, shown: Message[], regionCode: string | null, language: "id" | "en"): string[] {
  if (shown.length === 0) return [`${way}: nothing is answered`];
  const foreign = provinces.filter(({ code }) => regionCode !== null && !regionCode.startsWith(code));
  return shown.flatMap((message) => {
    const text = message.text ?? message.caption ?? "";
    const faults = [
      ...faultsOf(text, language),
      ...foreign.flatMap(({ name }) => (new RegExp(`\\b${name}\\b`).test(text) ? [`names ${name}`] : [])),
    ];
    return faults.map((fault) => `${way}: ${fault}`);
  });
}
