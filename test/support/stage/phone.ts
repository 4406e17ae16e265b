// What tests read on a phone, and what is done on one, for phoneActsOn() of stage-at.ts.
import type { Person } from "../../../src/sandbox/shapes.js";

export type Act = (phone: Person) => unknown;

export const presses =
  (choice: string | RegExp): Act =>
  (phone) =>
    phone.presses(choice);

export const says =
  (text: string): Act =>
  (phone) =>
    phone.says(text);

/** The number of the line, in the list on the screen, that names this. */
export const opens =
  (name: string | RegExp): Act =>
  (phone) => {
    const line = screen(phone)
      .split("\n")
      .find((one) => /^\s*\d+\. /.test(one) && one.match(name) !== null);
    if (line === undefined) throw new Error(`No line of ${name} in: ${screen(phone)}`);
    phone.presses(/\d+/.exec(line)?.[0] ?? "");
  };

/** The words of the newest message. */
export const screen = (phone: Person): string => phone.lastMessage()?.text ?? "";

/** All that the bot has said, as it stands now. */
export const everything = (phone: Person): string =>
  phone
    .received()
    .map(({ text, caption }) => text ?? caption ?? "")
    .join("\n");
