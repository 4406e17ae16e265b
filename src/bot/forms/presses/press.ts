// The buttons of forms: what stands in their data, and which answer a press means.
import { createHash } from "node:crypto";
import { LONGEST_DATA_BYTES } from "../../../domain/messages/message-bounds.js";

export interface Press {
  draftId: number;
  step: string;
  value: string;
}

/** The button data of a form: its draft and step, so that one from an old screen or another form is never taken for an answer. */
export function pressData(draftId: number, step: string, value: string): string {
  const data = (of: string) => `f|${draftId.toString(36)}|${step}|${of}`;
  return Buffer.byteLength(data(value)) <= LONGEST_DATA_BYTES ? data(value) : data(shortOf(value));
}

/** Whether the button of this value was pressed. */
export function isPressOf(value: string, pressed: string): boolean {
  return pressed === value || pressed === shortOf(value);
}

/** The mark of a value that is too long for a button, as a class's name can be. */
const SHORT = "#";

/** Whether what was pressed is the value itself, and not what stands for one that was too long. */
export const isWhole = (pressed: string): boolean => !pressed.startsWith(SHORT);

function shortOf(value: string): string {
  return SHORT + createHash("sha256").update(value).digest("base64url").slice(0, 16);
}

export function readPress(data: string): Press | null {
  const [mark, draft = "", step, ...value] = data.split("|");
  if (mark !== "f") return null;
  return { draftId: Number.parseInt(draft, 36) || 0, step: step ?? "", value: value.join("|") };
}

/** The button that confirms a summary. `seen`: see Summary in form.ts. */
export function confirmValue(seen?: number): string {
  return seen === undefined ? "confirm" : `confirm.${seen}`;
}

export function readConfirm(value: string): { seen?: number } | null {
  const [is, seen] = /^confirm(?:\.(\d+))?$/.exec(value) ?? [];
  if (is === undefined) return null;
  return seen === undefined ? {} : { seen: Number(seen) };
}
