// Variables that look like ours and are not: a setting that is silently not read is looked for for hours.
import { distance } from "fastest-levenshtein";

/** Two slips: ADMIN_TELEGRAM_ID, DATABSE_URL. */
const MOST_SLIPS = 2;
/** Shorter names are near to everything. */
const SHORTEST = 6;

/** Each with the name that was meant. */
export function misspelt(
  known: readonly string[],
  env: Record<string, string | undefined>,
): { written: string; meant: string }[] {
  const free = known.filter((name) => (env[name] ?? "") === "" && name.length >= SHORTEST);
  return Object.keys(env).flatMap((written) => {
    if (known.includes(written)) return [];
    const meant = free.find((name) => distance(name, written.toUpperCase()) <= MOST_SLIPS);
    return meant === undefined ? [] : [{ written, meant }];
  });
}
