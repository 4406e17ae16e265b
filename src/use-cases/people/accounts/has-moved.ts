// Whether an account was somebody's, and is nobody's now because they moved: old buttons and commands there are answered so.
import type { Actor } from "../../../domain/people/person.js";
import type { World } from "../../../ports.js";

export async function hasMovedAway({ store }: World, { person, telegramId }: Actor): Promise<boolean> {
  return person === null && (await store.accountMoves.awayFrom(telegramId)) !== null;
}
