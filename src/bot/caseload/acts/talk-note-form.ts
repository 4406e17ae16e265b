// A word about a talk that was just noted.

import { LONGEST_TALK_NOTE } from "../../../domain/caseload/care-act.js";
import { action } from "../../../domain/messages/action.js";
import { findTalk, noteTalk } from "../../../use-cases/index.js";
import type { Form } from "../../forms/form.js";
import { textStep } from "../../forms/steps/text-step.js";
import { menuButtons } from "../../talk/main-menu.js";
import { backFrom } from "./scope-name.js";

export const talkNoteForm: Form<{ actId: number }> = {
  name: "contact",
  version: 2,
  async load(world, actor, subject) {
    const actId = Number(/^act:(\d{1,9})$/.exec(subject)?.[1]);
    return Number.isSafeInteger(actId) && (await findTalk(world, actor, actId)) ? { actId } : null;
  },
  about: ({ careActs }) => careActs.aboutNote,
  order: () => ["note"],
  steps: {
    note: textStep({
      label: ({ careActs }) => careActs.noteLabel,
      ask: ({ texts }) => texts.careActs.noteAsk(),
      max: LONGEST_TALK_NOTE,
      keeps: "words",
      example: ({ texts }) => texts.careActs.noteExample,
    }),
  },
  async finish({ world, actor, texts, answers, facts: { actId } }) {
    const outcome = await noteTalk(world, actor, { actId, note: String(answers.note) });
    if (outcome.kind !== "noted") return { ...texts.careActs.noteGone(), buttons: menuButtons(actor, texts) };
    // The message with the button to take the talk back stands far above by now.
    const undo = { label: texts.careActs.undo, data: action("undo_act", actId) };
    return { ...texts.careActs.noted(), buttons: [[undo], [backFrom(texts, outcome.scope)]] };
  },
};
