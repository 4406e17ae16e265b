// B15: where the programme stands, as a national admin waits for it: the nation, a province, a kabupaten, a class.
//
// Ours is the whole bot on PostgreSQL, as for the lists: the update comes in, the page goes out. Its reading alone, the same numbers asked
// of the store, is told too: on a busy machine it shows how much of the wait is the database's. Beside: bare SQL that counts people and
// plans of all provinces, without what makes the numbers worth reading: nobody's standing, no lateness, no trainer's review.
import { type Area, readArea } from "../../../../src/domain/overview/area.js";
import { reachWithin } from "../../../../src/domain/people/admin-reach.js";
import { lateDaysNow } from "../../../../src/use-cases/caseload/follow-up/late-days.js";
import { openScratchDatabase, type ScratchDatabase } from "../../../faults/process/scratch-database.js";
import { openStage, type Stage } from "../../../support/stage/stage.js";
import { count, median, milliseconds, ms, percentile, type Row, times } from "../../report.js";
import { fillNational } from "./national.js";

const ROUNDS = 20;
const ANSWER_MILLISECONDS = 300;
const LARGE_ANSWER_MILLISECONDS = 2000;

export async function overviews(sizes: number[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const size of sizes) {
    const database = await openScratchDatabase();
    const { now, ...viewers } = await fillNational(database, size);
    const stage = await openStage(
      { ...database, embedded: false, patiently: undefined as never, empty: async () => {} },
      now.toISOString(),
    );
    const phone = stage.person({ id: viewers["national admin"].telegramId, name: "national admin" });
    phone.start();
    await stage.listen();
    for (const [what, area] of Object.entries(await areasIn(database))) {
      const waits: number[] = [];
      const readings: number[] = [];
      const bare: number[] = [];
      for (let round = 0; round <= ROUNDS; round++) {
        // Pressed again at once, it would be one tap too many.
        stage.clock.advance(60_000);
        phone.pressesOn(phone.received().at(-1)?.message_id ?? 0, `overview:${area}`);
        const wait = await milliseconds(() => stage.listen());
        const reading = await milliseconds(() => readingOf(stage, readArea(area)!));
        const beside = await milliseconds(() => bareCounts(database));
        // The first round warms up.
        if (round > 0) {
          waits.push(wait);
          readings.push(reading);
          bare.push(beside);
        }
      }
      const text = phone.lastMessage()?.text ?? "";
      if (!text.startsWith("📊")) throw new Error(`No overview of ${area}: ${text.slice(0, 80)}`);
      rows.push(rowOf({ size, what, waits, readings, bare }));
    }
    if (stage.errors.length > 0) throw new AggregateError(stage.errors, "a page failed");
    await database.close();
  }
  return rows;
}

/** The largest of each, so that nothing is quick because nobody is there. */
async function areasIn({ prisma }: ScratchDatabase): Promise<Record<string, string>> {
  const [largest] = await prisma.$queryRaw<{ code: string }[]>`
    SELECT left(place_code, 5) AS code FROM libraries GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1`;
  const regency = largest?.code ?? "11.01";
  return { "the nation": "all", "a province": regency.slice(0, 2), "a kabupaten": regency, "a class": "c1" };
}

const NATION = [{ regionCode: null, cohortId: null }];

async function readingOf(stage: Stage, { placeCode, classId }: Area): Promise<void> {
  const care = { trainerId: null, regions: reachWithin(NATION, placeCode) };
  const part = placeCode === null && classId === null ? "province" : placeCode?.length === 2 ? "regency" : "class";
  await stage.world.store.overviews.parts(care, lateDaysNow(stage.world), { part, classId });
}

async function bareCounts({ prisma }: ScratchDatabase): Promise<void> {
  await prisma.$queryRaw`
    SELECT left(l.place_code, 2) AS province, count(*)::int AS people
    FROM participants a JOIN libraries l ON l.id = a.library_id GROUP BY 1`;
  await prisma.$queryRaw`
    SELECT left(l.place_code, 2) AS province, w.type::text AS type, w.state::text AS state, count(*)::int AS plans,
      count(r.plan_id)::int AS reported
    FROM work_plans w JOIN libraries l ON l.id = w.library_id
    LEFT JOIN (SELECT DISTINCT plan_id FROM progress_reports) r ON r.plan_id = w.id GROUP BY 1, 2, 3`;
}

function rowOf(data: { size: number; what: string; waits: number[]; readings: number[]; bare: number[] }): Row {
  const allowed = data.size > 10_000 ? LARGE_ANSWER_MILLISECONDS : ANSWER_MILLISECONDS;
  const p95 = percentile(data.waits, 0.95);
  const reading = `reading alone p50 ${ms(median(data.readings))}, least ${ms(Math.min(...data.readings))}`;
  return {
    id: "B15",
    workload: `overview of ${data.what}, ${count(data.size)} people`,
    ours: `p95 ${ms(p95)} to the answer (p50 ${ms(median(data.waits))}; ${reading})`,
    beside: `bare counts of the nation ${ms(median(data.bare))}`,
    ratio: `${times(median(data.readings) / median(data.bare))} the bare counts`,
    target: `≤ ${allowed} ms p95`,
    meets: p95 <= allowed,
  };
}
