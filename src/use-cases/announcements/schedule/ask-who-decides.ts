// An announcement goes on only when somebody decides, and its author can no longer say what shall become of it: erased, no admin of it any
// more, or out of reach of the bot. Then the other admins of it are asked, once.
import { AWAITED_DAYS } from "../../../domain/announcements/announcement.js";
import { type LocalTime, zonesDue } from "../../../domain/announcements/local-time.js";
import type { Message } from "../../../domain/messages/message.js";
import { zoneOf } from "../../../domain/people/person.js";
import { nextWorkingInstant } from "../../../domain/time/working-hours.js";
import { type Zone, zoneLabels } from "../../../domain/time/zone.js";
import type { Announcement } from "../../../ports/announcements/announcements.js";
import type { World } from "../../../ports.js";
import type { Texts } from "../../../texts/index.js";
import { postTo } from "../../posting.js";
import { hasWaitedInVain } from "../first-asked.js";
import { timeWords } from "../problem-words.js";
import { whoDecides } from "../who-decides.js";
import { awaitingButtons, heldButtons, pausedButtons } from "./held-buttons.js";

/** Returns how many were asked who had not been asked before. */
export async function askWhoDecides(world: World): Promise<number> {
  const awaitingSince = new Date(world.clock.now().getTime() - AWAITED_DAYS * 86_400_000);
  let asked = 0;
  for (const { id } of await world.store.announcements.undecided(awaitingSince)) asked += await askAbout(world, id);
  return asked;
}

function askAbout(world: World, id: number): Promise<number> {
  return world.transaction(async (inside) => {
    const { store, clock, settings } = inside;
    const now = clock.now();
    const announcement = await store.announcements.findLocked(id);
    // What somebody practises on is theirs alone.
    if (announcement === null || announcement.audience.scope.kind === "practice") return 0;
    const { author, all } = await whoDecides(store, announcement);
    if (author !== null) return 0;
    const question = await questionAbout(inside, announcement);
    if (question === null) return 0;
    return postTo(
      inside,
      all.map((to) => ({
        ...{ key: `announcement-decider:${id}:${question.key}:${to.id}`, kind: "answer" as const, to, names: [] },
        subjects: [`announcement:${id}`],
        // It is no answer to them: they did not ask.
        at: nextWorkingInstant(zoneOf(to), now, settings.rest, to.id),
        say: question.say,
      })),
    );
  });
}

/** `key`: the same as long as it is the same question. */
interface Question {
  key: string;
  say(texts: Texts): Message;
}

/** Null: nothing has to be decided. */
async function questionAbout(inside: World, announcement: Announcement): Promise<Question | null> {
  const { id, state, localTime, zonesLeft, resumedAt, createdAt } = announcement;
  const { announcements } = inside.store;
  const now = inside.clock.now();
  const since = resumedAt?.getTime() ?? 0;
  if (state === "awaiting") {
    const isOverdue = await hasWaitedInVain(announcements, `announcement:${id}`, announcement, now);
    return { key: `awaiting:${createdAt.getTime()}`, say: (texts) => awaitingWithoutAuthor(texts, id, isOverdue) };
  }
  if (state !== "paused") return null;
  const late = localTime === null ? [] : zonesDue(localTime, now).filter((zone) => !zonesLeft.includes(zone));
  if (localTime !== null && late.length > 0) {
    return {
      key: `${localTime}:${zonesLeft.length}:${since}`,
      say: (texts) => heldWithoutAuthor(texts, id, localTime, late),
    };
  }
  const { waiting } = await announcements.tally(id);
  return waiting === 0 ? null : { key: `paused:${since}`, say: (texts) => pausedWithoutAuthor(texts, id, waiting) };
}

function heldWithoutAuthor(texts: Texts, id: number, at: LocalTime, zones: Zone[]): Message {
  const words = { id, time: timeWords(texts, at), zones: zoneLabels(zones) };
  return { ...texts.announcement.heldWithoutAuthor(words), buttons: heldButtons(texts, id) };
}

function pausedWithoutAuthor(texts: Texts, id: number, waiting: number): Message {
  return { ...texts.announcement.pausedWithoutAuthor({ id, waiting }), buttons: pausedButtons(texts, id) };
}

function awaitingWithoutAuthor(texts: Texts, id: number, isOverdue: boolean): Message {
  const buttons = awaitingButtons(texts, id, isOverdue);
  return { ...texts.announcement.awaitingWithoutAuthor({ id, isOverdue }), buttons };
}
