// What a moved ladder says, and what it does not say once more: by days, for a plan that is due on 30 June.
import { beforeAll, describe, expect, test } from "vitest";
import { isOfEarlierLadder, openRung } from "../../../src/domain/plans/plan-reminder.js";
import { changesFrom, type Rules } from "../../../src/domain/rules/rules.js";
import {
  FIRST_OF_OFFICE,
  inForce,
  type RuleVersion,
  type ShippedRules,
} from "../../../src/domain/rules/rules-in-force.js";
import { addDays, type Day, instantAt } from "../../../src/domain/time/calendar.js";
import { readQuestions, SHIPPED_QUESTIONS } from "../../../src/questionnaire.js";
import { rulesOfProgram, withValues } from "../../support/files/rules-workbook.js";

let shipped: ShippedRules;
beforeAll(async () => {
  shipped = { rules: await rulesOfProgram(), questions: await readQuestions(SHIPPED_QUESTIONS) };
});

const DUE: Day = "2024-06-30";
const ZONE = "Asia/Jakarta";

type Values = Partial<Rules["values"]>;
/** At ten in the morning of that day these values are put in force. */
type Change = [on: Day, values: Values];

function versionsOf(changes: readonly Change[]): RuleVersion[] {
  let rules = shipped.rules;
  return changes.map(([on, values], n) => {
    rules = withValues(values)(rules);
    return { number: n + 1, changes: changesFrom(shipped.rules, rules), at: instantAt(ZONE, on, "10:00") };
  });
}

/** Looks each morning at eight and each noon, as the job does, and keeps what it says. */
function saidDays(changes: readonly Change[]): string[] {
  const versions = versionsOf(changes);
  const said: string[] = [];
  let remindedOn: Day | null = null;
  for (let day: Day = "2024-06-10"; day <= "2024-07-10"; day = addDays(day, 1)) {
    for (const time of ["08:00", "12:00"]) {
      const now = instantAt(ZONE, day, time);
      const { ladder } = inForce(
        shipped,
        versions.filter(({ at }) => at <= now),
      );
      const rung = openRung({ state: "in_progress", dueOn: DUE, classEndsOn: "2024-05-31" }, day, ladder);
      if (rung === null || (remindedOn !== null && remindedOn >= rung.on)) continue;
      const morning = instantAt(ZONE, rung.on, "08:00");
      if (!isOfEarlierLadder(rung, DUE, remindedOn, morning)) said.push(`${day.slice(5)} ${time}`);
      remindedOn = day;
    }
  }
  return said;
}

const SHIPPED = ["06-16 08:00", "06-23 08:00", "06-29 08:00", "07-01 08:00"];

// Keeps A19.
describe("a ladder that is changed says nothing twice, and nothing old", () => {
  const cases: [what: string, changes: Change[], said: string[]][] = [
    ["as the program has it", [], SHIPPED],
    ["moved before it spoke", [["2024-06-20", { before2: 5 }]], ["06-16 08:00", "06-25 08:00", ...SHIPPED.slice(2)]],
    ["moved after it spoke", [["2024-06-24", { before2: 5 }]], SHIPPED],
    ["moved on the day on which it spoke", [["2024-06-23", { before2: 5 }]], SHIPPED],
    [
      "moved to a day that is over: not after the fact",
      [["2024-06-22", { before2: 10 }]],
      ["06-16 08:00", ...SHIPPED.slice(2)],
    ],
    [
      "moved to today, when its hour is over",
      [["2024-06-25", { before3: 5 }]],
      [...SHIPPED.slice(0, 2), "07-01 08:00"],
    ],
    ["a step less, before it spoke", [["2024-06-20", { before2: null }]], ["06-16 08:00", ...SHIPPED.slice(2)]],
    ["a step less, after it spoke: the one before it is not said anew", [["2024-06-24", { before2: null }]], SHIPPED],
    [
      "a step more, ahead",
      [["2024-06-24", { before4: 3 }]],
      ["06-16 08:00", "06-23 08:00", "06-27 08:00", ...SHIPPED.slice(2)],
    ],
    ["a step more, that would have been yesterday", [["2024-06-28", { before4: 3 }]], SHIPPED],
    [
      "all steps named anew, one more in front",
      [["2024-06-18", { before1: 21, before2: 14, before3: 7, before4: 1 }]],
      SHIPPED,
    ],
    [
      "moved and taken back",
      [
        ["2024-06-24", { before2: 5 }],
        ["2024-06-26", { before2: 7 }],
      ],
      SHIPPED,
    ],
    [
      "moved, and taken back before it spoke",
      [
        ["2024-06-18", { before2: 5 }],
        ["2024-06-20", { before2: 7 }],
      ],
      SHIPPED,
    ],
    ["the question afterwards moved to later", [["2024-06-28", { after: 3 }]], [...SHIPPED.slice(0, 3), "07-03 08:00"]],
  ];
  test.each(cases)("%s", (_, changes, said) => {
    expect(saidDays(changes)).toEqual(said);
  });
});

// Keeps A19.
test("questions of an office are numbered above those of files, and the same questions keep their number", async () => {
  const { asked } = shipped.rules;
  const fewer = { ...asked, obstacles: asked.obstacles.filter((key) => key !== "signal") };
  const at = new Date("2024-06-11T03:00:00Z");
  const changes = (one: Partial<Rules>) => changesFrom(shipped.rules, { ...shipped.rules, ...one });
  const versions: RuleVersion[] = [
    { number: 1, changes: changes({ asked: fewer }), at },
    { number: 2, changes: changes({ asked: fewer, holidays: {} }), at },
    { number: 3, changes: changes({}), at },
  ];
  const current = (most: number) => inForce(shipped, versions.slice(0, most)).questions.current.version;
  expect([0, 1, 2, 3].map(current)).toEqual([1, FIRST_OF_OFFICE + 1, FIRST_OF_OFFICE + 1, 1]);
  expect(inForce(shipped, versions).questions.all.map(({ version }) => version)).toEqual([1, FIRST_OF_OFFICE + 1]);
});

test("an office that has changed nothing has exactly what the program has", () => {
  const { rest, budget, provinceRule, keptYears, questions, ladder } = inForce(shipped, []);
  expect({ budget, provinceRule, keptYears }).toEqual({
    budget: { perDay: 1, perWeek: 4, perClassDay: 1 },
    provinceRule: { lateDays: 14, tries: 2 },
    keptYears: 2,
  });
  expect(questions.current).toBe(shipped.questions.current);
  expect(rest.hours?.workingHours).toEqual({ from: "07:30", until: "20:00" });
  expect(ladder).toEqual([
    { name: "before1", days: -14 },
    { name: "before2", days: -7 },
    { name: "before3", days: -1 },
    { name: "after", days: 1 },
  ]);
});
