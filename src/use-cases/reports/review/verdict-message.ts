// What a library reads of the review of its report, with the way to what is to be corrected.
import { action } from "../../../domain/messages/action.js";
import type { Message } from "../../../domain/messages/message.js";
import type { Review } from "../../../domain/reports/review.js";
import type { ProgressReport } from "../../../ports/plans/reports.js";
import type { Texts } from "../../../texts/index.js";

export function verdictMessage({ review: words, threads }: Texts, report: ProgressReport, review: Review): Message {
  const { number, planType: type } = report;
  if (review.verdict === "accepted") {
    const buttons = [[{ label: words.see, data: action("numbered", number) }]];
    return { ...words.accepted({ number, type, by: review.byName }), buttons };
  }
  return {
    ...words.toCorrect({ ...review, number, type, by: review.byName }),
    buttons: [
      [{ label: words.fix, data: action("fix", number), tone: "primary" }],
      [{ label: threads.menu, data: action("ask") }],
    ],
  };
}
