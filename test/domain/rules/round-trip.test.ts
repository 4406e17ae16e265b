import { describe, expect, test } from "vitest";
import type { SheetOut } from "../../../src/domain/files/workbook.js";
import { judgeRules } from "../../../src/domain/rules/judge-rules.js";
import { rebased } from "../../../src/domain/rules/rebase-rules.js";
import { differencesBetween } from "../../../src/domain/rules/rule-differences.js";
import { RULE_VALUES, VALUE_NAMES } from "../../../src/domain/rules/rule-values.js";
import { changesFrom, NO_CHANGES, type Rules, rulesWith } from "../../../src/domain/rules/rules.js";
import { readRuleSheets } from "../../../src/domain/rules/sheets/read-rule-sheets.js";
import { minutesOf } from "../../../src/domain/time/calendar.js";
import { readGrids } from "../../../src/files/read-grids.js";
import { writeXlsx } from "../../../src/files/xlsx-out/write-xlsx.js";
import { openZip } from "../../../src/files/zip-parts.js";
import { rulesWorkbook } from "../../../src/texts/files/workbooks/rules-workbook.js";
import { rulesOfProgram } from "../../support/files/rules-workbook.js";

const TODAY = "2024-06-11";

async function sentBack(rules: Rules, shipped: Rules, language: "id" | "en") {
  const out = rulesWorkbook(language, { rules, shipped, number: 7, today: TODAY });
  const reading = await readGrids(await writeXlsx(out));
  if (!reading.ok) throw new Error(reading.because);
  const sheets = readRuleSheets(reading.grids);
  const before = { kinds: new Map(), neededQuestions: [] };
  return { sheets, out, ...judgeRules(sheets, { start: rules, inForce: rules, before, today: TODAY }) };
}

// Keeps A19.
test.each(["id", "en"] as const)("what is sent back as it went out changes nothing (%s)", async (language) => {
  const shipped = await rulesOfProgram();
  const { sheets, faults, rules, missing } = await sentBack(shipped, shipped, language);
  expect({ base: sheets.base, faults, missing }).toEqual({ base: 7, faults: [], missing: [] });
  expect(differencesBetween(shipped, rules)).toEqual([]);
  expect(changesFrom(shipped, rules)).toEqual(NO_CHANGES);
});

/** Numbers by a rule of their own, so that a failure can be looked at again. */
function chance(seed: number) {
  let state = seed;
  return (most: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % most;
  };
}

// Keeps A19.
test("whatever rules hold together come back as they went out, in either language", async () => {
  const shipped = await rulesOfProgram();
  for (let seed = 1; seed <= 12; seed += 1) {
    const rules = rulesByChance(shipped, chance(seed));
    const back = await sentBack(rules, shipped, seed % 2 === 0 ? "id" : "en");
    expect(back.faults, `seed ${seed}`).toEqual([]);
    expect(differencesBetween(rules, back.rules), `seed ${seed}`).toEqual([]);
    expect(rulesWith(shipped, JSON.parse(JSON.stringify(changesFrom(shipped, back.rules)))), `seed ${seed}`).toEqual(
      rules,
    );
  }
}, 60_000);

function rulesByChance(shipped: Rules, pick: (most: number) => number): Rules {
  const values = { ...shipped.values };
  for (const name of VALUE_NAMES) {
    const rule = RULE_VALUES[name];
    const now = values[name];
    if (/^before\d/.test(name))
      values[name] = pick(3) === 0 && name !== "before1" ? null : Number(name.slice(-1)) * 3 + 1;
    else if (rule.kind === "time" && !name.startsWith("work"))
      values[name] = `${String(8 + pick(11)).padStart(2, "0")}:${pick(2) === 0 ? "00" : "45"}`;
    else if (rule.sheet === "keeping" && typeof now === "number")
      values[name] = Math.max(Number(rule.from), now - pick(3));
    else if (rule.kind === "number") values[name] = Number(rule.from) + pick(Number(rule.to) - Number(rule.from) + 1);
  }
  values.perWeek = Math.max(Number(values.perWeek), Number(values.perDay));
  expect(minutesOf(String(values.alert))).toBeGreaterThan(0);
  const holidays = Object.fromEntries(Object.entries(shipped.holidays).filter(([day]) => day < "2025" || pick(4) > 0));
  const { sets, obstacles, words } = shipped.asked;
  const turn = <Item>(items: readonly Item[]) => {
    const at = pick(items.length);
    return [...items.slice(at), ...items.slice(0, at)];
  };
  const asked = {
    ...{ words, obstacles: turn(obstacles) },
    sets: {
      information_services: turn(sets.information_services),
      community_engagement: turn(sets.community_engagement),
      advocacy: turn(sets.advocacy),
    },
  };
  return { values, holidays: { ...holidays, "2025-02-03": "Hari jadi" }, asked };
}

test("two who change different rules both keep theirs; of the same one the later counts", async () => {
  const base = await rulesOfProgram();
  const mine = { ...base, values: { ...base.values, perDay: 2, summary: "17:00" } };
  const theirs = { ...base, values: { ...base.values, perWeek: 6, summary: "15:00" } };
  const { perDay, perWeek, summary } = rebased(base, mine, theirs).values;
  expect({ perDay, perWeek, summary }).toEqual({ perDay: 2, perWeek: 6, summary: "17:00" });
});

