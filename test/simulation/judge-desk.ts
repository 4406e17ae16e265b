// Judges what trainers had of a lived month by what they read: seldom, and never without something new; and whether every person stood
// under one cause on every day.
import { DIAGNOSES } from "../../src/domain/caseload/diagnosis.js";
import { dayIn } from "../../src/domain/time/calendar.js";
import { FRESH_WORDS } from "./desk-words.js";
import { FIRST_DAY, LAST_DAY, type Month } from "./live.js";

/** The evening before a class day, and its board. */
const CLASS_DAYS = /^🗓 Hari kelas|^📍 Hari \d/;
/** One of theirs pauses: the one word about it, besides the day's two. */
const PAUSES = /^⏸ .* jeda sampai /;
/** One of theirs has told a story: the one word about it, likewise. */
const STORIES = /^📖 .* mengirim cerita perubahan\.$/;

/** Outside class days. */
const MOST_A_DAY = 2;

export interface DeskVerdict {
  mornings: number;
  summaries: number;
  pauses: number;
  stories: number;
  /** Each must be empty. */
  tooMany: string[];
  nothingNew: string[];
  notInOneCause: string[];
  notUnderstood: string[];
}

export function judgeDesk(month: Month): DeskVerdict {
  const verdict: DeskVerdict = {
    ...{ mornings: 0, summaries: 0, pauses: 0, stories: 0 },
    ...{ tooMany: [], nothingNew: [], notInOneCause: [], notUnderstood: [] },
  };
  for (const { phone, zone } of month.trainers) {
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
