// Whether an account was somebody's, and is nobody's now because they moved: old buttons and commands there are answered so.
import type { Actor } from "../../../domain/people/person.js";
import type { World } from "../../../ports.js";

/** held: the old account said that it did not want the move, and nobody has decided yet. Null: nobody moved away from here. */
export async function whereMoved(
  { store }: World,
  { person, telegramId }: Actor,
): Promise<"elsewhere" | "held" | null> {
  const move = person === null ? await store.accountMoves.awayFrom(telegramId) : null;
  if (move === null) return null;
  return move.state === "contested" && move.toAccount === telegramId ? "held" : "elsewhere";
}
