// All that happened to a trainer's participants between two instants.
import type { KnownActor } from "../../../domain/people/person.js";
import type { Span, SummaryEvent } from "../../../ports/people/summaries.js";
import type { World } from "../../../ports.js";
import { noteLook, shownIn } from "../../access.js";

export async function listNews(
  world: World,
  actor: KnownActor,
  { fromAt, toAt }: { fromAt: Date; toAt: Date },
): Promise<{ span: Span; events: SummaryEvent[] }> {
  const span = { trainerId: actor.person.id, fromAt, toAt };
  const events = await world.store.summaries.eventsOf([span]);
  const details = { count: events.length, from: fromAt.toISOString(), to: toAt.toISOString() };
  if (events.length > 0) {
    await noteLook(world, world.store, actor, {
      action: "news.list",
      subject: "news",
      details,
      shown: shownIn(events),
    });
  }
  return { span, events };
}
