// B13: what a national admin, and a trainer, wait for when they look at their lists: people, overdue, summary, classes; the first page,
// the next ones, filters, a search.
//
// Ours is the whole bot on PostgreSQL: the update comes in, the screen goes out to the sandbox in this process, and the CPU is that of
// this process, sandbox and all. Beside: reading all that is looked after and sorting it out in memory, as these screens once did; no
// update and no screen is in its figure.
import { performance } from "node:perf_hooks";
import type { Person as Phone } from "../../../../src/sandbox/shapes.js";
import { openScratchDatabase } from "../../../faults/process/scratch-database.js";
import { openStage, type Stage } from "../../../support/stage/stage.js";
import { count, median, milliseconds, ms, percentile, type Row, times } from "../../report.js";
import { fillNational } from "./national.js";
import { readEverything } from "./read-everything.js";

const ROUNDS = 10;
/** Reading everything takes half a minute with a hundred thousand: once says enough. */
const readingsOf = (size: number) => (size > 10_000 ? 1 : 3);
const CPU_MILLISECONDS = 50;
const ANSWER_MILLISECONDS = 150;
const GROWTH = 2;

/** Commands, and what buttons under their screens carry. */
const SCREENS = {
  "/peserta": ["/peserta", "people:all:1", "people:all:400", "people:late:0", "people:obstacle:1", "people:done:2"],
  "/peserta, search": ["/peserta hartini", "/peserta marlina", "/peserta 77", "/peserta nobody"],
  "/terlambat": ["/terlambat", "overdue:1", "overdue:2", "overdue:40"],
  "/ringkasan": ["/ringkasan", "needs:0", "needs:1"],
  "/kelas": ["/kelas", "classes:1", "classes:12"],
} as const satisfies Record<string, readonly string[]>;

type Screen = keyof typeof SCREENS;

interface Wait {
  cpu: number;
  answer: number;
}

export async function lists(sizes: number[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const size of sizes) {
    const database = await openScratchDatabase();
    const { now, ...viewers } = await fillNational(database, size);
    const stage = await openStage(
      { ...database, embedded: false, patiently: undefined as never, empty: async () => {} },
      now.toISOString(),
    );
    for (const [who, { personId, telegramId }] of Object.entries(viewers)) {
      const phone = stage.person({ id: telegramId, name: who });
      phone.start();
      await stage.listen();
      for (const screen of Object.keys(SCREENS) as Screen[]) {
        const waits = await press(stage, phone, SCREENS[screen]);
        const readings: number[] = [];
        for (let n = 0; n < readingsOf(size); n++) {
          readings.push(await milliseconds(() => readEverything(stage.world, personId, screen)));
        }
        rows.push(rowOf({ size, who, screen, waits, beside: median(readings) }));
      }
    }
    if (stage.errors.length > 0) throw new AggregateError(stage.errors, "a screen failed");
    await database.close();
  }
  return rows;
}

async function press(stage: Stage, phone: Phone, screens: readonly string[]): Promise<Wait[]> {
  const waits: Wait[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    for (const one of screens) {
      // Pressed again at once, it would be one tap too many.
      stage.clock.advance(60_000);
      const before = phone.received().length;
      if (one.startsWith("/")) phone.says(one);
      else phone.pressesOn(lastMessageId(phone), one);
      const [cpuAt, startedAt] = [process.cpuUsage(), performance.now()];
      await stage.listen();
      const { user, system } = process.cpuUsage(cpuAt);
      // The first round warms up.
      if (round > 0) waits.push({ cpu: (user + system) / 1000, answer: performance.now() - startedAt });
      if (one.startsWith("/") && phone.received().length === before) throw new Error(`No answer to ${one}.`);
    }
  }
  return waits;
}

function lastMessageId(phone: Phone): number {
  const last = phone.received().at(-1);
  if (last === undefined) throw new Error("Nothing was received.");
  return last.message_id;
}

function rowOf(data: { size: number; who: string; screen: Screen; waits: Wait[]; beside: number }): Row {
  const of = (what: keyof Wait, part: number) =>
    percentile(
      data.waits.map((wait) => wait[what]),
      part,
    );
  const allowed = data.size > 10_000 ? GROWTH : 1;
  return {
    id: "B13",
    workload: `${data.screen} of a ${data.who}, ${count(data.size)} people`,
    ours: `p95 ${ms(of("cpu", 0.95))} of CPU, ${ms(of("answer", 0.95))} to the answer (p50 ${ms(of("answer", 0.5))})`,
    beside: `all read, sorted out in memory ${ms(data.beside)}`,
    ratio: `${times(data.beside / of("answer", 0.5))} quicker`,
    target: `≤ ${CPU_MILLISECONDS * allowed} ms of CPU, ≤ ${ANSWER_MILLISECONDS * allowed} ms`,
    meets: of("cpu", 0.95) <= CPU_MILLISECONDS * allowed && of("answer", 0.95) <= ANSWER_MILLISECONDS * allowed,
  };
}
