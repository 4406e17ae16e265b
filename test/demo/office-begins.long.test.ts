// An office begins with nothing, in the demo as it is built, in both languages: four steps, an ugly file of 43 with three wrong lines and two
// in doubt, two trainers who accept, a poster whose code a phone reads, and a first participant who joins by it.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import jsQR from "jsqr";
import { PNG } from "pngjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FIRST_ADMIN } from "../../src/demo/first-day.js";
import { DEMO_START, type Demo } from "../../src/demo/start-demo.js";
import type { Person } from "../../src/sandbox/shapes.js";
import { buildDemo } from "./built-demo.js";
import { clerkIn, type Does } from "./clerk.js";
import { digitsOf, uglyRoster } from "./ugly-roster.js";

let built: Awaited<ReturnType<typeof buildDemo>>;

beforeAll(async () => {
  built = await buildDemo();
}, 120_000);

afterAll(() => built?.remove());

const WORDS = {
  id: {
    ...{ first: "10 Juni", last: "13 Juni", ready: "Program belum siap", opening: "Pembukaan", inPerson: "Tatap muka" },
    ...{ read: "43 baris dibaca", wrong: "3 bermasalah", notIn: "3 baris belum masuk", alone: "hanya untuk Bapak/Ibu" },
    ...{ welcome: "Selamat bertugas", joined: "sudah terdaftar", count: "1 dari 40", setUp: "Kelola program" },
  },
  en: {
    ...{ first: "10 June", last: "13 June", ready: "is not ready yet", opening: "Opening", inPerson: "In person" },
    ...{ read: "43 lines read", wrong: "3 with a problem", notIn: "Not in yet: 3", alone: "for you alone" },
    ...{ welcome: "Welcome on board", joined: "are registered", count: "1 of 40", setUp: "Set up the programme" },
  },
};

const presses = (label: string | RegExp) => (phone: Person) => phone.presses(label);
const says = (text: string) => (phone: Person) => phone.says(text);
const screen = (phone: Person) => phone.lastMessage()?.text ?? phone.lastMessage()?.caption ?? "";

test.each(["id", "en"] as const)(
  "from nothing to the first participant, in %s",
  async (language) => {
    const words = WORDS[language];
    const demo = await built.startDemo({
      ...{ port: 0, start: DEMO_START, empty: true },
      onFatal: (error) => {
        throw error;
      },
    });
    try {
      const does = clerkIn(demo.sandbox);
      if (language === "en") await speakEnglish(demo);
      const clerk = demo.sandbox.people.get(FIRST_ADMIN)!;
      await beginProgramme(does, clerk, words);
      await sendRoster(does, clerk, words);
      const phones = { "Retno Widiastuti": "+6289012340001", Baharuddin: "+6285277009999" };
      for (const [name, phone] of Object.entries(phones)) {
        const known = [...demo.sandbox.people.values()].find((one) => one.name === name);
        const trainer = known ?? demo.sandbox.person({ first_name: name, language_code: language, phone });
        await inviteTrainer(does, clerk, { trainer, phone, words });
      }
      const link = await scannedPoster(does, clerk, demo);
      const first = demo.sandbox.person({ first_name: "Nur", language_code: language, phone: `+62${digitsOf(2)}` });
      await does(first, (phone) => phone.opens(link));
      await does(first, presses(/^✅/));
      await does(first, (phone) => phone.sharesContact());
      await does(first, presses("Perpustakaan Desa Sengkati Baru"));
      await does(first, presses(/^✅/));
      expect(screen(first)).toContain(words.joined);
      await does(clerk, says("/kelas"));
      expect(screen(clerk)).toContain(words.count);
      // The four steps are done, and have taken themselves away.
      await does(clerk, says("/kelola"));
      expect(screen(clerk)).toContain(words.setUp);
      expect(screen(clerk)).not.toContain("◻️");
    } finally {
      await demo.stop();
    }
  },
  600_000,
);

type Words = (typeof WORDS)["id"];

async function speakEnglish({ url }: Demo): Promise<void> {
  const headers = { "content-type": "application/json" };
  await fetch(`${url}/demo/language`, { method: "POST", headers, body: JSON.stringify({ language: "en" }) });
}

