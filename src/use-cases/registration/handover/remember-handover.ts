// The code that somebody opened, while they read the notice and say their name: as the class of a link (../joining.ts).
import type { Actor } from "../../../domain/people/person.js";
import { readHandoverCode } from "../../../domain/registration/handover.js";
import { REMEMBERED } from "../../../ports/queue/drafts.js";
import type { World } from "../../../ports.js";
import { type Begun, rememberedIn } from "../joining.js";
import { findHandover } from "./find-handover.js";

const VERSION = 1;

export async function rememberHandover(
  { store, clock }: Pick<World, "store" | "clock">,
  { telegramId }: Actor,
  code: string,
): Promise<void> {
  await store.drafts.open(telegramId, REMEMBERED, code, VERSION, clock.now());
}

/** The code opened last that still can be used; null: there is none. */
export async function rememberedHandover(world: World, actor: Actor, begun: Begun): Promise<string | null> {
  for (const { subject } of await rememberedIn(begun)) {
    if (readHandoverCode(subject) !== null && (await findHandover(world, actor, subject)).kind === "open")
      return subject;
  }
  return null;
}
