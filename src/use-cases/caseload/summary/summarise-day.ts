// Job: at the end of each working day, tells every trainer what changed since the last summary and who needs them.

import { isWorthSending, MOST_IN_NEED, spanSince } from "../../../domain/caseload/summary.js";
import { chunksOf } from "../../../domain/chunks-of.js";
import { instantAt } from "../../../domain/time/calendar.js";
import { hoursOf, isFirstWorkingDayOfWeek } from "../../../domain/time/working-hours.js";
import { zonesPast } from "../../../domain/time/zones-past.js";
import type { DueSummary, Span } from "../../../ports/people/summaries.js";
import type { World } from "../../../ports.js";
import type { Texts } from "../../../texts/index.js";
import { noteLooks, shownIn } from "../../access.js";
import { postTo } from "../../posting.js";
import { namedIn } from "../named-in.js";
import { picturesOf, type SummaryPicture } from "./pictures-of.js";
import { summaryMessage } from "./summary-message.js";

interface Owed extends DueSummary {
  span: Span;
  picture: SummaryPicture;
}

/** As many trainers as one transaction holds: those of ten thousand people and more, and far less than it may last. */
const BATCH = 400;

/** One set of queries for all trainers whose hour it is; then one transaction keeps and posts what they are told. */
export async function summariseDay(world: World): Promise<{ summarised: number; sent: number }> {
  const now = world.clock.now();
  const { rest } = world.settings;
  const due = await world.store.summaries.due(zonesPast(hoursOf(rest).speaking.summary, now, rest), now);
  const counts = { summarised: 0, sent: 0 };
  for (const some of chunksOf(due, BATCH)) {
    const { summarised, sent } = await summarise(world, some);
    counts.summarised += summarised;
    counts.sent += sent;
  }
  return counts;
}

async function summarise(world: World, due: DueSummary[]): Promise<{ summarised: number; sent: number }> {
  const now = world.clock.now();
  const spans = due.map(({ trainer, lastToAt }) => ({ trainerId: trainer.id, ...spanSince(lastToAt, now) }));
  const pictures = await picturesOf(world.store, spans, MOST_IN_NEED, world.settings.rest);
  const owed = due.flatMap((one, index): Owed[] => {
    const span = spans[index];
    const picture = pictures.get(one.trainer.id);
    return span === undefined || picture === undefined ? [] : [{ ...one, span, picture }];
  });
  return world.transaction((inside) => keepAndPost(inside, owed));
}

/** A day with nothing to say is kept too, so that the next one begins where this one ended. */
async function keepAndPost(inside: World, found: Owed[]): Promise<{ summarised: number; sent: number }> {
  // Anyone who was erased since it was read is in it no more at the next tick.
  const erased = await inside.store.people.hold([...new Set(found.flatMap(({ picture }) => peopleIn(picture)))]);
  const owed = found.filter(({ picture }) => !peopleIn(picture).some((id) => erased.has(id)));
  const kept = await inside.store.summaries.keep(
    owed.map(({ span, day, picture }) => ({ ...span, day, sent: isWorthSending(picture) })),
  );
  const covers = await coversOf(inside, owed);
  const summaries = owed
    .filter(({ trainer, picture }) => kept.has(trainer.id) && isWorthSending(picture))
    .map(({ trainer, day, span, picture }) => ({
      key: `summary:${trainer.id}:${day}`,
      kind: "daily_summary" as const,
      to: trainer,
      names: [...peopleIn(picture), ...(covers.get(trainer.id) ?? []).map(({ personId }) => personId)],
      say: (texts: Texts) =>
        summaryMessage(texts, {
          ...{ day, zone: trainer.zone, span, picture, covers: covers.get(trainer.id) ?? [] },
          isWeekly: isFirstWorkingDayOfWeek(day, inside.settings.rest),
        }),
      // Tomorrow there is a newer one.
      notAfter: instantAt(trainer.zone, day, hoursOf(inside.settings.rest).workingHours.until),
    }));
  await noteLooks(
    inside,
    owed
      .filter(({ trainer, picture }) => kept.has(trainer.id) && isWorthSending(picture))
      .map(({ trainer, picture }) => ({
        ...{ by: trainer.id, action: "summary.send", subject: "summary" },
        details: { inNeed: picture.inNeed.length, events: picture.events.length },
        shown: shownIn([...picture.inNeed.map(({ plan }) => plan), ...picture.events]),
      })),
  );
  return { summarised: kept.size, sent: await postTo(inside, summaries) };
}

function coversOf({ store, clock }: World, owed: Owed[]) {
  const ids = owed.map(({ trainer }) => trainer.id);
  return store.absences.coversOf(ids, clock.now());
}

function peopleIn({ events, inNeed }: SummaryPicture): number[] {
  return [...events.flatMap(({ personIds }) => personIds), ...inNeed.flatMap(({ plan }) => namedIn(plan))];
}
