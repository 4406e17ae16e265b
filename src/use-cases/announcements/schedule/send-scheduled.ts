// Job: announcements with a time leave for each zone when it is that time there. Who is in the audience is found then, so that somebody who
// has reported meanwhile is not told that they have not.
import { isStale, type LocalTime, zonesDue } from "../../../domain/announcements/local-time.js";
import type { Message } from "../../../domain/messages/message.js";
import { type Zone, zoneLabels } from "../../../domain/time/zone.js";
import type { Announcement } from "../../../ports/announcements/announcements.js";
import type { World } from "../../../ports.js";
import type { Texts } from "../../../texts/index.js";
import { postTo } from "../../posting.js";
import { type AnnouncementProblem, announcementProblem } from "../announcement-problem.js";
import { zonesAt } from "../audience-terms.js";
import { problemWords, timeWords } from "../problem-words.js";
import { askWhoDecides } from "./ask-who-decides.js";
import { changeButton, heldButtons } from "./held-buttons.js";

/** Twice is once: what has left for a zone is noted in the transaction in which it leaves. */
export async function sendScheduled(world: World): Promise<{ zones: number; posted: number; asked: number }> {
  const now = world.clock.now();
  const all = await world.store.announcements.scheduled();
  const owed = all.filter(({ localTime, zonesLeft }) => newlyDue(zonesDue(localTime, now), zonesLeft).length > 0);
  const counts = { zones: 0, posted: 0, asked: 0 };
  for (const { id } of owed) {
    const sent = await sendToZones(world, id, now);
    counts.zones += sent.zones;
    counts.posted += sent.posted;
  }
  counts.asked = await askWhoDecides(world);
  return counts;
}

function sendToZones(world: World, id: number, now: Date): Promise<{ zones: number; posted: number }> {
  return world.transaction(async (inside) => {
    const { store } = inside;
    // Held, changed, stopped or sent by another process meanwhile: then it is not so any more.
    const announcement = await store.announcements.findLocked(id);
    if (announcement === null || announcement.state !== "sending" || announcement.localTime === null) return NOTHING;
    const { localTime, zonesLeft, reach, resumedAt } = announcement;
    const due = zonesDue(localTime, now);
    const fresh = newlyDue(due, zonesLeft);
    if (fresh.length === 0) return NOTHING;
    if (fresh.some((zone) => isStale(zone, localTime, resumedAt, now))) {
      await holdForAge(inside, announcement, localTime, fresh);
      return NOTHING;
    }
    const terms = { reach, zones: zonesAt(world, localTime) };
    const problem = announcementProblem(
      announcement.content,
      await store.announcements.preview(announcement.audience, terms),
    );
    if (problem?.kind === "missing_words" || problem?.kind === "too_long_filled") {
      await holdForProblem(inside, announcement, problem);
      return NOTHING;
    }
    // Those of the zones before too: who has moved there since would get it nowhere.
    const posted = await store.announcements.fanOut(id, announcement, terms, now, due);
    await store.announcements.noteZonesLeft(id, due);
    return { zones: fresh.length, posted };
  });
}

/** Somebody has come into the audience since for whom it does not fit: its author decides, before anybody reads half a sentence. */
async function holdForProblem(inside: World, announcement: Announcement, problem: AnnouncementProblem): Promise<void> {
  const { id, localTime, zonesLeft } = announcement;
  await hold(inside, announcement, `announcement-held:${id}:${localTime}:${zonesLeft.length}`, (texts) => ({
    ...texts.announcement.heldForProblem(id, problemWords(texts, problem)),
    buttons: [[changeButton(texts, id)]],
  }));
}

/** The bot did not run at its time, and that was long ago: nothing of it leaves by itself. */
async function holdForAge(inside: World, announcement: Announcement, at: LocalTime, zones: Zone[]): Promise<void> {
  const { id, resumedAt, zonesLeft } = announcement;
  const key = `announcement-late:${id}:${at}:${zonesLeft.length}:${resumedAt?.getTime() ?? 0}`;
  await hold(inside, announcement, key, (texts) => ({
    ...texts.announcement.heldForAge({ id, time: timeWords(texts, at), zones: zoneLabels(zones) }),
    buttons: heldButtons(texts, id),
  }));
}

async function hold(
  inside: World,
  { id, authorId }: Announcement,
  key: string,
  say: (texts: Texts) => Message,
): Promise<void> {
  await inside.store.announcements.changeState(id, ["sending"], "paused");
  const author = await inside.store.people.find(authorId);
  if (author === null) return;
  await postTo(inside, [{ key, kind: "answer", to: author, names: [], subjects: [`announcement:${id}`], say }]);
}

const NOTHING = { zones: 0, posted: 0 };

function newlyDue(due: readonly Zone[], left: readonly Zone[]): Zone[] {
  return due.filter((zone) => !left.includes(zone));
}
