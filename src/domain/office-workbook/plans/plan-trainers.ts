// Whom the sheet of trainers puts on the list, and which classes they get.
import { dayIn } from "../../time/calendar.js";
import type { FindClass } from "../find-class.js";
import { type KnownTrainer, type OfficeRights, plainName } from "../known-programme.js";
import type { TrainerLine } from "../office-lines.js";
import type { LineChange, LinePlan, LineReason } from "./line-plan.js";
import type { ComingClass } from "./plan-classes.js";

export interface NewTrainerPlan {
  readonly phone: string;
  readonly classes: readonly ComingClass[];
}

export interface ChangedTrainerPlan {
  readonly known: KnownTrainer;
  /** Their number tells who is meant; what only differs in signs is the same name. */
  readonly name?: string;
  /** Those that they get besides what they have; none is taken from them. */
  readonly classes: readonly ComingClass[];
}

export type TrainerPlan = LinePlan<TrainerLine, NewTrainerPlan, ChangedTrainerPlan>;

export function planTrainers(
  lines: readonly TrainerLine[],
  known: readonly KnownTrainer[],
  { find, coming, rights, now }: { find: FindClass; coming: readonly ComingClass[]; rights: OfficeRights; now: Date },
): readonly TrainerPlan[] {
  const byPhone = new Map(known.map((one) => [one.phone, one]));
  const seen = new Set<string>();
  return lines.map((line): TrainerPlan => {
    const error = (reason: LineReason): TrainerPlan => ({ status: "error", line, reason });
    const { phone, problem } = line;
    if (problem !== null || phone === null) return error(problem ?? "bad-phone");
    const classes = classesOf(line, find, coming, now);
    if (typeof classes === "string") return error(classes);
    if (classes.length === 0 && !rights.mayAddCohorts) return error("missing-class");
    if (seen.has(phone)) return error("twice");
    seen.add(phone);
    const before = byPhone.get(phone);
    if (before === undefined || !before.isTrainer) return { status: "new", line, phone, classes };
    const more = classes.filter(({ id }) => !before.classIds.includes(id));
    const names = more.map(({ name }) => name).join("; ");
    const isRenamed = before.mayRename && plainName(line.name) !== plainName(before.name);
    const changes: LineChange[] = [
      ...(isRenamed ? [{ field: "name", from: before.name, to: line.name } as const] : []),
      ...(names === "" ? [] : [{ field: "classes", from: "", to: names } as const]),
    ];
    const status = changes.length === 0 ? "same" : "changed";
    return { status, line, changes, known: before, classes: more, ...(isRenamed && { name: line.name }) };
  });
}

/** By name; where none is named, all of the province that are not over. */
function classesOf(
  { classNames, provinceCode }: TrainerLine,
  find: FindClass,
  coming: readonly ComingClass[],
  now: Date,
): readonly ComingClass[] | LineReason {
  if (classNames.length === 0) {
    if (provinceCode === null) return [];
    const ofProvince = coming.filter(
      (one) => one.provinceCode === provinceCode && one.plansDueOn >= dayIn(one.zone, now),
    );
    return ofProvince.length === 0 ? "unknown-class" : ofProvince;
  }
  const found = new Map<number, ComingClass>();
  for (const name of classNames) {
    const one = find(name);
    if (typeof one === "string") return one;
    found.set(one.id, one);
  }
  return [...found.values()];
}
