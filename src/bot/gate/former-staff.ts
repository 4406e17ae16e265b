// Somebody who was a trainer or an admin presses what was theirs: they hear that it is not theirs any more, whom to ask, and where to go on.
import { action } from "../../domain/messages/action.js";
import { type Who, wasAmong } from "../../domain/people/is-among.js";
import { isOnlyFormer } from "../../domain/people/person.js";
import { NO_TOKEN, owedNoticeToJoin } from "../../use-cases/index.js";
import type { BotContext } from "../context.js";
import { refuse } from "../kit/refuse.js";
import { send } from "../kit/show.js";
import { sayHandedOver } from "./handed-over.js";

/** A person who lost the role for which a button is hears so; others hear that it is not for them. */
export async function refuseTo(ctx: BotContext, who: Who): Promise<void> {
  if (await sayFormer(ctx)) return;
  if (who === "participant" && (await sayHandedOver(ctx))) return;
  await refuse(ctx, wasAmong(ctx.actor, who) ? words(ctx) : ctx.texts.common.notAllowed());
}

/**
 * To those who were staff and are nothing else here, in place of the notice for participants, which they can ask for. False: it is somebody else,
 * or they have agreed to that notice and are on their way into a class.
 */
export async function sayFormer(ctx: BotContext): Promise<boolean> {
  const { actor, texts, world } = ctx;
  if (!isOnlyFormer(actor) || owedNoticeToJoin(world, actor) === null) return false;
  const join = { label: texts.formerStaff.join, data: action("notice", NO_TOKEN, texts.language) };
  await send(ctx, { ...words(ctx), buttons: [[join]] });
  return true;
}

function words({ actor, texts, world }: BotContext) {
  return texts.formerStaff.over({ roles: actor.formerRoles ?? [], contact: world.settings.dataContact });
}
