// People on sheets: a workbook of everybody, one picture of a class, a sheet to visit them by. Which columns, in which order, how wide.
import type { LightCounts } from "../../../domain/caseload/files/light-counts.js";
import { PEOPLE_FILTERS, type PeopleFilter } from "../../../domain/caseload/people-filter.js";
import type { Sheet, SheetCell, SheetColumn } from "../../../domain/files/sheet.js";
import type { ParticipantKind } from "../../../domain/people/participant-kind.js";
import { writePhone } from "../../../domain/people/phone.js";
import type { PlanState } from "../../../domain/plans/plan-state.js";
import { type Light, PLAN_TYPES, type PlanType } from "../../../domain/plans/work-plan.js";
import type { Day } from "../../../domain/time/calendar.js";
import type { PersonLine } from "../../layouts/caseload/person-line.js";
import { libraryAt } from "../../layouts/library-at.js";

export interface PersonOnSheet extends PersonLine {
  phone: string | null;
  kind: ParticipantKind;
  libraryName: string;
  className: string;
  plans: { type: PlanType; light: Light; state: PlanState; dueOn: Day; obstacle: string | null }[];
}

type ColumnName =
  | ("number" | "name" | "phone" | "kind" | "library" | "place" | "className" | "standing")
  | ("state" | "due" | "late" | "heardOn" | "joinedOn" | "helpSince" | "askedOn")
  | ("libraryAndPlace" | "lastWord" | "notes" | "filter" | "count");

export interface SheetWords {
  columns: Record<ColumnName, string>;
  /** What a plan's column is headed: "Informasi". */
  types: Record<PlanType, string>;
  states: Record<PlanState, string>;
  /** One word each, beside its shape. */
  lights: Record<Light | "done", string>;
  kinds: Record<ParticipantKind, string>;
  filters: Record<PeopleFilter | "on_course", string>;
  countsTitle: string;
  /** Why nothing is heard, or how they are doing; as on the list. */
  standing(line: PersonLine): string;
  /** "kabar 31 Mei · anggaran/APBDes" */
  lastWord(line: PersonLine, obstacles: string[]): string;
  obstacle(stored: string): string;
  /** In place of lights: why there are none. */
  noPlans(line: PersonLine): string;
  /** What the mark behind a name means: they have not joined, and their lights are what a trainer was told. */
  toldFor: string;
}

export interface SheetHead {
  title: string;
  /** A line each. */
  notes: string[];
}

export function careSheets(
  words: SheetWords,
  head: SheetHead,
  { people, counts }: { people: readonly PersonOnSheet[]; counts: Record<PeopleFilter | "on_course", number> },
): Sheet[] {
  const { columns } = words;
  const rows = people.map((one, at): SheetCell[] => [
    ...[at + 1, one.name, phoneOf(one), words.kinds[one.kind], one.libraryName, one.place, one.className],
    words.standing(one),
    ...PLAN_TYPES.flatMap((type) => planCells(words, one, type)),
    ...[one.late, dayCell(one.lastHeardOn), dayCell(one.joinedOn), dayCell(one.helpSince), dayCell(one.askedOn)],
  ]);
  const everybody: Sheet = {
    ...head,
    columns: [
      ...[column(columns.number, 6, "number"), column(columns.name, 32), column(columns.phone, 19)],
      ...[column(columns.kind, 14), column(columns.library, 32), column(columns.place, 20)],
      ...[column(columns.className, 24), column(columns.standing, 34)],
      ...PLAN_TYPES.flatMap((type) => [
        column(words.types[type], 14, "light"),
        column(`${words.types[type]}: ${columns.state}`, 18),
        column(`${words.types[type]}: ${columns.due}`, 12, "day"),
      ]),
      ...[column(columns.late, 10, "number"), column(columns.heardOn, 13, "day"), column(columns.joinedOn, 13, "day")],
      ...[column(columns.helpSince, 13, "day"), column(columns.askedOn, 13, "day")],
    ],
    rows,
  };
  const filters = [...PEOPLE_FILTERS, "on_course"] as const;
  const numbers: Sheet = {
    title: words.countsTitle,
    notes: [],
    columns: [column(columns.filter, 32), column(columns.count, 10, "number")],
    rows: filters.map((filter) => [words.filters[filter], counts[filter]]),
  };
  return [everybody, numbers];
}

