// Several plans of one library are one entry of a list: its people are rung up once, however many of their plans are late.
import type { Ranked } from "./urgency.js";

/** The most urgent plan first. */
export type CaseEntry<P> = readonly [Ranked<P>, ...Ranked<P>[]];

/** In the order of each entry's most urgent plan. `ranked`: most urgent first; `keyOf`: the same for plans of one entry. */
export function entriesOf<P>(ranked: readonly Ranked<P>[], keyOf: (plan: P) => string | number): CaseEntry<P>[] {
  const entries = new Map<string | number, [Ranked<P>, ...Ranked<P>[]]>();
  for (const one of ranked) {
    const entry = entries.get(keyOf(one.plan));
    if (entry === undefined) entries.set(keyOf(one.plan), [one]);
    else entry.push(one);
  }
  return [...entries.values()];
}
