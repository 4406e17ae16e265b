// Changes an announcement that has not left everywhere: its words, its audience, its time. An approval was for another text, so it is asked
// for again. Those who have it keep what they have; what waits in the zones for which it has left is brought up to date.
import type { AnnouncementContent } from "../../../domain/announcements/announcement.js";
import { zonesToGo } from "../../../domain/announcements/announcement.js";
import type { Audience } from "../../../domain/announcements/audience.js";
import type { LocalTime } from "../../../domain/announcements/local-time.js";
import { isAdmin, type KnownActor } from "../../../domain/people/person.js";
import { ZONES } from "../../../domain/time/zone.js";
import type { Announcement } from "../../../ports/announcements/announcements.js";
import type { World } from "../../../ports.js";
import {
  type AnnouncementProblem,
  announcementProblem,
  needsApproval,
  reachableCount,
  timeProblem,
} from "../announcement-problem.js";
import { announcementWithinReach } from "../announcement-within-reach.js";
import { approversOf, askApprovers } from "../approval/ask-approvers.js";
import { audienceTerms } from "../audience-terms.js";
import { hasWaitedInVain } from "../first-asked.js";
import { hashOf } from "../publish-announcement.js";

export interface ChangeAnnouncementInput {
  announcementId: number;
  content: AnnouncementContent;
  audience: Audience;
  emergency: boolean;
  localTime: LocalTime | null;
  /** The hash of what the changes were made to; null: nobody knows, of a draft begun long ago. */
  basis?: string | null;
}

export type ChangeOutcome =
  | { kind: "changed" | "proposed" }
  /** It is as it is asked to be: pressed twice, or nothing was changed. */
  | { kind: "unchanged" }
  /** A colleague has changed it since: these changes would take theirs back. */
  | { kind: "changed_meanwhile"; by: string; contentHash: string }
  /** It has left for everybody, or was stopped. */
  | { kind: "too_late" }
  | { kind: "out_of_reach" | "not_allowed" }
  | { kind: "problem"; problem: AnnouncementProblem };

/** Whether it can still be changed: it waits for an approval, or for its time in some zone. */
export function isChangeable(announcement: Pick<Announcement, "state" | "localTime" | "zonesLeft">): boolean {
  if (announcement.state === "cancelled") return false;
  return announcement.state === "awaiting" || zonesToGo(announcement).length > 0;
}

export async function changeAnnouncement(
  world: World,
  actor: KnownActor,
  { announcementId: id, content, audience, emergency, localTime, basis = null }: ChangeAnnouncementInput,
): Promise<ChangeOutcome> {
  if (!isAdmin(actor)) return { kind: "not_allowed" };
  const now = world.clock.now();
  return world.transaction(async (inside): Promise<ChangeOutcome> => {
    const { store } = inside;
    await store.announcements.findLocked(id);
    const before = await announcementWithinReach(store, actor, id);
    if (before === null) return { kind: "out_of_reach" };
    if (!isChangeable(before)) return { kind: "too_late" };
    const terms = audienceTerms(world, actor, audience.scope, localTime, before);
    const contentHash = hashOf({ content, audience, emergency, localTime }, terms.reach);
    // What nobody has approved in time is put before them once more, as it is.
    const subject = `announcement:${id}` as const;
    const isOverdue = before.state === "awaiting" && (await hasWaitedInVain(store.announcements, subject, before, now));
    if (before.contentHash === contentHash && !isOverdue) return { kind: "unchanged" };
    if (basis !== null && before.contentHash !== basis) {
      return { kind: "changed_meanwhile", by: before.authorName, contentHash: before.contentHash };
    }
    const preview = await store.announcements.preview(audience, terms);
    const problem = announcementProblem(content, preview, timeProblem(world, localTime, preview, before.zonesLeft));
    if (problem !== null) return { kind: "problem", problem };
    const receivers = reachableCount(preview);
    const asks = needsApproval(world, receivers);
    const found = asks ? await approversOf(inside, actor, terms.reach) : null;
    if (found?.kind === "problem") return found;
    await store.outbox.cancelAbout(subject, "changed", now, ["approval_request"]);
    const changed = { authorId: actor.person.id, content, audience, contentHash, emergency, localTime };
    const state = asks ? "awaiting" : before.state === "awaiting" ? "sending" : before.state;
    await store.announcements.rewrite(id, changed, terms.reach, state, now);
    if (before.zonesLeft.length > 0) {
      await store.announcements.bringUpToDate(id, changed, terms, before.emergency, now);
    }
    const details = { contentHash, audience, emergency, receivers, ...(localTime !== null && { localTime }) };
    await store.audit.record({ actorId: actor.person.id, action: "announcement.change", subject, details }, now);
    if (found?.kind === "approvers") {
      await askApprovers(inside, actor, found.approvers, { id, contentHash, receivers, emergency });
      return { kind: "proposed" };
    }
    // At once after all: to everybody who does not have it yet.
    if (localTime === null) await store.announcements.fanOut(id, changed, terms, now, ZONES);
    return { kind: "changed" };
  });
}
