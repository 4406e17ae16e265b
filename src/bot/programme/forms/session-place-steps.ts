// Where a session meets: in a room, or by a link that may follow.
import {
  LONGEST_LINK,
  LONGEST_PLACE,
  linkForRoom,
  meetingLink,
  type NewSession,
} from "../../../domain/programme/sessions.js";
import type { TrainingClass } from "../../../ports/programme/classes.js";
import type { Answers, Step } from "../../forms/form.js";
import { choiceStep } from "../../forms/steps/choice-step.js";
import { textStep } from "../../forms/steps/text-step.js";

export interface SessionFacts {
  trainingClass: TrainingClass;
}

const linkStep: Step<SessionFacts> = {
  ...textStep<SessionFacts>({
    label: ({ programmeForms }) => programmeForms.session.link.label,
    ask: ({ texts }) => texts.programmeForms.session.link.ask(),
    max: LONGEST_LINK,
    example: () => "https://zoom.us/j/123",
    choices: ({ texts }) => [{ value: "later", label: texts.programmeForms.session.link.later }],
  }),
  read({ texts }, input) {
    if (input.kind === "press" && input.value === "later") return { kind: "answer", value: "" };
    if (input.kind !== "text") return { kind: "problem", say: texts.common.onlyText() };
    const typed = input.text.trim();
    const isLater = typed.toLowerCase() === texts.programmeForms.session.link.later.toLowerCase();
    if (isLater) return { kind: "answer", value: "" };
    const link = meetingLink(typed);
    if (typed.length > LONGEST_LINK) return { kind: "problem", say: texts.common.tooLong(LONGEST_LINK) };
    return link === null
      ? { kind: "problem", say: texts.programmeForms.session.link.wrong() }
      : { kind: "answer", value: link };
  },
};

const roomStep = textStep<SessionFacts>({
  label: ({ programmeForms }) => programmeForms.session.place.label,
  ask: ({ texts }) => texts.programmeForms.session.place.ask(),
  max: LONGEST_PLACE,
  isName: true,
  example: ({ texts }) => texts.programmeForms.session.place.example,
  choicesAreWords: true,
  choices: ({ facts }) => [{ value: facts.trainingClass.venue, label: facts.trainingClass.venue }],
});

export const SESSION_PLACE_STEPS = {
  mode: choiceStep<SessionFacts>({
    label: ({ programmeForms }) => programmeForms.session.mode.label,
    ask: ({ texts }) => texts.programmeForms.session.mode.ask(),
    perRow: 2,
    choices: ({ texts: { programmeForms } }) =>
      (["in_person", "online"] as const).map((value) => ({ value, label: programmeForms.session.mode[value] })),
  }),
  place: {
    ...roomStep,
    read(context, input) {
      const link = input.kind === "text" ? linkForRoom(input.text.trim()) : null;
      if (link === null) return roomStep.read(context, input);
      if (link.length > LONGEST_LINK) return { kind: "problem", say: context.texts.common.tooLong(LONGEST_LINK) };
      // A link for a room means a session online; the summary shows it so.
      return { kind: "answer", value: "", also: { mode: "online", link } };
    },
  } satisfies Step<SessionFacts>,
  link: linkStep,
};

export function placeOrder({ mode }: Answers): string[] {
  return ["mode", mode === "online" ? "link" : "place"];
}

export function whereIn(answers: Answers): Pick<NewSession, "mode" | "place"> {
  const mode = answers.mode === "online" ? "online" : "in_person";
  return { mode, place: String((mode === "online" ? answers.link : answers.place) ?? "") };
}
