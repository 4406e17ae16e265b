// A second admin looks at an announcement to very many, and approves exactly that text, once; then it leaves.

import { isApprovalOverdue } from "../../../domain/announcements/announcement.js";
import { type LocalTime, zonesDue } from "../../../domain/announcements/local-time.js";
import { action } from "../../../domain/messages/action.js";
import type { Message } from "../../../domain/messages/message.js";
import { type KnownActor, zoneOf } from "../../../domain/people/person.js";
import { ZONES, type Zone } from "../../../domain/time/zone.js";
import type { Announcement, ApprovalRequest } from "../../../ports/announcements/announcements.js";
import type { Store, World } from "../../../ports.js";
import type { Texts } from "../../../texts/index.js";
import { postTo } from "../../posting.js";
import { type AnnouncementProblem, problemAtDeparture, timeProblem } from "../announcement-problem.js";
import { announcementWithinReach } from "../announcement-within-reach.js";
import { zonesAt } from "../audience-terms.js";
import { firstAsked } from "../first-asked.js";
import { noteSamples, type PreviewOutcome, previewWithin } from "../preview-announcement.js";
import { problemWords } from "../problem-words.js";
import { hashOf } from "../publish-announcement.js";
import { changeButton } from "../schedule/held-buttons.js";
import { callOff } from "../steering/call-off.js";
import { whoDecides } from "../who-decides.js";

type NoApproval = { kind: "out_of_reach" } | { kind: "own" } | { kind: "decided_before" } | { kind: "expired" };

interface Awaiting {
  kind: "awaiting";
  announcement: Announcement;
  requests: ApprovalRequest[];
}

export type ReviewOutcome =
  | NoApproval
  | { kind: "review"; announcement: Announcement; preview: PreviewOutcome & { kind: "preview" } };

/** What the second admin sees before deciding: the same as the author saw. */
export async function reviewAnnouncement(world: World, actor: KnownActor, id: number): Promise<ReviewOutcome> {
  const found = await awaitingApproval(world.store, actor, id, world.clock.now());
  if (found.kind !== "awaiting") return found;
  const { announcement } = found;
  const { reach, localTime, zonesLeft } = announcement;
  const terms = { reach, zones: zonesAt(world, localTime) };
  const { reachable } = await world.store.announcements.count(announcement.audience, terms);
  const shown = wasDueWhenAsked(found, reachable) ? { ...announcement, localTime: null } : announcement;
  const preview = await previewWithin(world, terms, shown, zonesLeft);
  await noteSamples(world, actor, String(id), preview);
  return { kind: "review", announcement, preview };
}

/**
 * too_late: in these zones the time that was meant is past; problem: it shall leave at once, and does not fit somebody who gets it. Its author is
 * asked for another time or text, where there still is one to ask.
 */
export type ApproveOutcome =
  | NoApproval
  | { kind: "approved" }
  | { kind: "problem"; problem: AnnouncementProblem; isAuthorAsked: boolean }
  | { kind: "too_late"; localTime: LocalTime; zones: Zone[]; isAuthorAsked: boolean };

/** `seen`: the beginning of the hash of what the admin was shown; another text is not approved by it. */
export async function approveAnnouncement(
  world: World,
  actor: KnownActor,
  { announcementId, seen, saidAt }: { announcementId: number; seen: string; saidAt: Date },
): Promise<ApproveOutcome> {
  const now = world.clock.now();
  return world.transaction(async (inside) => {
    const { store } = inside;
    // What is approved must be what was read: its author may change it at this very moment.
    await store.announcements.findLocked(announcementId);
    const found = await awaitingApproval(store, actor, announcementId, saidAt);
    if (found.kind !== "awaiting") return found;
    const { announcement } = found;
    const { emergency, reach, contentHash, localTime, audience } = announcement;
    if (!isWhatWasSeen(announcement, seen) || hashOf(announcement, reach) !== contentHash) {
      return { kind: "decided_before" };
    }
    const terms = { reach, zones: zonesAt(world, localTime) };
    const counted = await store.announcements.count(audience, terms);
    const isDue = wasDueWhenAsked(found, counted.reachable);
    const late = timeProblem(world, localTime, counted, announcement.zonesLeft);
    if (late?.kind === "too_late" && !isDue) {
      return { ...late, isAuthorAsked: await askForAnotherTime(inside, actor, announcement, late) };
    }
    // Somebody may have come into its audience since for whom it does not fit. One with a time is looked at when it leaves.
    const preview = localTime === null ? await store.announcements.preview(audience, terms) : null;
    const problem = preview === null ? null : problemAtDeparture(announcement, preview);
    if (problem !== null) {
      const isAuthorAsked = await askForAnotherText(inside, actor, announcement, problem);
      return { kind: "problem", problem, isAuthorAsked };
    }
    if (!(await store.announcements.approve(announcementId, actor.person.id, now))) return { kind: "decided_before" };
    if (isDue) await store.announcements.noteResumed(announcementId, now);
    // Where it has left for some already, they have it; one with a time leaves when it is that time.
    const only = announcement.zonesLeft.length > 0 ? ZONES : undefined;
    const receivers =
      localTime === null ? await store.announcements.fanOut(announcementId, announcement, terms, now, only) : null;
    const details = { contentHash, emergency, ...(localTime === null ? { receivers } : { localTime }) };
    await settle(inside, actor, isDue ? { ...announcement, localTime: null } : announcement, "approve", details);
    return { kind: "approved" };
  });
}