/** Of a class: who it is and three lights, each a shape with its word. */
export function classPictureSheet(words: SheetWords, head: SheetHead, people: readonly PersonOnSheet[]): Sheet {
  const isToldFor = ({ standing, plans }: PersonOnSheet) => standing === "not_joined" && plans.length > 0;
  return {
    ...{ ...head, oneLine: true },
    notes: people.some(isToldFor) ? [...head.notes, words.toldFor] : head.notes,
    columns: [
      ...[column(words.columns.number, 3, "number"), column(words.columns.name, 19)],
      ...PLAN_TYPES.map((type) => column(words.types[type], 9, "light")),
    ],
    rows: people.map((one, at) => {
      const lights = PLAN_TYPES.map((type) => lightCell(words, one, type));
      const isWithout = lights.every((cell) => cell === null);
      const [first = null, ...others] = lights;
      return [at + 1, isToldFor(one) ? `${one.name} °` : one.name, isWithout ? words.noPlans(one) : first, ...others];
    }),
  };
}

/** Everything that is needed on the way, and lines to write on. */
export function visitSheet(words: SheetWords, head: SheetHead, people: readonly PersonOnSheet[]): Sheet {
  const { columns } = words;
  return {
    ...{ ...head, toWriteOn: true },
    columns: [
      ...[column(columns.number, 4, "number"), column(columns.name, 20), column(columns.libraryAndPlace, 22)],
      ...[column(columns.phone, 19), ...PLAN_TYPES.map((type) => column(words.types[type], 11, "light"))],
      ...[column(columns.lastWord, 19), column(columns.notes, 23)],
    ],
    rows: people.map((one, at) => [
      ...[at + 1, one.name, libraryAt(one.libraryName, one.place), phoneOf(one)],
      ...PLAN_TYPES.map((type) => lightCell(words, one, type)),
      ...[words.lastWord(one, obstaclesOf(words, one)), null],
    ]),
  };
}

/** Notes of a picture: how many of all plans stand how. */
export function lightLine({ lights }: SheetWords, counts: LightCounts): string {
  const shown = ["done", "green", "yellow", "red", ...(counts.paused > 0 ? (["paused"] as const) : [])] as const;
  return shown.map((light) => `${lights[light]} ${counts[light]}`).join(" · ");
}

function column(heading: string, width: number, holds: SheetColumn["holds"] = "text"): SheetColumn {
  return { heading, width, holds };
}

function phoneOf({ phone }: PersonOnSheet): string {
  return phone === null ? "" : writePhone(phone);
}

function dayCell(day: Day | null): SheetCell {
  return day === null ? null : { day };
}

function lightCell({ lights }: SheetWords, { plans }: PersonOnSheet, type: PlanType): SheetCell {
  const plan = plans.find((one) => one.type === type);
  return plan === undefined ? null : { light: plan.light, word: lights[plan.state === "done" ? "done" : plan.light] };
}

function planCells(words: SheetWords, one: PersonOnSheet, type: PlanType): SheetCell[] {
  const plan = one.plans.find((each) => each.type === type);
  if (plan === undefined) return [null, null, null];
  return [lightCell(words, one, type), words.states[plan.state], { day: plan.dueOn }];
}

function obstaclesOf(words: SheetWords, { plans }: PersonOnSheet): string[] {
  return [...new Set(plans.flatMap(({ state, obstacle }) => (state === "done" ? [] : (obstacle ?? []))))].map((one) =>
    words.obstacle(one),
  );
}
