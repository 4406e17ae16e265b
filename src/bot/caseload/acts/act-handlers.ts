// The buttons by which trainers act on one or on many. Of one it is done at once and can be taken back; of many it is shown before.

import { CONTACT_WAYS } from "../../../domain/caseload/care-act.js";
import { isAboutOne, type Scope, scopeSubject } from "../../../domain/caseload/scope.js";
import { action, type Ids } from "../../../domain/messages/action.js";
import {
  countPosted,
  previewLetter,
  recordTalk,
  remindPeople,
  undoAct,
  viewOne,
  viewScope,
} from "../../../use-cases/index.js";
import type { KnownContext } from "../../context.js";
import { startForm } from "../../forms/fill-in-form.js";
import { send, show } from "../../kit/show.js";
import { menuButtons } from "../../talk/main-menu.js";
import { showParts } from "./parts.js";
import { backFrom, receiptButtons, refusalOf } from "./scope-name.js";

export async function remind(ctx: KnownContext, [scope]: Ids<"remind">): Promise<void> {
  if (!isAboutOne(scope)) return openFor(ctx, "remind", scope);
  const { actor, texts, world, saidAt } = ctx;
  const input = { scope, updateId: ctx.update.update_id, saidAt };
  const outcome = await remindPeople(world, actor, input);
  switch (outcome.kind) {
    case "reminded": {
      return show(ctx, {
        ...texts.careActs.toOne(outcome.names),
        buttons: receiptButtons(texts, scope, countPosted(outcome.counts) > 0 ? outcome.actId : null),
      });
    }
    case "done_already":
      return show(ctx, { ...texts.careActs.doneAlready(), buttons: [[backFrom(texts, scope)]] });
    default:
      return refuse(ctx, outcome);
  }
}

/** Below the morning, which stays where it is. */
export async function remindBelow(ctx: KnownContext): Promise<void> {
  await openFor(ctx, "remind", { kind: "late" }, true);
}

export async function write(ctx: KnownContext, [scope]: Ids<"write">): Promise<void> {
  const { actor, texts, world } = ctx;
  const found = isAboutOne(scope) ? await previewLetter(world, actor, { scope, chosen: null, text: "" }) : null;
  // Said before they write, not after it: an old screen may offer it still.
  if (found?.kind === "preview" && found.names.length > 0 && countPosted(found.counts) === 0) {
    return show(ctx, { ...texts.careActs.toOne(found.names), buttons: [[backFrom(texts, scope)]] });
  }
  await openFor(ctx, "write", scope);
}

export async function extend(ctx: KnownContext, [scope]: Ids<"extend_for">): Promise<void> {
  await openFor(ctx, "extension", scope);
}

export const remindOfPlan = (ctx: KnownContext, [planId]: Ids<"nudge">) => remind(ctx, [{ kind: "plan", planId }]);
export const askAboutPlan = (ctx: KnownContext, [planId]: Ids<"note">) =>
  askHowTheyTalked(ctx, [{ kind: "plan", planId }]);
export const extendPlan = (ctx: KnownContext, [planId]: Ids<"extend">) => extend(ctx, [{ kind: "plan", planId }]);

/** How? Two buttons more, and it is noted. */
export async function askHowTheyTalked(ctx: KnownContext, [scope]: Ids<"talk">): Promise<void> {
  const { actor, texts, world } = ctx;
  if (!isAboutOne(scope)) return refuse(ctx, { kind: "gone" });
  const viewed = await viewOne(world, actor, scope);
  if (viewed.kind !== "viewed") return refuse(ctx, viewed);
  const { ways, askWay } = texts.careActs;
  const buttons = CONTACT_WAYS.map((way) => [{ label: ways[way], data: action("talked", scope, way) }]);
  await show(ctx, { ...askWay(viewed.name), buttons: [...buttons, [backFrom(texts, scope)]] });
}

export async function talked(ctx: KnownContext, [scope, way]: Ids<"talked">): Promise<void> {
  const { actor, texts, world, saidAt } = ctx;
  if (!isAboutOne(scope)) return refuse(ctx, { kind: "gone" });
  const outcome = await recordTalk(world, actor, { scope, way, updateId: ctx.update.update_id, saidAt });
  const { careActs } = texts;
  switch (outcome.kind) {
    case "recorded": {
      const note = [{ label: careActs.addNote, data: action("talk_note", outcome.actId) }];
      const buttons = [note, ...receiptButtons(texts, scope, outcome.actId)];
      return show(ctx, { ...careActs.talked({ ...outcome, way }), buttons });
    }
    case "no_plans":
      return show(ctx, { ...careActs.noPlans(), buttons: [[backFrom(texts, scope)]] });
    default:
      return refuse(ctx, outcome);
  }
}

export async function noteTalked(ctx: KnownContext, [actId]: Ids<"talk_note">): Promise<void> {
  await startForm(ctx, "contact", `act:${actId}`);
}

export async function undo(ctx: KnownContext, [actId]: Ids<"undo_act">): Promise<void> {
  const { actor, texts, world, saidAt } = ctx;
  const { careActs } = texts;
  const outcome = await undoAct(world, actor, { actId, saidAt });
  const said = {
    undone: () => careActs.undone(outcome.kind === "undone" ? outcome : { of: "talk", takenBack: 0, left: 0 }),
    undone_already: careActs.undoneAlready,
    too_late: careActs.undoTooLate,
    not_yours: careActs.notYours,
    gone: careActs.undoTooLate,
  }[outcome.kind]();
  // To where it was done from, so that it can be done rightly.
  const scope = "scope" in outcome ? outcome.scope : null;
  const buttons = scope === null ? menuButtons(actor, texts) : [[backFrom(texts, scope)]];
  await show(ctx, { ...said, buttons });
}

const PARTED = { remind: "remind", write: "write", extension: "extend_for" } as const;

/** What cannot be done is said before a form is opened for it. */
async function openFor(
  ctx: KnownContext,
  form: "remind" | "write" | "extension",
  scope: Scope,
  below = false,
): Promise<void> {
  const viewed = await viewScope(ctx.world, ctx.actor, scope);
  if (viewed.kind === "too_many") return showParts(ctx, [PARTED[form], scope, false, 0], below ? send : show);
  if (viewed.kind !== "viewed") return refuse(ctx, viewed);
  const isEmpty = form === "extension" ? viewed.found.plans.length === 0 : viewed.found.people.length === 0;
  if (isEmpty) return refuse(ctx, { kind: "nobody" });
  await startForm(ctx, form, scopeSubject(scope), below);
}

async function refuse(ctx: KnownContext, refusal: Parameters<typeof refusalOf>[1]): Promise<void> {
  await send(ctx, { ...refusalOf(ctx.texts, refusal), buttons: menuButtons(ctx.actor, ctx.texts) });
}
