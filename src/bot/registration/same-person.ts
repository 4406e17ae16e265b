// A trainer's answer to: is somebody who joined by hand this person of the roster?

import { action } from "../../domain/messages/action.js";
import { isKnown } from "../../domain/people/person.js";
import { matchRoster } from "../../use-cases/index.js";
import type { BotContext } from "../context.js";
import { refuse } from "../kit/refuse.js";
import { send, show } from "../kit/show.js";
import { menuButtons } from "../talk/menu.js";

export async function answerSamePerson(ctx: BotContext, [id, rowId]: string[], isSame: boolean): Promise<void> {
  const { actor, texts, world } = ctx;
  const input = { participantId: Number(id), rosterRowId: Number(rowId), isSame };
  const outcome = isKnown(actor) ? await matchRoster(world, actor, input) : null;
  const { same, gone, back } = texts.admission;
  if (outcome === null || outcome.kind === "not_yours") {
    return refuse(ctx);
  }
  if (outcome.kind === "gone") return send(ctx, { ...gone(), buttons: menuButtons(actor, texts) });
  const { participant } = outcome.admission;
  const { name } = participant.person;
  const toList = [{ label: back, data: action("admissions", participant.trainingClass.id) }];
  const toPerson = [{ label: same.toPerson, data: action("admission", participant.id) }];
  switch (outcome.kind) {
    case "same":
      return show(ctx, {
        ...same.linked(name, outcome.row.name),
        buttons: [[{ label: same.undo, data: action("other_person", participant.id, outcome.row.id) }], toList],
      });
    case "other":
      return show(ctx, { ...same.apart(name, outcome.row.name), buttons: [toPerson, toList] });
    case "taken":
      return show(ctx, { ...same.taken(), buttons: [toPerson, toList] });
  }
}
