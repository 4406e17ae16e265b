// Another room or link for a session: the summary says who is told.
import { whereOf } from "../../texts/layouts/classes/session-words.js";
import { changeSession, peopleToTell } from "../../use-cases/index.js";
import type { Form } from "../forms/form.js";
import { placeOrder, SESSION_PLACE_STEPS, whereIn } from "../programme/forms/session-place-steps.js";
import { loadSessionToChange, type SessionToChange, sessionChanged } from "./session-to-change.js";

export const placeSessionForm: Form<SessionToChange> = {
  name: "place_session",
  version: 1,
  load: loadSessionToChange,
  about: ({ classPages }, { session }) => classPages.placing.about(session.title),
  // How it is held stays mostly as it is; the summary offers to change it.
  initial: ({ session }) => ({ mode: session.mode }),
  order: placeOrder,
  steps: SESSION_PLACE_STEPS,
  clears: { mode: ["place", "link"] },
  confirmLabel: ({ classPages }) => classPages.placing.confirm,
  async summary({ answers, facts: { session, trainingClass }, texts, world }) {
    const { told } = await peopleToTell(world, trainingClass, session, null);
    const { language } = texts;
    const [was, is] = [whereOf(language, session), whereOf(language, whereIn(answers))];
    return texts.classPages.placing.summary(session.title, was, is, told.length);
  },
  async finish(context) {
    const { actor, answers, facts, saidAt, texts, world } = context;
    const change = { sessionId: facts.session.id, change: whereIn(answers), saidAt };
    const outcome = await changeSession(world, actor, change);
    return sessionChanged(context, outcome, texts.classPages.placing.done);
  },
};
