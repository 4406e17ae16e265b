// The message that a claimed row stands for: its own, or the announcement's text with this receiver's words filled in.
import { fillPlaceholders } from "../domain/fill-placeholders.js";
import type { Message } from "../domain/message.js";
import type { PostContent } from "../ports/delivery.js";

export function renderContent(content: PostContent): Message | "unreadable" {
  if ("unreadable" in content) return "unreadable";
  if ("message" in content) return content.message;
  return { ...content.template, ...fillPlaceholders(content.template, content.variables) };
}
