// The world as handlers see it: without the store. What they look at or change of somebody goes through a use case, which judges the
// right and leaves the line of a look.
import type { TapsPort } from "../ports/queue/taps.js";
import type { World } from "../ports.js";

export interface BotWorld extends Omit<World, "store" | "transaction"> {
  /** Nothing can be done with it here; use cases, to which this world is a whole one, have it all the same. */
  readonly store: never;
  transaction<T>(work: (inside: BotWorld) => Promise<T>): Promise<T>;
}

export function withoutStore(world: World): BotWorld {
  return world as BotWorld;
}

/** What the bot remembers of its chats: of nobody's data but where buttons and keyboards stand. No use case is asked for it. */
export function chatsOf({ store }: World): TapsPort {
  return store.taps;
}
