// `npm run bench [-- B2 B4]`: measures beside the peers in the same run, prints one table, and writes it to RESULTS.md.
// A bench is no test: it never fails a build, and only its ratios say something about another machine.
import { writeFile } from "node:fs/promises";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { killAll } from "../faults/bot-process.js";
import { dropTemplate } from "../faults/scratch-database.js";
import { handleUpdates } from "./intake.js";
import {
  crashToFirstSend,
  drainAtTelegramsPace,
  memoryWhileSending,
  replyLatency,
  startToFirstPoll,
} from "./processes.js";
import { claimAtBacklog, drain, dueScan, fanOut } from "./queue.js";
import { type Row, table } from "./report.js";

const SIZES = [1000, 10_000, 100_000, 1_000_000];

const BENCHES: Record<string, () => Promise<Row[]>> = {
  B1: () => drainAtTelegramsPace(1000),
  B2: () => claimAtBacklog(SIZES),
  B3: () => fanOut(10_000),
  B4: () => drain(1000),
  B5: () => replyLatency(200),
  B6: () => handleUpdates(250),
  B7: () => dueScan(SIZES),
  B10: startToFirstPoll,
  B11: crashToFirstSend,
  B12: () => memoryWhileSending([1000, 10_000]),
};

const wanted = process.argv.slice(2).map((id) => id.toUpperCase());
const rows: Row[] = [];
for (const [id, run] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.includes(id)) continue;
  const found = await run().catch((error: unknown): Row[] => [
    {
      id,
      workload: `not carried through: ${error instanceof Error ? error.message.split("\n")[0] : error}`,
      ours: "–",
      beside: "–",
      ratio: "–",
      target: "–",
      meets: false,
    },
  ]);
  rows.push(...found);
  for (const row of found) console.error(`${row.id}  ${row.workload}: ${row.ours} · ${row.beside} · ${row.ratio}`);
  await killAll();
}
await dropTemplate();

console.log(table(rows));
if (wanted.length === 0) {
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? "?"}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`;
  const text = `# Benches\n\n${new Date().toISOString().slice(0, 10)} · ${machine} · PostgreSQL on the same machine. What is measured beside what: see run-benches.ts; ratios count.\n\n${table(rows)}\n`;
  await writeFile(join(import.meta.dirname, "RESULTS.md"), text);
}
process.exit(0);
