// A part of a whole, as it is said everywhere.

/** Between 0 and 1; null of nothing. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** In whole percents: 100 only for all of them, 0 only for none. Null of nothing. */
export function percentOf(part: number, whole: number): number | null {
  const share = shareOf(part, whole);
  if (share === null) return null;
  if (part > 0 && part < whole) return Math.min(99, Math.max(1, Math.round(share * 100)));
  return Math.round(share * 100);
}
