// Whoever is erased, and whatever their name: nothing of theirs is left, and nothing of anybody else is touched.
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { erasePerson, finishErasures } from "../../src/use-cases/index.js";
import { openTestDatabase, type TestDatabase } from "../support/database.js";
import { runs } from "../support/runs.js";
import { openStage, type Stage } from "../support/stage/stage.js";
import { actorOf } from "../support/world/plans.js";
import { buildRandomWorld, type RandomWorld } from "../support/world/random-world.js";

/** `npm run faults -- F29` makes many. */
const RUNS = runs("ERASURE_RUNS", { quick: 1, long: 4 });

let database: TestDatabase;
let stage: Stage;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const PEOPLE = 7;
const NAMES = Array.from({ length: PEOPLE }, (_, n) => `Unik${n}q Nama${n}q`);

/** Names that stand in other places too: letters, words of the texts, keys of JSON and of rows, parts of others' names. */
const NAMES_OF_ANY_KIND = [
  ...["a", "te", "Budi", "text", "nama", "name", "variables", "marks", "perpustakaan", "data", "true", "null", "1"],
  ...["Halo", "Bapak/Ibu", "Rina", "Pelatih Rina", "Admin Pusat", "Unik0q", "Unik1q Nama1q", "Unik2q Nama2q Jr"],
  ...["%", "_", '"', "\\", "'", "{nama}", "plan", "person:1", "⟦", "😀", "O'Brien", "catatan", "kata"],
];

interface Row {
  /** The same in two worlds that differ in a name alone. */
  label: string;
  text: string;
}

const LABELS: Record<string, string> = {
  announcement_recipients: "concat(announcement_id, ':', person_id, ':', roster_row_id)",
  outbox: "regexp_replace(key, '\\d{13}', '', 'g')",
  report_answers: "concat(report_id, question)",
  attendance: "concat(session_id, ':', participant_id)",
  roster_attendance: "concat(session_id, ':', roster_row_id)",
  announcement_boards: "concat(announcement_id, ':', person_id)",
  feedback_pools: "class_id::text",
  class_boards: "concat(class_id, ':', person_id, ':', day)",
  class_trainers: "concat(class_id, ':', person_id)",
  invitations: "token",
  roster_changes: "concat(import_id, ':', roster_row_id)",
  inbox: "update_id::text",
  conversation_states: "key",
  taps: "chat_id::text",
  lane_blocks: "lane",
  counters: "name",
  leases: "name",
  workers: "name",
  places: "code",
  former_links: "token",
  handovers: "code",
  not_duplicates: "concat_ws(':', kind, low_id, high_id)",
  completion_letters: "number",
  story_exports: "concat(story_id, ':', update_id)",
  champions: "participant_id::text",
  story_subscriptions: "person_id::text",
  held_back: "concat_ws(':', person_id, day, fact)",
  job_runs: "name",
  rule_versions: "number::text",
  overview_weeks: "concat_ws(':', week, class_id, place_code)",
};

