// Judges what trainers had of a lived month by what they read: seldom, and never without something new; and whether every person stood
// under one cause on every day.
import { DIAGNOSES } from "../../../src/domain/caseload/diagnosis.js";
import { addDays, dayIn } from "../../../src/domain/time/calendar.js";
import { FRESH_WORDS } from "../desk-words.js";
import { FIRST_DAY, LAST_DAY, LIVED_LAST, type Month } from "../month/lived.js";

/** The evening before a class day, and its board. */
const CLASS_DAYS = /^🗓 Hari kelas|^📍 Hari \d/;
/** One of theirs pauses: the one word about it, besides the day's two. */
const PAUSES = /^⏸ .* jeda sampai /;
/** One of theirs has told a story: the one word about it, likewise. */
const STORIES = /^📖 .* mengirim cerita perubahan\.$/;

/** One of their libraries has changed hands: the one word about it, likewise. */
const HANDED_OVER = /^.*, kelas .*, berganti tangan: (Pengganti \d+) menggantikan .* dengan kode serah terima\.$/;

/** Outside class days. */
const MOST_A_DAY = 2;

export interface DeskVerdict {
  mornings: number;
  summaries: number;
  pauses: number;
  stories: number;
  handovers: number;
  /** Each must be empty. */
  tooMany: string[];
  nothingNew: string[];
  notInOneCause: string[];
  /** A library that changed hands, of which its trainer did not hear, or not once. */
  handsUntold: string[];
  notUnderstood: string[];
}

export function judgeDesk(month: Month): DeskVerdict {
  const verdict: DeskVerdict = {
    ...{ mornings: 0, summaries: 0, pauses: 0, stories: 0, handovers: 0 },
    ...{ tooMany: [], nothingNew: [], notInOneCause: [], handsUntold: [], notUnderstood: [] },
  };
  for (const { phone, zone, classId } of month.trainers) {
    const told: string[] = [];
    const perDay = new Map<string, number>();
    let isFirst = true;
    for (const { text, at } of month.toTrainers.filter(({ chatId }) => chatId === phone)) {
      const day = dayIn(zone, at);
      if (PAUSES.test(text)) {
        verdict.pauses += 1;
        continue;
      }
      if (STORIES.test(text)) {
        verdict.stories += 1;
        continue;
      }
      const [, successor] = HANDED_OVER.exec(text) ?? [];
      if (successor !== undefined) {
        verdict.handovers += 1;
        told.push(successor);
        continue;
      }
      perDay.set(day, (perDay.get(day) ?? 0) + 1);
      if (text.startsWith("☀️")) {
        verdict.mornings += 1;
        // The first one has no day before it.
        if (!isFirst && !FRESH_WORDS.overdue_alert?.test(text)) verdict.nothingNew.push(`${day} ${text}`);
        isFirst = false;
      } else if (text.startsWith("📋")) {
        verdict.summaries += 1;
        if (!FRESH_WORDS.daily_summary?.test(text)) verdict.nothingNew.push(`${day} ${text}`);
      } else if (!CLASS_DAYS.test(text)) verdict.notUnderstood.push(text);
    }
    verdict.handsUntold.push(...untold(month, classId, told));
    for (const [day, count] of perDay) {
      const isClassDay = day >= FIRST_DAY && day <= LAST_DAY;
      if (!isClassDay && count > MOST_A_DAY) verdict.tooMany.push(`${day}: ${count}`);
    }
  }
  for (const { day, people, counts } of month.standings) {
    const inOne = DIAGNOSES.reduce((sum, cause) => sum + counts[cause], counts.on_course + counts.finished);
    if (inOne !== people || counts.all !== people) verdict.notInOneCause.push(`${day} ${JSON.stringify(counts)}`);
  }
  return verdict;
}

/** Days in which it is morning for a trainer again, whatever holidays are between. */
const TOLD_WITHIN = 3;

function untold({ people }: Month, classId: number, told: string[]): string[] {
  const owed = people.flatMap(({ follows, spans: [first], ...one }) => {
    const isDue = first !== undefined && addDays(dayIn(one.zone, first.from), TOLD_WITHIN) <= LIVED_LAST;
    return follows !== null && one.classId === classId && isDue ? [`Pengganti ${follows.n}`] : [];
  });
  return [
    ...owed.filter((name) => told.filter((one) => one === name).length !== 1),
    ...told.filter((name, at) => told.indexOf(name) !== at),
  ];
}
