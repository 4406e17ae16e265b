// A trainer's answer to: is somebody who joined by hand this person of the roster?

import { action, type Ids } from "../../domain/messages/action.js";
import { matchRoster } from "../../use-cases/index.js";
import type { KnownContext } from "../context.js";
import { refuse } from "../kit/refuse.js";
import { send, show } from "../kit/show.js";
import { menuButtons } from "../talk/main-menu.js";

export async function answerSamePerson(
  ctx: KnownContext,
  [id, rowId]: Ids<"same_person">,
  isSame: boolean,
): Promise<void> {
  const { actor, texts, world } = ctx;
  const input = { participantId: id, rosterRowId: rowId, isSame };
  const outcome = await matchRoster(world, actor, input);
  const { same, gone, back } = texts.admission;
  if (outcome.kind === "not_yours") {
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
