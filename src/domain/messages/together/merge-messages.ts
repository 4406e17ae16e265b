// Several messages to one person as one: below each other, with all their buttons.

import type { Button, Message } from "../message.js";
import { LONGEST_TEXT } from "../message-bounds.js";

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
  const buttons = rowsOf(messages);
  return { text, marks, ...(buttons.length > 0 && { buttons }) };
}

/**
 * Two reminders that open the same page need one button. Two of one name that do different things bear the number of the text they
 * belong to: "Lanjutkan (1)", "Lanjutkan (2)".
 */
function rowsOf(messages: readonly Message[]): Button[][] {
  const targets = new Map<string, Set<string>>();
  for (const button of messages.flatMap(({ buttons = [] }) => buttons.flat())) {
    targets.set(button.label, (targets.get(button.label) ?? new Set()).add(targetOf(button)));
  }
  const known = new Set<string>();
  const rows = messages.flatMap(({ buttons = [] }, i) =>
    buttons.map((row) =>
      row.flatMap((button) => {
        if (known.has(targetOf(button))) return [];
        known.add(targetOf(button));
        const isAmbiguous = (targets.get(button.label)?.size ?? 0) > 1;
        return [isAmbiguous ? { ...button, label: `${button.label} (${i + 1})` } : button];
      }),
    ),
  );
  return rows.filter((row) => row.length > 0);
}

function targetOf(button: Button): string {
  return "data" in button ? button.data : button.url;
}
