// Somebody said no: nothing stays but a count. Of somebody unknown everything that carries their account goes at once.
import type { Actor } from "../../domain/people/person.js";
import type { World } from "../../ports.js";

export async function refuseConsent(world: World, actor: Actor): Promise<void> {
  await world.transaction(async ({ store }) => {
    await store.audit.count("consent.refused");
    if (actor.person === null) await store.traces.forgetAccount(actor.telegramId);
  });
}
