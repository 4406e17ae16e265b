// B8: the pictures behind the daily summaries of all 189 trainers: what happened today, what is late, who needs them most.
//
// Ours reads them for all trainers at once, as the job does. Beside: the very same reading asked for one trainer after the other,
// which is what a loop over trainers would do; both give the same pictures, and that is checked.

import { MOST_IN_NEED, spanSince } from "../../../../src/domain/caseload/summary.js";
import { DEFAULT_HOLIDAYS, restDaysOf } from "../../../../src/domain/time/holidays.js";
import type { Store, World } from "../../../../src/ports.js";
import { createStore } from "../../../../src/storage/store.js";
import { shownOf } from "../../../../src/use-cases/caseload/morning/morning-message.js";
import { needsInFull } from "../../../../src/use-cases/caseload/morning/needs-in-full.js";
import { needsOfTrainers } from "../../../../src/use-cases/caseload/morning/needs-of-trainers.js";
import { picturesOf } from "../../../../src/use-cases/caseload/summary/pictures-of.js";
import { openScratchDatabase } from "../../../faults/process/scratch-database.js";
import { byTurns, count, milliseconds, ms, type Row, times } from "../../report.js";
import { fillProgramme } from "../lists/programme.js";

const TRAINERS = 189;

const rest = restDaysOf(DEFAULT_HOLIDAYS);

export async function summaries(sizes: number[]): Promise<Row[]> {
  const database = await openScratchDatabase();
  const rows: Row[] = [];
  for (const size of sizes) {
    const { firstTrainer, now } = await fillProgramme(database, size, TRAINERS);
    const store = createStore({ ...database, embedded: false, patiently: undefined as never });
    const spans = Array.from({ length: TRAINERS }, (_, i) => ({
      trainerId: firstTrainer + i,
      ...spanSince(null, now),
    }));
    const atOnce = () => picturesOf(store, spans, MOST_IN_NEED, rest);
    const oneByOne = async () => {
      const pictures: Awaited<ReturnType<typeof atOnce>> = new Map();
      for (const span of spans) {
        for (const [id, picture] of await picturesOf(store, [span], MOST_IN_NEED, rest)) pictures.set(id, picture);
      }
      return pictures;
    };
    const [all, each] = [await atOnce(), await oneByOne()];
    if (all.size !== TRAINERS || inShort(all) !== inShort(each)) throw new Error("the two readings differ");
    const { ours, loop } = await byTurns(5, {
      ours: () => milliseconds(atOnce),
      loop: () => milliseconds(oneByOne),
    });
    rows.push({
      id: "B8",
      workload: `summaries of ${TRAINERS} trainers over ${count(size)} participants`,
      ours: ms(ours),
      beside: `a query for each trainer ${ms(loop)}`,
      ratio: `${times(loop / ours)} quicker`,
      target: "≥ 10 ×; 10k ≤ 1 s",
      meets: loop / ours >= 10 && (size > 10_000 || ours <= 1000),
    });
    rows.push(
      await mornings(
        store,
        now,
        spans.map(({ trainerId }) => trainerId),
        size,
      ),
    );
  }
  await database.close();
  return rows;
}

/** Whom the trainers are needed by, and the first five of each in full: what the morning's job reads. */
async function mornings(store: Store, now: Date, trainerIds: number[], size: number): Promise<Row> {
  const world = { store, clock: { now: () => now }, settings: { rest } } as unknown as World;
  const read = async (ids: number[]) => {
    const found = await needsOfTrainers(world, ids);
    await needsInFull(
      world,
      [...found.values()].flatMap(({ needs }) => shownOf(needs)),
    );
    return [...found].map(([id, { needs }]) => [id, needs.length]);
  };
  const oneByOne = async () => {
    for (const id of trainerIds) await read([id]);
  };
  await read(trainerIds);
  const { ours, loop } = await byTurns(5, {
    ours: () => milliseconds(() => read(trainerIds)),
    loop: () => milliseconds(oneByOne),
  });
  return {
    id: "B8",
    workload: `mornings of ${TRAINERS} trainers over ${count(size)} participants`,
    ours: ms(ours),
    beside: `a query for each trainer ${ms(loop)}`,
    ratio: `${times(loop / ours)} quicker`,
    target: "10k ≤ 1 s",
    meets: size > 10_000 || ours <= 1000,
  };
}

/** Events of one instant have no order among themselves. */
function inShort(pictures: Awaited<ReturnType<typeof picturesOf>>): string {
  return JSON.stringify(
    [...pictures].map(([id, { events, late, newlyOverdue, inNeed, inNeedTotal }]) => {
      const news = events.map((event) => JSON.stringify(event)).sort();
      return [id, news, late, newlyOverdue, inNeed.map(({ plan }) => plan.planId), inNeedTotal];
    }),
  );
}
