// A report on its reviewer's screen: its pictures above, what it says, and what can be found of it.
import { action } from "../../../domain/messages/action.js";
import { rowsThatFit } from "../../../domain/messages/button-label.js";
import type { Button, Message, RichText } from "../../../domain/messages/message.js";
import { inOrderAsked } from "../../../domain/reports/questionnaire.js";
import { packed } from "../../../domain/threads/thread-file.js";
import type { Evidence } from "../../../ports/plans/reports.js";
import { paragraphs } from "../../../texts/rich.js";
import type { NextReview, ReportUnderReview } from "../../../use-cases/index.js";
import type { BotContext } from "../../context.js";
import { present, sendFiles } from "../../kit/show.js";

/** Of one participant's library alone; of what one practises on. */
export interface ReviewScope {
  participantId: number | null;
  practice: boolean;
}

/** As many as one album shows: the rest stands behind a button. */
const SHOWN_FILES = 10;

/** Shows it below, with the pictures above it; `said`: what became of the one before. */
export async function showSheet(
  ctx: BotContext,
  sheet: ReportUnderReview | NextReview,
  scope: ReviewScope,
  said?: RichText,
): Promise<void> {
  const files = sheet.files.filter(({ isLost }) => !isLost);
  const refused = await showFiles(ctx, sheet.report.number, files.slice(0, SHOWN_FILES));
  const lost = sheet.files.length - files.length + refused;
  const text = ctx.texts.review.page({
    ...sheet.report,
    ...{ type: sheet.report.planType, author: sheet.report.authorName, at: sheet.report.reportedAt },
    answers: inOrderAsked(sheet.report.answers, ctx.world.settings.questions),
    zone: sheet.zone,
    place: "place" in sheet ? { place: sheet.place, total: sheet.total } : null,
    before: sheet.before === null ? null : { ...sheet.before, zone: sheet.zone },
    ...{ changes: sheet.changes, isLatest: sheet.isLatest, lost },
  });
  const message: Message = {
    ...(said === undefined ? text : paragraphs(said, text)),
    buttons: sheetButtons(ctx, sheet, files.length, scope),
  };
  await present(ctx, [message], ctx.callbackQuery === undefined ? "sent" : "below");
}

function sheetButtons(
  { texts }: BotContext,
  { report, before, isLatest }: ReportUnderReview,
  files: number,
  { participantId, practice }: ReviewScope,
): Button[][] {
  const { review: words, common } = texts;
  const verdicts: Button[] = [
    { label: words.accept, data: action("accept_report", report.id, participantId, practice), tone: "success" },
    ...(isLatest ? [{ label: words.askCorrection, data: action("ask_correction", report.id) }] : []),
  ];
  const hasMore = files > SHOWN_FILES || (before !== null && report.files > files);
  const rest: Button[] = [
    ...(before === null ? [] : [{ label: words.whole, data: action("numbered", report.number) }]),
    ...(hasMore ? [{ label: words.files(report.files), data: action("evidence", report.number) }] : []),
  ];
  const on: Button[] = [
    { label: words.skip, data: action("review", report.id, participantId, practice) },
    { label: common.menu, data: action("menu") },
  ];
  return [report.reviewedAt === null ? verdicts : [], rest, on].flatMap((row) => rowsThatFit(row, 2));
}

/** Sends them in albums; returns how many Telegram would not show. */
export async function showFiles(ctx: BotContext, number: string, files: readonly Evidence[]): Promise<number> {
  const attachments = packed(files.map(({ kind, fileId }) => ({ kind, fileId, albumId: null })));
  const said = ctx.texts.review.fileOf(number);
  return sendFiles(
    ctx,
    attachments.map((attachment) => ({ ...said, attachment, silent: true as const })),
  );
}
