// What a library reads of the review of its report, with the way to what is to be corrected.
import { action } from "../../../domain/messages/action.js";
import type { Message } from "../../../domain/messages/message.js";
import type { Review } from "../../../domain/reports/review.js";
import type { ProgressReport } from "../../../ports/plans/reports.js";
import type { Texts } from "../../../texts/index.js";
import { paragraphs } from "../../../texts/rich.js";

/** `letterOf`: the participant whose letter is ready with this; null: something is open yet. */
export function verdictMessage(texts: Texts, report: ProgressReport, review: Review, letterOf: number | null): Message {
  const { completion, review: words, stories, threads } = texts;
  const { number, planType: type } = report;
  if (review.verdict === "accepted") {
    const said = words.accepted({ number, type, by: review.byName });
    const see = [{ label: words.see, data: action("numbered", number) }];
    const tell = [{ label: stories.menu, data: action("write_story") }];
    if (letterOf === null) return { ...said, buttons: [tell, see] };
    const open = { label: completion.open, data: action("letter", letterOf), tone: "primary" as const };
    return { ...paragraphs(said, completion.ready()), buttons: [[open], tell, see] };
  }
  return {
    ...words.toCorrect({ ...review, number, type, by: review.byName }),
    buttons: [
      [{ label: words.fix, data: action("fix", number), tone: "primary" }],
      [{ label: threads.menu, data: action("ask") }],
    ],
  };
}
