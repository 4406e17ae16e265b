// Which year is meant where none is said: the nearest; or, where what is asked about is still to come or is over, the nearest of those.

/** "ahead": from then on; "back": until then; that day itself is either. */
export type Side = "ahead" | "back";

/** Null: nobody says which side is meant. `near`: so close on the other side that it is meant all the same, as what is entered a little late. */
interface Sided {
  side: Side | null;
  near: number;
}

/** `distance` of one from now, below zero where it is before. Undefined where there is none at all. */
export function meantOf<One>(
  all: readonly One[],
  distance: (one: One) => number,
  { side, near }: Sided,
): One | undefined {
  const far = (one: One) => Math.abs(distance(one));
  const nearest = (some: readonly One[]) => [...some].sort((a, b) => far(a) - far(b))[0];
  if (side === null) return nearest(all);
  const isThere = (one: One) => (side === "ahead" ? distance(one) >= 0 : distance(one) <= 0);
  const close = all.filter((one) => !isThere(one) && far(one) <= near);
  return nearest(close) ?? nearest(all.filter(isThere)) ?? nearest(all);
}
