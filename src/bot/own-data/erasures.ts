// For operators, and the data protection officer beside them: the wishes to be forgotten and their time.

import { zoneOf } from "../../domain/people/person.js";
import { shortDayAndTime } from "../../texts/dates.js";
import { listErasures } from "../../use-cases/index.js";
import type { BotContext } from "../context.js";
import { refuse } from "../kit/refuse.js";
import { show } from "../kit/show.js";

export async function showErasures(ctx: BotContext): Promise<void> {
  const { actor, texts, world } = ctx;
  const listed = await listErasures(world, actor);
  if (listed.kind === "not_allowed") {
    return refuse(ctx);
  }
  const zone = zoneOf(actor.person);
  const when = (at: Date) => shortDayAndTime(texts.language, zone, at);
  const now = world.clock.now();
  const rows = listed.erasures.map(({ number, askedAt, dueAt, finishedAt }) => ({
    number,
    asked: when(askedAt),
    due: when(dueAt),
    hoursLeft: Math.floor((dueAt.getTime() - now.getTime()) / 3_600_000),
    finished: finishedAt && when(finishedAt),
  }));
  await show(ctx, texts.erasures.list(rows, listed));
}
