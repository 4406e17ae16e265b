// Pauses of places: which there are, and what can be done about each. For admins.
import { action, type Ids } from "../../domain/messages/action.js";
import type { Button } from "../../domain/messages/message.js";
import { isOn } from "../../domain/people/pause.js";
import {
  endPlacePause,
  findPlacePause,
  listPlacePauses,
  previewPlacePause,
  undoPlacePause,
  viewPlacePause,
} from "../../use-cases/index.js";
import type { KnownContext } from "../context.js";
import { startForm } from "../forms/fill-in-form.js";
import { confirmScreen } from "../kit/confirm.js";
import { refuse } from "../kit/refuse.js";
import { show } from "../kit/show.js";

/** More at once than there ever were disasters; a screen of buttons still. */
const MOST_LISTED = 20;

export async function showPlacePauses(ctx: KnownContext): Promise<void> {
  const found = await listPlacePauses(ctx.world, ctx.actor);
  const { places } = ctx.texts.pauses;
  const rows = found
    .slice(0, MOST_LISTED)
    .map(({ pause, name }): Button[] => [
      { label: places.row(name, pause.untilOn), data: action("place_pause", pause.id) },
    ]);
  await show(ctx, {
    ...places.list(found.length),
    buttons: [
      ...rows,
      [{ label: places.begin, data: action("new_place_pause"), tone: "primary" }],
      [{ label: ctx.texts.programme.menu, data: action("programme") }],
    ],
  });
}

export async function beginPlacePause(ctx: KnownContext): Promise<void> {
  await startForm(ctx, "place_pause", "new");
}

export async function showPlacePause(ctx: KnownContext, [pauseId]: Ids<"place_pause">): Promise<void> {
  const found = await viewPlacePause(ctx.world, ctx.actor, pauseId);
  if (found.kind !== "found") return refuse(ctx);
  if (!isOn(found.pause, found.today)) return sayOver(ctx, found.name);
  const { name: place, pause, mayChange } = found;
  if (!mayChange) {
    const said = ctx.texts.pauses.places.ofOthers({ place, untilOn: pause.untilOn });
    return show(ctx, { ...said, buttons: [toList(ctx)] });
  }
  const preview = await previewPlacePause(ctx.world, ctx.actor, found.placeCode);
  const { pauses } = ctx.texts;
  const counts = preview.kind === "found" ? preview : { people: 0, trainers: 0, plans: 0, waiting: 0 };
  await show(ctx, {
    ...pauses.places.page({ place, untilOn: pause.untilOn, ...counts }),
    buttons: [
      [
        { label: pauses.longer, data: action("longer_place_pause", pauseId) },
        { label: pauses.end, data: action("ask_end_place_pause", pauseId) },
      ],
      ...(found.canUndo ? [[{ label: pauses.undo, data: action("undo_place_pause", pauseId) }]] : []),
      toList(ctx),
    ],
  });
}

export async function lengthenPlacePause(ctx: KnownContext, [pauseId]: Ids<"longer_place_pause">): Promise<void> {
  const found = await findPlacePause(ctx.world, ctx.actor, pauseId);
  if (found.kind !== "found") return refuse(ctx);
  await (isOn(found.pause, found.today) ? startForm(ctx, "place_pause", `pause:${pauseId}`) : sayOver(ctx, found.name));
}

export async function askEndPlacePause(ctx: KnownContext, [pauseId]: Ids<"ask_end_place_pause">): Promise<void> {
  const found = await findPlacePause(ctx.world, ctx.actor, pauseId);
  if (found.kind !== "found") return refuse(ctx);
  if (!isOn(found.pause, found.today)) return sayOver(ctx, found.name);
  const { pauses, common } = ctx.texts;
  await show(
    ctx,
    confirmScreen(pauses.places.sure(found.name), {
      yes: { label: pauses.end, data: action("end_place_pause", pauseId) },
      no: { label: common.back, data: action("place_pause", pauseId) },
    }),
  );
}

export async function stopPlacePause(ctx: KnownContext, [pauseId]: Ids<"end_place_pause">): Promise<void> {
  const outcome = await endPlacePause(ctx.world, ctx.actor, pauseId);
  const { places } = ctx.texts.pauses;
  if (outcome.kind === "not_yours" || outcome.kind === "gone") return refuse(ctx);
  const said = outcome.kind === "changed" ? places.ended(outcome.name) : ctx.texts.pauses.over();
  await show(ctx, { ...said, buttons: [toList(ctx)] });
}

export async function takePlacePauseBack(ctx: KnownContext, [pauseId]: Ids<"undo_place_pause">): Promise<void> {
  const outcome = await undoPlacePause(ctx.world, ctx.actor, pauseId);
  const { pauses } = ctx.texts;
  switch (outcome.kind) {
    case "changed":
      return show(ctx, { ...pauses.undone(), buttons: [toList(ctx)] });
    case "over":
      return show(ctx, { ...pauses.over(), buttons: [toList(ctx)] });
    case "not_then":
      return show(ctx, {
        ...pauses.tooLateToUndo(),
        buttons: [[{ label: pauses.end, data: action("ask_end_place_pause", pauseId) }], toList(ctx)],
      });
    default:
      return refuse(ctx);
  }
}

/** An old button: nothing is asked or shown as if it still held. */
async function sayOver(ctx: KnownContext, name: string): Promise<void> {
  await show(ctx, { ...ctx.texts.pauses.over(name), buttons: [toList(ctx)] });
}

function toList({ texts }: KnownContext): Button[] {
  return [{ label: texts.pauses.places.toList, data: action("place_pauses") }];
}
