// "I have read it": what the button below an announcement does for the one who got it.
import type { Ids } from "../../../domain/messages/action.js";
import { markRead } from "../../../use-cases/index.js";
import type { KnownContext } from "../../context.js";
import { relabelPressed } from "../../kit/relabel-pressed.js";
import { send } from "../../kit/show.js";

/** The announcement stays as it is: only its button changes. */
export async function noteRead(ctx: KnownContext, [announcementId]: Ids<"read_announcement">): Promise<void> {
  const { actor, texts, world } = ctx;
  const words = texts.announcement.read;
  const messageId = ctx.callbackQuery?.message?.message_id ?? null;
  const outcome = await markRead(world, actor, { announcementId, messageId });
  if (outcome.kind === "not_theirs") return send(ctx, words.notTheirs());
  if (!(await relabelPressed(ctx, outcome.label))) await send(ctx, words.noted());
}
