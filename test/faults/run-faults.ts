// `npm run faults [-- F1 F5]`: makes each fault in its long form and prints a line: what was done, what was counted, holds or not.
// Exit 1 when any does not hold. The ledger of the sandbox is the oracle, never the bot's own tables.
import { removeBuiltApp } from "../support/built-app.js";
import { allPrinted, killAll } from "./process/bot-process.js";
import { CANARY, CANARY_PHONE } from "./process/scene.js";
import { dropTemplate } from "./process/scratch-database.js";
import type { Fault } from "./report.js";
import { ANNOUNCING } from "./rows/announcing/announcing.js";
import { CROWD } from "./rows/crowds/crowd.js";
import { STRANGERS } from "./rows/crowds/strangers.js";
import { FIRST_START } from "./rows/first-start.js";
import { IMPORTS } from "./rows/imports.js";
import { IN_PROCESS } from "./rows/in-process.js";
import { KILLS } from "./rows/kills.js";
import { NETWORK } from "./rows/network.js";
import { PEOPLE } from "./rows/people.js";
import { POSTGRES } from "./rows/postgres.js";
import { RESTORES } from "./rows/restore.js";
import { SHARED } from "./rows/shared.js";
import { STEERING } from "./rows/steering.js";
import { TELEGRAM } from "./rows/telegram.js";
import { TICKS } from "./rows/ticks.js";

const FAULTS: Fault[] = [
  ...KILLS,
  ...TICKS,
  ...SHARED,
  ...STEERING,
  ...POSTGRES,
  ...TELEGRAM,
  ...PEOPLE,
  ...NETWORK,
  ...STRANGERS,
  ...CROWD,
  ...FIRST_START,
  ...IMPORTS,
  ...RESTORES,
  ...ANNOUNCING,
  ...IN_PROCESS,
].sort((a, b) => a.id.localeCompare(b.id, "en", { numeric: true }));

const wanted = process.argv.slice(2).map((id) => id.toUpperCase());
const chosen = FAULTS.filter(({ id }) => wanted.length === 0 || wanted.includes(id));
let failed = 0;

// Interrupted, it still leaves no process and no database behind.
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(
    signal,
    () =>
      void killAll()
        .then(dropTemplate)
        .then(removeBuiltApp)
        .finally(() => process.exit(1)),
  );
}

function tell(id: string, name: string, { done, counted, holds }: Awaited<ReturnType<Fault["run"]>>, seconds: number) {
  if (!holds) failed += 1;
  console.log(`${holds ? "holds" : "FAILS"}  ${id.padEnd(4)} ${name}: ${done} → ${counted} (${seconds} s)`);
}

const inTurn = async (faults: Fault[]) => {
  for (const { id, name, run } of faults) {
    const startedAt = performance.now();
    const outcome = await run().catch((error: unknown) => ({
      done: "could not be carried through",
      counted: error instanceof Error ? error.message : String(error),
      holds: false,
    }));
    tell(id, name, outcome, Math.round((performance.now() - startedAt) / 1000));
  }
};
const inCompany = (company: Fault["company"]) => chosen.filter((fault) => fault.company === company);

await inTurn(inCompany("alone"));
await Promise.all([
  inTurn(inCompany(undefined)),
  inTurn(inCompany("tests")),
  ...inCompany("patient").map((fault) => inTurn([fault])),
]);
await killAll();

const printed = allPrinted();
const leaks = [CANARY, CANARY_PHONE.slice(1)].filter((canary) => printed.includes(canary));
const what = `${Math.round(printed.length / 1000)} kB of log, crash output and error columns of all of the above`;
tell(
  "F27",
  "canaries",
  {
    done: "looked for names, numbers, the token",
    counted: `${leaks.length} found in ${what}`,
    holds: leaks.length === 0,
  },
  0,
);

await dropTemplate();
await removeBuiltApp();
process.exit(failed === 0 ? 0 : 1);
