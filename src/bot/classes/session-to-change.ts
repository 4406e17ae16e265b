// What forms that change one session have in common: the session while it can be changed, and what is said in the end.
import { action } from "../../domain/messages/action.js";
import type { Button, Message, RichText } from "../../domain/messages/message.js";
import { dayIn } from "../../domain/time/calendar.js";
import type { TrainingClass, TrainingSession } from "../../ports/programme/classes.js";
import type { Texts } from "../../texts/index.js";
import { type changeSession, findRunSession } from "../../use-cases/index.js";
import type { Form, StepContext } from "../forms/form.js";
import { refusal } from "../kit/refuse.js";

export interface SessionToChange {
  session: TrainingSession;
  trainingClass: TrainingClass;
}

/** Null for what is not theirs to change, was cancelled or is over. */
export const loadSessionToChange: Form<SessionToChange>["load"] = async (world, actor, subject) => {
  const found = await findRunSession(world, actor, Number(/^session:(\d+)$/.exec(subject)?.[1]));
  if (found.kind !== "found") return null;
  const { session, trainingClass } = found;
  return session.cancelledAt !== null || session.endsAt <= world.clock.now() ? null : { session, trainingClass };
};

/** `done`: what is said of the session's name and of how many were told. */
export function sessionChanged(
  context: StepContext<SessionToChange>,
  outcome: Awaited<ReturnType<typeof changeSession>>,
  done: (title: string, told: number) => RichText,
): Message {
  if (outcome.kind === "not_allowed") return refusal(context);
  const { texts } = context;
  const { session, trainingClass } = context.facts;
  const { refused } = texts.classPages;
  const said = outcome.kind === "refused" ? refused[outcome.reason]() : done(session.title, outcome.told);
  return { ...said, buttons: afterChange(texts, trainingClass, session.startsAt) };
}

/** A trainer who changes a session on its day stands before the class: they came from the board of that day. */
export function afterChange(
  { classDay, classPages }: Texts,
  { id, zone }: Pick<TrainingClass, "id" | "zone">,
  startsAt: Date,
): Button[][] {
  return [
    [{ label: classDay.toBoard, data: action("board", id, dayIn(zone, startsAt)) }],
    [{ label: classPages.toClass, data: action("class", id) }],
  ];
}
