// The bot's operators hear that somebody had pointed Telegram elsewhere: anyone who can do that has the token.
import type { World } from "../../ports.js";
import { postTo } from "../posting.js";

const HOUR_MILLISECONDS = 3_600_000;

/** Once an hour, however often it is taken away. Returns how many messages were new. */
export async function tellOfWebhook(world: World): Promise<number> {
  const hour = Math.floor(world.clock.now().getTime() / HOUR_MILLISECONDS);
  return world.transaction(async (inside) => {
    const operators = await inside.store.troubles.operators();
    return postTo(
      inside,
      operators.map((to) => ({
        key: `alarm:webhook:${hour}:${to.id}`,
        kind: "operator_alarm",
        to,
        names: [],
        say: ({ alarms }) => alarms.webhook(),
      })),
    );
  });
}
