// One whom an announcement did not reach: their number, and the announcement as words that can be passed on.
import { fillPlaceholders } from "../../../domain/messages/fill-placeholders.js";
import type { KnownActor } from "../../../domain/people/person.js";
import type { Announcement } from "../../../ports/announcements/announcements.js";
import type { Call } from "../../../ports/announcements/receivers.js";
import type { Store, World } from "../../../ports.js";
import { textsFor } from "../../../texts/index.js";
import { noteLook } from "../../access.js";
import { subjectsOf } from "../afterwards/list-receivers.js";
import { careForCalls } from "./care-for-calls.js";

export type OpenCallOutcome =
  | { kind: "out_of_reach" }
  | { kind: "call"; call: Call; ready: string; isPractice: boolean };

export async function openCall(world: World, actor: KnownActor, receiverId: number): Promise<OpenCallOutcome> {
  const found = await callWithin(world.store, actor, receiverId);
  if (found === null) return { kind: "out_of_reach" };
  const { call, announcement } = found;
  const subject = `announcement:${announcement.id}`;
  await noteLook(world, actor, { action: "contact.view", subject, shown: subjectsOf([call]) });
  const isPractice = announcement.audience.scope.kind === "practice";
  return { kind: "call", call, ready: readyText(announcement, call, actor.person.name), isPractice };
}

export async function callWithin(
  store: Store,
  actor: KnownActor,
  receiverId: number,
): Promise<{ call: Call; announcement: Announcement } | null> {
  const any = await store.receivers.call(receiverId, null);
  if (any === null) return null;
  const right = await careForCalls(store, actor, any.announcementId);
  const call = right === null ? null : await store.receivers.call(receiverId, right.care);
  return call === null || right === null ? null : { call, announcement: right.announcement };
}

/** In their language but for the announcement itself; signed by the one who passes it on. */
export function readyText(
  { content }: Announcement,
  { name, library, className, language }: Pick<Call, "name" | "library" | "className" | "language">,
  by: string,
): string {
  const words = { nama: name, perpustakaan: library ?? "", kelas: className };
  const { text } = fillPlaceholders(content, words);
  return textsFor(language).announcement.calls.ready({ name, text, by });
}
