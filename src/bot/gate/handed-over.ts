// Somebody who gave their library to a successor and takes part in nothing else: they are asked for nothing, and not to register.
import { handedOverLibrary } from "../../use-cases/index.js";
import { letterButtons } from "../completion/letter-handlers.js";
import type { BotContext } from "../context.js";
import { send } from "../kit/show.js";
import { menuButtons } from "../talk/main-menu.js";

/** False: it is somebody else, or they have begun to register for another class. */
export async function sayHandedOver(ctx: BotContext): Promise<boolean> {
  const { actor, texts, world } = ctx;
  const library = await handedOverLibrary(world, actor);
  if (library === null || (await ctx.begun()).some(({ form }) => form === "registration")) return false;
  // What they have earned until then stays theirs.
  const letters = await letterButtons(ctx, []);
  await send(ctx, { ...texts.handover.handedOver(library), buttons: [...letters, ...menuButtons(actor, texts)] });
  return true;
}
