// Whom an announcement did not reach: the list, one of them with words to pass on, and what came of it. For admins and trainers alike.

import { action, type Ids } from "../../../domain/messages/action.js";
import { rowsThatFit } from "../../../domain/messages/button-label.js";
import type { Button } from "../../../domain/messages/message.js";
import { ROWS_A_PAGE } from "../../../domain/paging.js";
import { writePhone } from "../../../domain/people/phone.js";
import { openingOf } from "../../../texts/opening-of.js";
import { hasCalls, listCallLists, listCalls, noteCalled, openCall, tellTrainers } from "../../../use-cases/index.js";
import type { KnownContext } from "../../context.js";
import { askForExport } from "../../exports/ask-for-export.js";
import { listScreen } from "../../kit/list-screen.js";
import { show } from "../../kit/show.js";
import { around, placeButtons } from "./place-buttons.js";

/** Of a trainer: the announcements that did not reach some of their people. */
export async function showCallLists(ctx: KnownContext): Promise<void> {
  const { actor, texts, world } = ctx;
  const words = texts.announcement.calls;
  const lists = (await listCallLists(world, actor)).slice(0, MOST_LISTS);
  const rows = lists.map(({ announcementId, text, count }) => [
    { label: words.list(openingOf(text, 24), count), data: action("call_list", announcementId, 0) },
  ]);
  const back = [{ label: texts.common.menu, data: action("menu") }];
  await show(ctx, listScreen(texts, words.lists(lists.length), { rows, pages: null, back }));
}

const MOST_LISTS = 8;

export async function showCallList(ctx: KnownContext, [id, page, place]: Ids<"call_list">): Promise<void> {
  const { actor, texts, world } = ctx;
  const words = texts.announcement.calls;
  const outcome = await listCalls(world, actor, { announcementId: id, page, place });
  if (outcome.kind === "out_of_reach") return show(ctx, words.outOfReach());
  const { announcement, total, done, isSteered } = outcome;
  const opening = openingOf(announcement.content.text);
  const files = [
    { label: words.pdf, data: action("call_sheet", id, "pdf") },
    { label: words.excel, data: action("call_sheet", id, "xlsx") },
  ];
  const tell = isSteered ? [{ label: words.tellTrainers, data: action("tell_trainers", id) }] : [];
  const above = isSteered
    ? { label: texts.announcement.back, data: action("announcement_details", id) }
    : { label: words.back, data: action("call_lists") };
  const up = place === null ? above : { label: words.back, data: action("call_list", id, 0, around(place)) };
  if (outcome.kind === "places") {
    const { parts, within } = outcome;
    const buttons = placeButtons(texts, parts, (code) => action("call_list", id, 0, code));
    return show(
      ctx,
      listScreen(texts, words.askPlace({ opening, total, done }, within !== null), {
        ...{ rows: rowsThatFit(buttons, 2), pages: null, more: [files, tell], back: [up] },
      }),
    );
  }
  const { rows, last } = outcome;
  const from = outcome.page * ROWS_A_PAGE;
  const view = {
    ...{ opening, total, done, from },
    rows: rows.map(({ name, regency, entry, contactedAt }) => ({ name, regency, entry, isDone: contactedAt !== null })),
  };
  const numbers = rows.map((row, index) => ({
    label: String(from + index + 1),
    data: action("call", row.id, outcome.page, place),
  }));
  await show(
    ctx,
    listScreen(texts, words.page(view), {
      rows: rowsThatFit(numbers, 3),
      pages: { at: { page: outcome.page, last }, to: (other) => action("call_list", id, other, place) },
      more: total === 0 ? [] : [files, tell],
      back: [up],
    }),
  );
}

export async function showCall(ctx: KnownContext, [id, page, place]: Ids<"call">): Promise<void> {
  const { actor, texts, world } = ctx;
  const words = texts.announcement.calls;
  const outcome = await openCall(world, actor, id);
  if (outcome.kind === "out_of_reach") return show(ctx, words.outOfReach());
  const { call, ready, isPractice } = outcome;
  const { name, phone, library, className, entry, contactedBy, announcementId } = call;
  const view = {
    ...{ name, library, className, entry, doneBy: contactedBy, ready: openingOf(ready, MOST_SHOWN) },
    phone: phone === null ? null : writePhone(phone),
  };
  const done = contactedBy !== null;
  const mark = { label: done ? words.uncalled : words.called, data: action("called", id, done, page, place) };
  const back = { label: words.back, data: action("call_list", announcementId, page, place) };
  await show(ctx, {
    ...words.person(view),
    buttons: [...whatsApp(words.whatsApp, phone, ready, isPractice), [mark], [back]],
  });
}

/** The whole of it goes with the link; a screen is read at a glance. */
const MOST_SHOWN = 400;
/** Telegram takes no longer links. */
const LONGEST_LINK = 2000;

/** Nobody of a practice has a number that is theirs. */
function whatsApp(label: string, phone: string | null, ready: string, isPractice: boolean): Button[][] {
  if (phone === null || isPractice) return [];
  const number = `https://wa.me/${phone.replace(/\D/g, "")}`;
  const whole = `${number}?text=${encodeURIComponent(ready)}`;
  return [[{ label, url: whole.length <= LONGEST_LINK ? whole : number }]];
}

export async function called(ctx: KnownContext, [id, undo, page, place]: Ids<"called">): Promise<void> {
  const outcome = await noteCalled(ctx.world, ctx.actor, { receiverId: id, undo });
  if (outcome.kind === "out_of_reach") return show(ctx, ctx.texts.announcement.calls.outOfReach());
  await showCallList(ctx, [outcome.announcementId, page, place]);
}

export async function callSheet(ctx: KnownContext, [id, format]: Ids<"call_sheet">): Promise<void> {
  if (!(await hasCalls(ctx.world, ctx.actor, id))) return show(ctx, ctx.texts.announcement.calls.outOfReach());
  await askForExport(ctx, "call_sheet", `${id}.${format}`);
}

export async function tellOfCalls(ctx: KnownContext, [id]: Ids<"tell_trainers">): Promise<void> {
  const { actor, texts, world } = ctx;
  const words = texts.announcement.calls;
  const outcome = await tellTrainers(world, actor, id);
  if (outcome.kind === "out_of_reach") return show(ctx, words.outOfReach());
  const back = { label: words.back, data: action("call_list", id, 0) };
  await show(ctx, { ...words.toldTrainers(outcome.count), buttons: [[back]] });
}
