// What somebody began to fill in and has not finished: listed, gone on with, or thrown away, and only when they say so.

import { action, type Ids } from "../../domain/messages/action.js";
import { pageOf } from "../../domain/paging.js";
import { zoneOf } from "../../domain/people/person.js";
import { dayIn } from "../../domain/time/calendar.js";
import { shortDay } from "../../texts/dates.js";
import { unfinishedDraft } from "../../use-cases/index.js";
import type { KnownContext } from "../context.js";
import { closeForm, isForm, startForm } from "../forms/fill-in-form.js";
import { FORMS } from "../forms/forms.js";
import { listScreen } from "../kit/list-screen.js";
import { send, show } from "../kit/show.js";
import { menuButtons } from "./main-menu.js";
import { savedForms } from "./menu-with-saved-forms.js";

/** Two buttons each, and all on a small phone's screen. */
const FORMS_A_PAGE = 5;

export async function showSaved(ctx: KnownContext, [page]: Ids<"saved">, say = show): Promise<void> {
  const { actor, texts } = ctx;
  const { saved: words } = texts.common;
  const all = await savedForms(ctx);
  if (all.length === 0) return say(ctx, { ...words.none(), buttons: menuButtons(actor, texts) });
  const { shown, from, page: at, last } = pageOf(all, FORMS_A_PAGE, page);
  const zone = zoneOf(actor.person);
  const entries = shown.map(({ about, draft }) => ({
    about,
    day: shortDay(texts.language, dayIn(zone, draft.updatedAt)),
  }));
  const buttons = shown.map(({ draft }, index) => [
    { label: words.goOn(from + index + 1), data: action("resume", draft.id) },
    { label: words.throwAway(from + index + 1), data: action("discard", draft.id) },
  ]);
  const pages = { at: { page: at, last }, to: (to: number) => action("saved", to) };
  const back = [{ label: texts.common.menu, data: action("menu") }];
  await say(ctx, listScreen(texts, words.list(entries, from), { rows: buttons, pages, back }));
}

/** The button of a nudge, or of the list: goes on with its own draft, however many there are. */
export async function resume(ctx: KnownContext, [id]: Ids<"resume">): Promise<void> {
  const { actor, world } = ctx;
  // Buttons of former menus say no number: they lead to the list.
  if (id === null) return showSaved(ctx, [0]);
  const draft = await unfinishedDraft(world, actor, id);
  if (draft === null || !isForm(draft.form)) return showSaved(ctx, [0], send);
  await startForm(ctx, draft.form, draft.subject, true);
}

/** Throws one away, and shows what is left. */
export async function discard(ctx: KnownContext, [id]: Ids<"discard">): Promise<void> {
  const { actor, world, update } = ctx;
  const draft = await unfinishedDraft(world, actor, id);
  if (draft === null || !isForm(draft.form)) return showSaved(ctx, [0]);
  const taken = await FORMS[draft.form].throwAway(world, actor, draft, update.update_id);
  await closeForm(ctx, draft);
  await show(ctx, taken);
}
