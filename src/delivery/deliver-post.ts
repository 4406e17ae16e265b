// Two steps of send-off.ts: a post, or several as one message, is rendered and sent; and what the answer means is written down. Neither throws but for a
// database that is away.

import type { Message } from "../domain/messages/message.js";
import { boundsFault } from "../domain/messages/message-bounds.js";
import type { ClaimedPost, CopyChange, DeliveryPort } from "../ports/queue/delivery.js";
import type { Log } from "../ports/queue/log.js";
import type { Conclusion } from "./conclude.js";
import type { Answer } from "./telegram/answers.js";
import type { ChangeCopy } from "./telegram/change-copy.js";
import { renderParty } from "./telegram/render.js";

/** Sends one message and names the answer; never throws. `plain` leaves the marks out. */
export type Send = (chatId: number, message: Message, options: { plain: boolean }) => Promise<Answer>;

/**
 * Sends a post, or several to one person as one message. What is at fault in its content is found here and told to the log: somebody
 * wrote it and should know.
 */
export async function sendParty(
  send: Send,
  party: readonly [ClaimedPost, ...ClaimedPost[]],
  log: Log,
  changeCopy?: ChangeCopy,
): Promise<Answer> {
  const [{ id, kind, chatId, content }] = party;
  if ("unchangeable" in content) return { next: "dead", cause: content.unchangeable };
  if ("change" in content) return change(changeCopy, party[0], content.change, log);
  const message = renderParty(party);
  if (message === "unreadable") {
    log.error("post.unreadable", { id, kind });
    return { next: "dead", cause: "unreadable" };
  }
  const fault = boundsFault(message);
  if (fault !== null && party.length === 1) {
    log.error("post.too-large", { id, kind, bound: fault.bound, over: fault.over });
    return { next: "dead", cause: `too large: ${fault.bound}` };
  }
  let answer = await send(chatId, message, { plain: false });
  if (answer.next === "plain-text-once") {
    // A message without bold letters is better than none; but the marks are our own fault.
    log.warn("post.marks-refused", { id, kind });
    answer = await send(chatId, message, { plain: true });
  }
  if (answer.next === "dead") {
    const event = party.length > 1 ? "post.refused-together" : "post.given-up";
    log.warn(event, { id, kind, cause: answer.cause });
  }
  return answer;
}

async function change(
  changeCopy: ChangeCopy | undefined,
  { id, kind, chatId }: ClaimedPost,
  wanted: CopyChange,
  log: Log,
): Promise<Answer> {
  if (changeCopy === undefined) throw new Error("Nothing here changes what was delivered.");
  const answer = await changeCopy(chatId, wanted, { plain: false });
  if (answer.next !== "plain-text-once") return answer;
  log.warn("post.marks-refused", { id, kind });
  return changeCopy(chatId, wanted, { plain: true });
}

/** Writes down what the answer means; effects first, so that anyone who claims next already sees them. Repeating it is harmless. */
export async function settlePost(
  delivery: DeliveryPort,
  post: ClaimedPost,
  { effects, settlement }: Conclusion,
  now: Date,
): Promise<void> {
  for (const effect of effects) {
    if (effect.do === "mark unreachable") await delivery.markUnreachable(post.chatId, effect.cause, now);
    if (effect.do === "move chat") await delivery.moveChat(post.chatId, effect.to);
    if (effect.do === "wait") await delivery.hold(effect.hold, effect.until);
  }
  await delivery.settle(post.id, post.fence, settlement, now);
}
