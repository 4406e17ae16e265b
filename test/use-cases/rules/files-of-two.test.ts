// Workbooks of rules that are right each by itself, and what is said where they do not go together.
import { expect, test } from "vitest";
import type { KnownActor } from "../../../src/domain/people/person.js";
import type { Rules } from "../../../src/domain/rules/rules.js";
import { readRuleSheets } from "../../../src/domain/rules/sheets/read-rule-sheets.js";
import { addDays, type Day } from "../../../src/domain/time/calendar.js";
import { readGrids } from "../../../src/files/read-grids.js";
import { textsFor } from "../../../src/texts/index.js";
import { changeRules, previewRules, refreshRules } from "../../../src/use-cases/index.js";
import { changedWorkbook, withAmounts, withValues } from "../../support/files/rules-workbook.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin } from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

const stage = stageAt("2024-06-25T03:00:00Z");

const admin = async (name: string) => actorOf(stage.world, (await buildAdmin(stage.db, { name })).id);

async function sheetsOf(change: (rules: Rules) => Rules, number = 0) {
  const reading = await readGrids(await changedWorkbook(change, { number }));
  if (!reading.ok) throw new Error(reading.because);
  return readRuleSheets(reading.grids);
}

async function puts(actor: KnownActor, change: (rules: Rules) => Rules, number = 0) {
  const seen = await stage.world.store.rules.newest();
  const outcome = await changeRules(stage.world, actor, { sheets: await sheetsOf(change, number), seen });
  expect(outcome.kind).toBe("changed");
  await refreshRules(stage.world);
}

async function shown(actor: KnownActor, change: (rules: Rules) => Rules, number = 0) {
  const preview = await previewRules(stage.world, actor, await sheetsOf(change, number));
  if (preview.kind !== "planned") throw new Error(preview.kind);
  return { ...preview, lines: preview.faults.map(textsFor("id").ruleWords.fault) };
}

const DEWI = { isOwn: false, others: ["Dewi"] };

// Keeps A19.
test("too many questions of two admins are told as a clash with the plan they are of", async () => {
  const [budi, dewi] = [await admin("Budi"), await admin("Dewi")];
  const letters = (from: number, count: number) =>
    Array.from({ length: count }, (_, n) => `z${"abcdefghijkl"[from + n]}`);
  await puts(dewi, withAmounts("advocacy", letters(0, 6)));
  const { meanwhile, isClash, lines } = await shown(budi, withAmounts("advocacy", letters(6, 6)));
  expect({ meanwhile, isClash }).toEqual({ meanwhile: DEWI, isClash: true });
  expect(lines).toEqual(["Pertanyaan (Advokasi): pertanyaannya terlalu banyak, paling banyak 12."]);
});

// Keeps A19.
test("an hour that a colleague's working hours leave out is told by its name", async () => {
  const [budi, dewi] = [await admin("Budi"), await admin("Dewi")];
  const early = { eveningBeforeClass: "17:00" };
  await puts(dewi, withValues(early));
  await puts(dewi, withValues({ ...early, summary: "18:30" }), 1);
  const { meanwhile, isClash, lines } = await shown(budi, withValues({ ...early, workUntil: "18:00" }), 1);
  expect({ meanwhile, isClash }).toEqual({ meanwhile: DEWI, isClash: true });
  expect(lines).toEqual([
    "Jam (ringkasan sore kepada pelatih): jamnya harus antara 07:30–17:45, supaya pesannya sempat keluar dalam jam kerja.",
  ]);
});

// Keeps A19.
test("a part that a colleague has added to what is taken away is told by its code", async () => {
  const [budi, dewi] = [await admin("Budi"), await admin("Dewi")];
  const elderly = withAmounts("community_engagement", ["elderly"]);
  await puts(dewi, elderly);
  await puts(
    dewi,
    (rules) => withAmounts("community_engagement", ["widows"], { partOf: "elderly" })(elderly(rules)),
    1,
  );
  const { isClash, lines } = await shown(budi, (rules) => rules, 1);
  expect(isClash).toBe(true);
  expect(lines).toEqual([
    "Pertanyaan (Pelibatan Masyarakat, “widows”): tidak ada pertanyaan angka dengan kode “elderly” di rencana ini.",
  ]);
});

const withHolidays =
  (from: Day, days: number, name: string) =>
  (rules: Rules): Rules => {
    const added = Array.from({ length: days }, (_, n) => [addDays(from, n), name]);
    return { ...rules, holidays: { ...Object.fromEntries(added), ...rules.holidays } };
  };

// Keeps A19.
test("two admins together set no more holidays a year than one may", async () => {
  const [budi, dewi] = [await admin("Budi"), await admin("Dewi")];
  await puts(dewi, withHolidays("2025-02-01", 28, "Cuti"));
  const { isClash, lines } = await shown(budi, withHolidays("2025-07-01", 28, "Libur sekolah"));
  expect(isClash).toBe(true);
  expect(lines).toEqual(["Hari libur: hari libur tahun 2025 lebih dari 60."]);
});

// Keeps A19.
test("whoever sends an older file of their own is told that nothing of it changes what they have put in force since", async () => {
  const [budi, dewi] = [await admin("Budi"), await admin("Dewi")];
  await puts(budi, withHolidays("2025-02-03", 1, "Hari jadi"));
  const itself = (rules: Rules) => rules;
  expect(await shown(budi, itself)).toMatchObject({
    ...{ differences: [], faults: [], isOlder: true },
    meanwhile: { isOwn: true, others: [] },
  });
  expect(await shown(budi, withHolidays("2025-02-03", 1, "Hari jadi"))).toMatchObject({
    differences: [],
    isOlder: false,
  });
  await puts(dewi, withValues({ perWeek: 3 }));
  expect((await shown(budi, itself)).meanwhile).toEqual({ isOwn: true, others: ["Dewi"] });
  expect((await shown(dewi, itself)).meanwhile).toEqual({ isOwn: true, others: ["Budi"] });
});

// Keeps A19.
test("nobody is said to have changed the rules meanwhile when nothing of it is left", async () => {
  const [budi, dewi] = [await admin("Budi"), await admin("Dewi")];
  await puts(dewi, withValues({ perWeek: 3 }));
  await puts(dewi, (rules) => rules, 1);
  expect(await shown(budi, withValues({ perDay: 2 }))).toMatchObject({ inForce: 2, meanwhile: null });
});

// Keeps A19.
test("a file that never had a question is not asked for it when it has come to be needed since", async () => {
  const [budi, dewi] = [await admin("Budi"), await admin("Dewi")];
  await puts(dewi, withAmounts("advocacy", ["letters"]));
  const { settings } = stage.world;
  const columns = [...settings.sim.columns, { heading: "Surat", value: "advocacy.letters" }];
  settings.sim = { ...settings.sim, columns };
  const { faults, differences } = await shown(budi, withValues({ perWeek: 3 }));
  expect({ faults, changes: differences.length }).toEqual({ faults: [], changes: 1 });
  // Whose file had it, and has it no more, is.
  expect((await shown(budi, (rules) => rules, 1)).lines).toEqual([
    "Pertanyaan: “letters” masih diperlukan untuk berkas SIM, mohon kembalikan barisnya.",
  ]);
});
