// Whether what was said was wanted, and needed: nobody is asked for what was reported, nor twice at one step of the ladder.
import { instantAt } from "../../../src/domain/time/calendar.js";
import { reportsBefore, type Someone } from "../month/lived.js";
import { type Heard, type Others, OWED_WORDS, PLANS, say } from "./heard.js";
import { rungBefore, rungsOf } from "./ladder.js";
import type { Verdict } from "./verdict.js";

/** What nobody can stop. */
const ALWAYS = ["change", "offer", "moved", "welcome", ...OWED_WORDS];

export function judgeNeed(one: Someone, heard: Heard[], { withoutNeed, unwanted }: Verdict): void {
  for (const message of heard) {
    const known = reportsBefore(one, message.at);
    for (const { kind, text } of message.parts) {
      const isReminder = !["announcement", "story", ...ALWAYS].includes(kind);
      const stopped = isReminder ? one.optedOutAt.reminders : one.optedOutAt.announcements;
      if (!ALWAYS.includes(kind) && stopped !== undefined && stopped < message.at) {
        unwanted.push(say(one, message));
      }
      if (!["plan reminder", "snoozed", "nudge"].includes(kind)) continue;
      const since = kind === "plan reminder" ? rungBefore(one, message.day) : undefined;
      for (const [plan, name] of PLANS.entries()) {
        if (!text.includes(name)) continue;
        const told = known.filter((report) => report.plan === plan);
        const isAnswered = told.at(-1)?.done === true || (since !== undefined && told.some(({ at }) => at >= since));
        if (isAnswered) withoutNeed.push(`${say(one, message)}: ${name}`);
      }
    }
  }
}

/** Of one human, on whichever of two registrations: as long as they are one. */
export function judgeAgain(one: Someone, heard: Heard[], others: Others[], { askedAgain }: Verdict): void {
  for (const { from: opens, closes } of rungsOf(one)) {
    const [from, until] = [instantAt(one.zone, opens, "00:00"), instantAt(one.zone, closes, "00:00")];
    for (const name of PLANS) {
      // The welcome after a pause asks too.
      const asks = ["plan reminder", "welcome"];
      const asked = (messages: Heard[]) =>
        messages.filter(
          ({ at, parts }) =>
            at >= from && at < until && parts.some(({ kind, text }) => asks.includes(kind) && text.includes(name)),
        );
      const [, again] = asked(heard);
      if (again !== undefined) askedAgain.push(`${say(one, again)}: ${name}`);
      for (const other of others.filter(({ isOneself }) => isOneself)) {
        const [first] = asked(other.heard);
        const isOne = ({ at }: Heard) => at >= other.since && (other.until === null || at < other.until);
        const late = asked(heard).find((message) => isOne(message) && first !== undefined && message.at > first.at);
        if (late !== undefined) askedAgain.push(`${say(one, late)}: ${name}, as on the other phone`);
      }
    }
  }
}
