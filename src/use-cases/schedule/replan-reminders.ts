// Somebody's zone changed: what waits for them shows the old clock, so it is taken back and posted anew at the next tick.
import type { Store, World } from "../../ports.js";

/** Call it in the transaction that changes the person's province. Returns how many were taken back. */
export async function replanReminders(store: Store, world: World, personId: number): Promise<number> {
  const kinds = ["session_reminder", "online_link"] as const;
  return (await store.outbox.takeBack({ personId }, "zone changed", world.clock.now(), [...kinds])).length;
}
