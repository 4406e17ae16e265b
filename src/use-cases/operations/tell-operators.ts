// One message to each of the bot's operators about a trouble, once an hour: two processes that look in the same hour say it once.
import type { Message } from "../../domain/messages/message.js";
import type { Person } from "../../domain/people/person.js";
import type { World } from "../../ports.js";
import type { Texts } from "../../texts/index.js";
import { postTo } from "../posting.js";

const HOUR_MILLISECONDS = 3_600_000;

/** Returns how many messages were new. */
export function tellOperators(
  world: World,
  operators: Person[],
  trouble: string,
  say: (texts: Texts) => Message,
): Promise<number> {
  const hour = Math.floor(world.clock.now().getTime() / HOUR_MILLISECONDS);
  return postTo(
    world,
    operators.map((to) => ({ key: `alarm:${trouble}:${hour}:${to.id}`, kind: "operator_alarm", to, names: [], say })),
  );
}
