// A file that takes long to read and to save: one message shows how far it is, and becomes the preview and the receipt.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Sleep } from "../../../../src/ports/queue/waiting.js";
import type { Person } from "../../../../src/sandbox/shapes.js";
import { openTestDatabase, type TestDatabase } from "../../../support/database.js";
import { day, judgingOn, officeWorkbook } from "../../../support/files/office-workbook.js";
import { openStage, type Stage } from "../../../support/stage/stage.js";
import { buildAdmin } from "../../../support/world/builders.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const NAME = "Bimtek Kepri 1";
const personNamed = (name: string, village: string) => [
  ...[name, `08127777${name.length}111`, "Perpustakaan desa", "Kepulauan Riau", "Kab. Bintan", "Teluk Bintan"],
  ...[village, "", NAME],
];
const aFile = (...people: string[][]) =>
  officeWorkbook({
    classes: [["2026", "1", NAME, "Kepulauan Riau", "Hotel", day("2026-05-18"), day("2026-05-22"), null]],
    participants: people,
  });
const SITI = personNamed("Siti Rahmawati", "Pangkil");
const NOBODY = personNamed("Hasan", "Entah di mana");

/** Seconds pass when the test says so, and what is shown then has been shown when it goes on. */
function patience() {
  let wake = () => {};
  let waitsAgain = () => {};
  const sleep: Sleep = (_, signal) =>
    new Promise((resolve) => {
      wake = resolve;
      if (signal?.aborted) return resolve();
      signal?.addEventListener("abort", () => resolve());
      waitsAgain();
    });
  const pass = async (stage: Stage, seconds = 3) => {
    stage.clock.advance(seconds * 1000);
    const shown = new Promise<void>((resolve) => {
      waitsAgain = resolve;
    });
    wake();
    await shown;
  };
  /** Where nothing can be waited for: in the middle of a transaction. */
  const passUnseen = (stage: Stage) => {
    stage.clock.advance(3000);
    wake();
  };
  return { sleep, pass, passUnseen };
}

interface Slow {
  /** How many of 10,000 lines are read each time that three seconds have passed. */
  reads: number[];
  /** So many tries fail when all is read. */
  fails?: number;
}

async function aSlowOffice({ reads, fails = 0 }: Slow, english = false) {
  const { sleep, pass, passUnseen } = patience();
  const judge = judgingOn("2026-04-06");
  let tries = 0;
  const stage: Stage = await openStage(database, "2026-04-06T02:00:00Z", {
    sleep,
    async judge(bytes, choices, tell) {
      await pass(stage);
      for (const done of reads) {
        tell({ what: "reading", done, total: 10_000 });
        await pass(stage);
      }
      if (tries++ < fails) throw new Error("The worker ended without a result (1).");
      return judge(bytes, choices, () => {});
    },
    step(name, call) {
      if (name === "roster.save") passUnseen(stage);
      return call();
    },
  });
  const sri = stage.person({ name: "Sri", english });
  await buildAdmin(stage.db, { name: "Sri", telegramId: sri.id, ...(english && { language: "en" as const }) });
  sri.says(english ? "hello" : "halo");
  await stage.settle();
  stage.talk();
  return { stage, sri };
}

const sends = (phone: Person, bytes: Uint8Array) =>
  phone.sendsDocument({ name: "program.xlsx", mime: "application/octet-stream", bytes });

const saidBy = (phone: Person) => phone.received().map(({ text, caption }) => text ?? caption ?? "");

test("the message that shows how far it is becomes the preview, and the preview shows how far saving is", async () => {
  const { stage, sri } = await aSlowOffice({ reads: [3000, 8500] });
  const before = sri.received().length;
  sends(sri, await aFile(SITI));
  await stage.settle();
  expect(sri.received()).toHaveLength(before + 1);
  sri.presses(/^✅ Simpan/);
  await stage.settle();
  expect(sri.received()).toHaveLength(before + 1);
  await expect(stage.talk()).toMatchFileSnapshot("../../transcripts/long-import.txt");
  expect(stage.errors).toEqual([]);
});

test("the same in English, with lines that come back in a file", async () => {
  const { stage, sri } = await aSlowOffice({ reads: [5000] }, true);
  sends(sri, await aFile(SITI, NOBODY));
  await stage.settle();
  stage.clock.advance(2000);
  sri.presses(/^✅ Save/);
  await stage.settle();
  await expect(stage.talk()).toMatchFileSnapshot("../../transcripts/long-import-english.txt");
  expect(stage.errors).toEqual([]);
});

test("handled again after a death, nothing is sent twice and nothing stays behind", async () => {
  const { stage, sri } = await aSlowOffice({ reads: [5000], fails: 1 });
  const before = sri.received().length;
  stage.triesAgain = true;
  stage.handlesTwice = true;
  sends(sri, await aFile(SITI, NOBODY));
  await stage.settle();
  expect(saidBy(sri).slice(before)).toEqual([
    expect.stringContaining("Belum ada yang disimpan."),
    expect.stringContaining("1 baris bermasalah"),
  ]);
  sri.presses(/^✅ Simpan/);
  await stage.settle();
  expect(saidBy(sri).slice(before)).toEqual([
    expect.stringContaining("✅ Tersimpan"),
    expect.stringContaining("1 baris bermasalah"),
  ]);
  expect(await stage.db.rosterRow.count()).toBe(1);
  // The try that failed is told to operators, and nothing else.
  expect(stage.errors).toHaveLength(1);
});

test("pressed in the middle of the chat, the receipt stands below, where what was shown stood", async () => {
  const { stage, sri } = await aSlowOffice({ reads: [] });
  sends(sri, await aFile(SITI));
  await stage.settle();
  sri.says("terima kasih");
  await stage.settle();
  stage.clock.advance(2000);
  sri.presses(/^✅ Simpan/);
  stage.handlesTwice = true;
  await stage.settle();
  const said = saidBy(sri);
  expect(said.filter((text) => text.includes("✅ Tersimpan"))).toHaveLength(1);
  expect(said.at(-1)).toContain("✅ Tersimpan");
  expect(said.join()).not.toContain("⏳");
  expect(sri.buttons().join()).not.toContain("Simpan");
  expect(stage.errors).toEqual([]);
});

test("where it is sent and nobody knows whether it arrived, no second one is sent", async () => {
  const { stage, sri } = await aSlowOffice({ reads: [3000, 6000] });
  const before = sri.received().length;
  const update = sends(sri, await aFile(SITI));
  stage.sandbox.takeUpdates();
  await stage.world.store.taps.noteProgress(
    sri.id,
    { updateId: update.update_id, messageId: null, isOver: false },
    stage.clock.now(),
  );
  await stage.handle(update);
  expect(saidBy(sri).slice(before)).toEqual([expect.stringContaining("Belum ada yang disimpan.")]);
  expect(stage.errors).toEqual([]);
});
