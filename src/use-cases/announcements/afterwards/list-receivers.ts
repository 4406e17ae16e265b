// The receivers of an announcement by name: of one list, and where they are many, of one province. The look is written down.
import type { ReceiverList } from "../../../domain/announcements/receiver-list.js";
import type { KnownActor } from "../../../domain/people/person.js";
import type { Receiver, ReceiversPage } from "../../../ports/receivers.js";
import type { World } from "../../../ports.js";
import { noteLook } from "../../access.js";
import { announcementWithinReach } from "../announcement-within-reach.js";

export interface ListReceiversInput {
  announcementId: number;
  list: ReceiverList;
  province: string | null;
  page: number;
}

export type ListReceiversOutcome =
  | { kind: "out_of_reach" }
  /** Too many to turn their pages: by province first. */
  | { kind: "provinces"; provinces: { code: string; name: string; count: number }[] }
  | ({ kind: "list" } & ReceiversPage);

const ON_A_PAGE = 8;
/** Five pages are turned, more are not. */
const MANY = 5 * ON_A_PAGE;

export async function listReceivers(
  world: World,
  actor: KnownActor,
  { announcementId, list, province, page }: ListReceiversInput,
): Promise<ListReceiversOutcome> {
  const { store } = world;
  if ((await announcementWithinReach(store, actor, announcementId)) === null) return { kind: "out_of_reach" };
  if (province === null) {
    const provinces = await store.receivers.provinces(announcementId, list);
    const count = provinces.reduce((sum, one) => sum + one.count, 0);
    if (provinces.length > 1 && count > MANY) return { kind: "provinces", provinces };
  }
  const found = await store.receivers.page(announcementId, list, province, { page, most: ON_A_PAGE });
  if (found.rows.length > 0) {
    await noteLook(world, actor, {
      action: "announcement.names",
      subject: `announcement:${announcementId}`,
      details: { list, page: found.page, count: found.rows.length, ...(province !== null && { province }) },
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
