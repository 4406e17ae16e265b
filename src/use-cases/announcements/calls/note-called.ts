// Somebody whom an announcement did not reach was told another way, or was not after all: counted once.
import type { KnownActor } from "../../../domain/people/person.js";
import type { World } from "../../../ports.js";
import { callWithin } from "./open-call.js";

export type NoteCalledOutcome = { kind: "out_of_reach" } | { kind: "noted" | "noted_before"; announcementId: number };

export async function noteCalled(
  world: World,
  actor: KnownActor,
  { receiverId, undo }: { receiverId: number; undo: boolean },
): Promise<NoteCalledOutcome> {
  const now = world.clock.now();
  return world.transaction(async ({ store }) => {
    const found = await callWithin(store, actor, receiverId);
    if (found === null) return { kind: "out_of_reach" };
    const { announcementId } = found.call;
    if (!(await store.receivers.markContacted(receiverId, undo ? null : actor.person.id, now))) {
      return { kind: "noted_before", announcementId };
    }
    const action = undo ? "announcement.uncalled" : "announcement.called";
    const line = { actorId: actor.person.id, action, subject: `announcement:${announcementId}` } as const;
    await store.audit.record({ ...line, details: { receiver: receiverId } }, now);
    return { kind: "noted", announcementId };
  });
}
