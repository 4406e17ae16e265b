// What a workbook would do, one text a deed: the same deed is the same text whenever it is planned, so that what was shown can be told apart
// from what has come to it since. A colleague who has done a part of it meanwhile leaves the other texts as they were.
import { plainName } from "./known-programme.js";
import type { WorkbookPlan } from "./plan-workbook.js";
import type { LineChange } from "./plans/line-plan.js";
import type { ComingClass } from "./plans/plan-classes.js";

export function plannedChanges({ classes, sessions, trainers }: WorkbookPlan): string[] {
  const changes: string[] = [];
  const add = (...parts: unknown[]) => changes.push(JSON.stringify(parts));
  const addAll = (noun: string, id: number, all: readonly LineChange[]) => {
    for (const { field, from, to } of all) add(noun, id, field, from, to);
  };
  for (const plan of classes) {
    if (plan.status === "changed") addAll("class", plan.known.id, plan.changes);
    if (plan.status !== "new") continue;
    const { startsOn, endsOn, plansDueOn, venue } = plan;
    add("new class", classMark({ ...plan, name: plan.line.name }), startsOn, endsOn, plansDueOn, venue);
  }
  for (const plan of sessions) {
    if (plan.status === "changed") addAll("session", plan.known.id, plan.changes);
    if (plan.status === "new") add("new session", classMark(plan.of), plan.session);
  }
  for (const plan of trainers) {
    if (plan.status === "error" || plan.status === "same") continue;
    const phone = plan.status === "new" ? plan.phone : plan.known.phone;
    if (plan.status === "new") add("new trainer", phone, plan.line.name);
    else if (plan.name !== undefined) add("trainer", phone, plan.known.name, plan.name);
    for (const one of plan.classes) add("teaching", phone, classMark(one));
  }
  return changes;
}

/** Not by its id: a class that the workbook makes has none yet, and has one when a colleague has made it. */
export function classMark({
  year,
  wave,
  provinceCode,
  name,
}: Pick<ComingClass, "year" | "wave" | "provinceCode" | "name">): string {
  return `${year}|${wave}|${provinceCode}|${plainName(name)}`;
}
