// The end of a form: what it was for is done, and the draft ends with what is said, in one transaction.
import { finishDraft, throwDraftAway } from "../../use-cases/index.js";
import { SUMMARY } from "./form.js";
import { contextOf, keepAndAsk, type Taken, type Turn } from "./turn.js";

/** `confirmed`: what was read before the button was pressed, see Summary in form.ts. */
export async function finishForm<Facts>(
  turn: Turn<Facts>,
  updateId: number,
  confirmed: { seen?: number } = {},
): Promise<Taken> {
  const { draft, form, world } = turn;
  const facts = (await form.beforeFinish?.(contextOf(turn, SUMMARY), { updateId })) ?? turn.facts;
  const result = await world.transaction(async (inside) => {
    const context = contextOf({ ...turn, facts, world: inside }, SUMMARY);
    const finished = await form.finish(context, { draft, updateId, ...confirmed });
    if (!("kind" in finished)) await finishDraft(inside, draft, { result: finished, updateId });
    else if (finished.kind === "thrown_away")
      await throwDraftAway(inside, draft, { result: finished.message, updateId });
    return finished;
  });
  if (!("kind" in result)) {
    const shown = (messageId: number) =>
      form.ended?.(contextOf(turn, SUMMARY), { draft, message: result, messageId }) ?? Promise.resolve();
    return { kind: "over", message: result, asked: draft.asked, shown };
  }
  if (result.kind === "thrown_away") return { kind: "over", message: result.message, asked: draft.asked };
  return keepAndAsk(turn, { answers: result.answers ?? turn.draft.answers, editing: null }, updateId, result.say);
}
