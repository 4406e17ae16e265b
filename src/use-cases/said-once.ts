// What many are told in the same words is put into words once; the outbox then writes them down once too.
import type { Message } from "../domain/messages/message.js";

/** For one batch of posts. `which` is the same for the same words, language and all. */
export function sayingOnce(): (which: string, say: () => Message) => Message {
  const said = new Map<string, Message>();
  return (which, say) => {
    const message = said.get(which) ?? say();
    said.set(which, message);
    return message;
  };
}
