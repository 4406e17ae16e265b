// The places among which an announcement's receivers are chosen, as buttons.
import { officeIn, type ReceiverPlace } from "../../../domain/announcements/receiver-places.js";
import type { Button } from "../../../domain/messages/message.js";
import { isProvinceCode } from "../../../domain/places/place.js";
import type { Texts } from "../../../texts/index.js";

export function placeButtons(texts: Texts, parts: readonly ReceiverPlace[], to: (code: string) => string): Button[] {
  const words = texts.announcement.receivers;
  return parts.map(({ code, name, count }) => ({
    label: words.place(name === "" ? texts.overview.ofProvinceItself : name, count),
    data: to(code),
  }));
}

/** The province of a regency; null: a province is of the whole country. */
export function around(place: string): string | null {
  if (isProvinceCode(place)) return null;
  return officeIn(place) ?? place.slice(0, "21".length);
}
