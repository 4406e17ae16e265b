// From a pressed button to its handler: judged by the table of routes before anything of it runs.
import { meansPractice, type Pressed } from "../domain/messages/action.js";
import { isAmong, type Who } from "../domain/people/is-among.js";
import { isKnown } from "../domain/people/person.js";
import { usePractice, whereMoved } from "../use-cases/index.js";
import type { BotContext, KnownContext } from "./context.js";
import { refuseTo } from "./gate/former-staff.js";
import { refuse } from "./kit/refuse.js";
import { welcome } from "./registration/welcome.js";
import { ROUTES } from "./routes/routes.js";

/** The ids were read for this very route, and the person was found among those it is for: the compiler can know neither. */
interface AnyRoute {
  who: Who;
  run(ctx: KnownContext, ids: Pressed["ids"]): Promise<unknown>;
}

export async function answerPress(ctx: BotContext, pressed: Pressed): Promise<void> {
  const { who, run } = ROUTES[pressed.name] as AnyRoute;
  if (!isAmong(ctx.actor, who)) {
    // A stranger is shown how to begin where everybody who has begun would be answered.
    const isForAllKnown = who === "known" || who === "participant";
    if (!isForAllKnown || isKnown(ctx.actor)) return refuseTo(ctx, who);
    const moved = await whereMoved(ctx.world, ctx.actor);
    return moved === null ? welcome(ctx, null) : refuse(ctx, ctx.texts.account[moved]());
  }
  // A list of what one practises on is one's practice in use.
  if (meansPractice(pressed)) await usePractice(ctx.world, ctx.actor);
  await run(ctx as KnownContext, pressed.ids);
}
