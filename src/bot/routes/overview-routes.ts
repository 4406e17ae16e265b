// Where the programme stands, in numbers and files; what people say of their classes; and whose people a list of names is about.
import { sendFeedbackFile, showFeedback, showFeedbackWords, startFeedback } from "../feedback/feedback-handlers.js";
import { openOverview, sendOverviewFile, showMeaning, showOverview, showParts } from "../overview/overview-handlers.js";
import { showPeoplePlaces } from "../overview/people-places.js";
import type { Routes } from "./route.js";

export const OVERVIEW_ROUTES = {
  people_places: { who: "admin", run: (ctx, ids) => showPeoplePlaces(ctx, ids) },
  overview: { who: "admin", run: showOverview },
  overview_home: { who: "admin", run: openOverview },
  overview_parts: { who: "admin", run: showParts },
  overview_file: { who: "admin", run: sendOverviewFile },
  overview_meaning: { who: "admin", run: showMeaning },
  feedback: { who: "participant", run: startFeedback },
  feedback_results: { who: "trainer", run: showFeedback },
  feedback_words: { who: "trainer", run: showFeedbackWords },
  feedback_file: { who: "trainer", run: sendFeedbackFile },
} satisfies Partial<Routes>;
