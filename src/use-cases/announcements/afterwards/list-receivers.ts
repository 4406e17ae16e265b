// The receivers of an announcement by name: of one list, and where they are many, of one place. The look is written down.

import type { ReceiverList } from "../../../domain/announcements/receiver-list.js";
import { partsToChoose, type ReceiverPlace } from "../../../domain/announcements/receiver-places.js";
import { ROWS_A_PAGE } from "../../../domain/paging.js";
import type { KnownActor } from "../../../domain/people/person.js";
import type { Receiver, ReceiversPage } from "../../../ports/announcements/receivers.js";
import type { World } from "../../../ports.js";
import { noteLook } from "../../access.js";
import { announcementWithinReach } from "../announcement-within-reach.js";

export interface ListReceiversInput {
  announcementId: number;
  list: ReceiverList;
  /** A province or regency. */
  place: string | null;
  page: number;
}

export type ListReceiversOutcome =
  | { kind: "out_of_reach" }
  /** Too many to turn their pages: by place first. */
  | { kind: "places"; within: string | null; parts: ReceiverPlace[] }
  | ({ kind: "list" } & ReceiversPage);

export async function listReceivers(
  world: World,
  actor: KnownActor,
  { announcementId, list, place, page }: ListReceiversInput,
): Promise<ListReceiversOutcome> {
  const { store } = world;
  if ((await announcementWithinReach(store, actor, announcementId)) === null) return { kind: "out_of_reach" };
  const partsOf = (within: string | null) => store.receivers.places(announcementId, list, within);
  const choice = await partsToChoose(place, ROWS_A_PAGE, partsOf);
  if (choice !== null) return { kind: "places", ...choice };
  const found = await store.receivers.page(announcementId, list, place, { page, most: ROWS_A_PAGE });
  if (found.rows.length > 0) {
    await noteLook(world, actor, {
      action: "announcement.names",
      subject: `announcement:${announcementId}`,
      details: { list, page: found.page, count: found.rows.length, ...(place !== null && { place }) },
      shown: subjectsOf(found.rows),
    });
  }
  return { kind: "list", ...found };
}

/** So that those who were looked at can see it. */
export function subjectsOf(rows: readonly Pick<Receiver, "personId" | "rosterRowId">[]): string[] {
  return rows.map(({ personId, rosterRowId }) =>
    personId === null ? `roster_row:${rosterRowId}` : `person:${personId}`,
  );
}
