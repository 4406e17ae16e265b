// The one conversation of the bot: waits at the open question of a form, takes the answer, shows what comes next, starts over.
// Rewinding after each answer keeps the stored conversation at one wait however long the form is, so that a new version of the
// bot can never read an answer as one to another question: which question is open, the draft alone knows.
import type { KnownActor } from "../../domain/person.js";
import { isKnown } from "../../domain/person.js";
import type { World } from "../../ports.js";
import { textsFor } from "../../texts/index.js";
import { loadActor } from "../actor.js";
import type { BotContext, BotConversation, InnerContext } from "../context.js";
import { inputOf } from "../input.js";
import { send, show, showBelow } from "../show.js";
import { readPress } from "./form.js";
import { FORMS, type FormName } from "./forms.js";
import type { Taken } from "./run-form.js";

/** Raise it when the frame below changes its sequence of waits: stored conversations of older versions are dropped. */
export const FILL_IN_FORM = "fill-in-form@1";

/**
 * Opens the form, shows its open question and waits there. Another form that was open stays kept as a draft. `below`: as a new
 * message even when a button was pressed, because something was said in its place already.
 */
export async function startForm(ctx: BotContext, name: FormName, subject: string, below = false): Promise<void> {
  if (!isKnown(ctx.actor)) throw new Error("A form needs a person: consent comes first.");
  const taken = await FORMS[name].open(ctx.world, ctx.actor, subject);
  await ctx.conversation.exitAll();
  if (taken.kind === "ask") await ctx.conversation.enter(FILL_IN_FORM, name, subject);
  const put = (await isFarUp(ctx.world, ctx)) ? showBelow : show;
  await say(ctx, taken.kind === "ask" && below ? { ...taken, below } : taken, ctx.actor, put);
}

export function fillInForm(world: World) {
  return async (conversation: BotConversation, ctx: InnerContext, name: FormName, subject: string): Promise<void> => {
    const top = conversation.checkpoint();
    const telegramId = ctx.chatId;
    if (telegramId === undefined) return;
    const withActor = async <T>(work: (actor: KnownActor) => Promise<T>): Promise<T | null> => {
      const actor = await loadActor(world, telegramId);
      return isKnown(actor) ? work(actor) : null;
    };
    const inner = await conversation.wait();
    // The open question stays open, and the update goes on to whoever it is for.
    if (!isAnswer(inner)) await conversation.skip({ next: true });
    // What `external` returns is stored as JSON, so it returns outcomes and never throws the expected.
    const outcome = await conversation.external(() =>
      withActor(async (actor) => ({
        actor,
        taken: await FORMS[name].take(world, actor, subject, inputOf(inner), inner.update.update_id),
        isFarUp: await isFarUp(world, inner),
      })),
    );
    if (outcome === null) return;
    await say(inner, outcome.taken, outcome.actor, outcome.isFarUp ? showBelow : show);
    if (outcome.taken.kind !== "over") await conversation.rewind(top);
    await conversation.external(() => withActor((actor) => FORMS[name].close(world, actor, subject)));
  };
}

/** Whether the update is for the open question: not a command, nor another screen's button, nor a change to an old message. */
function isAnswer(ctx: InnerContext): boolean {
  if (ctx.callbackQuery !== undefined) return readPress(ctx.callbackQuery.data ?? "") !== null;
  return ctx.message !== undefined && !(ctx.message.text ?? "").startsWith("/");
}

/** Whether something stands below the pressed message: that is what they see, and an edit above it would not be. */
async function isFarUp(world: World, { chatId, callbackQuery }: InnerContext): Promise<boolean> {
  const pressed = callbackQuery?.message;
  return pressed !== undefined && chatId !== undefined && world.store.taps.isAnythingBelow(chatId, pressed.message_id);
}

async function say(ctx: InnerContext, taken: Taken, actor: KnownActor, put: typeof show): Promise<void> {
  if (taken.kind === "quiet") return;
  if (taken.keyboardOver === true) await send(ctx, { ...textsFor(actor.language).common.noted(), keyboard: "remove" });
  for (const message of taken.kind === "ask" ? (taken.before ?? []) : []) await send(ctx, message);
  if (taken.kind === "ask" && taken.below === true) await send(ctx, taken.message);
  else await put(ctx, taken.message);
}
