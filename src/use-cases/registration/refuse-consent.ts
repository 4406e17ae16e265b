// Somebody said no: nothing stays but a count.
import type { World } from "../../ports.js";

export async function refuseConsent(world: World): Promise<void> {
  await world.store.audit.count("consent.refused");
}
