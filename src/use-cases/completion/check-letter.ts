// Anybody who holds a letter asks whether it is ours. They are told what stands on it, and nothing more.
import { readLetterNumber } from "../../domain/completion/completion.js";
import type { Participant } from "../../ports/people/participants.js";
import type { CompletionLetter } from "../../ports/plans/completion.js";
import type { World } from "../../ports.js";

export type CheckedLetter =
  /** It reads as no number of a letter. */
  | { kind: "no_number" }
  /** No letter has this number, or the person asked to be forgotten. */
  | { kind: "unknown"; number: string }
  | { kind: "ours"; letter: CompletionLetter; participant: Participant };

export async function checkLetter({ store }: Pick<World, "store">, text: string): Promise<CheckedLetter> {
  const number = readLetterNumber(text);
  if (number === null) return { kind: "no_number" };
  const letter = await store.completion.find(number);
  const participant = letter === null ? null : await store.participants.find(letter.participantId);
  return letter === null || participant === null ? { kind: "unknown", number } : { kind: "ours", letter, participant };
}
