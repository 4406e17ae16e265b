// Where an announcement stands: counted from its receivers each time, so that it cannot drift from the truth.

import {
  type AnnouncementPhase,
  type LedgerEntry,
  phaseOf,
  type Tally,
  zonesToGo,
} from "../../../domain/announcements/announcement.js";
import { isNarrowed } from "../../../domain/announcements/audience.js";
import { zonesDue } from "../../../domain/announcements/local-time.js";
import { adminReach } from "../../../domain/people/admin-reach.js";
import { practiceCare } from "../../../domain/people/permissions.js";
import type { Actor } from "../../../domain/people/person.js";
import type { Zone } from "../../../domain/time/zone.js";
import type { Announcement, ApprovalRequest, UnknownReceiver } from "../../../ports/announcements/announcements.js";
import type { World } from "../../../ports.js";
import { noteLook } from "../../access.js";
import { timeProblem } from "../announcement-problem.js";
import { announcementWithinReach } from "../announcement-within-reach.js";
import { zonesAt } from "../audience-terms.js";
import { firstAsked } from "../first-asked.js";

export type AnnouncementProgress =
  | { kind: "out_of_reach" }
  | {
      kind: "progress";
      announcement: Announcement;
      phase: AnnouncementPhase;
      tally: Tally;
      /** When the first who still wait are written to; null when it is now, or nobody waits. */
      waitsUntil: Date | null;
      /** Of one with a time: the zones of its audience for which it has still to leave, and those for which it has left. */
      toGo: Zone[];
      gone: Zone[];
      /** Where that time is past while it waits for approval, or is held. */
      lateIn: Zone[];
      /** Telegram takes nothing unasked until then; null: it does. */
      heldUntil: Date | null;
      /** It was under way when the data was restored from a backup: some of those who wait may have it. */
      afterRestore: boolean;
      /** The first few receivers for whom nobody knows whether it arrived. */
      unknown: UnknownReceiver[];
      /** While it waits for an approval: whom it was put before, and when; nobody, when all of them have gone since. */
      requests: ApprovalRequest[];
      /** How many surely did not get it and could be reached now. */
      resendable: number;
      /** How many of each entry were told another way. */
      contacted: Partial<Record<LedgerEntry, number>>;
    };

/** As many as fit one screen with two buttons each; a crash leaves no more than were in flight. */
const UNKNOWN_SHOWN = 5;

/** `namesReceivers`: receivers for whom nobody knows whether it arrived are shown by name. */
export async function announcementProgress(
  world: World,
  actor: Actor,
  id: number,
  namesReceivers = false,
): Promise<AnnouncementProgress> {
  const { announcements } = world.store;
  const announcement = await announcementWithinReach(world.store, actor, id);
  if (announcement === null) return { kind: "out_of_reach" };
  const now = world.clock.now();
  const tally = await announcements.tally(id);
  const { toGo, gone } = await zonesOf(world, announcement);
  const requests =
    announcement.state === "awaiting"
      ? await announcements.approvalRequests(`announcement:${id}`, announcement.createdAt)
      : [];
  const approvers =
    requests.length > 0 ? await announcements.approversFor(announcement.reach, announcement.authorId) : [];
  const nextDueAt = tally.waiting > 0 ? await announcements.nextDueAt(id) : null;
  const unknown = tally.unknown > 0 ? await announcements.unknownOf(id, UNKNOWN_SHOWN) : [];
  if (namesReceivers && unknown.length > 0) {
    const look = { action: "announcement.receivers", subject: `announcement:${id}` } as const;
    await noteLook(world, actor, { ...look, details: { count: unknown.length } });
  }
  return {
    kind: "progress",
    announcement,
    phase: phaseOf({ ...announcement, askedAt: firstAsked(announcement, requests), toGo }, tally, now),
    ...{ toGo, gone },
    lateIn: announcement.state === "awaiting" ? await zonesMissed(world, announcement) : [],
    heldUntil: announcement.state === "sending" ? await announcements.heldByTelegramUntil(now) : null,
    tally,
    afterRestore: await wasUnderWay(world, announcement, tally),
    waitsUntil: nextDueAt !== null && nextDueAt > now ? nextDueAt : null,
    // Whose role has ended since was asked, and can no longer approve.
    requests: requests.filter(({ personId }) => approvers.some((one) => one.id === personId)),
    unknown,
    resendable: tally.failed + tally.blocked + tally.gone > 0 ? await announcements.resendable(id) : 0,
    contacted: namesReceivers ? await world.store.receivers.contacted(id) : {},
  };
}

/** Where nobody of its audience lives it neither leaves nor has to: its card says nothing of those zones. */
async function zonesOf(world: World, announcement: Announcement): Promise<{ toGo: Zone[]; gone: Zone[] }> {
  const { localTime, audience, reach, zonesLeft } = announcement;
  const toGo = zonesToGo(announcement);
  if (localTime === null || isForWholeCountry(announcement)) return { toGo, gone: [...zonesLeft] };
  const { reachable } = await world.store.announcements.count(audience, { reach, zones: zonesAt(world, localTime) });
  const meant = reachable.map(({ zone }) => zone);
  // Of nobody yet: somebody may join until then.
  if (meant.length === 0) return { toGo, gone: [...zonesLeft] };
  return { toGo: toGo.filter((zone) => meant.includes(zone)), gone: zonesLeft.filter((zone) => meant.includes(zone)) };
}

/** Then there is somebody in each zone, and nobody has to be counted for the many looks at a card that waits. */
function isForWholeCountry({ audience, reach }: Announcement): boolean {
  return audience.scope.kind === "all" && !isNarrowed(audience) && reach.some(({ regionCode }) => regionCode === null);
}

/** Those of its audience in which the time has passed that was meant. */
async function zonesMissed(world: World, announcement: Announcement): Promise<Zone[]> {
  const { localTime, reach, audience, zonesLeft } = announcement;
  if (localTime === null || zonesDue(localTime, world.clock.now()).length === 0) return [];
  const count = await world.store.announcements.count(audience, { reach, zones: zonesAt(world, localTime) });
  const problem = timeProblem(world, localTime, count, zonesLeft);
  return problem?.kind === "too_late" ? problem.zones : [];
}

async function wasUnderWay({ store }: World, { state, createdAt }: Announcement, { waiting }: Tally): Promise<boolean> {
  if (state !== "paused" || waiting === 0) return false;
  const restoredAt = await store.restores.lastAt();
  return restoredAt !== null && createdAt < restoredAt;
}

/** The last few that this admin may see, those to what they practise on too: they say so. */
export async function latestAnnouncements(world: World, actor: Actor, most: number): Promise<Announcement[]> {
  return world.store.announcements.latest([...adminReach(actor.roles), ...(practiceCare(actor)?.regions ?? [])], most);
}
