// Those who got an announcement and have not said that they read it: how many they are, and asking them once more, once.
import type { ReadLabels } from "../../../domain/announcements/announcement.js";
import { action } from "../../../domain/messages/action.js";
import type { Message } from "../../../domain/messages/message.js";
import type { Actor, KnownActor, Language } from "../../../domain/people/person.js";
import type { World } from "../../../ports.js";
import { textsFor } from "../../../texts/index.js";
import { announcementWithinReach } from "../announcement-within-reach.js";
import { audienceTerms } from "../audience-terms.js";

export interface Reading {
  read: number;
  unread: number;
  /** When those who had not were asked once more; null: they were not. */
  askedAt: Date | null;
}

/** Null where it asks nobody to say so, or is out of reach. */
export async function readingOf({ store }: World, actor: Actor, announcementId: number): Promise<Reading | null> {
  const announcement = await announcementWithinReach(store, actor, announcementId);
  if (announcement?.content.asksRead === undefined) return null;
  const counts = await store.receivers.reading(announcementId);
  return { ...counts, askedAt: await store.receivers.askedToReadAt(announcementId) };
}

export type AskToReadOutcome =
  | { kind: "asked"; count: number }
  | { kind: "asked_before" | "not_asked" | "out_of_reach" };

export async function askToRead(world: World, actor: KnownActor, announcementId: number): Promise<AskToReadOutcome> {
  const now = world.clock.now();
  return world.transaction(async ({ store }) => {
    // Held until they are written to: somebody may be taking it back at this very moment.
    await store.corrections.hold(announcementId);
    const announcement = await announcementWithinReach(store, actor, announcementId);
    if (announcement === null) return { kind: "out_of_reach" };
    const labels = announcement.content.asksRead;
    // Nobody is asked to read what was taken back or stopped.
    if (labels === undefined || announcement.state === "cancelled") return { kind: "not_asked" };
    const terms = audienceTerms(world, actor, announcement.audience.scope);
    const words = { id: wordsIn("id", announcementId, labels), en: wordsIn("en", announcementId, labels) };
    const count = await store.receivers.askToRead(announcementId, words, terms, now);
    if (count === null) return { kind: "asked_before" };
    await store.audit.record(
      {
        ...{ actorId: actor.person.id, action: "announcement.ask_to_read", subject: `announcement:${announcementId}` },
        details: { count },
      },
      now,
    );
    return { kind: "asked", count };
  });
}

function wordsIn(language: Language, id: number, labels: ReadLabels): Message {
  const button = { label: labels[language].ask, data: action("read_announcement", id) };
  return { ...textsFor(language).announcement.read.again(), buttons: [[button]] };
}
