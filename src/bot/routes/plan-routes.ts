// A participant's plans and reports, the questions between them and their trainers, and what is laid out to read before one asks.

import { sendLetter } from "../completion/letter-handlers.js";
import { showMaterial, showMaterials } from "../materials/material-handlers.js";
import { openPlan, rewritePlan, showPlans } from "../plans/plan-screens.js";
import { chooseSnooze, snoozeUntil } from "../plans/snooze.js";
import { correctReport, fixReport, needHelp, showCard, showReports, startReport } from "../reports/report-handlers.js";
import { acceptReport, askCorrection, showEvidence, showNextReview } from "../reports/review/review-handlers.js";
import { openStandInPlan, showStandIn } from "../reports/stand-in/stand-in-handlers.js";
import { askForMoreTime } from "../talk/small-talk.js";
import {
  dropQuickAnswer,
  keepQuickAnswer,
  showQuickAnswer,
  showQuickAnswers,
  writeQuickAnswer,
} from "../threads/quick/quick-answer-handlers.js";
import {
  answerQuestion,
  ask,
  hurryTrainersOf,
  showAsked,
  showInbox,
  thankTrainer,
} from "../threads/thread-handlers.js";
import type { Routes } from "./route.js";

export const PLAN_ROUTES = {
  plans: { who: "participant", run: (ctx) => showPlans(ctx) },
  plan: { who: "participant", run: openPlan },
  rewrite: { who: "participant", run: rewritePlan },
  letter: { who: "known", run: sendLetter },
  snooze: { who: "participant", run: chooseSnooze },
  snooze_until: { who: "participant", run: snoozeUntil },
  reports: { who: "participant", run: showReports },
  report: { who: "participant", run: startReport },
  progress: { who: "participant", run: (ctx) => showCard(ctx, "") },
  numbered: { who: "known", run: (ctx, [number]) => showCard(ctx, number) },
  correct: { who: "participant", run: correctReport },
  stand_in: { who: "trainer", run: showStandIn },
  stand_in_plan: { who: "trainer", run: openStandInPlan },
  fix: { who: "participant", run: fixReport },
  review: { who: "trainer", run: showNextReview },
  accept_report: { who: "trainer", run: acceptReport },
  ask_correction: { who: "trainer", run: askCorrection },
  evidence: { who: "known", run: showEvidence },
  need_help: { who: "participant", run: needHelp },
  more_time: { who: "participant", run: askForMoreTime },
  ask: { who: "known", run: ask },
  materials: { who: "known", run: showMaterials },
  material: { who: "known", run: showMaterial },
  asked: { who: "known", run: showAsked },
  question: { who: "known", run: answerQuestion },
  quick_answers: { who: "trainer", run: showQuickAnswers },
  keep_answer: { who: "trainer", run: keepQuickAnswer },
  quick_answer: { who: "trainer", run: showQuickAnswer },
  write_answer: { who: "trainer", run: writeQuickAnswer },
  drop_answer: { who: "trainer", run: dropQuickAnswer },
  thank: { who: "known", run: thankTrainer },
  inbox: { who: "trainer", run: showInbox },
  remind_trainers: { who: "admin", run: hurryTrainersOf },
} satisfies Partial<Routes>;
