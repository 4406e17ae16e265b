// Several plans of one library are one entry of a list: its people are rung up once, however many of their plans are late.
import { groupedBy } from "../grouped-by.js";
import type { Ranked } from "./urgency.js";

/** The most urgent plan first. */
export type CaseEntry<P> = readonly [Ranked<P>, ...Ranked<P>[]];

/** In the order of each entry's most urgent plan. `ranked`: most urgent first; `keyOf`: the same for plans of one entry. */
export function entriesOf<P>(ranked: readonly Ranked<P>[], keyOf: (plan: P) => string | number): CaseEntry<P>[] {
  return [...groupedBy(ranked, ({ plan }) => keyOf(plan)).values()];
}
