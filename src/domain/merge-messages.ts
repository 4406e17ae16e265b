// Several messages to one person as one: below each other, with all their buttons.
import { LONGEST_TEXT } from "./announcement.js";
import type { Button, Message } from "./message.js";

/** A line that nobody takes for a word, between what were messages of their own. */
const BETWEEN = "\n\n➖➖➖\n\n";

/** More than this nobody reads through, and on a small phone the buttons would push the text out of sight. */
const MOST_MESSAGES = 5;
const MOST_BUTTONS = 12;

/** A file has one caption, and the contact keyboard belongs to one question: those stay alone. */
export function canMerge(messages: readonly Message[]): boolean {
  if (messages.length > MOST_MESSAGES) return false;
  if (messages.some(({ attachment, keyboard }) => attachment !== undefined || keyboard !== undefined)) return false;
  const merged = mergeMessages(messages);
  return merged.text.length <= LONGEST_TEXT && (merged.buttons ?? []).flat().length <= MOST_BUTTONS;
}

/** One message comes back as it is. */
export function mergeMessages(messages: readonly Message[]): Message {
  const [first] = messages;
  if (messages.length === 1 && first !== undefined) return first;
  let text = "";
  const marks: Message["marks"] = [];
  for (const message of messages) {
    if (text !== "") text += BETWEEN;
    const at = text.length;
    marks.push(...message.marks.map((mark) => ({ ...mark, offset: mark.offset + at })));
    text += message.text;
  }
  const buttons = withoutRepeats(messages.flatMap((message) => message.buttons ?? []));
  return { text, marks, ...(buttons.length > 0 && { buttons }) };
}

/** Two reminders that open the same page need one button. */
function withoutRepeats(rows: readonly Button[][]): Button[][] {
  const known = new Set<string>();
  const isNew = (button: Button) => {
    const target = "data" in button ? button.data : button.url;
    return !known.has(target) && known.add(target);
  };
  return rows.map((row) => row.filter(isNew)).filter((row) => row.length > 0);
}
