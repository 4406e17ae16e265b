// Where the programme stands, in programmes by chance: the screen, the picture and the paper can be made anew from the workbook alone,
// to the letter. So all of them say the same numbers, and the workbook proves the others.
import { expect, test, vi } from "vitest";
import { overviewScreen } from "../../../src/bot/overview/overview-screen.js";
import { STANDINGS } from "../../../src/domain/caseload/diagnosis.js";
import { cellText, type Sheet } from "../../../src/domain/files/sheet.js";
import { shortName } from "../../../src/domain/messages/short-name.js";
import { type Area, type Part, partOf, partsOf, WHOLE_COUNTRY, writeArea } from "../../../src/domain/overview/area.js";
import { lightOfArea, type Numbers, noNumbers, PLAN_NUMBERS, wellOf } from "../../../src/domain/overview/numbers.js";
import { PLAN_TYPES } from "../../../src/domain/plans/work-plan.js";
import { ZONES, zoneLabel } from "../../../src/domain/time/zone.js";
import { readGrids } from "../../../src/files/read-grids.js";
import { drawSheetPages, drawSheetPicture } from "../../../src/paper/drawings/sheet-drawing.js";
import type { Person } from "../../../src/sandbox/shapes.js";
import { overviewSheet } from "../../../src/texts/files/sheets/overview-sheet.js";
import { textsFor } from "../../../src/texts/index.js";
import { percent } from "../../../src/texts/layouts/overview-page.js";
import type { Overview } from "../../../src/use-cases/index.js";
import { chanceOf } from "../../simulation/random.js";
import { plainSheets } from "../../support/plain/plain-sheets.js";
import { someOf } from "../../support/runs.js";
import { screen } from "../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin } from "../../support/world/builders.js";
import { casesByChance } from "../../support/world/cases-by-chance.js";

const NOW = "2024-07-10T01:30:00Z";
const stage = stageAt(NOW);
const onPhone = phoneActsOn(stage, 3_000);

const LOOKERS = [
  { name: "Sri", home: WHOLE_COUNTRY },
  { name: "Kepala Kalsel", home: { placeCode: "63", classId: null } },
  { name: "Dinas Bintan", home: { placeCode: "21.01", classId: null } },
] as const;

/** How much has been compared, so that nothing held because there was nothing. */
const compared = { pages: 0, rows: 0, people: 0, plans: 0 };

interface Line {
  name: string;
  numbers: Numbers;
}

// Keeps A17.
const PROGRAMMES = [
  [411, "id"],
  [412, "en"],
  [413, "id"],
  [414, "en"],
  [415, "id"],
] as const;

