// At the end of a form: which of its buttons somebody means who writes instead of pressing.
import type { Button } from "../../../domain/messages/message.js";
import { labelMeant } from "../../../domain/words/label-meant.js";
import { saysRight } from "../../../domain/words/short-answers.js";
import { plainLetters } from "../../../domain/words/steering-words.js";
import { readConfirm, readPress } from "./press.js";

/** Its value; null where the words mean none of them. */
export function pressMeant(typed: string, buttons: readonly Button[][]): string | null {
  const presses = buttons.flat().flatMap((button) => {
    const press = "data" in button ? readPress(button.data) : null;
    return press === null ? [] : [{ value: press.value, label: button.label }];
  });
  const exact = presses.find(({ label }) => plainLetters(label) === plainLetters(typed));
  if (exact !== undefined) return exact.value;
  const at = labelMeant(
    typed,
    presses.map(({ label }) => label),
  );
  if (at !== null) return presses[at]?.value ?? null;
  return saysRight(typed) ? (presses.find(({ value }) => readConfirm(value) !== null)?.value ?? null) : null;
}
