// Which class a line names.
import { plainName } from "./known-programme.js";
import type { ClassPlan, ComingClass } from "./plans/plan-classes.js";

export type FoundClass = ComingClass | "unknown-class" | "ambiguous-class" | "class-has-error";

/** Made once for all lines. A class that has an error in its own line and is not there yet cannot be named by others. */
export function classFinder(plans: readonly ClassPlan[], coming: readonly ComingClass[]): (name: string) => FoundClass {
  const byName = new Map<string, ComingClass | "ambiguous-class">();
  for (const one of coming) byName.set(plainName(one.name), byName.has(plainName(one.name)) ? "ambiguous-class" : one);
  for (const one of coming) {
    const former = plainName(one.formerName ?? one.name);
    if (!byName.has(former)) byName.set(former, one);
  }
  const failed = new Set(plans.flatMap(({ status, line }) => (status === "error" ? [plainName(line.name)] : [])));
  return (name) => byName.get(plainName(name)) ?? (failed.has(plainName(name)) ? "class-has-error" : "unknown-class");
}
