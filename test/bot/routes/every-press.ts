// The presses of a route, derived from the shapes of its ids: a new route is pressed as soon as it stands in the table.
import type { ActionName } from "../../../src/domain/messages/action.js";
import { ACTIONS } from "../../../src/domain/messages/actions.js";
import type { Kind, Shape } from "../../../src/domain/messages/id-shape.js";
import { isLong } from "../../support/runs.js";
import type { ForeignScene } from "./foreign-scene.js";

export const NAMES = Object.keys(ACTIONS) as ActionName[];

const NO_THING: readonly Kind[] = [
  ...(["token", "version", "mark", "line", "place", "area", "message", "count"] as const),
  ...(["day", "instant", "minute", "page", "word"] as const),
];

/** Of which there is one whose it is. */
export const THINGS = [...new Set(NAMES.flatMap((name) => shapesOf(name).map(({ kind }) => kind)))].filter(
  (kind) => !NO_THING.includes(kind),
);

/** Whether it names something that belongs to somebody. */
export function namesThing(name: ActionName): boolean {
  return shapesOf(name).some(({ kind }) => !NO_THING.includes(kind));
}

/**
 * Every way to press it about what is theirs; where it names two things, also with one of them of others. In `npm test` each id and word
 * comes once, and in the long tests, or where the whole is wanted, with every other.
 */
export function pressesOf(
  name: ActionName,
  { theirs, foreign }: Pick<ForeignScene, "theirs" | "foreign">,
  isWhole = isLong,
): string[] {
  const shapes = shapesOf(name);
  const things = shapes.flatMap(({ kind }, at) => (NO_THING.includes(kind) ? [] : [at]));
  const mixed = things.length < 2 ? [] : things;
  return [null, ...mixed].flatMap((notTheirs) => {
    const choices = shapes.map(({ kind, words, isOptional }, at) => {
      const ids = kind === "word" ? words : ((at === notTheirs ? foreign[kind] : theirs[kind]) ?? []);
      // A route without an id for this test would be pressed by nobody.
      if (ids.length === 0) throw new Error(`No ${kind} for ${name}.`);
      return isOptional && kind !== "page" ? [...ids, ""] : ids;
    });
    return (isWhole ? product(choices) : eachOnce(choices)).map((ids) => [name, ...ids].join(":").replace(/:+$/, ""));
  });
}

function shapesOf(name: ActionName): readonly Shape[] {
  return ACTIONS[name];
}

function product(choices: (readonly string[])[]): string[][] {
  return choices.reduce<string[][]>((rows, ids) => rows.flatMap((row) => ids.map((id) => [...row, id])), [[]]);
}

/** As many rows as the longest has choices; the others begin again. */
function eachOnce(choices: (readonly string[])[]): string[][] {
  const most = Math.max(1, ...choices.map(({ length }) => length));
  return Array.from({ length: most }, (_, row) => choices.map((ids) => ids[row % ids.length] ?? ""));
}
