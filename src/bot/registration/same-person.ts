// A trainer's answer to: is somebody who joined by hand this person of the roster?

import { action, type Ids } from "../../domain/messages/action.js";
import { paragraphs } from "../../texts/rich.js";
import { matchRoster } from "../../use-cases/index.js";
import type { KnownContext } from "../context.js";
import { refuse } from "../kit/refuse.js";
import { send, show } from "../kit/show.js";
import { menuButtons } from "../talk/main-menu.js";
import { admissionPage } from "./admission-handlers.js";

export async function areOnePerson(ctx: KnownContext, [id, rowId]: Ids<"same_person">): Promise<void> {
  await answer(ctx, { participantId: id, rosterRowId: rowId, isSame: true });
}

export async function areTwoPeople(ctx: KnownContext, [id, rowId, undoes]: Ids<"other_person">): Promise<void> {
  await answer(ctx, { participantId: id, rosterRowId: rowId, isSame: false, undoes });
}

async function answer(ctx: KnownContext, input: Parameters<typeof matchRoster>[2]): Promise<void> {
  const { actor, texts, world } = ctx;
  const outcome = await matchRoster(world, actor, input);
  const { same, gone, back, undoYes, said } = texts.admission;
  if (outcome.kind === "not_yours") {
    return refuse(ctx);
  }
  if (outcome.kind === "gone") return send(ctx, { ...gone(), buttons: menuButtons(actor, texts) });
  const { participant } = outcome.admission;
  const { name } = participant.person;
  const toList = [{ label: back, data: action("admissions", participant.trainingClass.id) }];
  const toPerson = [{ label: same.toPerson, data: action("admission", participant.id) }];
  const undo = [{ label: same.undo, data: action("other_person", participant.id, input.rosterRowId, true) }];
  switch (outcome.kind) {
    case "same":
      return show(ctx, { ...same.linked(name, outcome.row.name), buttons: [undo, toList] });
    case "linked":
      return show(ctx, { ...same.isLinked(name, outcome.row.name), buttons: [undo, toPerson, toList] });
    case "other": {
      const isIn = participant.admission === "admitted";
      const turnAway = { label: undoYes, data: action("turn_away", participant.id, true) };
      return show(ctx, {
        ...paragraphs(same.apart(name, outcome.row.name), isIn && same.stillIn(name, participant.library.name)),
        buttons: [...(isIn ? [[turnAway]] : []), toPerson, toList],
      });
    }
    case "decided":
      return show(ctx, admissionPage(ctx, outcome.admission));
    case "invited":
      return show(ctx, { ...said.invited(name), buttons: [toPerson, toList] });
    case "taken":
      return show(ctx, { ...same.taken(), buttons: [toPerson, toList] });
  }
}