test.each(someOf(2, PROGRAMMES))(
  "the workbook of programme %i tells every number of screen, picture and paper, in %s",
  {
    timeout: 180_000,
  },
  async (seed, language) => {
    await casesByChance(stage.db, chanceOf(seed), stage.clock.now());
    const cohorts = await stage.db.cohort.findMany({ orderBy: { year: "asc" } });
    const cohort = { id: cohorts[0]?.id ?? 0, name: "" };
    const pictures = vi.spyOn(plainSheets, "picture");
    const texts = textsFor(language);
    const { sheet, ofProvinceItself, causes } = texts.overview;
    const headings: Record<(typeof STANDINGS)[number], string> = {
      ...causes,
      on_course: sheet.columns.on_course,
      finished: sheet.columns.finished,
    };

    async function bytesOf(phone: Person, data: string): Promise<Buffer> {
      await onPhone(phone, (one) => one.pressesOn(1, data));
      const { document, photo } = phone.lastMessage() ?? {};
      const bytes = stage.sandbox.files.byId(document?.file_id ?? photo?.at(-1)?.file_id ?? "")?.bytes;
      if (bytes === undefined) throw new Error(`No file came of ${data}: ${screen(phone)}`);
      return Buffer.from(bytes);
    }

    /** Nothing but what stands in the cells. */
    async function readWorkbook(bytes: Buffer): Promise<{ title: string; lines: Line[]; total: Numbers }> {
      const reading = await readGrids(bytes);
      if (!reading.ok) throw new Error(reading.detail);
      const [table, about] = reading.grids.map(({ rows }) =>
        rows.map(({ cells }) => cells.map((cell) => cell?.text ?? "")),
      );
      const [heading = [], ...rows] = table ?? [];
      const lines = rows.map((row): Line => {
        const cell = (named: string) => {
          const found = heading.indexOf(named);
          if (found < 0) throw new Error(`No column ${named} among ${heading}`);
          return Number(row[found]);
        };
        const numbers = noNumbers();
        numbers.people.people = cell(sheet.columns.people);
        numbers.people.joined = cell(sheet.columns.joined);
        numbers.people.with_province = cell(sheet.columns.withProvince);
        numbers.people.new_with_province = cell(sheet.columns.newWithProvince);
        for (const standing of STANDINGS) numbers.people[standing] = cell(headings[standing]);
        for (const type of PLAN_TYPES) {
          for (const name of PLAN_NUMBERS) {
            numbers.plans[type][name] = cell(`${texts.planWords.shortTypes[type]}: ${sheet.columns[name]}`);
          }
        }
        for (const name of PLAN_NUMBERS) {
          expect(PLAN_TYPES.reduce((sum, type) => sum + numbers.plans[type][name], 0)).toBe(cell(sheet.columns[name]));
        }
        expect(STANDINGS.reduce((sum, standing) => sum + numbers.people[standing], 0)).toBe(numbers.people.people);
        return { name: row[0] ?? "", numbers };
      });
      const total = lines.pop()?.numbers ?? noNumbers();
      const sums = heading.map((_, n) => rows.slice(0, -1).reduce((sum, row) => sum + Number(row[n]), 0));
      const isCount = (n: number) => n > 0 && heading[n] !== sheet.columns.well;
      expect(
        rows
          .at(-1)
          ?.filter((_, n) => isCount(n))
          .map(Number),
      ).toEqual(sums.filter((_, n) => isCount(n)));
      return { title: about?.flat().find((text) => text.includes(", ")) ?? "", lines, total };
    }

    async function keyOf(part: Part, name: string): Promise<string> {
      if (part === "class") return String((await stage.db.trainingClass.findFirstOrThrow({ where: { name } })).id);
      const level = part === "province" ? "province" : "regency";
      return (await stage.db.place.findFirstOrThrow({ where: { name, level } })).code;
    }

    /** What the bot would have found, had it found what the workbook says. */
    function rebuilt(area: Area, part: Part, book: { lines: Line[]; total: Numbers }, found: Overview): Overview {
      const keyed = book.lines.map(({ name, numbers }) => ({
        ...{ name, numbers },
        key: part === "regency" && name === ofProvinceItself ? "21" : "21.01",
      }));
      return { ...found, area, part, parts: keyed, numbers: book.total, before: null };
    }

    async function compare(phone: Person, area: Area, isHome: boolean, row: Line | null): Promise<void> {
      const at = writeArea(area);
      await onPhone(phone, (one) => one.pressesOn(1, `overview:${at}:${cohort.id}`));
      const page = screen(phone);
      compared.pages += 1;
      const [title = ""] = page.split("\n");
      const [name = "", cohortName = ""] = title.replace("📊 ", "").split(" · ");
      const shown = {
        name: isHome && area.placeCode === null ? null : name,
        cohort: { ...cohorts[0], name: cohortName },
      };
      const base = {
        ...shown,
        area,
        around: undefined,
        cohorts: [],
        // By which clock it is said is kept by own-clock.test.ts.
        ...{ countedAt: stage.clock.now(), zone: ZONES.find((zone) => page.includes(` ${zoneLabel(zone)} `)) },
      } as unknown as Overview;
      if (area.classId !== null) {
        if (row === null) throw new Error("A class is a part of something.");
        const said = overviewScreen(texts, {
          ...base,
          ...{ part: "class", parts: [], numbers: row.numbers, before: null },
        });
        expect(page).toBe(said.text);
        return;
      }
      for (const [n, part] of partsOf(area).entries()) {
        const file = (kind: string) => bytesOf(phone, `overview_file:${at}:${kind}:${cohort.id}:${part}`);
        const book = await readWorkbook(await file("xlsx"));
        if (row !== null) expect(book.total).toEqual(row.numbers);
        const found = rebuilt(area, part, book, base);
        // The page names the worst of the parts into which it is divided first.
        if (n === 0) expect(page).toBe(overviewScreen(texts, found).text);
        compared.people += book.total.people.people;
        compared.plans += PLAN_TYPES.reduce((sum, type) => sum + book.total.plans[type].plans, 0);
        await comparePaper(file, found);
        await compareList(phone, `overview_parts:${at}:${part}`, book.lines);
        for (const line of book.lines) {
          compared.rows += 1;
          if (line.name === ofProvinceItself) continue;
          await compare(phone, partOf(area, part, await keyOf(part, line.name)), false, line);
        }
      }
    }

    async function comparePaper(file: (kind: string) => Promise<Buffer>, found: Overview): Promise<void> {
      pictures.mockClear();
      await file("picture");
      const picture = pictures.mock.calls[0]?.[0] as Sheet;
      const [paper] = JSON.parse((await file("pdf")).toString()) as Sheet[];
      const expected = overviewSheet(texts, found);
      for (const drawn of [picture, paper]) {
        expect(drawn?.rows).toEqual(expected.rows);
        expect(drawn?.totals).toEqual(expected.totals);
        expect(drawn?.columns).toEqual(expected.columns);
      }
      expect(picture.title).toBe(paper?.title);
      // And what is drawn of it: each number that stands in the sheet, as often as it stands there.
      const isNumber = (text: string) => /^\d+( %)?$/.test(text);
      const inSheet = [...expected.rows, expected.totals ?? []]
        .flatMap((row) => row.map(cellText))
        .filter(isNumber)
        .sort();
      const narrow = (text: string, size: number) => [...text].length * size * 0.5;
      const numbersOf = (texts: readonly { text: string }[]) =>
        texts
          .map(({ text }) => text)
          .filter(isNumber)
          .sort();
      expect(numbersOf(drawSheetPicture(picture, narrow).texts)).toEqual(inSheet);
      const pages = drawSheetPages(expected, narrow, (one, all) => `${one} / ${all}`);
      expect(numbersOf(pages.flatMap(({ texts }) => texts))).toEqual(inSheet);
    }

    /** The buttons of the parts: a light and how many in a hundred are well. */
    async function compareList(phone: Person, data: string, lines: Line[]): Promise<void> {
      const labels = new Set<string>();
      for (let at = 0; at * 8 < lines.length; at++) {
        await onPhone(phone, (one) => one.pressesOn(1, `${data}:${at}:${cohort.id}`));
        for (const label of phone.buttons()) labels.add(label.slice(1, -1));
      }
      for (const { name, numbers } of lines.filter((line) => line.name !== ofProvinceItself)) {
        const light = lightOfArea(numbers);
        const sign = light === null ? "▫️" : texts.planWords.lights[light];
        expect([...labels]).toContain(
          `${sign} ${shortName(name, 22)} ${percent(wellOf(numbers), numbers.people.people)}`,
        );
      }
    }

    for (const { name, home } of LOOKERS) {
      const phone = stage.person({ name, english: language === "en" });
      await buildAdmin(stage.db, {
        ...{ name, telegramId: phone.id, language },
        ...(home.placeCode !== null && { regionCode: home.placeCode }),
      });
      phone.start();
      await stage.settle();
      await compare(phone, home, true, null);
    }
    expect(stage.errors).toEqual([]);
    pictures.mockRestore();
    expect(Math.min(...Object.values(compared))).toBeGreaterThan(0);
  },
);
