// What is remembered of an invitation between its link, the number and the consent: a draft that is no form, but dies and is erased like one.
import type { BotContext } from "../context.js";
import { forgetJoining } from "./joining.js";

export const INVITATION_DRAFT = "invitation";
/** Taken up, or refused: what was begun with the link goes, and a later "ya" is said to something else. */
export async function forgetInvitation(ctx: BotContext): Promise<void> {
  const { world, actor } = ctx;
  for (const { id } of await world.store.drafts.ofForm(actor.telegramId, INVITATION_DRAFT))
    await world.store.drafts.remove(id);
  await forgetJoining(ctx);
}
