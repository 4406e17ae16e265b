// What stands in a button's data, written and read by the table of actions.
import { ACTIONS } from "./actions.js";
import { type Given, isPractice, type Read, type Shape } from "./id-shape.js";
import { LONGEST_DATA_BYTES } from "./message-bounds.js";

export type ActionName = keyof typeof ACTIONS;
/** The ids of a button as its handler gets them: read and judged. */
export type Ids<Name extends ActionName> = Read<(typeof ACTIONS)[Name]>;

/** @throws RangeError when the ids are too long for a button: a fault in our own code. */
export function action<Name extends ActionName>(name: Name, ...ids: Given<(typeof ACTIONS)[Name]>): string {
  const shapes: readonly Shape[] = ACTIONS[name];
  const written = (ids as unknown[]).map((given, at) => (given === undefined ? "" : (shapes[at]?.write(given) ?? "")));
  while (written.at(-1) === "") written.pop();
  const data = [name, ...written].join(":");
  // Names and ids are ASCII, so characters are bytes.
  if (data.length > LONGEST_DATA_BYTES) throw new RangeError(`Too long for a button: ${data}`);
  return data;
}

/** One of them, with its ids: a press that came through the door. */
export type Pressed = { [Name in ActionName]: { name: Name; ids: Ids<Name> } }[ActionName];

/** Null for what is no button of ours, or not one of today's. */
export function readAction(data: string): Pressed | null {
  const [name = "", ...texts] = data.split(":");
  if (!Object.hasOwn(ACTIONS, name)) return null;
  const shapes: readonly Shape[] = ACTIONS[name as ActionName];
  if (texts.length > shapes.length) return null;
  const ids = shapes.map(({ read }, at) => read(texts[at] ?? ""));
  return ids.includes(undefined) ? null : ({ name, ids } as Pressed);
}

/** Whether it is about what an admin practises on. */
export function meansPractice({ name, ids }: Pressed): boolean {
  const shapes: readonly Shape[] = ACTIONS[name];
  return shapes.some((shape, at) => shape === isPractice && ids[at] === true);
}
