// Two people of one library have written the same plan: what the second one reads, and chooses between.
import { fieldsThatDiffer, type PlanField, type PlanWords } from "../../domain/plans/plan-words.js";
import { dayAndTime, plainDay } from "../dates.js";
import type { planMeanwhile as Indonesian } from "../id/plan-meanwhile.js";
import { shortened } from "../layouts/classes/session-words.js";
import { bold, bullets, lines, paragraphs, rich } from "../rich.js";
import { planWords } from "./plan-words.js";

const SHOWN = 60;

const labels: Record<PlanField, string> = {
  activity: "activity",
  targetOn: "date",
  measure: "target",
  partner: "partner",
};

const said = (words: PlanWords, field: PlanField): string => {
  const value = words[field];
  if (value === null) return "–";
  return field === "targetOn" && words.targetOn !== null ? plainDay("en", words.targetOn) : shortened(value, SHOWN);
};

const differing = (words: PlanWords, fields: PlanField[]) =>
  bullets(fields.map((field) => `${labels[field]}: ${said(words, field)}`));

export const planMeanwhile: typeof Indonesian = {
  label: "choice",
  changed: ({ type, author, changed, now, own }) => {
    const fields = fieldsThatDiffer(now, own);
    const when = changed === null ? "" : ` (${dayAndTime("en", changed.zone, changed.at)})`;
    return paragraphs(
      rich`Meanwhile ${bold(shortened(author ?? "a colleague", SHOWN))} changed the ${bold(planWords.types[type])} plan${when}.`,
      lines(bold("Saved now:"), differing(now, fields)),
      lines(bold("Yours:"), differing(own, fields)),
      rich`Which one shall be used?`,
    );
  },
  mine: "✅ Use mine",
  theirs: "Use the saved one",
  left: () => rich`All right, this plan stands. What you had filled in was not saved.`,
};
