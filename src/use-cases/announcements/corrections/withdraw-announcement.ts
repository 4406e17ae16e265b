// Takes an announcement away: what has not left never does, and the copies of the last two days are deleted. Once; no new words go out,
// so no second admin is asked.
import type { KnownActor } from "../../../domain/people/person.js";
import type { Copies } from "../../../ports/announcements/corrections.js";
import type { World } from "../../../ports.js";
import { announcementWithinReach } from "../announcement-within-reach.js";
import { callOff } from "../steering/call-off.js";
import { copiesOf } from "./copies-of.js";

export type WithdrawOutcome =
  | { kind: "started" | "done_before"; correctionId: number }
  | { kind: "out_of_reach" }
  | { kind: "nothing_sent" };

export async function withdrawAnnouncement(
  world: World,
  actor: KnownActor,
  announcementId: number,
): Promise<WithdrawOutcome> {
  const now = world.clock.now();
  return world.transaction(async (inside) => {
    const { store } = inside;
    await store.corrections.hold(announcementId);
    const announcement = await announcementWithinReach(store, actor, announcementId);
    if (announcement === null) return { kind: "out_of_reach" };
    const copies = await copiesOf(inside, announcement);
    if (copies.delivered === 0) return { kind: "nothing_sent" };
    const { contentHash } = announcement;
    const { id, isNew } = await store.corrections.create(
      {
        ...{ announcementId, authorId: actor.person.id, draftId: null, kind: "withdraw", content: null, fresh: null },
        ...{ seenHash: contentHash, contentHash },
      },
      "running",
      now,
    );
    if (!isNew) return { kind: "done_before", correctionId: id };
    // A change of it that another admin was asked about is off with it.
    await callOff(store, announcementId, "withdrawn", now);
    const created = await store.corrections.find(id);
    if (created !== null) await store.corrections.start(created, now);
    const details = { correction: id, copies: copies.delivered, waiting: copies.waiting };
    const line = { actorId: actor.person.id, subject: `announcement:${announcementId}`, details };
    await store.audit.record({ ...line, action: "announcement.withdraw" }, now);
    return { kind: "started", correctionId: id };
  });
}

/** What it would come to; writes nothing. */
export async function askWithdrawal(
  world: World,
  actor: KnownActor,
  announcementId: number,
): Promise<{ kind: "out_of_reach" } | { kind: "nothing_sent" } | { kind: "ask"; copies: Copies }> {
  const { store } = world;
  const announcement = await announcementWithinReach(store, actor, announcementId);
  if (announcement === null) return { kind: "out_of_reach" };
  const copies = await copiesOf(world, announcement);
  const isGone = (await store.corrections.ofAnnouncement(announcementId)).some(({ kind }) => kind === "withdraw");
  return isGone || copies.delivered === 0 ? { kind: "nothing_sent" } : { kind: "ask", copies };
}
