// The one door. A use case that shows or changes something of somebody begins here: it finds the thing, judges the right, writes the
// audit line of a look, and returns the thing or a refusal. Nobody can look without it.
import { type LookName, SAME_LOOK_MILLISECONDS } from "../domain/own-data/look.js";
import type { Actor } from "../domain/people/person.js";
import type { World } from "../ports.js";

/** gone: there is none (any more). What is said to both is the bot's (bot/kit/refuse.ts). */
export type Refusal = { kind: "not_yours" } | { kind: "gone" };

export type Access<Thing extends object> = ({ kind: "found" } & Thing) | Refusal;

export interface Door<Thing extends object, Right extends object> {
  /** Null where there is none. */
  find(): Promise<Thing | null>;
  /** Judged with the roles of this moment; what somebody is to the thing, where it matters which. */
  may(thing: Thing): boolean | Right | Promise<boolean | Right>;
  /** The line of a look at what is somebody else's; null where it is one's own. */
  look?(thing: Thing & Right): Look | null;
}

export async function access<Thing extends object, Right extends object = object>(
  world: Pick<World, "clock" | "store">,
  actor: Pick<Actor, "person">,
  { find, may, look }: Door<Thing, Right>,
): Promise<Access<Thing & Right>> {
  const thing = await find();
  if (thing === null) return { kind: "gone" };
  const right = await may(thing);
  if (right === false) return { kind: "not_yours" };
  const found = { ...thing, ...(right === true ? {} : right) } as Thing & Right;
  const seen = look?.(found) ?? null;
  if (seen !== null) await noteLook(world, actor, seen);
  return { kind: "found", ...found };
}

export interface Look {
  action: LookName;
  /** What was looked at: participant:3, plan:17; of a list its name. */
  subject: string;
  /** Of a list: how many it holds, by which filter, which page. Never what was searched for: that may be somebody's name. */
  details?: Record<string, string | number | boolean>;
  /** Of a list: those who stood on the screen, as person:3, participant:4, roster_row:5, so that they can see it. */
  shown?: string[];
}

/** Writes the line of a look, once for the same screen within a minute (domain/own-data/look.ts). */
export async function noteLook(
  world: Pick<World, "clock" | "store">,
  { person }: Pick<Actor, "person">,
  look: Look,
): Promise<void> {
  if (person === null) throw new Error("Nobody unknown looks at other people's data.");
  await noteLooks(world, [{ ...look, by: person.id }]);
}

/** The same of any number of people, in one statement: what a job sends to all trainers. */
export async function noteLooks(
  { clock, store }: Pick<World, "clock" | "store">,
  looks: readonly (Look & { by: number })[],
): Promise<void> {
  const entries = looks.map(({ by, action, subject, details, shown = [] }) => ({
    ...{ actorId: by, action, subject },
    ...((details !== undefined || shown.length > 0) && { details: { ...details, ...(shown.length > 0 && { shown }) } }),
  }));
  await store.audit.recordLooks(entries, SAME_LOOK_MILLISECONDS, clock.now());
}

/** Those whom plans or events are about, once each. */
export function shownIn(items: readonly { personIds: readonly number[] }[]): string[] {
  return [...new Set(items.flatMap(({ personIds }) => personIds))].map((id) => `person:${id}`);
}
