// Somebody asks not to be sent some kinds of message. Nothing else about them changes.

import { kindsStoppedBy, OPT_OUTS, type OptOut } from "../../domain/messages/post-kind.js";
import type { KnownActor } from "../../domain/people/person.js";
import type { World } from "../../ports.js";

/** Stops these besides those stopped already, and whatever of them still waits. Returns all that is stopped now. */
export async function stopMessages(world: World, actor: KnownActor, stop: readonly OptOut[]): Promise<OptOut[]> {
  const now = world.clock.now();
  const { id } = actor.person;
  return world.transaction(async ({ store: { people, outbox } }) => {
    const before = (await people.find(id))?.optedOut ?? [];
    const stopped = OPT_OUTS.filter((kind) => before.includes(kind) || stop.includes(kind));
    await people.change(id, { optedOut: stopped });
    // A reminder's key is set free: should the person come back before its time, the jobs owe it again.
    if (stop.includes("reminders")) {
      await outbox.takeBack({ personId: id }, "opted out", now, kindsStoppedBy("reminders"));
    }
    if (stop.includes("announcements")) {
      await outbox.cancelFor(id, "opted out", now, kindsStoppedBy("announcements"));
    }
    return stopped;
  });
}
