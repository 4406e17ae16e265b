// The one button below an announcement: the page that it opens, and what it says.
import { LONGEST_LINK_LABEL, readLink } from "../../../domain/announcements/link-button.js";
import type { Step } from "../../forms/form.js";
import { textStep } from "../../forms/steps/text-step.js";
import type { AnnouncementFacts } from "./announcement-answers.js";

const NONE = "none";

export const linkUrlStep: Step<AnnouncementFacts> = {
  typed: true,
  label: ({ announcement }) => announcement.draft.linkAsk.label,
  value: (_, answer) => answer as string | null,
  ask({ texts, answers, press }) {
    const words = texts.announcement.draft.linkAsk;
    const none = { label: words.none, data: press(NONE) };
    return { ...words.url(), buttons: typeof answers.linkUrl === "string" ? [[none]] : [] };
  },
  read({ texts }, input) {
    const words = texts.announcement.draft.linkAsk;
    if (input.kind === "press" && input.value === NONE) return { kind: "answer", value: null };
    if (input.kind === "press") return { kind: "problem", say: texts.common.oldMenu() };
    if (input.kind !== "text") return { kind: "problem", say: texts.common.onlyText() };
    const link = readLink(input.text);
    return link.ok ? { kind: "answer", value: link.url } : { kind: "problem", say: words.problem(link.reason) };
  },
};

export const linkLabelStep = textStep<AnnouncementFacts>({
  label: ({ announcement }) => announcement.draft.linkAsk.nameLabel,
  ask: ({ texts, answers }) => texts.announcement.draft.linkAsk.name(hostOf(String(answers.linkUrl))),
  max: LONGEST_LINK_LABEL,
  keeps: "words",
  example: ({ texts }) => texts.announcement.draft.linkAsk.example,
});

export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
