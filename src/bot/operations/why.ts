// For operators: why somebody got a message on a day, or did not.
import { action, type Ids } from "../../domain/messages/action.js";
import { pageOf } from "../../domain/paging.js";
import { addDays } from "../../domain/time/calendar.js";
import { longDay } from "../../texts/dates.js";
import { fateLines, howTheyAre } from "../../texts/layouts/fate-lines.js";
import { explainDay } from "../../use-cases/index.js";
import type { KnownContext } from "../context.js";
import { pageRow } from "../kit/page-row.js";
import { refuse } from "../kit/refuse.js";
import { show } from "../kit/show.js";

/** Two lines each. */
const MESSAGES_A_PAGE = 4;

/** why:<participant>[:<day>[:<page>]]; today, by the clock of the participant. */
export async function showWhy(ctx: KnownContext, [participantId, wanted, at]: Ids<"why">): Promise<void> {
  const { actor, texts, world } = ctx;
  const found = await explainDay(world, actor, { participantId, day: wanted });
  if (found.kind !== "explained") return refuse(ctx);
  const { person, day, fates } = found;
  const { shown, page, last } = pageOf(fates, MESSAGES_A_PAGE, at);
  const title = { name: person.name, day: longDay(texts.language, day), total: fates.length };
  const words = texts.why.day(title, howTheyAre(texts, found, world.clock.now()), fateLines(texts, found, shown));
  const to = (days: number) => action("why", participantId, addDays(day, days));
  await show(ctx, {
    ...words,
    buttons: [
      ...pageRow(texts, { page, last }, (other) => action("why", participantId, day, other)),
      [
        { label: texts.why.before, data: to(-1) },
        { label: texts.why.after, data: to(1) },
      ],
      [{ label: texts.caseload.backToPerson, data: action("person", participantId) }],
    ],
  });
}
