// A name where there is no room for all of it.

/** Fewer letters of its beginning say nothing. */
const LEAST_BEFORE = 3;
const GAP = "… ";

/**
 * Its middle is left out, not its end: names of one kind begin alike and differ there (Kab. Tanjung Jabung Barat, Bimtek SPP-TIK Jambi 3).
 * Of a name with a long last word the end goes after all.
 */
export function shortName(name: string, longest: number): string {
  const letters = [...name];
  if (letters.length <= longest) return name;
  const words = name.split(" ");
  const endings = words.map((_, at) => words.slice(at).join(" ")).slice(1);
  const fits = (ending: string, most: number) => [...ending].length <= most;
  const end = endings.find((ending) => fits(ending, longest / 2)) ?? endings.at(-1) ?? name;
  if (!fits(end, longest - LEAST_BEFORE - GAP.length)) return `${cut(letters, longest - 1)}…`;
  return `${cut(letters, longest - [...end].length - GAP.length)}${GAP}${end}`;
}

function cut(letters: readonly string[], most: number): string {
  return letters.slice(0, Math.max(most, 1)).join("").trimEnd();
}
