// An announcement with a time is held, and its author can no longer say what shall become of it: erased, no admin of it any more, or out of reach
// of the bot. Then the other admins of it are asked, once.
import { type LocalTime, zonesDue } from "../../../domain/announcements/local-time.js";
import type { Message } from "../../../domain/messages/message.js";
import { zoneOf } from "../../../domain/people/person.js";
import { nextWorkingInstant } from "../../../domain/time/working-hours.js";
import { type Zone, zoneLabels } from "../../../domain/time/zone.js";
import type { World } from "../../../ports.js";
import type { Texts } from "../../../texts/index.js";
import { postTo } from "../../posting.js";
import { timeWords } from "../problem-words.js";
import { whoDecides } from "../who-decides.js";
import { heldButtons } from "./held-buttons.js";

/** Returns how many were asked who had not been asked before. */
export async function askWhoDecides(world: World): Promise<number> {
  let asked = 0;
  for (const { id } of await world.store.announcements.heldWithTime()) asked += await askAbout(world, id);
  return asked;
}

function askAbout(world: World, id: number): Promise<number> {
  return world.transaction(async (inside) => {
    const { store, clock, settings } = inside;
    const now = clock.now();
    const announcement = await store.announcements.findLocked(id);
    if (announcement === null || announcement.state !== "paused" || announcement.localTime === null) return 0;
    // What somebody practises on is theirs alone.
    if (announcement.audience.scope.kind === "practice") return 0;
    const { localTime, zonesLeft, resumedAt } = announcement;
    const late = zonesDue(localTime, now).filter((zone) => !zonesLeft.includes(zone));
    if (late.length === 0) return 0;
    const { author, all } = await whoDecides(store, announcement);
    if (author !== null) return 0;
    const key = `announcement-decider:${id}:${localTime}:${zonesLeft.length}:${resumedAt?.getTime() ?? 0}`;
    return postTo(
      inside,
      all.map((to) => ({
        ...{ key: `${key}:${to.id}`, kind: "answer" as const, to, names: [], subjects: [`announcement:${id}`] },
        // It is no answer to them: they did not ask.
        at: nextWorkingInstant(zoneOf(to), now, settings.rest, to.id),
        say: (texts: Texts) => heldWithoutAuthor(texts, id, localTime, late),
      })),
    );
  });
}

function heldWithoutAuthor(texts: Texts, id: number, at: LocalTime, zones: Zone[]): Message {
  const words = { id, time: timeWords(texts, at), zones: zoneLabels(zones) };
  return { ...texts.announcement.heldWithoutAuthor(words), buttons: heldButtons(texts, id) };
}
