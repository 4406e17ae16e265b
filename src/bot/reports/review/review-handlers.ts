// /tinjau: new and changed reports one after the other, accepted or sent back; and the pictures of any report.
import { action, type Ids } from "../../../domain/messages/action.js";
import { rowsThatFit } from "../../../domain/messages/button-label.js";
import type { Button, RichText } from "../../../domain/messages/message.js";
import { paragraphs } from "../../../texts/rich.js";
import { findEvidence, nextReview, openReview, reviewReport } from "../../../use-cases/index.js";
import type { KnownContext } from "../../context.js";
import { startForm } from "../../forms/fill-in-form.js";
import { send, show } from "../../kit/show.js";
import { menuButtons } from "../../talk/main-menu.js";
import { type ReviewScope, showFiles, showSheet } from "./review-screen.js";

const ALL: ReviewScope = { participantId: null, practice: false };

export async function showNextReview(
  ctx: KnownContext,
  [after, participantId, practice]: Ids<"review">,
): Promise<void> {
  await goOn(ctx, after, { participantId, practice });
}

/** `said`: what became of the one before. */
async function goOn(ctx: KnownContext, after: number | null, scope: ReviewScope, said?: RichText): Promise<void> {
  const { actor, texts, world } = ctx;
  const next = await nextReview(world, actor, { after, ...scope });
  if (next !== null) return showSheet(ctx, next, scope, said);
  // Behind the last one: those that were skipped are still there.
  const first = after === null ? null : await nextReview(world, actor, { after: null, ...scope });
  const { review } = texts;
  const end = first === null ? review.nothing() : review.end(first.total);
  const again = { label: review.again, data: action("review", null, scope.participantId, scope.practice) };
  const message = {
    ...(said === undefined ? end : paragraphs(said, end)),
    buttons: [...(first === null ? [] : [[again]]), ...menuButtons(actor, texts)],
  };
  await (ctx.callbackQuery === undefined ? send(ctx, message) : show(ctx, message));
}

export async function acceptReport(
  ctx: KnownContext,
  [reportId, participantId, practice]: Ids<"accept_report">,
): Promise<void> {
  const { actor, texts, world } = ctx;
  const scope = { participantId, practice };
  const outcome = await reviewReport(world, actor, { reportId, verdict: "accepted" });
  const { review } = texts;
  switch (outcome.kind) {
    case "reviewed":
      return goOn(ctx, reportId, scope, review.wasAccepted(outcome.report.number));
    case "reviewed_already":
      return goOn(ctx, reportId, scope, review.reviewedAlready({ ...outcome.review, ...outcome }));
    case "changed_meanwhile": {
      const sheet = await openReview(world, actor, reportId);
      if (sheet === null) return gone(ctx);
      return showSheet(ctx, sheet, scope, review.changedMeanwhile(outcome.number));
    }
    default:
      return gone(ctx);
  }
}

export async function askCorrection(ctx: KnownContext, [reportId]: Ids<"ask_correction">): Promise<void> {
  const { actor, texts, world } = ctx;
  const sheet = await openReview(world, actor, reportId);
  if (sheet === null) return gone(ctx);
  const { report, zone } = sheet;
  if (report.id !== reportId) return showSheet(ctx, sheet, ALL, texts.review.changedMeanwhile(report.number));
  if (report.review !== null) {
    return goOn(ctx, reportId, ALL, texts.review.reviewedAlready({ ...report.review, zone, number: report.number }));
  }
  // Below: the report stays on the screen while its marks are chosen.
  await startForm(ctx, "correction", `report:${reportId}`, true);
}

/** Of any report that one may see: its photos and documents, and how many there are no more. */
export async function showEvidence(ctx: KnownContext, [number]: Ids<"evidence">): Promise<void> {
  const { actor, texts, world } = ctx;
  const files = await findEvidence(world, actor, number);
  if (files === null) return send(ctx, { ...texts.reports.notFound(number), buttons: menuButtons(actor, texts) });
  const shown = files.filter(({ isLost }) => !isLost);
  const refused = await showFiles(ctx, number, shown);
  const lost = files.length - shown.length + refused;
  const { review } = texts;
  const said = files.length === 0 ? review.noFiles() : review.filesAbove({ shown: shown.length - refused, lost });
  const back: Button[] = [
    { label: review.see, data: action("numbered", number) },
    { label: texts.common.menu, data: action("menu") },
  ];
  await send(ctx, { ...said, buttons: rowsThatFit(back, 2) });
}

async function gone(ctx: KnownContext): Promise<void> {
  await send(ctx, { ...ctx.texts.review.gone(), buttons: menuButtons(ctx.actor, ctx.texts) });
}
