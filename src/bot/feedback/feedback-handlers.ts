// The form about a class, and what its people said: pages, picture, workbook.
import type { FeedbackView } from "../../domain/feedback/feedback-sums.js";
import type { Ids } from "../../domain/messages/action.js";
import { action } from "../../domain/messages/action.js";
import type { Area } from "../../domain/overview/area.js";
import { WHOLE_COUNTRY } from "../../domain/overview/area.js";
import { feedbackSheets, feedbackTable } from "../../texts/files/sheets/feedback-sheets.js";
import { openFeedback, viewFeedback } from "../../use-cases/index.js";
import type { KnownContext } from "../context.js";
import { startForm } from "../forms/fill-in-form.js";
import { refuse } from "../kit/refuse.js";
import { send, show } from "../kit/show.js";
import { menuButtons } from "../talk/main-menu.js";
import { feedbackScreen, wordsScreen } from "./feedback-screen.js";

export async function startFeedback(ctx: KnownContext, [classId]: Ids<"feedback">): Promise<void> {
  const { feedback } = ctx.texts;
  const { kind } = await openFeedback(ctx.world, ctx.actor, classId);
  if (kind === "open") return startForm(ctx, "feedback", `class:${classId}`);
  if (kind === "not_yours") return refuse(ctx);
  const said = kind === "given" ? feedback.givenBefore() : feedback.tooSoon();
  await send(ctx, { ...said, buttons: menuButtons(ctx.actor, ctx.texts) });
}

export async function showFeedback(ctx: KnownContext, [area, page]: Ids<"feedback_results">): Promise<void> {
  const found = await find(ctx, area);
  if (found !== null) await show(ctx, feedbackScreen(ctx.texts, found, page));
}

export async function showFeedbackWords(ctx: KnownContext, [classId, page]: Ids<"feedback_words">): Promise<void> {
  const found = await find(ctx, { ...WHOLE_COUNTRY, classId });
  if (found !== null) await show(ctx, wordsScreen(ctx.texts, found, page));
}

export async function sendFeedbackFile(ctx: KnownContext, [file, area]: Ids<"feedback_file">): Promise<void> {
  // The picture has no name in it.
  const found = await find(ctx, area, file === "xlsx");
  if (found === null) return;
  const { texts, world } = ctx;
  world.progress?.({ what: "drawing" });
  const bytes =
    file === "picture"
      ? await world.sheets.picture(feedbackTable(texts, found))
      : await world.sheets.xlsx(feedbackSheets(texts, found), texts.feedback.sheet.about);
  await send(ctx, {
    ...texts.feedback.fileCaption(found.name, found.sum.released),
    buttons: [[{ label: texts.feedback.toResults, data: action("feedback_results", found.area) }]],
    attachment: {
      kind: file === "picture" ? "photo" : "document",
      name: `${texts.feedback.sheet.fileName}.${file === "picture" ? "png" : "xlsx"}`,
      base64: Buffer.from(bytes).toString("base64"),
    },
  });
}

/** Null where it was refused, and told. */
async function find(ctx: KnownContext, area: Area, asFile = false): Promise<FeedbackView | null> {
  const found = await viewFeedback(ctx.world, ctx.actor, area, { asFile });
  if (found.kind === "found") return found;
  await refuse(ctx);
  return null;
}
