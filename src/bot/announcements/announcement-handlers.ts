// Announcements in the chat: the list with its drafts, composing and changing one, its card, holding and stopping.
import { action, type Ids } from "../../domain/messages/action.js";
import type { Button } from "../../domain/messages/message.js";
import { daysKept } from "../../domain/own-data/keeping.js";
import { pageOf, ROWS_A_PAGE } from "../../domain/paging.js";
import { zoneOf } from "../../domain/people/person.js";
import { dayIn } from "../../domain/time/calendar.js";
import { shortDay } from "../../texts/dates.js";
import { openingOf } from "../../texts/opening-of.js";
import {
  type AnnouncementDraft,
  announcementDrafts,
  announcementProgress,
  announcementToChange,
  cancelAnnouncement,
  cardMessage,
  changeButton,
  followAnnouncement,
  isChangeable,
  latestAnnouncements,
  newAnnouncementSubject,
  pauseAnnouncement,
  problemWords,
  resumeAnnouncement,
} from "../../use-cases/index.js";
import type { KnownContext } from "../context.js";
import { startForm } from "../forms/fill-in-form.js";
import { confirmScreen } from "../kit/confirm.js";
import { listScreen } from "../kit/list-screen.js";
import { present, send, show } from "../kit/show.js";

/** A screenful; older ones are found by those who remember their number. */
const LISTED = 5;
/** Beside them; all of them are a button away. */
const DRAFTS_LISTED = 3;
/** Behind a day and a sign. */
const OPENING_LISTED = 30;

/** /pengumuman: drafts and the last few, or straight to the first question when there are none. */
export async function openAnnouncements(ctx: KnownContext): Promise<void> {
  const { actor, texts, world } = ctx;
  const words = texts.announcement;
  const latest = await latestAnnouncements(world, actor, LISTED);
  const drafts = await announcementDrafts(world, actor);
  if (latest.length + drafts.length === 0) return composeAnnouncement(ctx);
  const entries = latest.map(({ id, content, createdAt }) => [
    {
      label: words.listEntry(dayOf(ctx, createdAt), openingOf(content.text, OPENING_LISTED)),
      data: action("announcement", id),
    },
  ]);
  const all = { label: words.drafts(drafts.length), data: action("announcement_drafts", 0) };
  const create = { label: words.create, data: action("announce"), tone: "primary" } as const;
  const shown = drafts.slice(0, DRAFTS_LISTED).map((draft) => draftRow(ctx, draft));
  const more = drafts.length > DRAFTS_LISTED ? [[all]] : [];
  await send(ctx, { ...words.list(), buttons: [[create], ...shown, ...more, ...entries] });
}

export async function showDrafts(ctx: KnownContext, [wanted]: Ids<"announcement_drafts">): Promise<void> {
  const { actor, texts, world } = ctx;
  const drafts = await announcementDrafts(world, actor);
  const { shown, page, last } = pageOf(drafts, ROWS_A_PAGE, wanted);
  const pages = { at: { page, last }, to: (to: number) => action("announcement_drafts", to) };
  const back = [{ label: texts.announcement.back, data: action("announcements") }];
  const rows = shown.map((draft) => draftRow(ctx, draft));
  const text = texts.announcement.draftList(drafts.length, daysKept("leftDrafts", world.settings.ages));
  await show(ctx, listScreen(texts, text, { rows, pages, back }));
}

/** Gone on with as every form that was put aside. */
function draftRow(ctx: KnownContext, { id, text, touchedAt }: AnnouncementDraft): Button[] {
  const { draft } = ctx.texts.announcement;
  return [{ label: draft.entry(openingOf(text, OPENING_LISTED), dayOf(ctx, touchedAt)), data: action("resume", id) }];
}

function dayOf({ actor, texts }: KnownContext, at: Date): string {
  return shortDay(texts.language, dayIn(zoneOf(actor.person), at));
}

export async function composeAnnouncement(ctx: KnownContext): Promise<void> {
  const { actor, world, update } = ctx;
  await startForm(ctx, "announcement", await newAnnouncementSubject(world, actor, update.update_id));
}

export async function changeOne(ctx: KnownContext, [id]: Ids<"change_announcement">): Promise<void> {
  const { actor, texts, world } = ctx;
  const announcement = await announcementToChange(world, actor, id);
  if (announcement === null) return show(ctx, texts.announcement.outOfReach());
  if (!isChangeable(announcement)) return showAnnouncement(ctx, [id]);
  await startForm(ctx, "announcement", `announcement:${id}`);
}

/** From here on this message follows the announcement. */
export async function showAnnouncement(ctx: KnownContext, [id]: Ids<"announcement">): Promise<void> {
  const { actor, texts, world } = ctx;
  const progress = await announcementProgress(world, actor, id);
  if (progress.kind === "out_of_reach") return show(ctx, texts.announcement.outOfReach());
  const card = cardMessage(texts, actor.person, progress, world.clock.now());
  const { messageId, refused } = await present(ctx, [card], "in place");
  if (!refused) await followAnnouncement(world, actor, { announcementId: id, messageId, card });
}

export async function pause(ctx: KnownContext, [id]: Ids<"pause_announcement">): Promise<void> {
  await pauseAnnouncement(ctx.world, ctx.actor, id);
  await showAnnouncement(ctx, [id]);
}

export async function goOn(ctx: KnownContext, [id]: Ids<"resume_announcement">): Promise<void> {
  const { texts, world } = ctx;
  const outcome = await resumeAnnouncement(world, ctx.actor, id);
  if (outcome.kind !== "problem") return showAnnouncement(ctx, [id]);
  await show(ctx, {
    ...texts.announcement.heldForProblem(id, problemWords(texts, outcome.problem)),
    buttons: [[changeButton(texts, id)], [{ label: texts.announcement.details, data: action("announcement", id) }]],
  });
}

/** What was sent cannot be called back, so stopping is asked once more; meanwhile nothing more leaves. */
export async function askStop(ctx: KnownContext, [id]: Ids<"ask_stop_announcement">): Promise<void> {
  const { actor, texts, world } = ctx;
  const words = texts.announcement;
  const { kind } = await pauseAnnouncement(world, actor, id);
  const progress = await announcementProgress(world, actor, id);
  if (progress.kind === "out_of_reach") return show(ctx, words.outOfReach());
  const waiting = progress.toGo.length > 0 ? null : progress.tally.waiting;
  const yes = { label: words.stopForGood, data: action("stop_announcement", id) };
  // Held by somebody before, it stays held.
  const back = kind === "changed" ? action("resume_announcement", id) : action("announcement", id);
  await show(ctx, confirmScreen(words.askStop(waiting), { yes, no: { label: words.goOn, data: back } }));
}

export async function stop(ctx: KnownContext, [id]: Ids<"stop_announcement">): Promise<void> {
  await cancelAnnouncement(ctx.world, ctx.actor, id);
  await showAnnouncement(ctx, [id]);
}
