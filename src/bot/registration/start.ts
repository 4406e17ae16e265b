// /start, with a class's token, an invitation's or none: consent first, then registration; those we know get their menu.
import { isAdmin, isKnown, isTrainer } from "../../domain/people/person.js";
import type { TrainingClass } from "../../ports/programme/classes.js";
import { openClassLink } from "../../use-cases/index.js";
import type { BotContext } from "../context.js";
import { startForm } from "../forms/fill-in-form.js";
import { askForConsent } from "../gate/notice.js";
import { send } from "../kit/show.js";
import { menuButtons } from "../talk/menu.js";
import { mainMenu } from "../talk/saved-forms.js";
import { openInvitation } from "./invitation-handlers.js";
import { NO_TOKEN, registrationSubject, rememberClass, rememberedClass } from "./joining.js";

export async function start(ctx: BotContext, token: string): Promise<void> {
  const { actor, texts, world } = ctx;
  if (token === "") return welcome(ctx, null);
  const invitation = await world.store.people.findInvitation(token);
  if (invitation !== null) return openInvitation(ctx, invitation);
  const opened = await openClassLink(world, token, ctx.saidAt);
  if (opened.kind === "closed") {
    const words = { className: opened.trainingClass.name, trainers: opened.trainers };
    return send(ctx, { ...texts.admission.link.ask(words), buttons: menuButtons(actor, texts) });
  }
  if (opened.kind === "unknown") {
    await send(ctx, texts.registration.unknownLink());
    return welcome(ctx, null);
  }
  await rememberClass(ctx, opened.trainingClass);
  await welcome(ctx, opened.trainingClass);
}

/** What somebody sees first: the notice, the menu, or the open question of registration. */
export async function welcome(ctx: BotContext, ofLink: TrainingClass | null): Promise<void> {
  const trainingClass = ofLink ?? (await rememberedClass(ctx));
  if (await askForConsent(ctx, trainingClass?.joinToken ?? NO_TOKEN)) return;
  const { actor, texts, world } = ctx;
  if (!isKnown(actor)) throw new Error("Somebody unknown owes no notice: consent makes a person.");
  const hasRole = isTrainer(actor) || isAdmin(actor);
  if (hasRole && actor.person.name === "") return startForm(ctx, "staff_name", "own");
  const classes = (await world.store.participants.ofPerson(actor.person.id)).map((one) => one.trainingClass);
  const isIn = trainingClass !== null && classes.some(({ id }) => id === trainingClass.id);
  if (isIn) await send(ctx, texts.registration.alreadyIn(trainingClass.name));
  if (isIn || (trainingClass === null && (classes.length > 0 || hasRole))) return send(ctx, await mainMenu(ctx));
  await startForm(ctx, "registration", await registrationSubject(ctx, trainingClass));
}
