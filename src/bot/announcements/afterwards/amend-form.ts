// Correcting what was sent: the right words, then how they will read and for how many.

import { tidyVariables } from "../../../domain/announcements/announcement.js";
import type { RichText } from "../../../domain/messages/message.js";
import { isAdmin } from "../../../domain/people/person.js";
import type { Announcement } from "../../../ports/announcements/announcements.js";
import { asJson } from "../../../ports/queue/drafts.js";
import type { Texts } from "../../../texts/index.js";
import {
  amendAnnouncement,
  announcementProgress,
  type CorrectionProblem,
  followCorrectionOfDraft,
  previewCorrection,
  problemWords,
} from "../../../use-cases/index.js";
import type { Form, StepContext } from "../../forms/form.js";
import { correctionCard } from "./correction-card.js";

interface AmendFacts {
  announcement: Announcement;
}

export const amendForm: Form<AmendFacts> = {
  name: "amend",
  version: 1,
  async load(world, actor, subject) {
    const id = /^announcement:(\d{1,9})$/.exec(subject)?.[1];
    if (!isAdmin(actor) || id === undefined) return null;
    const progress = await announcementProgress(world, actor, Number(id));
    return progress.kind === "progress" ? { announcement: progress.announcement } : null;
  },
  about: ({ announcement }) => announcement.corrections.about,
  order: () => ["words"],
  steps: {
    words: {
      typed: true,
      keeps: "words",
      value: (_, answer) => (answer as unknown as RichText).text,
      label: ({ announcement }) => announcement.corrections.label,
      ask: ({ texts }) => texts.announcement.corrections.ask(),
      async read(context, input) {
        const { texts, facts } = context;
        if (input.kind !== "text") return { kind: "problem", say: texts.announcement.corrections.onlyText() };
        const words = { text: tidyVariables(input.text), marks: input.marks ?? [] };
        const outcome = await previewOf(context, words);
        // Words that no copy could hold are told at once: no page of theirs could be shown either.
        if (outcome.kind === "preview" && outcome.problem !== null) {
          return { kind: "problem", say: problemOf(texts, outcome.problem) };
        }
        return { kind: "answer", value: asJson(words), also: { seen: facts.announcement.contentHash } };
      },
    },
  },
  async preview(context) {
    const outcome = await previewOf(context, wordsOf(context));
    return outcome.kind === "preview" ? [outcome.sample] : [];
  },
  async summary(context) {
    const { texts } = context;
    const words = texts.announcement.corrections;
    const outcome = await previewOf(context, wordsOf(context));
    if (outcome.kind === "out_of_reach") return { ...texts.announcement.outOfReach(), confirm: null };
    const { copies, problem, needsApproval } = outcome;
    const said = problem === null ? null : problemOf(texts, problem);
    const confirm = needsApproval ? words.propose : words.confirm(copies.delivered + copies.waiting);
    return { ...words.summary(copies, said, needsApproval), confirm: problem === null ? confirm : null };
  },
  ended: ({ world, actor }, { draft, message, messageId }) =>
    followCorrectionOfDraft(world, actor, { draftId: draft.id, messageId, card: message }),
  async finish(context, { draft }) {
    const { world, actor, texts, facts, answers } = context;
    const outcome = await amendAnnouncement(world, actor, {
      announcementId: facts.announcement.id,
      draftId: draft.id,
      words: wordsOf(context),
      seenHash: String(answers.seen),
    });
    switch (outcome.kind) {
      case "out_of_reach":
        return texts.announcement.outOfReach();
      case "changed_meanwhile":
        return texts.announcement.corrections.changedMeanwhile();
      case "problem":
        return { kind: "not_yet", say: problemOf(texts, outcome.problem) };
      default:
        return correctionCard(world, actor, texts, outcome.correctionId);
    }
  },
};

function wordsOf({ answers }: StepContext<AmendFacts>): RichText {
  return answers.words as unknown as RichText;
}

function previewOf({ world, actor, facts }: StepContext<AmendFacts>, words: RichText) {
  return previewCorrection(world, actor, { announcementId: facts.announcement.id, words });
}

function problemOf(texts: Texts, problem: CorrectionProblem): RichText {
  const words = texts.announcement.corrections.problems;
  switch (problem.kind) {
    case "unchanged":
    case "nothing_sent":
    case "undecided":
      return words[problem.kind]();
    case "new_word":
    case "forgotten_word":
      return words[problem.kind](problem.written);
    default:
      return problemWords(texts, problem);
  }
}
