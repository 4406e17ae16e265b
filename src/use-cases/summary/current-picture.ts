// What a trainer would be told now: since the last summary that was sent, without writing anything.
import type { KnownActor } from "../../domain/person.js";
import { pictureOf, spanSince } from "../../domain/summary.js";
import type { Span } from "../../ports/summaries.js";
import type { World } from "../../ports.js";
import { picturesOf } from "./pictures-of.js";
import type { SummaryPicture } from "./summarise-day.js";

export async function currentPicture(
  { store, clock }: World,
  actor: KnownActor,
): Promise<{ span: Span; picture: SummaryPicture }> {
  const trainerId = actor.person.id;
  const last = await store.summaries.lastSent(trainerId);
  const span = { trainerId, ...spanSince(last?.toAt ?? null, clock.now()) };
  const pictures = await picturesOf(store, [span]);
  return { span, picture: pictures.get(trainerId) ?? pictureOf([], [], span) };
}
