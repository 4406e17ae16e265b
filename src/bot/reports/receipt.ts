// /saya: the registration receipt again.
import type { BotContext } from "../context.js";
import { send } from "../kit/show.js";
import { registrationReceipt } from "../registration/registration-receipt.js";
import { welcome } from "../registration/welcome.js";
import { menuButtons } from "../talk/menu.js";

export async function showReceipt(ctx: BotContext): Promise<void> {
  const { actor, texts, world } = ctx;
  const [latest] = actor.person === null ? [] : await world.store.participants.ofPerson(actor.person.id);
  if (latest === undefined) return welcome(ctx, null);
  await send(ctx, { ...(await registrationReceipt(world, texts, latest.id)), buttons: menuButtons(actor, texts) });
}
