// The bot's operators hear that somebody had pointed Telegram elsewhere, which only somebody with the token can do.
import type { World } from "../../ports.js";
import { tellOperators } from "./tell-operators.js";

/** Once an hour, however often it is taken away. Returns how many messages were new. */
export async function tellOfWebhook(world: World): Promise<number> {
  return world.transaction(async (inside) =>
    tellOperators(inside, await inside.store.troubles.operators(), "webhook", ({ alarms }) => alarms.webhook()),
  );
}
