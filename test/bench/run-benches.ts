// `npm run bench [-- B2 B4]`: measures beside the peers in the same run, prints one table, and writes it to RESULTS.md.
// A bench is no test: it never fails a build, and only its ratios say something about another machine.
//
// BENCH_MOST is the most rows or messages that any bench is made with (1,000,000 when missing): `BENCH_MOST=10000 npm run bench`
// is a short look. Each bench's file says what stands beside what, and why that is fair.
import { writeFile } from "node:fs/promises";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { killAll } from "../faults/process/bot-process.js";
import { dropTemplate } from "../faults/process/scratch-database.js";
import { removeBuiltApp } from "../support/built-app.js";
import { type Row, table } from "./report.js";
import { claimAtBacklog } from "./rows/claim.js";
import { drain } from "./rows/drain.js";
import { dueScan } from "./rows/due-scan.js";
import { fanOut } from "./rows/fan-out.js";
import { handleUpdates } from "./rows/intake.js";
import { jobs } from "./rows/jobs/jobs.js";
import { acts } from "./rows/lists/acts.js";
import { lists } from "./rows/lists/lists.js";
import { overviews } from "./rows/lists/overview.js";
import { summaries } from "./rows/lists/summaries.js";
import { memoryWhileSending } from "./rows/memory.js";
import { crashToFirstSend } from "./rows/processes/crash.js";
import { crowd } from "./rows/processes/crowd.js";
import { startToFirstPoll } from "./rows/processes/start.js";
import { replyLatency } from "./rows/reply-latency.js";
import { rosterImport } from "./rows/roster-import.js";
import { atScale } from "./rows/scale.js";
import { drainAtTelegramsPace } from "./telegrams-pace.js";

const most = Number(process.env.BENCH_MOST ?? 1_000_000);
const upTo = (...sizes: number[]) => sizes.filter((size) => size <= most);

const BENCHES: Record<string, () => Promise<Row[]>> = {
  B1: () => drainAtTelegramsPace(upTo(1000, 10_000, 100_000)),
  B2: () => claimAtBacklog(upTo(1000, 10_000, 100_000, 1_000_000)),
  B3: () => fanOut(10_000),
  B4: () => drain(1000),
  B5: () => replyLatency(upTo(10_000).at(-1) ?? 1000),
  B6: () => handleUpdates(500),
  B7: () => dueScan(upTo(1000, 10_000, 100_000, 1_000_000)),
  B8: () => summaries(upTo(1000, 10_000)),
  B9: () => rosterImport(upTo(1000, 10_000).at(-1) ?? 1000, 100_000),
  B10: startToFirstPoll,
  B11: crashToFirstSend,
  B12: () => memoryWhileSending(upTo(1000, 10_000, 50_000)),
  B13: () => lists(upTo(1000, 10_000, 100_000)),
  B14: () => acts(upTo(10_000, 100_000)),
  B15: () => overviews(upTo(10_000, 100_000)),
  B16: () => jobs(upTo(10_000, 100_000)),
  B17: () => atScale(upTo(1_000_000)),
  B18: () => crowd(1000),
};

const wanted = process.argv.slice(2).map((id) => id.toUpperCase());
const began = performance.now();
const tell = (text: string) =>
  console.error(`${((performance.now() - began) / 1000).toFixed(0).padStart(5)} s  ${text}`);
const rows: Row[] = [];
for (const [id, run] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.includes(id)) continue;
  tell(`${id} …`);
  const found = await run().catch((error: unknown): Row[] => [
    {
      id,
      workload: `not carried through: ${error instanceof Error ? error.message.trim().split("\n")[0] : error}`,
      ours: "–",
      beside: "–",
      ratio: "–",
      target: "–",
      meets: false,
    },
  ]);
  rows.push(...found);
  for (const row of found) tell(`${row.id}  ${row.workload}: ${row.ours} · ${row.beside} · ${row.ratio}`);
  await killAll();
}
await dropTemplate();
await removeBuiltApp();

console.log(table(rows));
if (wanted.length === 0) {
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? "?"}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`;
  const head = `${new Date().toISOString().slice(0, 10)} · ${machine} · PostgreSQL on the same machine.`;
  const text = `# Benches\n\n${head} What is measured beside what, and why that is fair: the head of each\nbench's file. Medians, by turns; ratios count, not times.\n\n${table(rows)}\n`;
  await writeFile(join(import.meta.dirname, "RESULTS.md"), text);
}
process.exit(0);
