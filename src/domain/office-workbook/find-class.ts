// Which class a line names.
import { groupedBy } from "../grouped-by.js";
import { type Day, dayIn } from "../time/calendar.js";
import type { Zone } from "../time/zone.js";
import { plainName } from "./known-programme.js";
import type { ClassPlan, ComingClass } from "./plans/plan-classes.js";
import { codeOf } from "./sheet-columns.js";

/** What tells a class from its namesakes. */
export interface NamedClass {
  readonly id: number;
  readonly name: string;
  /** What it was called until the file that renames it. */
  readonly formerName?: string;
  readonly zone: Zone;
  readonly plansDueOn: Day;
  /** The file has a line for it. */
  readonly isInFile?: boolean;
}

type Namer<One> = (written: string, id?: number) => One | "unknown-class" | "ambiguous-class";

export type FoundClass = ComingClass | "unknown-class" | "ambiguous-class" | "class-has-error";

/** `id`: of the class whose session's code the line has; where it is called so it is the one. */
export type FindClass = (name: string, id?: number) => FoundClass;

/**
 * By its name, by its name with its code behind it, or by the name that it had. The same names are offered in each year: of namesakes the
 * one is meant that the file has a line for, else the only one that is not over. Made once for all lines.
 */
export function classNamer<One extends NamedClass>(classes: readonly One[], now: Date): Namer<One> {
  // Those that the file makes have no code yet.
  const known = classes.filter(({ id }) => id > 0);
  const names = [
    groupedBy(classes, ({ name }) => plainName(name)),
    groupedBy(known, (one) => plainName(nameWithCode(one))),
    groupedBy(classes, ({ name, formerName = name }) => plainName(formerName)),
    groupedBy(known, ({ id, name, formerName = name }) => plainName(nameWithCode({ id, name: formerName }))),
  ];
  return (written, id) => {
    const name = plainName(written);
    const coded = names.flatMap((ofName) => ofName.get(name) ?? []).find((one) => one.id === id);
    if (coded !== undefined) return coded;
    const all = names.map((ofName) => ofName.get(name)).find((found) => found !== undefined) ?? [];
    const listed = some(all, ({ isInFile }) => isInFile === true);
    const [only, ...others] = some(listed, (one) => !isOver(one, now));
    if (only === undefined) return "unknown-class";
    return others.length === 0 ? only : "ambiguous-class";
  };
}

/** "Bimtek SPP-TIK Jambi (K12)": what no other class is called. */
export function nameWithCode({ id, name }: Pick<NamedClass, "id" | "name">): string {
  return `${name} (${codeOf.classes(id)})`;
}

/** Those that are so; all of them where none is. */
function some<One>(all: readonly One[], isSo: (one: One) => boolean): readonly One[] {
  const found = all.filter(isSo);
  return found.length === 0 ? all : found;
}

export function isOver({ zone, plansDueOn }: Pick<NamedClass, "zone" | "plansDueOn">, now: Date): boolean {
  return plansDueOn < dayIn(zone, now);
}

/** A class that has an error in its own line and is not there yet cannot be named by others. */
export function classFinder(plans: readonly ClassPlan[], coming: readonly ComingClass[], now: Date): FindClass {
  const find = classNamer(coming, now);
  const ids = new Set(coming.map(({ id }) => id));
  const failed = new Set(
    plans.flatMap(({ status, line }) =>
      status === "error" && (line.id === null || !ids.has(line.id)) ? [plainName(line.name)] : [],
    ),
  );
  return (name, id) => {
    const found = find(name, id);
    if (found === "ambiguous-class" || !failed.has(plainName(name))) return found;
    if (found === "unknown-class") return "class-has-error";
    // The line with the error is about another class of this name, which is still to come.
    const isOther = found.isInFile || isOver(found, now);
    return isOther && found.id !== id ? "class-has-error" : found;
  };
}

/** The province of each name that is of classes of one province alone; "" where it is not. */
export function provincesOfNames(
  classes: readonly { readonly name: string; readonly provinceCode: string | null }[],
): Record<string, string> {
  const provinces: Record<string, string> = {};
  for (const { name, provinceCode } of classes) {
    const key = plainName(name);
    if (provinceCode !== null) provinces[key] = (provinces[key] ?? provinceCode) === provinceCode ? provinceCode : "";
  }
  return provinces;
}
