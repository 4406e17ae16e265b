// The month of a class: whoever takes part is written to by day, seldom, and never without need; and hears all that they are owed.
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../support/database.js";
import { openStage } from "../support/stage/stage.js";
import { judgeDesk } from "./judge/desk.js";
import { judge } from "./judge/judge.js";
import { liveMonth } from "./month/live.js";
import { LIVED_FROM } from "./month/lived.js";

/** The short form; SIMULATED_PEOPLE=1000 is the long one, SIMULATION_SEED another month. */
const LONG = process.env.SIMULATED_PEOPLE !== undefined;
const PEOPLE = Number(process.env.SIMULATED_PEOPLE ?? 12);
const SEED = Number(process.env.SIMULATION_SEED ?? 1);

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

// Keeps P10, P11, P25, P26, P27, P32, T05, T07, A21.
test("a month in three zones: none out of hours, over the budget, without need or twice, and all that is owed arrives", async () => {
  const stage = await openStage(database, LIVED_FROM.toISOString());
  const month = await liveMonth(stage, PEOPLE, { seed: SEED, form: LONG ? "long" : "short" });
  // What is over lies in the archive after a while.
  const rows = await stage.db.$queryRaw<{ personId: number; subjects: string[]; state: string; cause: string }[]>`
    SELECT person_id AS "personId", subjects, state::text, cause
    FROM (SELECT person_id, subjects, state, cause FROM outbox
      UNION ALL SELECT person_id, subjects, state, cause FROM outbox_archive) AS posts
    WHERE state IN ('expired', 'cancelled', 'dead', 'unknown')`;
  const copies = await stage.db.$queryRaw<{ personId: number; text: string; state: string; cause: string }[]>`
    SELECT o.person_id AS "personId", a.content->>'text' AS text, o.state::text, o.cause
    FROM (SELECT person_id, announcement_id, state, cause FROM outbox
      UNION ALL SELECT person_id, announcement_id, state, cause FROM outbox_archive) AS o
    JOIN announcements a ON a.id = o.announcement_id WHERE o.state IN ('expired', 'cancelled', 'dead', 'unknown')`;
  const reasons = new Map([
    ...rows.flatMap(({ personId, subjects, state, cause }) =>
      subjects.map((subject) => [`${personId} ${subject}`, `${state}: ${cause}`] as const),
    ),
    ...copies.map(
      ({ personId, text, state, cause }) =>
        [`${personId} ${text.slice(0, text.indexOf(":") + 1)}`, `${state}: ${cause}`] as const,
    ),
  ]);
  const verdict = judge(month, stage.world.settings.rest, (personId, about) => reasons.get(`${personId} ${about}`));

  const { messages, merged, byKind, owed, excused } = verdict;
  if (LONG) {
    const told = { people: PEOPLE, announcements: month.announced.length, messages, merged, byKind, owed, excused };
    process.stdout.write(`${JSON.stringify(told)}\n`);
  }
  expect(stage.errors).toEqual([]);
  expect(verdict).toMatchObject({
    ...{ outOfHours: [], overBudget: [], withoutNeed: [], unwanted: [], twice: [], unexplained: [], notUnderstood: [] },
    ...{ whilePaused: [], welcomes: [], toOldPhones: [], notToldOfMove: [], wrongStories: [] },
    ...{ toOutsiders: [], wordsAmiss: [], askedAgain: [], draftsLost: [], unheard: [] },
  });
  expect(month.people.some(({ pause }) => pause !== null)).toBe(true);
  expect(month.people.some(({ formerPhones }) => formerPhones.length > 0)).toBe(true);
  expect(month.people.some(({ follows }) => follows !== null)).toBe(true);
  for (const kind of ["people", "libraries"]) {
    expect(month.merges.some((merge) => merge.kind === kind && merge.done !== null)).toBe(true);
  }
  // Of so few one may have said stop before they were merged, and then nothing is undone.
  if (LONG || SEED === 1) expect(month.merges.some(({ done }) => done !== null && done.undoneAt !== null)).toBe(true);
  expect(month.wrongHands).toEqual([]);
  const desk = judgeDesk(month);
  expect(desk).toMatchObject({ tooMany: [], nothingNew: [], notInOneCause: [], handsUntold: [], notUnderstood: [] });
  // Or nothing was tried.
  expect(desk.mornings).toBeGreaterThan(3);
  expect(desk.summaries).toBeGreaterThan(3);
  expect(desk.pauses).toBeGreaterThan(0);
  expect(desk.stories).toBeGreaterThan(0);
  expect(desk.handovers).toBeGreaterThan(0);
  expect(month.standings.some(({ counts }) => counts.silent > 0 && counts.on_course > 0)).toBe(true);
  expect(merged).toBeGreaterThan(0);
  const lived = [
    "plan reminder",
    "agenda",
    "announcement",
    "link",
    "story",
    ...(LONG ? ["change", "nudge", "draft"] : []),
  ];
  expect(Object.keys(byKind)).toEqual(expect.arrayContaining(lived));
}, 7_200_000);
