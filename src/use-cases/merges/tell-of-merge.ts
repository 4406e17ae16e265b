// What is said to the accounts of two people who are one: never is one of them given up without a word.
import type { Merge } from "../../ports/merges.js";
import type { World } from "../../ports.js";
import { textsFor } from "../../texts/index.js";

interface Accounts {
  kept: number | null;
  given: number | null;
}

/** Of an account, because its person may be nobody any more. Twice is once, by the key. */
export async function tellOfMerge(
  inside: World,
  { id, staysId }: Merge,
  { kept, given }: Accounts,
  what: "merged" | "undone",
): Promise<void> {
  const { store } = inside;
  const now = inside.clock.now();
  const person = await store.people.find(staysId);
  const { duplicates } = textsFor(person?.language ?? "id");
  const subjects = [`person:${staysId}`];
  const tell = async (telegramId: number, which: "kept" | "given", message: object) =>
    store.accountMoves.tell({ key: `merge:${id}:${what}:${which}`, telegramId, message, subjects }, now);
  const words = what === "merged" ? duplicates.told : duplicates.toldUndone;
  if (kept !== null) await tell(kept, "kept", words.kept(person?.name ?? ""));
  if (given !== null) await tell(given, "given", words.given(person?.name ?? ""));
}
