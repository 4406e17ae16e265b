// In the terminal: what somebody was owed on a day and what became of it. Reads, and changes nothing.

import type { Language } from "../domain/people/person.js";
import type { QuestionSets, QuestionVersions } from "../domain/reports/questionnaire.js";
import { type Day, isDay } from "../domain/time/calendar.js";
import { changedHolidays, DEFAULT_HOLIDAYS, restDaysOf } from "../domain/time/holidays.js";
import type { World } from "../ports.js";
import type { Database } from "../storage/engine/database.js";
import { findSaid } from "../storage/people/find-said.js";
import { createStore } from "../storage/store.js";
import { longDay } from "../texts/dates.js";
import { textsFor } from "../texts/index.js";
import { fateLines, howTheyAre } from "../texts/layouts/fate-lines.js";
import { dayOf, refreshRules } from "../use-cases/index.js";

export interface Asked {
  person: string;
  day: string;
  language: Language;
  holidays: { added: string[]; removed: string[] };
  now: Date;
}

/** What reports ask decides nothing here. */
const NONE: QuestionSets = {
  version: 1,
  sets: { information_services: [], community_engagement: [], advocacy: [] },
  obstacles: [],
};
const UNASKED: QuestionVersions = { current: NONE, all: [NONE] };

/** @throws RangeError where the person or the day makes no sense. */
export async function sayWhy(database: Database, { person, day, language, holidays, now }: Asked): Promise<string> {
  if (!isDay(day)) throw new RangeError(`--day must be a day such as 2026-06-27, not ${JSON.stringify(day)}.`);
  const found = await findSaid(database.prisma, person);
  if (found.length === 0) throw new RangeError(`Nobody has the number ${JSON.stringify(person)}.`);
  const rest = restDaysOf(changedHolidays(DEFAULT_HOLIDAYS, holidays));
  const world = {
    store: createStore(database),
    clock: { now: () => now },
    settings: { rest, questions: UNASKED } as World["settings"],
  };
  await refreshRules(world);
  const texts = textsFor(language);
  const pages: string[] = [];
  for (const one of found) {
    const explained = await dayOf(world, one, day as Day);
    const title = { name: one.name, day: longDay(language, explained.day), total: explained.fates.length };
    const lines = fateLines(texts, explained, explained.fates);
    pages.push(texts.why.day(title, howTheyAre(texts, explained, now), lines).text);
  }
  return `${pages.join("\n\n")}\n`;
}
