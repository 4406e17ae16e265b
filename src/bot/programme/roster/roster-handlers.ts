// Rosters from files: asked for on a class's page, by /impor, or sent at any time; and taken back.

import type { Ids } from "../../../domain/messages/action.js";
import { maySetUpSomeClass } from "../../../domain/people/permissions.js";
import { isKnown } from "../../../domain/people/person.js";
import type { Texts } from "../../../texts/index.js";
import { paragraphs } from "../../../texts/rich.js";
import { type UndoImportOutcome, undoImport, viewClassSetUp } from "../../../use-cases/index.js";
import type { BotContext, KnownContext } from "../../context.js";
import { startForm, startFormWith } from "../../forms/fill-in-form.js";
import { refuse } from "../../kit/refuse.js";
import { show } from "../../kit/show.js";

/** What spreadsheets call their files. */
const TABLE = /\.(xlsx?|xlsm|ods|csv|tsv)$/i;

export async function askForRoster(ctx: KnownContext, [id]: Ids<"roster">): Promise<void> {
  const isTheirs =
    id === 0 ? maySetUpSomeClass(ctx.actor) : (await viewClassSetUp(ctx.world, ctx.actor, id)).kind === "found";
  await (isTheirs ? startForm(ctx, "roster", `class:${id}`) : refuse(ctx));
}

/** A table that an admin of classes sends without being asked is a roster. False for anything else. */
export async function takeLooseRoster(ctx: BotContext): Promise<boolean> {
  const { actor, message } = ctx;
  if (!isKnown(actor) || !maySetUpSomeClass(actor) || !TABLE.test(message?.document?.file_name ?? "")) return false;
  await startFormWith(ctx, "roster", "class:0");
  return true;
}

export async function undoRoster(ctx: KnownContext, [importId]: Ids<"undo_import">): Promise<void> {
  const { actor, texts, world } = ctx;
  const outcome = await undoImport(world, actor, importId);
  const { roster } = texts;
  switch (outcome.kind) {
    case "not_allowed":
      return refuse(ctx);
    case "undone":
      return show(ctx, paragraphs(...wordsOfUndo(texts, outcome)));
    case "undone_before":
      return show(ctx, roster.undoneBefore());
    case "too_late":
      return show(ctx, roster.tooLate());
  }
}

function wordsOfUndo(
  { roster, workbook }: Texts,
  { undone, stayed, made }: Extract<UndoImportOutcome, { kind: "undone" }>,
) {
  const rows = roster.undone(undone, stayed.slice(0, MOST_NAMED));
  if (made === null) return [rows];
  const things = workbook.undone(made);
  return undone + stayed.length > 0 ? [things, rows] : [things];
}

/** As many names as a screen holds. */
const MOST_NAMED = 12;
