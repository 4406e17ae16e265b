// Who acts: a person in the private chat with the bot, and the way in which anything they do begins.
import type { Update } from "grammy/types";
import type { World } from "../shapes.js";
import type { Content, SandboxChat, SandboxUser } from "../state/chat.js";
import { receive } from "./receive.js";

export interface Actor {
  readonly world: World;
  readonly chat: SandboxChat;
  readonly state: SandboxUser;
}

/** Sends into the private chat; writing to a bot starts it, but a blocked bot must be unblocked first. */
export function speak(actor: Actor, content: Content): Update {
  mustReach(actor);
  actor.state.started = true;
  return receive(actor.world, actor.chat, actor.state.user, content);
}

/** What people cannot do is an error in the test, not an update. */
export function mustReach({ state }: Actor): void {
  if (state.deactivated) throw new Error(`${state.user.first_name}'s account is gone`);
  if (state.blocked) throw new Error(`${state.user.first_name} has blocked the bot and must unblock it first`);
}
