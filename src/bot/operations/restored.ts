// For operators: the data came from a backup, everything waits, and the decision what becomes of it.
import { action, type Ids } from "../../domain/messages/action.js";
import { zoneOf } from "../../domain/people/person.js";
import { shortDayAndTime } from "../../texts/dates.js";
import { decideRestore, viewRestore } from "../../use-cases/index.js";
import type { BotContext, KnownContext } from "../context.js";
import { confirmScreen } from "../kit/confirm.js";
import { refuse } from "../kit/refuse.js";
import { show } from "../kit/show.js";

/** restored[:<drop|send>[:sure]]: both cannot be taken back, so they are asked about once more. */
export async function judgeRestore(ctx: KnownContext, [decision, isSure]: Ids<"restored">): Promise<void> {
  const { actor, texts, world } = ctx;
  const words = texts.restore;
  const no = { label: words.back, data: action("restored") };
  if (decision === null) return showHeld(ctx);
  if (!isSure) {
    const yes = { label: words.yes[decision], data: action("restored", decision, true) };
    return show(ctx, confirmScreen(words.ask[decision](), { yes, no }));
  }
  const outcome = await decideRestore(world, actor, decision);
  if (outcome.kind === "not_allowed") return refuse(ctx);
  if (outcome.kind === "nothing_held") return show(ctx, { ...words.nothingHeld(), buttons: [[announcements(words)]] });
  const unknowns = outcome.unknown > 0 ? [[{ label: words.unknowns(outcome.unknown), data: action("unknowns") }]] : [];
  await show(ctx, { ...words.decided(outcome), buttons: [...unknowns, [announcements(words)]] });
}

async function showHeld(ctx: KnownContext): Promise<void> {
  const { actor, texts, world } = ctx;
  const words = texts.restore;
  const view = await viewRestore(world, actor);
  if (view.kind === "not_allowed") return refuse(ctx);
  if (view.kind === "nothing_held") return show(ctx, { ...words.nothingHeld(), buttons: [[announcements(words)]] });
  const { restoredAt, recordedUntil, ...counts } = view.restored;
  const said = (at: Date) => shortDayAndTime(texts.language, zoneOf(actor.person), at);
  await show(ctx, {
    ...words.held({
      ...counts,
      noticedAt: said(restoredAt),
      recordedUntil: recordedUntil === null ? null : said(recordedUntil),
    }),
    buttons: [
      [{ label: words.drop(counts.overdue), data: action("restored", "drop") }],
      [{ label: words.send(counts.overdue), data: action("restored", "send") }],
    ],
  });
}

function announcements(words: BotContext["texts"]["restore"]) {
  return { label: words.announcements, data: action("announcements") };
}
