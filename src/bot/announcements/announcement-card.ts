// Where an announcement stands, as a card with what can be done about it, and as the page of details behind it.

import { audienceSize, LEDGER } from "../../domain/announcements/announcement.js";
import { action } from "../../domain/messages/action.js";
import { rowsThatFit } from "../../domain/messages/button-label.js";
import type { Button, Message, RichText } from "../../domain/messages/message.js";
import { type KnownActor, zoneOf } from "../../domain/people/person.js";
import type { World } from "../../ports.js";
import type { Texts } from "../../texts/index.js";
import { type AnnouncementProgress, announcementProgress } from "../../use-cases/index.js";

type Progress = Extract<AnnouncementProgress, { kind: "progress" }>;

/** As much of the text as tells one announcement from another. */
const OPENING = 60;

export function openingOf(text: string, most = OPENING): string {
  const line = text.replace(/\s+/g, " ").trim();
  // By characters, so that an emoji at the cut is not halved.
  const characters = [...line];
  return characters.length <= most ? line : `${characters.slice(0, most - 1).join("")}…`;
}

export async function announcementCard(world: World, actor: KnownActor, texts: Texts, id: number): Promise<Message> {
  const progress = await announcementProgress(world, actor, id);
  if (progress.kind === "out_of_reach") return texts.announcement.outOfReach();
  const { announcement, phase, tally, waitsUntil, requests, afterRestore } = progress;
  const audience = audienceSize(tally);
  const { sent, waiting, unknown } = tally;
  const card = texts.announcement.card({
    id,
    phase,
    emergency: announcement.emergency,
    opening: openingOf(announcement.content.text),
    authorName: announcement.authorName,
    publishedAt: announcement.createdAt,
    zone: zoneOf(actor.person),
    audience,
    sent,
    waiting,
    unknown,
    unreached: audience - sent - waiting - unknown,
    waitsUntil,
    afterRestore,
    requests: requests.map(({ name, at }) => ({ name, at: at > world.clock.now() ? at : null })),
  });
  return { ...card, buttons: cardButtons(texts, id, progress) };
}

function cardButtons({ announcement: words }: Texts, id: number, { phase }: Progress): Button[][] {
  const details = { label: words.details, data: action("announcement_details", id) };
  const refresh = { label: words.refresh, data: action("announcement", id) };
  const stop = { label: words.stop, data: action("ask_stop_announcement", id), tone: "danger" } as const;
  switch (phase) {
    case "sending":
      return [
        [{ label: words.pause, data: action("pause_announcement", id) }, stop],
        [refresh, details],
      ];
    case "paused":
      return [
        [{ label: words.resume, data: action("resume_announcement", id) }, stop],
        [refresh, details],
      ];
    case "finished":
      return [[refresh, details]];
    case "cancelled":
      return [[details]];
    case "awaiting":
      return [[refresh, { label: words.approval.withdraw, data: action("stop_announcement", id), tone: "danger" }]];
    case "expired":
      return [];
  }
}

/** The ledger by cause: its lines add up to the audience. */
export async function announcementDetails(
  world: World,
  actor: KnownActor,
  texts: Texts,
  id: number,
  note: RichText | null = null,
): Promise<Message> {
  const progress = await announcementProgress(world, actor, id, true);
  const { announcement: words, alarms } = texts;
  if (progress.kind === "out_of_reach") return words.outOfReach();
  const { tally, phase, unknown, resendable } = progress;
  const entries = LEDGER.map((entry) => ({ entry, count: tally[entry] })).filter(({ count }) => count > 0);
  return {
    ...words.ledgerPage({
      ...{ id, entries, note },
      audience: audienceSize(tally),
      unknown: unknown.map(({ name }) => name),
    }),
    buttons: [
      ...unknown.flatMap(({ outboxId }, index) =>
        rowsThatFit(
          [
            ...(phase === "cancelled"
              ? []
              : [{ label: alarms.again(index + 1), data: action("announcement_again", id, outboxId) }]),
            { label: alarms.arrived(index + 1), data: action("announcement_arrived", id, outboxId) },
          ],
          2,
        ),
      ),
      ...(phase !== "cancelled" && resendable > 0
        ? [[{ label: words.resend(resendable), data: action("resend_announcement", id) }]]
        : []),
      [{ label: words.download, data: action("export_announcement", id) }],
      [{ label: words.back, data: action("announcement", id) }],
    ],
  };
}
