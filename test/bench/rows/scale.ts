// B17: more people than the programme has: what still answers with so many of them in one PostgreSQL, and how soon. What OPERATIONS.md
// says of the limits is taken from here; what is claimed and found due at such sizes is B2's and B7's.
//
// Nothing stands beside it. Each screen is the whole bot, as in B13 and B15; each job as in B16; an announcement as in B3, to everybody. What
// is refused, mostly because a statement took longer than a connection may be silent (20 s), says so instead of a figure.

import { TIMETABLE } from "../../../src/jobs/timetable.js";
import type { AudienceTerms } from "../../../src/ports/announcements/announcements.js";
import type { Person as Phone } from "../../../src/sandbox/shapes.js";
import { createAnnouncements } from "../../../src/storage/announcements/announcements.js";
import { openPostgres } from "../../../src/storage/engine/database.js";
import { openScratchDatabase, type ScratchDatabase } from "../../faults/process/scratch-database.js";
import { openStage, type Stage } from "../../support/stage/stage.js";
import { count, median, milliseconds, ms, type Row } from "../report.js";
import { measured, nothingDue } from "./jobs/jobs.js";
import { scenesFrom } from "./jobs/scenes.js";
import { fillNational } from "./lists/national.js";

const ROUNDS = 3;
const SCREENS = ["/peserta", "/peserta hartini", "/terlambat", "/ringkasan", "/kelas", "overview:all"];
const MONDAY_MORNING = (now: Date) => scenesFrom(now).find(({ job }) => job === "greet-trainers")?.at ?? now;

export async function atScale(sizes: number[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const size of sizes) {
    const row = (workload: string, ours: string): Row => {
      console.error(`       B17  ${workload}: ${ours}`);
      return { id: "B17", workload, ours, beside: "–", ratio: "–", target: "said in OPERATIONS.md", meets: true };
    };
    const database = await openScratchDatabase();
    const startedAt = performance.now();
    const { now, ...viewers } = await filled(database, size);
    const [{ megabytes } = { megabytes: 0 }] = await database.prisma.$queryRaw<{ megabytes: number }[]>`
      SELECT (pg_database_size(current_database()) / 1048576)::int AS megabytes`;
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    rows.push(row(`${count(size)} people in the database`, `${count(megabytes)} MB, written in ${seconds} s`));
    const stage = await openStage(
      { ...database, embedded: false, patiently: undefined as never, empty: async () => {} },
      now.toISOString(),
    );
    rows.push(row(`an announcement to all ${count(size)}`, await timed(() => announce(database, now))));
    await database.prisma.$executeRaw`TRUNCATE outbox, announcement_recipients, announcements CASCADE`;
    for (const [who, { telegramId }] of Object.entries(viewers)) {
      const phone = stage.person({ id: telegramId, name: who });
      for (const screen of SCREENS) {
        // A trainer has no overview of the nation.
        if (who === "trainer" && screen.startsWith("overview")) continue;
        rows.push(row(`${screen} of a ${who}`, await timed(() => waitFor(stage, phone, screen))));
      }
    }
    // Everything that is due on a Monday morning at five past eight, in the order of the timetable.
    stage.clock.set(MONDAY_MORNING(now));
    for (const job of TIMETABLE) {
      const took = await timed(async () => {
        const { milliseconds: first, statements, counts } = await measured(stage, job);
        console.error(`       B17  ${job.name}: ${statements} statements, ${JSON.stringify(counts)}`);
        return first;
      });
      rows.push(row(`${job.name}, on a Monday at 08:05`, took));
    }
    rows.push(await nothingDue(stage, size, "B17"));
    await database.close();
  }
  return rows;
}

/** Who writes a million rows in one statement is silent for longer than the bot's own connections may be. */
async function filled(database: ScratchDatabase, size: number) {
  const { patiently, close } = openPostgres(database.url);
  return patiently((prisma) => fillNational({ ...database, prisma }, size)).finally(close);
}

async function timed(work: () => Promise<number>): Promise<string> {
  return work().then(
    ms,
    (error: unknown) =>
      `refused: ${(error instanceof Error ? error.message : String(error)).trim().split("\n").at(-1)}`,
  );
}

/** The median of some rounds, the first one left out. */
async function waitFor(stage: Stage, phone: Phone, screen: string): Promise<number> {
  const waits: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    stage.clock.advance(60_000);
    if (screen.startsWith("/")) phone.says(screen);
    else phone.pressesOn(phone.received().at(-1)?.message_id ?? 0, screen);
    waits.push(await milliseconds(() => stage.listen()));
  }
  return median(waits.slice(1));
}

function announce({ prisma }: ScratchDatabase, now: Date): Promise<number> {
  const announcement = {
    ...{ authorId: 1, draftId: 1, content: { text: "Halo {nama}", marks: [] }, contentHash: "scale" },
    audience: { scope: { kind: "all" as const }, role: "participants" as const, plans: "any" as const },
  };
  const terms: AudienceTerms = {
    reach: [{ regionCode: null, cohortId: null }],
    zones: [{ zone: "Asia/Jakarta", dueAt: now, waits: false, today: "2024-06-04" }],
  };
  return milliseconds(() =>
    prisma.$transaction((tx) => createAnnouncements(tx).publish(announcement, terms, now), { timeout: 25_000 }),
  );
}
