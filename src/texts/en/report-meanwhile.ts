// Others were quicker than somebody who was changing a report.
import { dayAndTime } from "../dates.js";
import type { reportMeanwhile as Indonesian } from "../id/report-meanwhile.js";
import { bold, bullets, lines, paragraphs, rich } from "../rich.js";
import { planWords } from "./plan-words.js";
import { reportWords } from "./report-words.js";

const { states } = planWords;
const { change } = reportWords;

/** More lines of two shortened texts each would hide the question below them. */
const MOST_CHANGES = 3;

const keptAndAsked = rich`What you filled in is still here. Which one should be used?`;

export const reportMeanwhile: typeof Indonesian = {
  label: "choice",
  changed: (data) =>
    paragraphs(
      data.changes.length > 0 &&
        lines(
          rich`While you were writing, ${bold(data.author)} changed report ${data.number} (${dayAndTime("en", data.zone, data.reportedAt)}):`,
          bullets(data.changes.slice(0, MOST_CHANGES).map(change)),
        ),
      data.changes.length > MOST_CHANGES && rich`And ${data.changes.length - MOST_CHANGES} more.`,
      data.changes.length === 0 &&
        !data.isReviewed &&
        rich`While you were writing, ${bold(data.author)} saved report ${data.number} again.`,
      data.isReviewed && rich`Your trainer reviewed report ${data.number} while you were writing.`,
      keptAndAsked,
    ),
  newer: (data) =>
    paragraphs(
      rich`While you were writing, ${bold(data.author)} sent a newer report (${dayAndTime("en", data.zone, data.reportedAt)}): ${data.number}, ${states[data.state]}.`,
      rich`Yours: ${data.own === "unchanged" ? "no change" : states[data.own]}.`,
      keptAndAsked,
    ),
  mine: "✅ Use mine",
  theirs: "Use the newest",
  left: () => rich`All right, this report stands. What you had filled in was not sent.`,
};
