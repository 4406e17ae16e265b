// Rules that several people put in force or take back at the same instant.
import { expect, test } from "vitest";
import { readRuleSheets } from "../../../src/domain/rules/sheets/read-rule-sheets.js";
import { readGrids } from "../../../src/files/read-grids.js";
import { changeRules, takeRulesBack } from "../../../src/use-cases/index.js";
import { changedWorkbook, putInForce, withValues } from "../../support/files/rules-workbook.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin } from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

const stage = stageAt("2024-06-25T03:00:00Z");

async function sheetsOf(values: Parameters<typeof withValues>[0]) {
  const reading = await readGrids(await changedWorkbook(withValues(values)));
  if (!reading.ok) throw new Error(reading.because);
  return readRuleSheets(reading.grids);
}

const admins = async () => {
  const people = [await buildAdmin(stage.db), await buildAdmin(stage.db, { name: "Dewi" })];
  return Promise.all(people.map(({ id }) => actorOf(stage.world, id)));
};
const kindsOf = (outcomes: { kind: string }[]) => outcomes.map(({ kind }) => kind).sort();

// Keeps A19.
test("of two who put rules in force at the same instant one does, and the other is shown what has changed", async () => {
  const [budi, dewi] = await admins();
  const files = [await sheetsOf({ perWeek: 3 }), await sheetsOf({ perDay: 2 })];
  const outcomes = await Promise.all(
    [budi, dewi].flatMap((actor, n) => {
      const sheets = files[n];
      if (actor === undefined || sheets === undefined) throw new Error("Two admins, two files.");
      return [changeRules(stage.world, actor, { sheets, seen: 0 })];
    }),
  );
  expect(kindsOf(outcomes)).toEqual(["changed", "meanwhile"]);
  expect(await stage.db.ruleVersion.count()).toBe(1);
});

// Keeps A19.
test("of five presses that take rules back at once one does", async () => {
  const [budi] = await admins();
  if (budi === undefined) throw new Error("Nobody.");
  await putInForce(stage, withValues({ perWeek: 3 }));
  const presses = Array.from({ length: 5 }, () => takeRulesBack(stage.world, budi, { number: 0, seen: 1 }));
  expect(kindsOf(await Promise.all(presses))).toEqual(["nothing", "nothing", "nothing", "nothing", "taken_back"]);
  expect((await stage.db.ruleVersion.findMany()).map(({ takesBack }) => takesBack)).toEqual([null, 0]);
});
