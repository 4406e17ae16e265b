// Captions: like texts, but shorter and allowed to be missing.

import type { Content } from "../../state/chat.js";
import { formattedText } from "../../text/formatted-text.js";
import { badRequest } from "../errors.js";
import { type Params, stringField } from "../fields.js";

/** As Telegram: 0–1024 UTF-16 units after the entities were read. */
const LONGEST_CAPTION = 1024;

export function captionIn(params: Params): Pick<Content, "caption" | "caption_entities"> {
  const source = stringField(params, "caption") ?? "";
  const { text, entities } = formattedText(params, source, "caption_entities");
  if (text.length > LONGEST_CAPTION) badRequest("message caption is too long");
  if (text === "") return {};
  return { caption: text, ...(entities.length === 0 ? {} : { caption_entities: [...entities] }) };
}
