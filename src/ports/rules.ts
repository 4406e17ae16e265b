// Versions of the office's rules, and what is counted before they are changed.

import type { OpenPlans } from "../domain/rules/rule-effects.js";
import type { RuleChanges } from "../domain/rules/rules.js";
import type { RuleVersion } from "../domain/rules/rules-in-force.js";
import type { Day } from "../domain/time/calendar.js";

export interface KeptVersion extends RuleVersion {
  takesBack: number | null;
}

export interface RulesPort {
  /** The number of the version in force; 0 where there is none. */
  newest(): Promise<number>;
  /** The oldest first. */
  all(): Promise<KeptVersion[]>;
  /** Under the lock of the programme, or two admins could take the same number. @throws where there is one of it. */
  add(version: { number: number; changes: RuleChanges; takesBack: number | null }, now: Date): Promise<void>;
  /** Who made them, by number, as far as the account still knows. */
  makersOf(numbers: readonly number[]): Promise<ReadonlyMap<number, { personId: number; name: string }>>;
  /** Reports that somebody has begun and not sent. */
  begunReports(): Promise<number>;
  /** Plans that are not done, due on that day and later, with the people of their libraries who can be reminded. */
  openPlans(from: Day): Promise<OpenPlans[]>;
  /** Messages that wait to leave in working hours, by the day on which they are due in Jakarta. */
  waitingByDay(now: Date): Promise<{ day: Day; messages: number }[]>;
  /** Sessions of the programme's classes that begin after now on that day, by the class's clock. */
  sessionsOn(days: readonly Day[], now: Date): Promise<{ day: Day; sessions: number }[]>;
  /** People of a class who can be written to. */
  receivers(): Promise<number>;
  /** People whom the job of a night would forget that forgets what ended before this instant. */
  forgottenBefore(before: Date): Promise<number>;
}
