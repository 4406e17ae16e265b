// Everything that time brings about, on one page. A job asks what is owed and not yet posted; a missed tick loses nothing,
// a second tick does nothing.

import { addDays, dayIn, instantAt } from "../domain/time/calendar.js";
import { DAY_PLAN } from "../domain/time/day-plan.js";
import type { World } from "../ports.js";
import {
  alarmOperators,
  archivePosts,
  copyEvidence,
  eraseByAge,
  escalateAdmissions,
  escalateQuestions,
  finishErasures,
  forgetOldTraces,
  greetTrainers,
  inviteToFeedback,
  keepWeek,
  passAnswersOn,
  passOnAnew,
  remindOfPlans,
  remindOfSessions,
  remindOfSnoozed,
  repeatQuestions,
  rescueDrafts,
  sendScheduled,
  sendStories,
  summariseDay,
  sweepMerges,
  tellOfClassDays,
  tellOfUndelivered,
  tellOfUntended,
  tellOfWeek,
  tendPauses,
  tickMornings,
  updateAnnouncementCards,
  updateBoards,
} from "../use-cases/index.js";

export interface Job {
  name: string;
  /** When it is woken, in cron's words, by Jakarta's clock; what speaks to people asks by itself what time it is where. */
  cron: string;
  /** Returns counts for the log. */
  run(world: World): Promise<Record<string, number>>;
}

/** By whose clock the night is. */
export const TIMETABLE_ZONE = "Asia/Jakarta";

export const TIMETABLE: Job[] = [
  { name: "remind-of-sessions", cron: "* * * * *", run: remindOfSessions },
  { name: "tell-of-class-days", cron: "* * * * *", run: tellOfClassDays },
  // Every three seconds: people who join are seen on the board before they have put their phone away.
  { name: "update-boards", cron: "*/3 * * * * *", run: updateBoards },
  // Each minute: an announcement for 08:00 leaves at 08:00, not at 08:04.
  { name: "send-scheduled", cron: "* * * * *", run: sendScheduled },
  { name: "update-announcement-cards", cron: "*/3 * * * * *", run: updateAnnouncementCards },
  // Before the reminders: who is back is reminded again, and who came to a place that pauses is not.
  { name: "tend-pauses", cron: "* * * * *", run: tendPauses },
  // Before the alerts: the participant is asked first.
  { name: "remind-of-plans", cron: "*/5 * * * *", run: remindOfPlans },
  { name: "remind-of-snoozed", cron: "* * * * *", run: remindOfSnoozed },
  // Behind the reminders: of what has room on a day those come first.
  { name: "invite-to-feedback", cron: "*/5 * * * *", run: inviteToFeedback },
  // Behind all that is due.
  { name: "send-stories", cron: "*/5 * * * *", run: sendStories },
  { name: "rescue-drafts", cron: "*/5 * * * *", run: rescueDrafts },
  { name: "sweep-merges", cron: "* * * * *", run: sweepMerges },
  { name: "pass-on-questions", cron: "* * * * *", run: passOnAnew },
  { name: "pass-on-answers", cron: "* * * * *", run: passAnswersOn },
  { name: "tell-of-undelivered", cron: "* * * * *", run: tellOfUndelivered },
  { name: "escalate-questions", cron: "*/5 * * * *", run: escalateQuestions },
  { name: "escalate-admissions", cron: "*/5 * * * *", run: escalateAdmissions },
  { name: "tell-of-untended", cron: "*/5 * * * *", run: tellOfUntended },
  { name: "copy-evidence", cron: "* * * * *", run: copyEvidence },
  { name: "finish-erasures", cron: "* * * * *", run: finishErasures },
  { name: "greet-trainers", cron: "*/5 * * * *", run: greetTrainers },
  // Behind the mornings: who is named there is not told again.
  { name: "repeat-questions", cron: "*/5 * * * *", run: repeatQuestions },
  // Each minute: who was dealt with is ticked before the trainer has found the next one.
  { name: "tick-mornings", cron: "* * * * *", run: tickMornings },
  { name: "summarise-day", cron: "*/5 * * * *", run: summariseDay },
  // Before the week is told: it is compared with what was kept a week ago.
  { name: "keep-week", cron: "*/5 * * * *", run: keepWeek },
  { name: "tell-of-week", cron: "*/5 * * * *", run: tellOfWeek },
  { name: "alarm-operators", cron: "*/5 * * * *", run: alarmOperators },
  { name: "archive-posts", cron: "23 * * * *", run: archivePosts },
  { name: "erase-by-age", cron: dailyAt(DAY_PLAN.nightly.eraseByAge), run: eraseByAge },
  { name: "forget-old-traces", cron: dailyAt(DAY_PLAN.nightly.forgetOldTraces), run: forgetOldTraces },
];

/** Each so many seconds it is woken, as its line says: every three seconds, minute, five minutes, hour or day. */
export function secondsBetween({ cron }: Job): number {
  const [second, minute = "", hour = ""] = [...(cron.split(" ").length === 5 ? ["0"] : []), ...cron.split(" ")];
  const every = (field: string) => Number(/^\*\/(\d+)$/.exec(field)?.[1] ?? 1);
  if (second?.startsWith("*")) return every(second);
  if (minute.startsWith("*")) return 60 * every(minute);
  return hour.startsWith("*") ? 3600 * every(hour) : 86_400;
}

/** The last moment at which a job of the night was due; null for one that is woken all day. */
export function lastDueAt({ cron }: Job, now: Date): Date | null {
  const [minute = "", hour = ""] = cron.split(" ").slice(-5);
  if (!/^\d+$/.test(hour) || !/^\d+$/.test(minute)) return null;
  const time = `${hour.padStart(2, "0")}:${minute.padStart(2, "0")}`;
  const today = dayIn(TIMETABLE_ZONE, now);
  const due = instantAt(TIMETABLE_ZONE, today, time);
  return due <= now ? due : instantAt(TIMETABLE_ZONE, addDays(today, -1), time);
}

/** Of the timetable's clock: "03:30" is "30 3 * * *". */
function dailyAt(time: string): string {
  const [hours, minutes] = time.split(":").map(Number);
  return `${minutes} ${hours} * * *`;
}
