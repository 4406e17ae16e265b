// What Telegram takes as one message; anything beyond is refused whole. Lengths are counted as Telegram counts them, in UTF-16 units.
import type { Button, Message } from "./message.js";

export const LONGEST_TEXT = 4096;
export const LONGEST_CAPTION = 1024;
/** Photos, or documents, that Telegram shows together: the most of an announcement and of a question as well. */
export const MOST_IN_ALBUM = 10;
const MOST_BUTTONS = 100;
const MOST_IN_A_ROW = 8;
export const LONGEST_DATA_BYTES = 64;

/** Which bound a message goes beyond, by its name and by how much. */
export interface BoundsFault {
  bound: "empty" | "text" | "caption" | "buttons" | "row" | "data" | "label";
  over: number;
}

/** Null when Telegram would take it. */
export function boundsFault(message: Message): BoundsFault | null {
  const buttons = message.buttons ?? [];
  const most = message.attachment === undefined ? LONGEST_TEXT : LONGEST_CAPTION;
  const faults: BoundsFault[] = [
    { bound: "empty", over: message.attachment === undefined && message.text.trim() === "" ? 1 : 0 },
    { bound: message.attachment === undefined ? "text" : "caption", over: message.text.length - most },
    { bound: "buttons", over: buttons.flat().length - MOST_BUTTONS },
    { bound: "row", over: Math.max(0, ...buttons.map((row) => row.length)) - MOST_IN_A_ROW },
    { bound: "data", over: Math.max(0, ...buttons.flat().map(dataBytes)) - LONGEST_DATA_BYTES },
    { bound: "label", over: buttons.flat().filter(({ label }) => label.trim() === "").length },
  ];
  return faults.find(({ over }) => over > 0) ?? null;
}

/** Of an empty one, beyond every bound: Telegram takes no button without data. */
function dataBytes(button: Button): number {
  if (!("data" in button)) return 0;
  const bytes = new TextEncoder().encode(button.data).length;
  return bytes === 0 ? LONGEST_DATA_BYTES + 1 : bytes;
}
