// For operators: the messages of which nobody knows whether they arrived, and the decision about each.

import { action, type Ids } from "../../domain/messages/action.js";
import { zoneOf } from "../../domain/people/person.js";
import { shortDayAndTime } from "../../texts/dates.js";
import { judgeUnknownPost, listUnknownPosts } from "../../use-cases/index.js";
import type { KnownContext } from "../context.js";
import { refuse } from "../kit/refuse.js";
import { show } from "../kit/show.js";

/** unknowns[:<again|arrived>:<outbox id>] */
export async function judgeUnknown(ctx: KnownContext, [verb, outboxId]: Ids<"unknowns">): Promise<void> {
  const { actor, texts, world } = ctx;
  if (verb !== null && outboxId !== null) {
    const decision = verb === "again" ? "send_again" : "taken_as_sent";
    // Decided by somebody else meanwhile, or forgotten: the list shows what is left, and what cannot be sent any more.
    await judgeUnknownPost(world, actor, { outboxId, decision });
  }
  const listed = await listUnknownPosts(world, actor);
  if (listed.kind === "not_allowed") return refuse(ctx);
  const { posts } = listed;
  if (posts.length === 0) return show(ctx, texts.alarms.none());
  const zone = zoneOf(actor.person);
  const rows = posts.map(({ kind, name, settledAt, isForgotten }) => ({
    what: texts.comingBack.kinds[kind],
    name,
    when: shortDayAndTime(texts.language, zone, settledAt),
    isForgotten,
  }));
  const buttons = posts.map(({ id, isForgotten }, index) => [
    ...(isForgotten ? [] : [{ label: texts.alarms.again(index + 1), data: action("unknowns", "again", id) }]),
    { label: texts.alarms.arrived(index + 1), data: action("unknowns", "arrived", id) },
  ]);
  await show(ctx, { ...texts.alarms.list(rows), buttons });
}