async function beginProgramme(does: Does, clerk: Person, words: Words): Promise<void> {
  await does(clerk, (phone) => phone.start());
  await does(clerk, presses(/^✅/));
  await does(clerk, says("Bambang Nugroho"));
  expect(screen(clerk)).toContain(words.ready);
  const steps = [presses(/^▶️/), presses("2024"), presses("Bimtek SPP-TIK 2024"), presses(/^➕/)];
  const wave = [says(words.first), presses(/14 Jun/), presses(/^➕ (Kelas|Class)/)];
  const newClass = [says("Jambi"), presses(/10 Jun/), says(words.last), presses("Bimtek SPP-TIK Jambi")];
  const session = [presses(/^➕/), presses(words.opening), presses(/10 Jun/), presses(/^08.30$/), presses(/^2 /)];
  await inTurn(does, clerk, [...steps, ...wave, ...newClass, says("Hotel Odua, Jambi"), presses(/^✅/)]);
  await inTurn(does, clerk, [...session, presses(words.inPerson), presses("Hotel Odua, Jambi"), presses(/^✅/)]);
  await does(clerk, presses(/^⬅️/));
}

async function inTurn(does: Does, clerk: Person, acts: ((phone: Person) => unknown)[]): Promise<void> {
  for (const act of acts) await does(clerk, act);
}

async function sendRoster(does: Does, clerk: Person, words: Words): Promise<void> {
  const file = { name: "DAFTAR PESERTA JAMBI.xlsx", mime: "application/octet-stream", bytes: uglyRoster() };
  await does(clerk, presses(/^📄/));
  await does(clerk, (phone) => phone.sendsDocument(file));
  // Of two villages of one name the kecamatan tells which is meant.
  await does(clerk, presses("Pelayangan, Muara Bulian"));
  await does(clerk, presses("Simpang Rantau Gedang, Mersam"));
  expect(screen(clerk)).toContain(words.read);
  expect(screen(clerk)).toContain(words.wrong);
  await does(clerk, presses(/^✅/));
  expect(screen(clerk)).toContain(words.notIn);
  await does(clerk, presses(/^⬅️/));
}

async function inviteTrainer(
  does: Does,
  clerk: Person,
  { trainer, phone, words }: { trainer: Person; phone: string; words: Words },
): Promise<void> {
  if (!clerk.buttons().some((label) => label.includes("➕ Pelatih baru") || label.includes("➕ New trainer"))) {
    await does(clerk, presses(/^👤/));
  }
  await inTurn(does, clerk, [presses(/^➕/), says(trainer.name), says(phone), presses(/^✅/), presses(/^✉️/)]);
  const invitation = clerk.received().find(({ text }) => text?.includes(trainer.name) && text.includes(words.alone));
  const [link = ""] = /https:\S+/.exec(invitation?.text ?? "") ?? [];
  await inTurn(does, trainer, [(own) => own.opens(link), (own) => own.sharesContact(), presses(/^✅/)]);
  expect(screen(trainer)).toContain(words.welcome);
  await does(clerk, presses(/^⬅️/));
  expect(clerk.buttons()).toContain(`[✅ ${trainer.name}]`);
}

/** The link that a phone reads in the poster, as a picture and as it is printed. */
async function scannedPoster(does: Does, clerk: Person, { sandbox }: Demo): Promise<string> {
  await does(clerk, says("/kelas"));
  await does(clerk, presses(/^🖼/));
  const photo = clerk
    .received()
    .flatMap((message) => message.photo?.at(-1) ?? [])
    .at(-1);
  const link = scanned(sandbox.files.byId(photo?.file_id ?? "")?.bytes ?? new Uint8Array());
  await does(clerk, says("/kelas"));
  await does(clerk, presses(/^🖨/));
  const pdf = clerk
    .received()
    .flatMap(({ document }) => document ?? [])
    .at(-1);
  expect(printed(sandbox.files.byId(pdf?.file_id ?? "")?.bytes ?? new Uint8Array()) ?? link).toBe(link);
  return link ?? "";
}

function scanned(picture: Uint8Array): string | undefined {
  const { data, width, height } = PNG.sync.read(Buffer.from(picture));
  return jsQR.default(new Uint8ClampedArray(data), width, height)?.data;
}

/** Undefined where no program is at hand that shows a page. */
function printed(pdf: Uint8Array): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), "poster-"));
  try {
    writeFileSync(join(folder, "one.pdf"), pdf);
    execFileSync("pdftoppm", ["-r", "100", "-png", "-singlefile", join(folder, "one.pdf"), join(folder, "page")]);
    return scanned(readFileSync(join(folder, "page.png")));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
