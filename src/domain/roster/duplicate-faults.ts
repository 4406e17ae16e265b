// Lines of one file that may be one person: the same number, or the same name in the same village.
import { bareName, isPlainlySame } from "../people/names/names-alike.js";
import type { Fault } from "./row-verdict.js";

export interface Person {
  readonly name: string;
  readonly phone: string | null;
  readonly placeCode: string | null;
}

const REPEATED: Fault = { reason: "duplicate-in-file", severity: "error" };
const DOUBTED: Fault = { reason: "duplicate-in-file", severity: "doubt" };

/**
 * For each person what is wrong, null for nearly all. Somebody written twice goes in once, by the first line. A number that two people
 * share, or a name with two numbers, somebody has to look at: of the number both lines, because it may be wrong in either.
 */
export function duplicateFaults(people: readonly Person[]): readonly (Fault | null)[] {
  const faults: (Fault | null)[] = people.map(() => null);
  for (const lines of linesBy(people, ({ phone }) => phone)) {
    for (const [n, line] of lines.entries()) {
      const earlier = lines.slice(0, n);
      if (earlier.some((other) => isSame(people[other]!, people[line]!))) faults[line] = REPEATED;
      else if (n > 0) for (const each of [line, ...earlier]) faults[each] ??= DOUBTED;
    }
  }
  for (const [, ...later] of linesBy(people, nameAndPlace)) for (const line of later) faults[line] ??= DOUBTED;
  return faults;
}

/** Places in the list by what they share; only what two or more share. */
function linesBy(people: readonly Person[], keyOf: (person: Person) => string | null): number[][] {
  const lines = new Map<string, number[]>();
  for (const [line, person] of people.entries()) {
    const key = keyOf(person);
    if (key === null) continue;
    const shared = lines.get(key);
    if (shared === undefined) lines.set(key, [line]);
    else shared.push(line);
  }
  return [...lines.values()].filter(({ length }) => length > 1);
}

function isSame(a: Person, b: Person): boolean {
  return bareName(a.name) === bareName(b.name) || isPlainlySame(a, b);
}

function nameAndPlace({ name, placeCode }: Person): string | null {
  const bare = bareName(name);
  return bare === "" || placeCode === null ? null : `${placeCode} ${bare}`;
}
