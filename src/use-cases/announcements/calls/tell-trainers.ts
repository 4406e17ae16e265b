// Tells the trainers whom of their people an announcement did not reach: each once for an announcement.
import { action } from "../../../domain/messages/action.js";
import type { KnownActor, Person } from "../../../domain/people/person.js";
import type { World } from "../../../ports.js";
import { postTo } from "../../posting.js";
import { careForCalls } from "./care-for-calls.js";

export type TellTrainersOutcome = { kind: "out_of_reach" } | { kind: "told"; count: number };

export async function tellTrainers(
  world: World,
  actor: KnownActor,
  announcementId: number,
): Promise<TellTrainersOutcome> {
  const now = world.clock.now();
  return world.transaction(async (inside) => {
    const { store } = inside;
    // Held until they are written to: somebody may be taking it back at this very moment.
    await store.corrections.hold(announcementId);
    const right = await careForCalls(store, actor, announcementId);
    if (right === null || right.care !== null) return { kind: "out_of_reach" };
    const told = new Map<number, { to: Person; people: number }>();
    for (const { classId, count: people } of await store.receivers.classesToCall(announcementId)) {
      for (const person of await store.classes.carersOf(classId, now)) {
        told.set(person.id, { to: person, people: (told.get(person.id)?.people ?? 0) + people });
      }
    }
    const subject = `announcement:${announcementId}`;
    const count = await postTo(
      inside,
      [...told.values()].map(({ to, people }) => ({
        ...{ key: `call-list:${announcementId}:${to.id}`, kind: "call_list", to, names: [], subjects: [subject] },
        say: ({ announcement: { calls } }) => ({
          ...calls.told(people),
          buttons: [[{ label: calls.open, data: action("call_list", announcementId, 0), tone: "primary" }]],
        }),
      })),
    );
    if (count > 0) {
      const line = { actorId: actor.person.id, action: "announcement.tell_trainers", subject } as const;
      await store.audit.record({ ...line, details: { count } }, now);
    }
    return { kind: "told", count };
  });
}
