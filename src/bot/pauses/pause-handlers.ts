// A pause on one page, with what can be done about it. Who may is decided by the use cases, at every press.
import { action, type Ids } from "../../domain/messages/action.js";
import type { Button, Message } from "../../domain/messages/message.js";
import { isOn } from "../../domain/people/pause.js";
import type { Texts } from "../../texts/index.js";
import { endPause, findOwnPause, type PausePage, undoPause, viewPause } from "../../use-cases/index.js";
import type { KnownContext } from "../context.js";
import { startForm } from "../forms/fill-in-form.js";
import { refuse } from "../kit/refuse.js";
import { show } from "../kit/show.js";
import { wayBack } from "./pause-form.js";

/** Those who do not pause are asked at once why and until when. */
export async function showPause(ctx: KnownContext, [participantId]: Ids<"pause">): Promise<void> {
  const page = await viewPause(ctx.world, ctx.actor, participantId);
  if (page.kind !== "found") return refuse(ctx);
  if (page.lasts === null) return askForPause(ctx, participantId);
  await show(ctx, pausePage(ctx.texts, page));
}

export async function beginPause(ctx: KnownContext, [participantId]: Ids<"new_pause">): Promise<void> {
  const page = await viewPause(ctx.world, ctx.actor, participantId);
  if (page.kind !== "found") return refuse(ctx);
  await askForPause(ctx, participantId);
}

async function askForPause(ctx: KnownContext, participantId: number | null): Promise<void> {
  await startForm(ctx, "pause", participantId === null ? "self" : `participant:${participantId}`);
}

export async function lengthenPause(ctx: KnownContext, [pauseId]: Ids<"longer_pause">): Promise<void> {
  const found = await findOwnPause(ctx.world, ctx.actor, pauseId);
  if (found.kind !== "found") return refuse(ctx);
  if (isOn(found.pause, found.today)) return startForm(ctx, "pause", `pause:${pauseId}`);
  // An old button: nothing is asked that could not be kept.
  const { pauses } = ctx.texts;
  const begin = { label: pauses.begin, data: action("new_pause", found.participantId) };
  const name = found.isSelf ? null : found.person.name;
  await show(ctx, { ...pauses.over(name), buttons: [[begin], wayBack(ctx.texts, found.participantId)] });
}

export async function stopPause(ctx: KnownContext, [pauseId]: Ids<"end_pause">): Promise<void> {
  const outcome = await endPause(ctx.world, ctx.actor, pauseId);
  const { pauses } = ctx.texts;
  switch (outcome.kind) {
    case "changed": {
      const { isSelf, person, participantId, ofPlace } = outcome;
      const name = isSelf ? null : person.name;
      const said = ofPlace === null ? pauses.ended(name) : pauses.endedButPlace({ name, ...ofPlace });
      return show(ctx, { ...said, buttons: [wayBack(ctx.texts, isSelf ? null : participantId)] });
    }
    case "over":
      return sayOver(ctx, outcome);
    case "not_then":
      return show(ctx, { ...pauses.over(), buttons: [wayBack(ctx.texts, null)] });
    default:
      return refuse(ctx);
  }
}

export async function takePauseBack(ctx: KnownContext, [pauseId]: Ids<"undo_pause">): Promise<void> {
  const outcome = await undoPause(ctx.world, ctx.actor, pauseId);
  const { pauses } = ctx.texts;
  switch (outcome.kind) {
    case "changed":
      return show(ctx, {
        ...pauses.undone(),
        buttons: [wayBack(ctx.texts, outcome.isSelf ? null : outcome.participantId)],
      });
    case "over":
      return sayOver(ctx, outcome);
    case "not_then":
      return show(ctx, {
        ...pauses.tooLateToUndo(),
        buttons: [[{ label: pauses.end, data: action("end_pause", pauseId) }], wayBack(ctx.texts, null)],
      });
    default:
      return refuse(ctx);
  }
}

type Over = Extract<Awaited<ReturnType<typeof endPause>>, { kind: "over" }>;

async function sayOver(ctx: KnownContext, { isSelf, person, participantId }: Over): Promise<void> {
  const said = ctx.texts.pauses.over(isSelf ? null : person.name);
  await show(ctx, { ...said, buttons: [wayBack(ctx.texts, participantId)] });
}

function pausePage(texts: Texts, { participantId, name, lasts, ownId, canUndo }: PausePage): Message {
  const { pauses } = texts;
  const ofTheirs: Button[][] =
    ownId === null
      ? [[{ label: pauses.begin, data: action("new_pause", participantId) }]]
      : [
          [
            { label: pauses.longer, data: action("longer_pause", ownId) },
            { label: pauses.end, data: action("end_pause", ownId) },
          ],
          ...(canUndo ? [[{ label: pauses.undo, data: action("undo_pause", ownId) }]] : []),
        ];
  const said = lasts === null ? pauses.over() : pauses.page({ name, ...lasts });
  return { ...said, buttons: [...ofTheirs, wayBack(texts, participantId)] };
}
