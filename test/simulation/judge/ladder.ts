// The ladder of reminders to the day on which plans are due, and what a pause makes of it.
import { addDays, type Day, daysBetween, instantAt } from "../../../src/domain/time/calendar.js";
import { LAST_DAY, type Someone } from "../month/lived.js";

/** The due day of all plans, as long as nobody pauses. */
const DUE_ON: Day = "2024-07-07";

interface LivedRung {
  on: Day;
  /** Open from … until … */
  from: Day;
  closes: Day;
}

/** The ladder to a due day. */
const ladderTo = (dueOn: Day): LivedRung[] =>
  [
    [-14, -7],
    [-7, -1],
    [-1, 1],
    [1, 8],
  ].map(([on = 0, closes = 0]) => ({
    on: addDays(dueOn, on),
    from: addDays(dueOn, on),
    closes: addDays(dueOn, closes),
  }));

/** By the ladder of a pause that moves the due day what closed before it is owed, and what is open when they are back or opens then. */
export function rungsOf({ pause, follows }: Someone): LivedRung[] {
  // How many days of a pause counted until its person handed over is another ladder each.
  if (hasPaused(follows)) return [];
  if (pause === null) return ladderTo(DUE_ON);
  const { fromOn, untilOn } = pause;
  const moved = fromOn > DUE_ON ? DUE_ON : addDays(DUE_ON, daysBetween(fromOn, untilOn) + 1);
  // Nobody is late before the third day after their return.
  const least = addDays(untilOn, 3);
  const backOn = addDays(untilOn, 1);
  const after = ladderTo(moved > least ? moved : least).filter(({ closes }) => closes > backOn);
  return [
    ...ladderTo(DUE_ON).filter(({ closes }) => closes <= fromOn),
    ...after.map((rung) => ({ ...rung, from: rung.on > backOn ? rung.on : backOn })),
  ];
}

const hasPaused = (follows: Someone | null) => follows !== null && follows.pause !== null;

export function rungBefore(one: Someone, day: Day): Date {
  if (hasPaused(one.follows)) return instantAt(one.zone, day, "00:00");
  const isBefore = one.pause === null || day <= one.pause.fromOn;
  const rung = (isBefore ? ladderTo(DUE_ON) : rungsOf(one)).findLast(({ on }) => on <= day)?.on ?? addDays(LAST_DAY, 1);
  return instantAt(one.zone, rung, "00:00");
}
