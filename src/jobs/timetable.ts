// Everything that time brings about, on one page. A job asks what is owed and not yet posted; a missed tick loses nothing,
// a second tick does nothing.
import { DAY_PLAN } from "../domain/time/day-plan.js";
import type { World } from "../ports.js";
import {
  alarmOperators,
  copyEvidence,
  eraseByAge,
  escalateAdmissions,
  escalateQuestions,
  finishErasures,
  forgetOldTraces,
  greetTrainers,
  passOnAnew,
  remindOfPlans,
  remindOfSessions,
  remindOfSnoozed,
  repeatQuestions,
  rescueDrafts,
  summariseDay,
  tellOfClassDays,
  tellOfUndelivered,
  tickMornings,
  updateBoards,
} from "../use-cases/index.js";

export interface Job {
  name: string;
  /** When it is woken, in cron's words; in which zone does not matter, since the job itself asks what time it is where. */
  cron: string;
  /** Returns counts for the log. */
  run(world: World): Promise<Record<string, number>>;
}

export const TIMETABLE: Job[] = [
  { name: "remind-of-sessions", cron: "* * * * *", run: remindOfSessions },
  { name: "tell-of-class-days", cron: "* * * * *", run: tellOfClassDays },
  // Every three seconds: people who join are seen on the board before they have put their phone away.
  { name: "update-boards", cron: "*/3 * * * * *", run: updateBoards },
  // Before the alerts: the participant is asked first.
  { name: "remind-of-plans", cron: "*/5 * * * *", run: remindOfPlans },
  { name: "remind-of-snoozed", cron: "* * * * *", run: remindOfSnoozed },
  { name: "rescue-drafts", cron: "*/5 * * * *", run: rescueDrafts },
  { name: "pass-on-questions", cron: "* * * * *", run: passOnAnew },
  { name: "tell-of-undelivered", cron: "* * * * *", run: tellOfUndelivered },
  { name: "repeat-questions", cron: "*/5 * * * *", run: repeatQuestions },
  { name: "escalate-questions", cron: "*/5 * * * *", run: escalateQuestions },
  { name: "escalate-admissions", cron: "*/5 * * * *", run: escalateAdmissions },
  { name: "copy-evidence", cron: "* * * * *", run: copyEvidence },
  { name: "finish-erasures", cron: "* * * * *", run: finishErasures },
  { name: "greet-trainers", cron: "*/5 * * * *", run: greetTrainers },
  // Each minute: who was dealt with is ticked before the trainer has found the next one.
  { name: "tick-mornings", cron: "* * * * *", run: tickMornings },
  { name: "summarise-day", cron: "*/5 * * * *", run: summariseDay },
  { name: "alarm-operators", cron: "*/5 * * * *", run: alarmOperators },
  { name: "erase-by-age", cron: dailyAt(DAY_PLAN.nightly.eraseByAge), run: eraseByAge },
  { name: "forget-old-traces", cron: dailyAt(DAY_PLAN.nightly.forgetOldTraces), run: forgetOldTraces },
];

/** Of the server's clock: "03:30" is "30 3 * * *". */
function dailyAt(time: string): string {
  const [hours, minutes] = time.split(":").map(Number);
  return `${minutes} ${hours} * * *`;
}
