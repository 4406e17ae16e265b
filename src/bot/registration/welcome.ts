// What somebody sees first, and whenever nothing else is to be said.
import { isAdmin, isKnown, isTrainer } from "../../domain/people/person.js";
import type { TrainingClass } from "../../ports/programme/classes.js";
import {
  NO_TOKEN,
  ownParticipations,
  registrationSubject,
  rememberedClass,
  rememberedHandover,
} from "../../use-cases/index.js";
import type { BotContext } from "../context.js";
import { startForm } from "../forms/fill-in-form.js";
import { askForConsent } from "../gate/notice/ask-for-consent.js";
import { send } from "../kit/show.js";
import { mainMenu } from "../talk/menu-with-saved-forms.js";
import { goOnWithHandover } from "./handover-handlers.js";

/** What somebody sees first: the notice, the menu, or the open question of registration. */
export async function welcome(ctx: BotContext, ofLink: TrainingClass | null): Promise<void> {
  const trainingClass = ofLink ?? (await rememberedClass(ctx.world, ctx.actor, ctx));
  if (await askForConsent(ctx, trainingClass?.joinToken ?? NO_TOKEN)) return;
  const { actor, texts, world } = ctx;
  if (!isKnown(actor)) throw new Error("Somebody unknown owes no notice: consent makes a person.");
  const code = await rememberedHandover(world, actor, ctx.begun);
  if (code !== null) return goOnWithHandover(ctx, code);
  const hasRole = isTrainer(actor) || isAdmin(actor);
  if (hasRole && actor.person.name === "") return startForm(ctx, "staff_name", "own");
  const classes = (await ownParticipations(world, actor)).map((one) => one.trainingClass);
  const isIn = trainingClass !== null && classes.some(({ id }) => id === trainingClass.id);
  if (isIn) await send(ctx, texts.registration.alreadyIn(trainingClass.name));
  if (isIn || (trainingClass === null && (classes.length > 0 || hasRole)))
    return send(ctx, await mainMenu(ctx, await ctx.begun()));
  const wish = { updateId: ctx.update.update_id, begun: ctx.begun };
  await startForm(ctx, "registration", await registrationSubject(world, actor, trainingClass, wish));
}
