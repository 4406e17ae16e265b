// B14: what a trainer waits for who acts on many at once: reminds, extends, writes to a class or a kabupaten of theirs; on PostgreSQL.
//
// Ours is the use case, from the press to the commit: who is in it, held; budgets, posts, follow-ups and the account. A class has some fifty
// people. Nothing stands beside it: no peer acts on many people with budgets and quiet hours.
import type { Scope } from "../../../../src/domain/caseload/scope.js";
import type { KnownActor } from "../../../../src/domain/people/person.js";
import { addDays, dayIn } from "../../../../src/domain/time/calendar.js";
import type { World } from "../../../../src/ports.js";
import { extendDeadlines, remindPeople, writeFirst } from "../../../../src/use-cases/index.js";
import { openScratchDatabase } from "../../../faults/process/scratch-database.js";
import { openStage } from "../../../support/stage/stage.js";
import { actorOf } from "../../../support/world/plans.js";
import { count, median, milliseconds, ms, percentile, type Row, times } from "../../report.js";
import { fillNational } from "./national.js";

/** Classes that are acted on, each by its own trainer: enough for a p95 that is not the slowest one. */
const CLASSES = 24;
const MOST_MILLISECONDS = 300;

const ACTS = {
  remind: (world, actor, scope, at) => remindPeople(world, actor, { scope, ...at }),
  extend: (world, actor, scope, { updateId, saidAt }) =>
    extendDeadlines(world, actor, {
      ...{ scope, until: addDays(dayIn("Asia/Jayapura", saidAt), 45), reason: "Dana desa", updateId, saidAt },
    }),
  write: (world, actor, scope, { updateId }) =>
    writeFirst(world, actor, { scope, text: "Bapak/Ibu {nama}, apa kabar rencananya?", updateId }),
} satisfies Record<
  string,
  (world: World, actor: KnownActor, scope: Scope, at: { updateId: number; saidAt: Date }) => Promise<{ kind: string }>
>;

export async function acts(sizes: number[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const size of sizes) {
    const database = await openScratchDatabase();
    const { now } = await fillNational(database, size);
    // Each class lies in its own kabupaten or two, as classes do, and not in villages of the whole country.
    await database.prisma.$executeRaw`
      UPDATE libraries l SET place_code = v.code FROM (
        SELECT code, split_part(code, '.', 1) || '.' || split_part(code, '.', 2) AS regency,
          row_number() OVER (PARTITION BY split_part(code, '.', 1), split_part(code, '.', 2) ORDER BY code) AS nth FROM places WHERE level = 'village'
      ) v, (SELECT code, row_number() OVER (ORDER BY code) AS place FROM places WHERE level = 'regency') r, work_plans w
      WHERE w.library_id = l.id AND r.place = 1 + w.class_id % 300 AND v.regency = r.code AND v.nth = 1 + l.id % 40`;
    await database.prisma.$executeRaw`VACUUM ANALYZE libraries`;
    const stage = await openStage(
      { ...database, embedded: false, patiently: undefined as never, empty: async () => {} },
      now.toISOString(),
    );
    const { world } = stage;
    const taught = await database.prisma.$queryRaw<{ classId: number; trainerId: number; code: string }[]>`
      SELECT w.class_id AS "classId", min(t.person_id) AS "trainerId", min(left(l.place_code, 5)) AS code
      FROM work_plans w JOIN libraries l ON l.id = w.library_id JOIN class_trainers t ON t.class_id = w.class_id
      WHERE w.state <> 'done' GROUP BY w.class_id ORDER BY w.class_id LIMIT ${CLASSES}`;
    let updateId = 1_000_000;
    const act = async (name: keyof typeof ACTS, actor: KnownActor, scope: Scope) => {
      updateId += 1;
      const outcome = await ACTS[name](world, actor, scope, { updateId, saidAt: stage.clock.now() });
      if (outcome.kind.startsWith("too") || outcome.kind.startsWith("not") || outcome.kind === "gone")
        throw new Error(`${name} of ${JSON.stringify(scope)}: ${outcome.kind}`);
    };
    for (const name of Object.keys(ACTS) as (keyof typeof ACTS)[]) {
      for (const [step, kind] of (["class", "regency"] as const).entries()) {
        const waits: number[] = [];
        // Nobody is reminded twice a day: each act has its own day.
        stage.clock.advance(86_400_000 * (step + 1));
        for (const { classId, trainerId, code } of taught) {
          const actor = await actorOf(world, trainerId);
          const scope: Scope = kind === "class" ? { kind, classId } : { kind, code };
          waits.push(await milliseconds(() => act(name, actor, scope)));
        }
        rows.push(rowOf(size, `${name} of a ${kind}`, waits));
      }
    }
    if (stage.errors.length > 0) throw new AggregateError(stage.errors, "an act failed");
    await database.close();
  }
  return rows;
}

function rowOf(size: number, workload: string, waits: number[]): Row {
  const p95 = percentile(waits, 0.95);
  return {
    id: "B14",
    workload: `${workload}, ${count(size)} people`,
    ours: `p95 ${ms(p95)} (p50 ${ms(median(waits))})`,
    beside: "–",
    ratio: times(MOST_MILLISECONDS / p95),
    target: `≤ ${MOST_MILLISECONDS} ms`,
    meets: p95 <= MOST_MILLISECONDS,
  };
}
