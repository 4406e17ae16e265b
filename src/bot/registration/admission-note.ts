// What somebody reads above or below their own things while they are not let into their library.

import type { Message, RichText } from "../../domain/messages/message.js";
import type { Admission } from "../../domain/registration/admission.js";
import type { Texts } from "../../texts/index.js";
import { paragraphs } from "../../texts/rich.js";

/** Null for those who act for their library. */
export function admissionNote({ admission: words }: Texts, admission: Admission): RichText | null {
  if (admission === "waiting") return words.waits();
  return admission === "refused" ? words.refused() : null;
}

/** Above plans that are kept apart. */
export function withNote(texts: Texts, plans: readonly { isApart: boolean }[], message: Message): Message {
  if (!plans.some(({ isApart }) => isApart)) return message;
  return { ...message, ...paragraphs(texts.admission.waits(), message) };
}
