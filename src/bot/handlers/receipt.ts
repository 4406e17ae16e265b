// /saya: the registration receipt again.
import type { BotContext } from "../context.js";
import { menuButtons } from "../menu.js";
import { registrationReceipt } from "../registration-receipt.js";
import { send } from "../show.js";
import { welcome } from "./start.js";

export async function showReceipt(ctx: BotContext): Promise<void> {
  const { actor, texts, world } = ctx;
  const [latest] = actor.person === null ? [] : await world.store.participants.ofPerson(actor.person.id);
  if (latest === undefined) return welcome(ctx, null);
  await send(ctx, { ...(await registrationReceipt(world, texts, latest.id)), buttons: menuButtons(actor, texts) });
}
