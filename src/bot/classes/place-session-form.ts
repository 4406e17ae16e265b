// Another room or link for a session: the summary says who is told.
import { action } from "../../domain/messages/action.js";
import type { TrainingClass, TrainingSession } from "../../ports/programme/classes.js";
import { whereOf } from "../../texts/layouts/session-words.js";
import { changeSession, findRunSession, peopleToTell } from "../../use-cases/index.js";
import type { Form } from "../forms/form.js";
import { placeOrder, SESSION_PLACE_STEPS, whereIn } from "../programme/forms/session-place-steps.js";

interface PlaceFacts {
  session: TrainingSession;
  trainingClass: TrainingClass;
}

export const placeSessionForm: Form<PlaceFacts> = {
  name: "place_session",
  version: 1,
  async load({ store, clock }, actor, subject) {
    const found = await findRunSession(store, actor, Number(/^session:(\d+)$/.exec(subject)?.[1]));
    if (found.kind !== "found") return null;
    const { session, trainingClass } = found;
    return session.cancelledAt !== null || session.endsAt <= clock.now() ? null : { session, trainingClass };
  },
  about: ({ classPages }, { session }) => classPages.placing.about(session.title),
  // How it is held stays mostly as it is; the summary offers to change it.
  initial: ({ session }) => ({ mode: session.mode }),
  order: placeOrder,
  steps: SESSION_PLACE_STEPS,
  clears: { mode: ["place", "link"] },
  confirmLabel: ({ classPages }) => classPages.placing.confirm,
  async summary({ answers, facts: { session, trainingClass }, texts, world }) {
    const { told } = await peopleToTell(world.store, trainingClass, session, null);
    const { language } = texts;
    const [was, is] = [whereOf(language, session), whereOf(language, whereIn(answers))];
    return texts.classPages.placing.summary(session.title, was, is, told.length);
  },
  async finish({ actor, answers, facts: { session, trainingClass }, saidAt, texts, world }) {
    const change = { sessionId: session.id, change: whereIn(answers), saidAt };
    const outcome = await changeSession(world, actor, change);
    if (outcome.kind === "not_allowed") return texts.common.notAllowed();
    const { placing, refused, toClass } = texts.classPages;
    const said = outcome.kind === "refused" ? refused[outcome.reason]() : placing.done(session.title, outcome.told);
    return { ...said, buttons: [[{ label: toClass, data: action("class", trainingClass.id) }]] };
  },
};
