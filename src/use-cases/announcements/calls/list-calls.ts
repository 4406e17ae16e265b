// Whom an announcement did not reach, to be told another way: of one announcement, and which announcements have some of a trainer's.

import { CALLED_FOR_DAYS } from "../../../domain/announcements/receiver-list.js";
import { partsToChoose, type ReceiverPlace } from "../../../domain/announcements/receiver-places.js";
import { lastPage, ROWS_A_PAGE } from "../../../domain/paging.js";
import type { KnownActor } from "../../../domain/people/person.js";
import type { Announcement } from "../../../ports/announcements/announcements.js";
import type { Call } from "../../../ports/announcements/receivers.js";
import type { World } from "../../../ports.js";
import { noteLook } from "../../access.js";
import { subjectsOf } from "../afterwards/list-receivers.js";
import { careAsTrainer, careForCalls } from "./care-for-calls.js";

export type ListCallsOutcome =
  | { kind: "out_of_reach" }
  /** Too many to turn their pages: by place first. */
  | {
      kind: "places";
      within: string | null;
      parts: ReceiverPlace[];
      announcement: Announcement;
      total: number;
      done: number;
      isSteered: boolean;
    }
  | {
      kind: "calls";
      announcement: Announcement;
      rows: Call[];
      total: number;
      done: number;
      page: number;
      last: number;
      /** They steer it: its trainers can be told. */
      isSteered: boolean;
    };

export async function listCalls(
  world: World,
  actor: KnownActor,
  { announcementId, page, place = null }: { announcementId: number; page: number; place?: string | null },
): Promise<ListCallsOutcome> {
  const { store } = world;
  const right = await careForCalls(store, actor, announcementId);
  if (right === null) return { kind: "out_of_reach" };
  const { announcement, care } = right;
  const isSteered = care === null;
  const { total, done } = await store.receivers.countCalls(announcementId, care, place);
  const partsOf = (within: string | null) => store.receivers.callPlaces(announcementId, care, within);
  const choice = await partsToChoose(place, ROWS_A_PAGE, partsOf);
  if (choice !== null) return { kind: "places", ...choice, announcement, total, done, isSteered };
  const last = lastPage(total, ROWS_A_PAGE);
  const at = Math.min(page, last);
  const rows = await store.receivers.calls(announcementId, care, { place, wish: { page: at, most: ROWS_A_PAGE } });
  if (rows.length > 0) {
    await noteLook(world, actor, {
      ...{ action: "announcement.calls", subject: `announcement:${announcementId}`, shown: subjectsOf(rows) },
      details: { page: at, count: rows.length },
    });
  }
  return { kind: "calls", announcement, rows, total, done, page: at, last, isSteered };
}

/** Of a trainer; nothing for others. */
export async function listCallLists(
  { store, clock }: World,
  actor: KnownActor,
): Promise<{ announcementId: number; text: string; count: number }[]> {
  const care = careAsTrainer(actor);
  return care === null
    ? []
    : store.receivers.toCall(care, new Date(clock.now().getTime() - CALLED_FOR_DAYS * 86_400_000));
}
