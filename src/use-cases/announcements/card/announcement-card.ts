// The card of an announcement: where it stands, and what can be done about it.
import { audienceSize } from "../../../domain/announcements/announcement.js";
import { action } from "../../../domain/messages/action.js";
import type { Button, Message } from "../../../domain/messages/message.js";
import { type Person, zoneOf } from "../../../domain/people/person.js";
import { zoneLabels } from "../../../domain/time/zone.js";
import type { Texts } from "../../../texts/index.js";
import { openingOf } from "../../../texts/opening-of.js";
import type { AnnouncementProgress } from "../afterwards/announcement-progress.js";

type Progress = Extract<AnnouncementProgress, { kind: "progress" }>;

export function cardMessage(texts: Texts, reader: Person, progress: Progress, now: Date): Message {
  const { announcement, phase, tally, waitsUntil, requests, afterRestore, toGo, gone, lateIn, heldUntil } = progress;
  const { id, emergency, localTime } = announcement;
  const audience = audienceSize(tally);
  const { sent, waiting, unknown } = tally;
  const card = texts.announcement.card({
    ...{ id, phase, emergency, localTime, audience, sent, waiting, unknown, waitsUntil, afterRestore, heldUntil },
    opening: openingOf(announcement.content.text),
    authorName: announcement.authorName,
    publishedAt: announcement.createdAt,
    zone: zoneOf(reader),
    unreached: audience - sent - waiting - unknown,
    zonesLeft: zoneLabels(gone),
    zonesToGo: zoneLabels(toGo),
    lateIn: zoneLabels(lateIn),
    requests: requests.map(({ name, at }) => ({ name, at: at > now ? at : null })),
  });
  return { ...card, buttons: cardButtons(texts, progress) };
}

function cardButtons({ announcement: words }: Texts, { announcement, phase, toGo }: Progress): Button[][] {
  const { id } = announcement;
  const details = { label: words.details, data: action("announcement_details", id) };
  const refresh = { label: words.refresh, data: action("announcement", id) };
  const change = { label: words.edit, data: action("change_announcement", id) };
  const stop = { label: words.stop, data: action("ask_stop_announcement", id), tone: "danger" } as const;
  const pause = { label: words.pause, data: action("pause_announcement", id) };
  const resume = { label: words.resume, data: action("resume_announcement", id) };
  const mayChange = toGo.length > 0 ? [[change]] : [];
  switch (phase) {
    case "scheduled":
      return [
        [change, refresh],
        [pause, stop],
      ];
    case "sending":
      return [...mayChange, [pause, stop], [refresh, details]];
    case "paused":
      return [...mayChange, [resume, stop], [refresh, details]];
    case "finished":
      return [[refresh, details]];
    case "cancelled":
      return [[details]];
    case "awaiting":
      return [
        [change, refresh],
        [{ label: words.approval.withdraw, data: action("stop_announcement", id), tone: "danger" }],
      ];
    case "expired":
      return [[change]];
  }
}
