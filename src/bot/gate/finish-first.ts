// A participant's command in the middle of registration: it says what is missing, and offers to go on.
import { action } from "../../domain/messages/action.js";
import { isOnTheWay } from "../../domain/people/person.js";
import type { BotContext } from "../context.js";
import { send } from "../kit/show.js";
import type { Command } from "../routes/commands/command.js";
import { sayHandedOver } from "./handed-over.js";

export function isTooEarly({ actor }: BotContext, { who }: Command): boolean {
  return who === "participant" && isOnTheWay(actor);
}

export async function finishFirst(ctx: BotContext): Promise<void> {
  if (await sayHandedOver(ctx)) return;
  const { registration, common } = ctx.texts;
  const buttons = [[{ label: common.goOn, data: action("menu"), tone: "primary" as const }]];
  await send(ctx, { ...registration.finishFirst(), buttons });
}
