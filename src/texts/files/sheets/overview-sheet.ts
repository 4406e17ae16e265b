// An area's parts as a sheet: for paper and picture in percents beside each other, in a workbook with every number there is.

import { STANDINGS } from "../../../domain/caseload/diagnosis.js";
import type { Sheet, SheetCell, SheetColumn } from "../../../domain/files/sheet.js";
import { isProvinceItself, type Part } from "../../../domain/overview/area.js";
import {
  allPlans,
  lightOfArea,
  type Numbers,
  PLAN_NUMBERS,
  wellOf,
  worstFirst,
} from "../../../domain/overview/numbers.js";
import { PLAN_TYPES } from "../../../domain/plans/work-plan.js";
import type { Zone } from "../../../domain/time/zone.js";
import type { Texts } from "../../index.js";

/** What of an overview stands on it. */
interface OverviewOnSheet {
  /** Null: the whole country. */
  name: string | null;
  cohort: { name: string };
  countedAt: Date;
  zone: Zone;
  numbers: Numbers;
  part: Part;
  parts: readonly { key: string; name: string; numbers: Numbers }[];
}

/** Without the ending of its kind. */
export function overviewFileName({ overview }: Texts, { name }: Pick<OverviewOnSheet, "name">): string {
  return overview.sheet
    .fileName(name)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-");
}

interface Column extends SheetColumn {
  cell(name: string, numbers: Numbers): SheetCell;
}

/** On a phone and on paper: what is compared at a glance. */
export function overviewSheet(texts: Texts, found: OverviewOnSheet): Sheet {
  return sheetOf(texts, found, [...firstColumns(texts, found), ...shareColumns(texts)]);
}

/** For a spreadsheet: the numbers themselves, each kind of plan for itself. */
export function overviewWorkbook(texts: Texts, found: OverviewOnSheet): Sheet {
  return sheetOf(texts, found, [...firstColumns(texts, found), ...numberColumns(texts)]);
}

function sheetOf({ overview: { sheet, ofProvinceItself } }: Texts, found: OverviewOnSheet, columns: Column[]): Sheet {
  const { name, cohort, numbers, parts } = found;
  const nameOf = (one: OverviewOnSheet["parts"][number]) =>
    isProvinceItself(found.part, one.key) ? ofProvinceItself : one.name;
  return {
    title: sheet.title(name, cohort.name),
    notes: [sheet.counted(found), sheet.noPractice],
    columns: columns.map(({ heading, width, holds }) => ({ heading, width, holds })),
    rows: worstFirst(parts).map((part) => columns.map(({ cell }) => cell(nameOf(part), part.numbers))),
    totals: columns.map(({ cell }) => cell(sheet.all, numbers)),
  };
}

function firstColumns({ overview }: Texts, { part }: OverviewOnSheet): Column[] {
  const { columns } = overview.sheet;
  return [
    { heading: columns.part[part], width: 24, holds: "text", cell: (name) => name },
    { heading: columns.people, width: 9, holds: "number", cell: (_, { people }) => people.people },
  ];
}

function shareColumns({ overview, planWords }: Texts): Column[] {
  const { columns } = overview.sheet;
  const share = (heading: string, of: (numbers: Numbers) => { part: number; whole: number }): Column => ({
    ...{ heading, width: 13, holds: "share" },
    cell: (_, numbers) => of(numbers),
  });
  const ofPlans = (heading: string, name: "written" | "reported" | "done") =>
    share(heading, (numbers) => ({ part: allPlans(numbers)[name], whole: allPlans(numbers).plans }));
  return [
    share(columns.joined, ({ people }) => ({ part: people.joined, whole: people.people })),
    ofPlans(columns.written, "written"),
    ofPlans(columns.reported, "reported"),
    ofPlans(columns.done, "done"),
    {
      ...{ heading: columns.light, width: 19, holds: "light" },
      cell: (_, numbers) => {
        const light = lightOfArea(numbers);
        return light === null
          ? null
          : { light, word: overview.light(light).replace(planWords.lights[light], "").trim() };
      },
    },
  ];
}

function numberColumns({ overview, planWords }: Texts): Column[] {
  const { columns } = overview.sheet;
  const count = (heading: string, of: (numbers: Numbers) => number): Column => ({
    ...{ heading, width: Math.max(10, heading.length + 2), holds: "number" },
    cell: (_, numbers) => of(numbers),
  });
  const standings = { ...overview.causes, on_course: columns.on_course, finished: columns.finished };
  return [
    count(columns.joined, ({ people }) => people.joined),
    {
      ...{ heading: columns.well, width: 10, holds: "share" },
      cell: (_, numbers) => ({ part: wellOf(numbers), whole: numbers.people.people }),
    },
    ...STANDINGS.map((standing) => count(standings[standing], ({ people }) => people[standing])),
    count(columns.withProvince, ({ people }) => people.with_province),
    count(columns.newWithProvince, ({ people }) => people.new_with_province),
    ...PLAN_NUMBERS.map((name) => count(columns[name], (numbers) => allPlans(numbers)[name])),
    ...PLAN_TYPES.flatMap((type) =>
      PLAN_NUMBERS.map((name) =>
        count(`${planWords.shortTypes[type]}: ${columns[name]}`, ({ plans }) => plans[type][name]),
      ),
    ),
  ];
}
