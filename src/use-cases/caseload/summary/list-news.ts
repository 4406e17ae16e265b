// All that happened to a trainer's participants between two instants.
import type { KnownActor } from "../../../domain/people/person.js";
import type { Span, SummaryEvent } from "../../../ports/people/summaries.js";
import type { World } from "../../../ports.js";
import { noteLook, shownIn } from "../../access.js";
import { practiceSubject } from "../care-wanted.js";
import { type SummaryRequest, whoseSummary } from "./whose-summary.js";

export async function listNews(
  world: World,
  actor: KnownActor,
  { fromAt, toAt, ...request }: { fromAt: Date; toAt: Date } & SummaryRequest,
): Promise<{ span: Span; events: SummaryEvent[]; practice: string | null }> {
  const whose = await whoseSummary(world.store, actor, request);
  if (whose === null) return { span: { trainerId: actor.person.id, fromAt, toAt }, events: [], practice: null };
  const { trainerId, practice } = whose;
  const span = { trainerId, fromAt, toAt };
  const events = await world.store.summaries.eventsOf([span], world.clock.now());
  const details = { count: events.length, from: fromAt.toISOString(), to: toAt.toISOString() };
  if (events.length > 0) {
    await noteLook(world, actor, {
      action: "news.list",
      subject: request.practice === true ? practiceSubject(actor) : "news",
      details,
      shown: shownIn(events),
    });
  }
  return { span, events, practice };
}
