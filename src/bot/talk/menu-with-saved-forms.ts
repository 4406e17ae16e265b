// The menu, with the way to what somebody began to fill in and has not finished.
import { action } from "../../domain/messages/action.js";
import type { Button, Message } from "../../domain/messages/message.js";
import { isKnown } from "../../domain/people/person.js";
import type { Draft } from "../../ports/queue/drafts.js";
import { unfinishedDrafts } from "../../use-cases/index.js";
import type { BotContext } from "../context.js";
import { isForm } from "../forms/fill-in-form.js";
import { answersOf } from "../forms/form.js";
import { FORMS } from "../forms/forms.js";
import { countedMenu } from "./main-menu.js";
export interface Saved {
  draft: Draft;
  about: string;
}

/** The one filled in last comes first. What was done in another way meanwhile has ended, and is none of them. */
export async function savedForms({ actor, world }: BotContext, begun?: readonly Draft[]): Promise<Saved[]> {
  if (!isKnown(actor)) return [];
  const saved: Saved[] = [];
  for (const draft of begun ?? (await unfinishedDrafts(world, actor))) {
    // Opened and left again without a word, it is nothing to come back to.
    const isBegun = draft.savedAt !== null || Object.keys(answersOf(draft)).length > 0;
    if (!isBegun || !isForm(draft.form)) continue;
    const about = await FORMS[draft.form].about(world, actor, draft);
    if (about !== null) saved.push({ draft, about });
  }
  return saved;
}

/** The button that leads to them, where there are any. */
export async function savedButtons(ctx: BotContext, begun?: readonly Draft[]): Promise<Button[][]> {
  const { length } = await savedForms(ctx, begun);
  return length === 0 ? [] : [[{ label: ctx.texts.common.saved.open(length), data: action("saved", 0) }]];
}

/** The menu, with the way to what they have put aside. `begun`: where nothing has ended or begun in this update, and it was read already. */
export async function mainMenu(ctx: BotContext, begun?: readonly Draft[]): Promise<Message & { buttons: Button[][] }> {
  const menu = await countedMenu(ctx);
  return { ...menu, buttons: [...(await savedButtons(ctx, begun)), ...menu.buttons] };
}
