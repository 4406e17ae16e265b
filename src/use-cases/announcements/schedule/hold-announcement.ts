// An announcement whose time has come, and that does not leave as it is: it is held, and its author is told why and what can be done.
import type { LocalTime } from "../../../domain/announcements/local-time.js";
import { action } from "../../../domain/messages/action.js";
import type { Message } from "../../../domain/messages/message.js";
import { type Zone, zoneLabels } from "../../../domain/time/zone.js";
import type { Announcement } from "../../../ports/announcements/announcements.js";
import type { World } from "../../../ports.js";
import type { Texts } from "../../../texts/index.js";
import { postTo } from "../../posting.js";
import type { AnnouncementProblem } from "../announcement-problem.js";
import { approversOf, askApprovers } from "../approval/ask-approvers.js";
import { problemWords, timeWords } from "../problem-words.js";
import { changeButton, heldButtons } from "./held-buttons.js";

/** Somebody has come into the audience since for whom it does not fit: its author decides, before anybody reads half a sentence. */
export async function holdForProblem(
  inside: World,
  announcement: Announcement,
  problem: AnnouncementProblem,
): Promise<void> {
  const { id } = announcement;
  await inside.store.announcements.changeState(id, ["sending"], "paused");
  await tellAuthor(inside, announcement, keyOf("held", announcement), (texts) => ({
    ...texts.announcement.heldForProblem(id, problemWords(texts, problem)),
    buttons: [[changeButton(texts, id)]],
  }));
}

/** The bot did not run at its time, and that was long ago: nothing of it leaves by itself. */
export async function holdForAge(
  inside: World,
  announcement: Announcement,
  at: LocalTime,
  zones: readonly Zone[],
): Promise<void> {
  const { id } = announcement;
  await inside.store.announcements.changeState(id, ["sending"], "paused");
  await tellAuthor(inside, announcement, keyOf("late", announcement), (texts) => ({
    ...texts.announcement.heldForAge({ id, time: timeWords(texts, at), zones: zoneLabels(zones) }),
    buttons: heldButtons(texts, id),
  }));
}

/** Nobody had to approve it for as many as it was for then, and it is for many more by now: it is put before the other admins as it is. */
export async function putBeforeAdmins(inside: World, announcement: Announcement, receivers: number): Promise<void> {
  const { id, authorId, contentHash, emergency, reach } = announcement;
  const { store, clock } = inside;
  const author = await store.people.find(authorId);
  if (author === null) throw new Error(`The announcement ${id} has no author.`);
  const found = await approversOf(inside, { person: author }, reach);
  if (found.kind === "problem") return holdForProblem(inside, announcement, found.problem);
  await store.announcements.changeState(id, ["sending"], "awaiting");
  const subject = `announcement:${id}`;
  const details = { contentHash, emergency, receivers };
  await store.audit.record({ actorId: null, action: "announcement.propose", subject, details }, clock.now());
  await askApprovers(inside, { person: author }, found.approvers, { id, contentHash, receivers, emergency });
  await tellAuthor(inside, announcement, keyOf("grown", announcement), (texts) => ({
    ...texts.announcement.heldForApproval(id, receivers),
    buttons: [[{ label: texts.announcement.details, data: action("announcement", id) }]],
  }));
}

/** Told to go on and held again, its author is told again. */
function keyOf(why: "held" | "late" | "grown", { id, localTime, zonesLeft, resumedAt }: Announcement): string {
  return `announcement-${why}:${id}:${localTime}:${zonesLeft.length}:${resumedAt?.getTime() ?? 0}`;
}

async function tellAuthor(
  inside: World,
  { id, authorId }: Announcement,
  key: string,
  say: (texts: Texts) => Message,
): Promise<void> {
  const author = await inside.store.people.find(authorId);
  if (author === null) return;
  await postTo(inside, [{ key, kind: "answer", to: author, names: [], subjects: [`announcement:${id}`], say }]);
}
