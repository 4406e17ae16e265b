// What a trainer would be told now: since the last summary that was sent, without writing anything.

import { spanSince } from "../../../domain/caseload/summary.js";
import type { KnownActor } from "../../../domain/people/person.js";
import type { Span } from "../../../ports/people/summaries.js";
import type { World } from "../../../ports.js";
import { noteLook, shownIn } from "../../access.js";
import { practiceSubject } from "../care-wanted.js";
import { picturesOf, type SummaryPicture } from "./pictures-of.js";
import { type SummaryRequest, whoseSummary } from "./whose-summary.js";

/** With `most` of those in need; all of them where nothing is said. Null where there is nobody's to look at. */
export async function currentPicture(
  { store, clock, settings }: World,
  actor: KnownActor,
  { most = Number.POSITIVE_INFINITY, ...request }: SummaryRequest & { most?: number } = {},
): Promise<{ span: Span; picture: SummaryPicture; practice: string | null } | null> {
  const whose = await whoseSummary(store, actor, request);
  if (whose === null) return null;
  const { trainerId, practice } = whose;
  const last = await store.summaries.lastSent(trainerId);
  const span = { trainerId, ...spanSince(last?.toAt ?? null, clock.now()) };
  const picture = (await picturesOf(store, [span], most, settings.rest)).get(trainerId);
  if (picture === undefined) throw new Error("One span was asked for, and no picture came back.");
  const shown = shownIn([...picture.inNeed.map(({ plan }) => plan), ...picture.events]);
  const details = { inNeed: picture.inNeed.length, events: picture.events.length };
  const subject = request.practice === true ? practiceSubject(actor) : "summary";
  if (shown.length + picture.events.length > 0) {
    await noteLook({ clock, store }, actor, { action: "summary.view", subject, details, shown });
  }
  return { span, picture, practice };
}
