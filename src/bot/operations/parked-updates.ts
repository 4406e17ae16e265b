// For operators: what people sent and no try could handle, and the decision about each.

import { action, type Ids } from "../../domain/messages/action.js";
import { zoneOf } from "../../domain/people/person.js";
import { shortDayAndTime } from "../../texts/dates.js";
import { judgeParkedUpdate, listParkedUpdates } from "../../use-cases/index.js";
import type { KnownContext } from "../context.js";
import { refuse } from "../kit/refuse.js";
import { show } from "../kit/show.js";

/** parked[:<again|drop>:<update id>] */
export async function judgeParked(ctx: KnownContext, [verb, updateId]: Ids<"parked">): Promise<void> {
  const { actor, texts, world } = ctx;
  if (verb !== null && updateId !== null) {
    const decision = verb === "again" ? "try_again" : "let_go";
    // Decided by somebody else meanwhile: the list shows what is left.
    await judgeParkedUpdate(world, actor, { updateId, decision });
  }
  const listed = await listParkedUpdates(world, actor);
  if (listed.kind === "not_allowed") return refuse(ctx);
  if (listed.updates.length === 0) return show(ctx, texts.alarms.noneParked());
  const zone = zoneOf(actor.person);
  const rows = listed.updates.map(({ updateId: id, cause, settledAt }) => ({
    number: id,
    cause,
    when: shortDayAndTime(texts.language, zone, settledAt),
  }));
  const buttons = listed.updates.map(({ updateId: id }, index) => [
    { label: texts.alarms.tryAgain(index + 1), data: action("parked", "again", id) },
    { label: texts.alarms.letGo(index + 1), data: action("parked", "drop", id) },
  ]);
  await show(ctx, { ...texts.alarms.listParked(rows), buttons });
}
