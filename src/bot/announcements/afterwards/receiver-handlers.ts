// The receivers of an announcement by name, and asking those who have not read it.

import { LEDGER } from "../../../domain/announcements/announcement.js";
import { action, type Ids } from "../../../domain/messages/action.js";
import { rowsThatFit } from "../../../domain/messages/button-label.js";
import type { RichText } from "../../../domain/messages/message.js";
import { ROWS_A_PAGE } from "../../../domain/paging.js";
import { announcementProgress, askToRead, listReceivers, readingOf } from "../../../use-cases/index.js";
import type { KnownContext } from "../../context.js";
import { confirmScreen } from "../../kit/confirm.js";
import { listScreen } from "../../kit/list-screen.js";
import { show } from "../../kit/show.js";
import { announcementDetails } from "../announcement-details.js";
import { around, placeButtons } from "./place-buttons.js";

/** Which list? Those with nobody in them are not offered. */
export async function chooseReceivers(ctx: KnownContext, [id]: Ids<"receivers">): Promise<void> {
  const { actor, texts, world } = ctx;
  const words = texts.announcement.receivers;
  const progress = await announcementProgress(world, actor, id);
  if (progress.kind === "out_of_reach") return show(ctx, texts.announcement.outOfReach());
  const reading = await readingOf(world, actor, id);
  const lists = [
    ...LEDGER.map((list) => ({ list, count: progress.tally[list] })),
    ...(reading === null ? [] : [{ list: "unread" as const, count: reading.unread }]),
  ].filter(({ count }) => count > 0);
  const rows = lists.map(({ list, count }) => [
    { label: words.choice(list, count), data: action("receivers_in", id, list, null, 0) },
  ]);
  const back = [{ label: texts.announcement.back, data: action("announcement_details", id) }];
  await show(ctx, listScreen(texts, words.ask(id), { rows, pages: null, back }));
}

export async function showReceivers(ctx: KnownContext, [id, list, place, page]: Ids<"receivers_in">): Promise<void> {
  const { actor, texts, world } = ctx;
  const words = texts.announcement.receivers;
  const outcome = await listReceivers(world, actor, { announcementId: id, list, place, page });
  if (outcome.kind === "out_of_reach") return show(ctx, texts.announcement.outOfReach());
  const up = place === null ? action("receivers", id) : action("receivers_in", id, list, around(place), 0);
  const back = [{ label: texts.announcement.back, data: up }];
  if (outcome.kind === "places") {
    const { within, parts } = outcome;
    const count = parts.reduce((sum, one) => sum + one.count, 0);
    const buttons = placeButtons(texts, parts, (code) => action("receivers_in", id, list, code, 0));
    return show(
      ctx,
      listScreen(texts, words.askPlace(list, count, within !== null), {
        rows: rowsThatFit(buttons, 2),
        pages: null,
        back,
      }),
    );
  }
  const { rows, total, last } = outcome;
  const lines = rows.map(({ name, className, cause, contactedAt }) => ({
    ...{ name, className, cause, isContacted: contactedAt !== null },
  }));
  const from = outcome.page * ROWS_A_PAGE;
  const pages = {
    at: { page: outcome.page, last },
    to: (other: number) => action("receivers_in", id, list, place, other),
  };
  await show(ctx, listScreen(texts, words.page(list, total, from, lines), { rows: [], pages, back }));
}

export async function askToReadAgain(ctx: KnownContext, [id]: Ids<"ask_read_again">): Promise<void> {
  const { actor, texts, world } = ctx;
  const words = texts.announcement.receivers;
  const reading = await readingOf(world, actor, id);
  if (reading === null) return details(ctx, id, words.notAsked());
  if (reading.askedAt !== null) return details(ctx, id, words.askedBefore());
  const yes = { label: words.askReadNow, data: action("read_again", id), tone: "primary" } as const;
  const no = { label: words.keep, data: action("announcement_details", id) };
  const progress = await announcementProgress(world, actor, id);
  const waiting = progress.kind === "out_of_reach" ? 0 : progress.tally.waiting;
  await show(ctx, confirmScreen(words.askReadSure(reading.unread, waiting), { yes, no }));
}

export async function readAgain(ctx: KnownContext, [id]: Ids<"read_again">): Promise<void> {
  const { actor, texts, world } = ctx;
  const words = texts.announcement.receivers;
  const outcome = await askToRead(world, actor, id);
  const said = {
    asked: () => words.asked("count" in outcome ? outcome.count : 0),
    asked_before: words.askedBefore,
    not_asked: words.notAsked,
    out_of_reach: () => null,
  }[outcome.kind]();
  await details(ctx, id, said);
}

async function details(ctx: KnownContext, id: number, note: RichText | null): Promise<void> {
  await show(ctx, await announcementDetails(ctx.world, ctx.actor, ctx.texts, id, note));
}
