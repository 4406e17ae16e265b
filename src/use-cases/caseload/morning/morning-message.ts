// The morning as a message: the five most urgent with their reason, the rest by count, a button each.
import type { Cover } from "../../../domain/caseload/cover.js";
import { isOpen, MINUTES_EACH, MORNING_SHOWN, type Need, newNeeds } from "../../../domain/caseload/morning.js";
import { action } from "../../../domain/messages/action.js";
import type { Message } from "../../../domain/messages/message.js";
import { numberRows } from "../../../domain/messages/number-rows.js";
import type { Day } from "../../../domain/time/calendar.js";
import type { Texts } from "../../../texts/index.js";
import { paragraphs } from "../../../texts/rich.js";
import type { ShownNeed } from "./needs-in-full.js";

export interface MorningView {
  day: Day;
  /** As the morning was said; the first of them stand on it. */
  needs: readonly Need[];
  /** Who needs the trainer at this moment: the numbers are theirs, as on the page behind the button. */
  now: readonly Need[];
  before: readonly Need[] | null;
  /** The first of them, in full; null: gone meanwhile. */
  shown: readonly (ShownNeed | null)[];
  /** Places of those of `needs` who are dealt with. */
  done: readonly number[];
  /** People with a late plan that is the trainer's turn, and how many of them a reminder reaches. */
  late: number;
  remindable: number;
  /** How many people needs are about. */
  count: (needs: readonly Need[]) => number;
  /** For whom they cover. */
  covers: readonly Cover[];
}

export function morningMessage(
  texts: Texts,
  { day, needs, now, before, shown, done, late, remindable, count, covers }: MorningView,
): Message {
  const fresh = newNeeds(needs, before);
  const lines = shown.flatMap((need, place) => {
    const isDone = done.includes(place) || need === null;
    const isNew = before !== null && fresh.includes(needs[place] as Need);
    return need === null ? [] : [{ ...need, isDone, isNew }];
  });
  const standing = needs.slice(0, shown.length).filter((_, place) => !done.includes(place));
  const called = standing.filter((need) => shown[needs.indexOf(need)] !== null);
  const others = now.filter((need) => !isOpen(need, standing));
  const freshNow = newNeeds(now, before);
  // On the first of all mornings everybody would be new.
  const freshOthers = before === null ? 0 : count(others.filter((need) => freshNow.includes(need)));
  // A call a line, however many share it.
  const minutes = called.length * MINUTES_EACH;
  return {
    ...paragraphs(
      texts.morning.page({
        ...{ day, needs: lines, others: count(others), freshOthers, open: count(called), minutes },
        same: before === null ? 0 : count(now.filter((need) => !freshNow.includes(need))),
        isBeyondReach: late > 0 && remindable === 0,
      }),
      texts.cover.covering(covers),
    ),
    buttons: [
      ...numberRows(lines.map(openBelow), 0),
      ...(remindable > 0 ? [[{ label: texts.careActs.remindMenu(late), data: action("morning_remind") }]] : []),
      ...(others.length > 0 ? [[{ label: texts.morning.all(count(now)), data: action("morning_needs") }]] : []),
      [{ label: texts.peopleFiles.calls, data: action("morning_calls") }],
      [{ label: texts.morning.everybody, data: action("morning_people") }],
    ],
  };
}

/** Below the morning: it stays, and says what is dealt with. */
function openBelow({ participantId, planId }: ShownNeed): string {
  return participantId === null ? action("morning_library", planId ?? 0) : action("morning_person", participantId);
}

export const shownOf = (needs: readonly Need[]): Need[] => needs.slice(0, MORNING_SHOWN);
