// Somebody whose account we know, as the bot's door finds them.
import { loadActor } from "../../../src/bot/gate/actor.js";
import { isKnown, type KnownActor } from "../../../src/domain/people/person.js";
import type { World } from "../../../src/ports.js";

export async function knownActor(world: World, { telegramId }: { telegramId: bigint | null }): Promise<KnownActor> {
  const actor = await loadActor(world, Number(telegramId));
  if (!isKnown(actor)) throw new Error("nobody is known by that account");
  return actor;
}
