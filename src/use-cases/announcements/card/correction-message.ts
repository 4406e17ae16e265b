// The card of a correction: how many copies say the new words, which could not be changed, and why it stands still.
import { action } from "../../../domain/messages/action.js";
import type { Message } from "../../../domain/messages/message.js";
import { type Person, zoneOf } from "../../../domain/people/person.js";
import type { Texts } from "../../../texts/index.js";
import type { CorrectionView } from "../corrections/correction-progress.js";

export function correctionMessage({ announcement: words }: Texts, reader: Person, view: CorrectionView): Message {
  const { correction, phase, tally, heldUntil, isHeldByRestore } = view;
  const { id, announcementId, kind, authorName } = correction;
  const refresh = { label: words.refresh, data: action("correction", id) };
  const back = { label: words.back, data: action("announcement_details", announcementId) };
  return {
    ...words.corrections.card({
      ...{ announcementId, kind, phase, tally, authorName, heldUntil, isHeldByRestore },
      zone: zoneOf(reader),
    }),
    buttons: [phase === "running" || phase === "awaiting" ? [refresh, back] : [back]],
  };
}
