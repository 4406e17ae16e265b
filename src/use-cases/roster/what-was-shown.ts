// What a summary said that a file would change, kept small beside it, and whether there is more by the time that it is confirmed.
import { createHash } from "node:crypto";
import { letOthersGoFirst } from "../../ports/queue/waiting.js";

export interface Shown {
  /** Of each change, one behind the other. */
  marks: string;
  /** How many people would be told of it. */
  told: number;
}

/** Two of 25,000 changes are taken for one another once in two million files. */
const LETTERS = 6;

/** So many are marked in 2 ms. */
const AT_ONCE = 500;

/** `changes`: one text for each, the same whenever it is planned. */
export async function shownOf(changes: readonly string[], told = 0): Promise<Shown> {
  let marks = "";
  for (const [n, change] of changes.entries()) {
    if (n % AT_ONCE === AT_ONCE - 1) await letOthersGoFirst();
    marks += createHash("sha256").update(change).digest("base64url").slice(0, LETTERS);
  }
  return { marks, told };
}

/**
 * Whether there is a change that was not shown. Less is no news: somebody has saved a part of it meanwhile. Nor are a few more people: they
 * look at their schedules all the time, and a large file could never be saved.
 */
export function isMoreThan(shown: Shown, now: Shown): boolean {
  if (now.told > 2 * shown.told) return true;
  const known = new Set(marksIn(shown));
  return marksIn(now).some((mark) => !known.has(mark));
}

function marksIn({ marks }: Shown): string[] {
  return marks.match(new RegExp(`.{${LETTERS}}`, "g")) ?? [];
}
