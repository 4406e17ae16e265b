// The message that a claimed row stands for: its own, or the announcement's text with this receiver's words filled in.
import { fillPlaceholders } from "../../domain/messages/fill-placeholders.js";
import type { Message } from "../../domain/messages/message.js";
import { mergeMessages } from "../../domain/messages/together/merge-messages.js";
import type { ClaimedPost, PostContent } from "../../ports/queue/delivery.js";

export function renderContent(content: PostContent): Message | "unreadable" {
  if (!("message" in content || "template" in content)) return "unreadable";
  if ("message" in content) return content.message;
  return { ...content.template, ...fillPlaceholders(content.template, content.variables) };
}

/** Those that leave as one: only what can be read comes along (boarding.ts), so it is the lone post that may be unreadable. */
export function renderParty(party: readonly ClaimedPost[]): Message | "unreadable" {
  const messages = party.map(({ content }) => renderContent(content)).filter((message) => message !== "unreadable");
  return messages.length < party.length ? "unreadable" : mergeMessages(messages);
}