describe("two who change what reports ask", () => {
  const question = (key: string) => ({ key, kind: "amount", max: 100 }) as const;
  const withQuestion = (rules: Rules, key: string): Rules => {
    const { sets, words } = rules.asked;
    const named = (of: (typeof words)["id"]) => ({
      ...of,
      labels: { ...of.labels, [key]: key },
      asks: { ...of.asks, [key]: `${key}?` },
      examples: { ...of.examples, [key]: "3" },
    });
    const advocacy = [...sets.advocacy, question(key)];
    return {
      ...rules,
      asked: {
        ...rules.asked,
        sets: { ...sets, advocacy },
        words: { id: named(words.id), en: named(words.en) },
      },
    };
  };
  const withAsk = (rules: Rules, key: string, ask: string): Rules => {
    const { words } = rules.asked;
    return {
      ...rules,
      asked: { ...rules.asked, words: { ...words, id: { ...words.id, asks: { ...words.id.asks, [key]: ask } } } },
    };
  };
  const withoutObstacle = (rules: Rules, key: string): Rules => ({
    ...rules,
    asked: { ...rules.asked, obstacles: rules.asked.obstacles.filter((one) => one !== key) },
  });
  const keysOf = (rules: Rules) => rules.asked.sets.advocacy.map(({ key }) => key);

  test("both keep theirs, of the same question the later counts", async () => {
    const base = await rulesOfProgram();
    const [first = "", second = ""] = keysOf(base);
    const theirs = withQuestion(withAsk(withAsk(base, first, "Apa?"), second, "Siapa?"), "theirs");
    const mine = withoutObstacle(withQuestion(withAsk(base, second, "Kapan?"), "mine"), base.asked.obstacles[1] ?? "");
    const both = rebased(base, mine, theirs);
    expect(keysOf(both)).toEqual([...keysOf(base), "mine", "theirs"]);
    expect(both.asked.words.id.asks).toMatchObject({
      [first]: "Apa?",
      [second]: "Kapan?",
      mine: "mine?",
      theirs: "theirs?",
    });
    expect(both.asked.obstacles).toEqual(mine.asked.obstacles);
  });

  test("who moves nothing keeps the other's order, and what one took away stays away", async () => {
    const base = await rulesOfProgram();
    const turned: Rules = {
      ...base,
      asked: { ...base.asked, sets: { ...base.asked.sets, advocacy: [...base.asked.sets.advocacy].reverse() } },
    };
    const mine = withQuestion(base, "mine");
    expect(keysOf(rebased(base, mine, turned)).filter((key) => key !== "mine")).toEqual(keysOf(turned));
    expect(keysOf(rebased(base, turned, mine)).filter((key) => key !== "mine")).toEqual(keysOf(turned));
    const gone = base.asked.obstacles[2] ?? "";
    expect(rebased(base, mine, withoutObstacle(base, gone)).asked.obstacles).not.toContain(gone);
    expect(rebased(base, withoutObstacle(base, gone), mine).asked.obstacles).not.toContain(gone);
    expect(rebased(base, base, mine)).toEqual(mine);
    expect(rebased(base, mine, base)).toEqual(mine);
  });
});

test("sheets that are left out stay as they are, and no cell begins a formula", async () => {
  const shipped = await rulesOfProgram();
  const { out } = await sentBack(shipped, shipped, "id");
  const bytes = await writeXlsx({
    ...out,
    sheets: out.sheets.filter(({ name }) => name === "Batas pesan") as SheetOut[],
  });
  const reading = await readGrids(bytes);
  if (!reading.ok) throw new Error(reading.because);
  const before = { kinds: new Map(), neededQuestions: [] };
  const judged = judgeRules(readRuleSheets(reading.grids), { start: shipped, inForce: shipped, before, today: TODAY });
  expect(judged.faults).toEqual([]);
  expect(judged.missing).toHaveLength(7);
  expect(differencesBetween(shipped, judged.rules)).toEqual([]);
});

// Keeps A19.
test("words that a spreadsheet would carry out go out as words, and come back as they were", async () => {
  const shipped = await rulesOfProgram();
  const hostile = '=HYPERLINK("http://x")';
  const { id, en } = shipped.asked.words;
  const words = {
    id: { ...id, obstacles: { ...id.obstacles, signal: hostile } },
    en: { ...en, obstacles: { ...en.obstacles, signal: "+1+cmd|calc" } },
  };
  const rules = { ...shipped, asked: { ...shipped.asked, words } };
  const { faults, rules: back, out } = await sentBack(rules, shipped, "en");
  expect({ faults, differences: differencesBetween(rules, back) }).toEqual({ faults: [], differences: [] });
  const zip = await openZip(await writeXlsx(out));
  for (const name of zip.names.filter((one) => one.startsWith("xl/worksheets/"))) {
    for await (const chunk of zip.unpack(name)) expect(Buffer.from(chunk).toString("utf8")).not.toMatch(/<f[ >]/);
  }
});
