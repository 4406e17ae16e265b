// From a pressed button to its handler: judged by the table of routes before anything of it runs.
import { meansPractice, type Pressed } from "../../domain/messages/action.js";
import { isAmong } from "../../domain/people/is-among.js";
import { isKnown } from "../../domain/people/person.js";
import { usePractice } from "../../use-cases/index.js";
import type { BotContext, KnownContext } from "../context.js";
import { refuse } from "../kit/refuse.js";
import { welcome } from "../registration/welcome.js";
import type { Route } from "./route.js";
import { ROUTES } from "./routes.js";

export async function answerPress(ctx: BotContext, pressed: Pressed): Promise<void> {
  const { who } = ROUTES[pressed.name];
  if (!isAmong(ctx.actor, who)) {
    // A stranger is shown how to begin where everybody who has begun would be answered.
    const isForAllKnown = who === "known" || who === "participant";
    return isForAllKnown && !isKnown(ctx.actor) ? welcome(ctx, null) : refuse(ctx);
  }
  // A list of what one practises on is one's practice in use.
  if (meansPractice(pressed)) await usePractice(ctx.world, ctx.actor);
  // The name and its ids were read together, which the compiler cannot know of a pair that was taken apart.
  const { run } = ROUTES[pressed.name] as Route<typeof pressed.name> as {
    run(ctx: KnownContext, ids: unknown): Promise<unknown>;
  };
  await run(ctx as KnownContext, pressed.ids);
}
