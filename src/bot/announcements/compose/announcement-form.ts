// Composing an announcement, and changing one that has not left everywhere: its words first, then one page for all the rest.
import { ANNOUNCEMENT_WEIGHTS } from "../../../domain/announcements/announcement.js";
import type { RichText } from "../../../domain/messages/message.js";
import { isAdmin } from "../../../domain/people/person.js";
import type { Texts } from "../../../texts/index.js";
import {
  ANNOUNCEMENT_FORM,
  type AnnouncementProblem,
  announcementProgress,
  announcementToChange,
  cardMessage,
  changeAnnouncement,
  followDraft,
  problemWords,
  publishAnnouncement,
} from "../../../use-cases/index.js";
import type { Answers, Finished, Form } from "../../forms/form.js";
import { choiceStep } from "../../forms/steps/choice-step.js";
import { noTo } from "../../kit/refuse.js";
import { menuButtons } from "../../talk/main-menu.js";
import { type AnnouncementContext, type AnnouncementFacts, answersFor, draftOf } from "./announcement-answers.js";
import { audienceStep } from "./audience-step.js";
import { contentStep } from "./content-step.js";
import { draftPage, pressOnPage } from "./draft-page.js";
import { linkLabelStep, linkUrlStep } from "./link-steps.js";
import { whenStep } from "./when-step.js";

export const announcementForm: Form<AnnouncementFacts> = {
  name: ANNOUNCEMENT_FORM,
  version: 2,
  // Of the four questions in a row every answer is understood still: nobody loses what they had begun.
  reads: (_, version) => version === 1,
  async load(world, actor, subject) {
    if (!isAdmin(actor)) return null;
    const id = /^announcement:(\d{1,9})$/.exec(subject)?.[1];
    if (id === undefined) return { changing: null };
    const changing = await announcementToChange(world, actor, Number(id));
    return changing === null ? null : { changing };
  },
  about: ({ announcement }) => announcement.about,
  leftEmpty: (texts) => ({ say: texts.common.notBegun(texts.announcement.about) }),
  initial: ({ changing }) => (changing === null ? undefined : answersFor(changing)),
  order: (answers) => ["content", ...(typeof answers.linkUrl === "string" ? ["linkLabel"] : [])],
  changeable: () => [],
  onlyFromSummary: ["content", "audience", "when", "linkUrl", "weight"],
  steps: {
    content: contentStep,
    audience: audienceStep,
    when: whenStep,
    linkUrl: linkUrlStep,
    linkLabel: linkLabelStep,
    weight: choiceStep({
      label: ({ announcement }) => announcement.draft.weightAsk.label,
      ask: ({ texts }) => texts.announcement.draft.weightAsk.ask(),
      choices: ({ texts }) =>
        ANNOUNCEMENT_WEIGHTS.map((value) => ({ value, label: texts.announcement.draft.weightAsk.options[value] })),
    }),
  },
  clears: { linkUrl: ["linkLabel"] },
  page: { press: pressOnPage, back: withoutLink },
  summary: draftPage,
  async finish(context, { draft }) {
    const { world, actor, texts, answers, facts } = context;
    const announcement = draftOf(answers);
    if (announcement === null) return { kind: "not_yet" };
    const outcome =
      facts.changing === null
        ? await publishAnnouncement(world, actor, { draftId: draft.id, ...announcement })
        : await changeAnnouncement(world, actor, {
            announcementId: facts.changing.id,
            ...announcement,
            basis: typeof answers.basis === "string" ? answers.basis : null,
          });
    return saidOf(context, outcome, texts);
  },
  // From here on the card follows what becomes of it.
  ended: ({ world, actor, facts }, { draft, message, messageId }) =>
    followDraft(world, actor, { draftId: draft.id, changed: facts.changing?.id ?? null, messageId, card: message }),
};

/** A button without words is none: going back from them takes it away again. */
function withoutLink({ linkUrl: _, ...answers }: Answers, step: string): Answers | null {
  return step === "linkLabel" ? answers : null;
}

type Outcome = Awaited<ReturnType<typeof publishAnnouncement>> | Awaited<ReturnType<typeof changeAnnouncement>>;

async function saidOf(context: AnnouncementContext, outcome: Outcome, texts: Texts): Promise<Finished> {
  const { world, actor, answers, facts } = context;
  const { view: _, ...kept } = answers;
  const notYet = (say: RichText) => ({ kind: "not_yet", say, answers: kept }) as const;
  const words = texts.announcement;
  switch (outcome.kind) {
    case "problem":
      return notYet(problemWords(texts, outcome.problem as AnnouncementProblem));
    case "not_allowed":
      return notYet(noTo(context));
    case "out_of_reach":
      return notYet(words.outOfReach());
    case "too_late":
      return notYet(words.draft.tooLate());
    case "changed_meanwhile":
      // Seen, and pressed again, it is what is meant.
      return {
        ...notYet(words.draft.changedMeanwhile(outcome.by)),
        answers: { ...kept, basis: outcome.contentHash },
      };
    case "unchanged":
      return notYet(words.draft.unchanged());
    case "same_just_published":
      return { ...words.problems.same_just_published(outcome.authorName), buttons: menuButtons(actor, texts) };
    default: {
      const id = "announcementId" in outcome ? outcome.announcementId : (facts.changing?.id ?? 0);
      const progress = await announcementProgress(world, actor, id);
      if (progress.kind === "out_of_reach") return words.outOfReach();
      return cardMessage(texts, actor.person, progress, world.clock.now());
    }
  }
}