async function everyRow(): Promise<Map<string, Row>> {
  const tables = await stage.db.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name NOT IN ('_prisma_migrations', 'places') ORDER BY 1`;
  const rows = new Map<string, Row>();
  for (const { name } of tables) {
    const label = LABELS[name] ?? "id::text";
    const id = name === "outbox" ? "id::text" : label;
    const found = await stage.db.$queryRawUnsafe<{ id: string; label: string; text: string }[]>(
      `SELECT ${id} AS id, ${label} AS label, t::text AS text FROM "${name}" t`,
    );
    for (const row of found) rows.set(`${name} ${row.id}`, { label: `${name} ${row.label}`, text: row.text });
  }
  return rows;
}

interface Erased {
  world: RandomWorld;
  before: Map<string, Row>;
  after: Map<string, Row>;
  changed: string[];
  tied: Set<string>;
}

async function worldWithout(seed: number, victim: number, name: string): Promise<Erased> {
  stage = await openStage(database, "2024-07-08T02:00:00Z");
  const world = await buildRandomWorld(stage, seed, NAMES.with(victim, name));
  const before = await everyRow();
  const { id } = world.people[victim] ?? { id: 0 };
  const tied = await tiedByKey(id);
  expect(await erasePerson(stage.world, await actorOf(stage.world, id), { personId: id })).toMatchObject({
    kind: "erased",
  });
  await finishErasures(stage.world);
  const after = await everyRow();
  const changed = [...before]
    .filter(([key, { text }]) => after.get(key)?.text !== text)
    .map(([, { label }]) => label)
    .sort();
  return { world, before, after, changed, tied };
}

/** What others said freely of anybody does not count: it is theirs. */
const withoutGossip = (text: string) => text.replaceAll(/⟦[^⟧]*⟧/g, "");

test(
  "erasing anybody of a random world leaves nothing of theirs and touches nobody else, whatever their name",
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 0, max: PEOPLE - 1 }),
        fc.constantFrom(...NAMES_OF_ANY_KIND),
        async (seed, victim, name) => {
          const own = await worldWithout(seed, victim, NAMES[victim] ?? "");
          const { telegramId, phone, words, formerName, sharesPhone } = own.world.people[victim] ?? {
            ...{ telegramId: 0, phone: "", words: "", formerName: "", sharesPhone: false },
          };
          // A screen with little room cuts a name behind its first word, which nobody else has.
          const [called = ""] = (NAMES[victim] ?? "").split(" ");
          const theirs = [called, formerName, words, String(telegramId), ...(sharesPhone ? [] : [phone])];
          const knows = ([, { text }]: [string, Row]) => theirs.some((one) => withoutGossip(text).includes(one));
          // They are in many tables, so that finding none below means something.
          expect(new Set([...own.before].filter(knows).map(([key]) => key.split(" ")[0])).size).toBeGreaterThan(3);
          // A plan that a colleague goes on with is the library's.
          const isLibrarys = ([key]: [string, Row]) => key.startsWith("work_plans ") && victim < 2;
          expect([...own.after].filter((row) => knows(row) && !isLibrarys(row)).map(([, { label }]) => label)).toEqual(
            [],
          );

          const touched = [...own.before].filter(
            (row) => own.after.get(row[0])?.text !== row[1].text && !knows(row) && !own.tied.has(row[0]),
          );
          expect(touched.map(([, { label }]) => label)).toEqual([]);

          const any = await worldWithout(seed, victim, name);
          expect(any.changed).toEqual(own.changed);
        },
      ),
      // A trainer who is erased had answered before a colleague: the colleague's answer, which does not quote them, stays. Then: somebody
      // whom a morning names by a cut name.
      {
        numRuns: RUNS,
        endOnFailure: true,
        examples: [
          [729369, 6, "O'Brien"],
          [122614, 1, "Halo"],
        ],
      },
    );
  },
  60_000 + RUNS * 60_000,
);

/** Rows that hold no word of a person may still be tied to them: by a column that points to them, to their thread, or to their plan. */
async function tiedByKey(personId: number): Promise<Set<string>> {
  const rows = await stage.db.$queryRaw<{ key: string }[]>`
    WITH mine AS (SELECT id FROM participants WHERE person_id = ${personId}),
      plan AS (SELECT wp.id FROM work_plans wp JOIN library_members m USING (library_id) WHERE m.person_id = ${personId})
    SELECT 'people ' || id AS key FROM people WHERE id = ${personId}
    UNION ALL SELECT 'participants ' || id FROM mine
    UNION ALL SELECT 'library_members ' || id FROM library_members WHERE person_id = ${personId}
    UNION ALL SELECT 'consent_receipts ' || id FROM consent_receipts WHERE person_id = ${personId}
    UNION ALL SELECT 'account_bindings ' || id FROM account_bindings WHERE person_id = ${personId}
    UNION ALL SELECT 'account_moves ' || id FROM account_moves WHERE person_id = ${personId} OR decided_by_id = ${personId}
    UNION ALL SELECT 'handovers ' || code FROM handovers
      WHERE participant_id IN (SELECT id FROM mine) OR taken_by_id = ${personId}
    UNION ALL SELECT 'completion_letters ' || number FROM completion_letters WHERE participant_id IN (SELECT id FROM mine)
    UNION ALL SELECT 'stories ' || id FROM stories WHERE participant_id IN (SELECT id FROM mine)
    UNION ALL SELECT 'story_exports ' || story_id || ':' || update_id FROM story_exports
      WHERE story_id IN (SELECT s.id FROM stories s WHERE s.participant_id IN (SELECT id FROM mine))
    UNION ALL SELECT 'champions ' || participant_id FROM champions WHERE participant_id IN (SELECT id FROM mine)
    UNION ALL SELECT 'story_subscriptions ' || person_id FROM story_subscriptions WHERE person_id = ${personId}
    UNION ALL SELECT 'class_trainers ' || class_id || ':' || person_id FROM class_trainers WHERE person_id = ${personId}
    UNION ALL SELECT 'held_back ' || concat_ws(':', person_id, day, fact) FROM held_back WHERE person_id = ${personId}
    UNION ALL SELECT 'roster_rows ' || id FROM roster_rows WHERE participant_id IN (SELECT id FROM mine)
    UNION ALL SELECT 'audits ' || id FROM audits WHERE actor_id = ${personId} OR subject IN (SELECT 'plan:' || id FROM plan)
      OR subject IN (SELECT 'thread:' || t.id FROM question_threads t WHERE t.participant_id IN (SELECT id FROM mine))
    UNION ALL SELECT 'follow_ups ' || id FROM follow_ups WHERE plan_id IN (SELECT id FROM plan) OR resolved_by_id = ${personId}
    UNION ALL SELECT 'deadline_extensions ' || id FROM deadline_extensions WHERE plan_id IN (SELECT id FROM plan) OR by_id = ${personId}
    -- The summary that waits is said anew without them.
    UNION ALL SELECT 'daily_summaries ' || s.id FROM daily_summaries s JOIN outbox o ON o.key = 'summary:' || s.trainer_id || ':' || s.day
      WHERE o.state = 'waiting' AND o.subjects @> ARRAY[${`person:${personId}`}]::text[]
    UNION ALL SELECT 'mornings ' || s.id FROM mornings s JOIN outbox o ON o.key = 'alert:' || s.trainer_id || ':' || s.day
      WHERE o.state = 'waiting' AND o.subjects @> ARRAY[${`person:${personId}`}]::text[]
    UNION ALL SELECT 'thread_messages ' || m.id FROM thread_messages m JOIN question_threads t ON t.id = m.thread_id
      WHERE m.author_id = ${personId} OR t.participant_id IN (SELECT id FROM mine)`;
  return new Set(rows.map(({ key }) => key));
}