/** It was put before them when it was that time already (schedule/send-scheduled.ts): it leaves when it is approved, and not at another time. */
function wasDueWhenAsked({ announcement, requests }: Awaiting, reachable: readonly { zone: Zone }[]): boolean {
  const { localTime, zonesLeft } = announcement;
  const [first, ...rest] = requests.map(({ since }) => since);
  if (localTime === null || first === undefined) return false;
  const asked = rest.reduce((a, b) => (a < b ? a : b), first);
  return zonesDue(localTime, asked).some(
    (due) => !zonesLeft.includes(due) && reachable.some(({ zone }) => zone === due),
  );
}

/** Once for each time that was meant. */
async function askForAnotherTime(
  inside: World,
  actor: KnownActor,
  announcement: Announcement,
  { localTime, zones }: { localTime: LocalTime; zones: Zone[] },
): Promise<boolean> {
  const { id } = announcement;
  return askAuthor(inside, actor, announcement, `approval-late:${id}:${localTime}`, ({ announcement: words }) => ({
    ...words.approval.lateForAuthor(id, actor.person.name, { localTime, zones }),
    buttons: [[{ label: words.approval.newTime, data: action("change_announcement", id), tone: "primary" }]],
  }));
}

/** Once for each text. */
async function askForAnotherText(
  inside: World,
  actor: KnownActor,
  announcement: Announcement,
  problem: AnnouncementProblem,
): Promise<boolean> {
  const { id, contentHash } = announcement;
  const key = `approval-problem:${id}:${contentHash.slice(0, SEEN_CHARACTERS)}`;
  return askAuthor(inside, actor, announcement, key, (texts) => ({
    ...texts.announcement.approval.problemForAuthor(id, actor.person.name, problemWords(texts, problem)),
    buttons: [[changeButton(texts, id)]],
  }));
}

/** Once, however often the button is pressed. False when its author decides about it no more. */
async function askAuthor(
  inside: World,
  actor: KnownActor,
  announcement: Announcement,
  key: string,
  say: (texts: Texts) => Message,
): Promise<boolean> {
  const { author } = await whoDecides(inside.store, announcement);
  if (author === null) return false;
  await postTo(inside, [{ key, kind: "answer", to: author, names: [actor.person.id], say }]);
  return true;
}

export type RejectOutcome = NoApproval | { kind: "rejected" };

/** `seen` as in approveAnnouncement(); null: a button from before it carried one. */
export async function rejectAnnouncement(
  world: World,
  actor: KnownActor,
  { announcementId: id, seen, saidAt }: { announcementId: number; seen: string | null; saidAt: Date },
): Promise<RejectOutcome> {
  return world.transaction(async (inside) => {
    const { store } = inside;
    await store.announcements.findLocked(id);
    const found = await awaitingApproval(store, actor, id, saidAt);
    if (found.kind !== "awaiting") return found;
    if (seen !== null && !isWhatWasSeen(found.announcement, seen)) return { kind: "decided_before" };
    if (!(await store.announcements.changeState(id, ["awaiting"], "cancelled"))) return { kind: "decided_before" };
    // Of a change: those for whom it had left before may wait still.
    await store.announcements.cancelWaiting(id, inside.clock.now());
    await settle(inside, actor, found.announcement, "reject", {});
    return { kind: "rejected" };
  });
}

/** Sixteen hexadecimal digits fit a button and cannot be met by chance. */
export const SEEN_CHARACTERS = 16;

function isWhatWasSeen({ contentHash }: Announcement, seen: string): boolean {
  return seen.length >= SEEN_CHARACTERS && contentHash.startsWith(seen);
}

async function awaitingApproval(store: Store, actor: KnownActor, id: number, at: Date): Promise<NoApproval | Awaiting> {
  const announcement = await announcementWithinReach(store, actor, id);
  if (announcement === null) return { kind: "out_of_reach" };
  if (announcement.state !== "awaiting") return { kind: "decided_before" };
  if (announcement.authorId === actor.person.id) return { kind: "own" };
  const requests = await store.announcements.approvalRequests(`announcement:${id}`, announcement.createdAt);
  if (isApprovalOverdue(firstAsked(announcement, requests), at)) return { kind: "expired" };
  return { kind: "awaiting", announcement, requests };
}

/** What a decision entails: the account of it, no more requests, and word to the author. */
async function settle(
  inside: World,
  actor: KnownActor,
  { id, authorId, localTime }: Announcement,
  verb: "approve" | "reject",
  details: Record<string, unknown>,
): Promise<void> {
  const now = inside.clock.now();
  const subject = `announcement:${id}`;
  await inside.store.audit.record({ actorId: actor.person.id, action: `announcement.${verb}`, subject, details }, now);
  if (verb === "reject") await callOff(inside.store, id, "decided", now);
  else await inside.store.outbox.cancelAbout(subject, "decided", now, ["approval_request"]);
  const author = await inside.store.people.find(authorId);
  if (author === null) return;
  const dueAt = verb === "approve" && localTime === null ? await inside.store.announcements.nextDueAt(id) : null;
  const from = dueAt !== null && dueAt > now ? { at: dueAt, zone: zoneOf(author) } : null;
  const by = actor.person.name;
  await postTo(inside, [
    {
      key: `approval-answer:${id}:${now.getTime().toString(36)}`,
      kind: "answer",
      to: author,
      names: [actor.person.id],
      say: ({ announcement: words }) => ({
        ...(verb === "approve" ? words.approval.approved(id, by, from, localTime) : words.approval.refused(id, by)),
        buttons: [[{ label: words.approval.open, data: action("announcement", id) }]],
      }),
    },
  ]);
}
