// Photos and documents that come outside of forms: the rest of an album, or what somebody sends after a receipt.
import { isKnown, type KnownActor } from "../../domain/people/person.js";
import { LOOSE_FILE_MINUTES } from "../../domain/reports/evidence.js";
import { addLateFile, reportSentSince, unfinishedDrafts } from "../../use-cases/index.js";
import type { BotContext } from "../context.js";
import { isForm, startFormWith } from "../forms/fill-in-form.js";
import type { IncomingFile, Input } from "../forms/form.js";
import { FORMS } from "../forms/forms.js";
import { envelopeOf } from "../forms/standing.js";
import { holdsAlbum } from "../forms/steps/files-step.js";
import { inputOf } from "../kit/input.js";
import { present } from "../kit/show.js";

/** False when it is no file, or nobody can tell what it is for. */
export async function takeLooseFile(ctx: BotContext): Promise<boolean> {
  const { actor, message, world } = ctx;
  const input = inputOf(ctx);
  if (!isKnown(actor) || message === undefined || input.kind !== "file") return false;
  const { file } = input;
  if (file.albumId !== null && (await goesWithAlbum(ctx, actor, input, file, file.albumId))) return true;
  // Its other parts were answered: a question's photo, or one that nothing was kept of.
  if (ctx.restOfAlbum) return true;
  const since = new Date(message.date * 1000 - LOOSE_FILE_MINUTES * 60_000);
  const report = await reportSentSince(world, actor, since);
  if (report === null) return false;
  await startFormWith(ctx, "add_files", `report:${report.number}`);
  return true;
}

/** Where the other parts of its album are: in a form that was put aside, in a report that was sent meanwhile, with a plan. */
async function goesWithAlbum(
  ctx: BotContext,
  actor: KnownActor,
  input: Input,
  file: IncomingFile,
  albumId: string,
): Promise<boolean> {
  const { chats, chatId, texts, update, world } = ctx;
  const drafts = await unfinishedDrafts(world, actor);
  const draft = drafts.find(({ answers }) => holdsAlbum(answers, albumId));
  // The first of its album has opened this form itself, and was not handled to its end: it asks once more.
  if (draft?.lastUpdateId === update.update_id && !ctx.restOfAlbum) return false;
  if (draft !== undefined && isForm(draft.form)) {
    await FORMS[draft.form].take(world, actor, draft.subject, input, envelopeOf(ctx));
    return true;
  }
  const outcome = await addLateFile(world, actor, { file, albumId });
  if (outcome.kind === "none" || chatId === undefined) return false;
  const { files } = texts.reports;
  const said = outcome.kind === "refused" ? files.fault(outcome.fault) : files.cameLate(outcome.number);
  const isFirst = await chats.isFirst(chatId, `late:${albumId}`, update.update_id, world.clock.now());
  // More than the album's one answer: it was about a report that had not been sent.
  if (isFirst) await present(ctx, [said], "sent");
  return true;
}
