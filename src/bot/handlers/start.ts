// /start, with a class's token, an invitation's or none: consent first, then registration; those we know get their menu.
import { isAdmin, isKnown, isTrainer } from "../../domain/person.js";
import type { TrainingClass } from "../../ports/classes.js";
import type { BotContext } from "../context.js";
import { startForm } from "../conversations/fill-in-form.js";
import { menuMessage } from "../menu.js";
import { NO_TOKEN, openClass } from "../notice-screen.js";
import { send } from "../show.js";
import { openInvitation } from "./invitation.js";
import { askForConsent } from "./notice.js";

export async function start(ctx: BotContext, token: string): Promise<void> {
  const trainingClass = token === "" ? null : await openClass(ctx.world, token);
  const invitation = token === "" ? null : await ctx.world.store.people.findInvitation(token);
  if (invitation !== null) return openInvitation(ctx, invitation);
  if (token !== "" && trainingClass === null) await send(ctx, ctx.texts.registration.unknownLink());
  await welcome(ctx, trainingClass);
}

/** What somebody sees first: the notice, the menu, or the open question of registration. */
export async function welcome(ctx: BotContext, trainingClass: TrainingClass | null): Promise<void> {
  if (await askForConsent(ctx, trainingClass?.joinToken ?? NO_TOKEN)) return;
  const { actor, texts, world } = ctx;
  if (!isKnown(actor)) throw new Error("Somebody unknown owes no notice: consent makes a person.");
  const hasRole = isTrainer(actor) || isAdmin(actor);
  if (hasRole && actor.person.name === "") return startForm(ctx, "staff_name", "own");
  const classes = (await world.store.participants.ofPerson(actor.person.id)).map((one) => one.trainingClass);
  const isIn = trainingClass !== null && classes.some(({ id }) => id === trainingClass.id);
  if (isIn) await send(ctx, texts.registration.alreadyIn(trainingClass.name));
  if (isIn || (trainingClass === null && (classes.length > 0 || hasRole))) return send(ctx, menuMessage(actor, texts));
  await startForm(ctx, "registration", subjectOf(trainingClass));
}

function subjectOf(trainingClass: TrainingClass | null): string {
  return trainingClass === null ? "new" : `class:${trainingClass.id}`;
}
