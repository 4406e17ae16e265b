// Hands the plugin its storage, and drops conversations that this version of the bot no longer knows.
import type { ConversationData, VersionedState } from "@grammyjs/conversations";
import type { ConversationsPort } from "../ports/conversations.js";
import type { Clock } from "../ports.js";
import { FILL_IN_FORM } from "./conversations/fill-in-form.js";
import { withoutProfile } from "./without-profile.js";

/** A conversation stored under another name would block every later one of that chat: the draft takes over instead. */
const KNOWN = new Set([FILL_IN_FORM]);

export function conversationStorage(conversations: ConversationsPort, clock: Clock) {
  return {
    async read(key: string): Promise<VersionedState<ConversationData> | undefined> {
      const stored = (await conversations.read(key)) as VersionedState<ConversationData> | undefined;
      if (stored === undefined) return undefined;
      return Object.keys(stored.state).every((name) => KNOWN.has(name)) ? stored : undefined;
    },
    write: (key: string, state: VersionedState<ConversationData>) =>
      conversations.write(key, withoutProfile(state), clock.now()),
    delete: (key: string) => conversations.remove(key),
  };
}
