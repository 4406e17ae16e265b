// Faults that need no process of their own: tests of the suite, run here in their long form.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keptPromises } from "../../support/promises/kept-promises.js";
import type { Fault, Outcome } from "../report.js";

interface Suite {
  /** Files, and the titles meant where not all of a file is. */
  files: string[];
  titles?: string;
  /** Makes the form long. */
  env?: Record<string, string>;
  what: string;
}

/** What we read of vitest's JSON report. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { assertionResults: { failureMessages: string[] }[] }[];
}

/**
 * Runs them as `npm run test:postgres` would; what they assert is what the row asks for. On PostgreSQL, because there statements do
 * run at once, and because the embedded database, which nothing vacuums, grows slower with every one of ten thousand runs.
 */
async function runTests({ files, titles, env, what }: Suite): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), "bot-faults-"));
  const report = join(folder, "report.json");
  const args = ["vitest", "run", ...files, "--reporter=json", `--outputFile=${report}`];
  if (titles !== undefined) args.push("-t", titles);
  const child = spawn("npx", args, {
    env: { ...process.env, TEST_DATABASE: "postgres", LONG_TESTS: "with-all", ...env },
    stdio: "ignore",
  });
  await once(child, "close");
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(await readFile(report, "utf8")) as Report;
  await rm(folder, { recursive: true, force: true });
  const reasons = testResults.flatMap(({ assertionResults }) => assertionResults.flatMap((one) => one.failureMessages));
  return {
    done: what,
    counted: [`${numPassedTests} tests pass, ${numFailedTests} fail`, ...reasons].join("\n"),
    holds: numPassedTests > 0 && numFailedTests === 0,
  };
}

/** A pattern for the tests that say they keep this row; what `test.each` fills in may be anything. */
function titlesKeeping(code: string): string {
  const titles = keptPromises().flatMap(({ codes, title }) => (codes.includes(code) ? [title] : []));
  return titles.map((title) => title.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/%\w|\\\$\w+/g, ".*")).join("|");
}

const test = (id: string, name: string, suite: Suite): Fault => ({
  id,
  name,
  company: "tests",
  run: () => runTests(suite),
});

export const IN_PROCESS: Fault[] = [
  test("F11", "every error text", {
    files: ["test/delivery/telegram/answers.test.ts", "test/delivery/dispatcher.test.ts"],
    what: "each refusal of Telegram by its own words",
  }),
  test("F16", "redelivery, disorder, jumping ids", {
    files: ["test/intake/lanes.test.ts", "test/storage/queue/inbox.test.ts"],
    what: "updates twice, out of order, with ids that jump",
  }),
  test("F19", "pressed ten times, two admins", {
    files: ["test/use-cases/announcements/announcements.test.ts", "test/walks/announcements/announcement.test.ts"],
    titles: titlesKeeping("F19"),
    what: "confirm pressed ten times at once; two admins confirm",
  }),
  test("F21", "downtime over a schedule", {
    files: [
      "test/use-cases/classes/telling/remind-of-sessions.test.ts",
      "test/use-cases/plans/remind-of-plans.test.ts",
    ],
    titles: "outage|missed",
    what: "down for minutes, hours and days, by a virtual clock",
  }),
  test("F22", "schedule edited while reminders wait", {
    files: ["test/faults/races/facts-in-flight.long.test.ts"],
    titles: titlesKeeping("F22"),
    env: { F22_RUNS: process.env.F22_RUNS ?? "1000" },
    what: "1,000 interleavings of an edit and the way of its reminders",
  }),
  test("F23", "report while its reminder is claimed", {
    files: ["test/delivery/dispatcher.test.ts", "test/faults/races/facts-in-flight.long.test.ts"],
    titles: titlesKeeping("F23"),
    env: { RECALL_RUNS: process.env.RECALL_RUNS ?? "10000", F23_RUNS: process.env.F23_RUNS ?? "10000" },
    what: "10,000 interleavings of a recall and a claim, and of a report and the way of its reminder",
  }),
  test("F24", "clock back and forward", {
    files: ["test/faults/races/clock.long.test.ts", "test/delivery/pace/pace.test.ts"],
    titles: titlesKeeping("F24"),
    env: { CLOCK_JUMPS: "many" },
    what: "the clock jumps by an hour and a day, both ways, forty times",
  }),
  test("F25", "form changed by a deploy", {
    files: ["test/faults/forms/form-changed.long.test.ts"],
    what: "every form's version raised while somebody is in the middle of it",
  }),
  test("F26", "hostile input", {
    files: ["test/faults/forms/hostile.long.test.ts", "test/domain/files/csv.test.ts"],
    env: { HOSTILE_PRESSES: process.env.HOSTILE_PRESSES ?? "10000" },
    what: "10,000 forged and stale buttons, then every odd text, file and kind of message at every form",
  }),
  test("F30", "a class's link leaks", {
    files: [
      "test/use-cases/registration/admission/leaked-link.long.test.ts",
      "test/use-cases/registration/admission/two-at-once.test.ts",
    ],
    env: { LEAK_RUNS: process.env.LEAK_RUNS ?? "60", LEAK_ACTS: process.env.LEAK_ACTS ?? "150" },
    what: "random acts of strangers, invited people, trainers and time around one library; two who join it at once",
  }),
  test("F31", "a screen is refused", {
    files: ["test/faults/forms/refused-screens.long.test.ts", "test/bot/forms-in-trouble.long.test.ts"],
    env: { REFUSED_DEPTHS: process.env.REFUSED_DEPTHS ?? "8" },
    what: "400 at the first screens of every form, each button below it pressed",
  }),
  test("F33", "answers out of step", {
    files: ["test/faults/questions/answers-out-of-step.long.test.ts"],
    env: { OUT_OF_STEP_WALKS: process.env.OUT_OF_STEP_WALKS ?? "2028" },
    what: "2,028 forms filled in by people who do not wait for our answers, on slow lines, hours late",
  }),
  test("F37", "answers kept, step by step", {
    files: ["test/faults/forms/kept-answers.long.test.ts", "test/faults/forms/buggy-ends.test.ts"],
    env: { KEPT_STEPS: process.env.KEPT_STEPS ?? "all" },
    what: "each step of each answer to each form fails, is not heard of, or kills the process; a bug ends each form",
  }),
  test("F28", "model check", {
    files: ["test/delivery/model.test.ts"],
    env: { MODEL_RUNS: process.env.MODEL_RUNS ?? "5000" },
    what: "random histories of post, claim, departure, answer, loss, kill, cancel and time",
  }),
  test("F29", "erasing anybody", {
    files: [...["test/use-cases/erase-in-any-world.long.test.ts"], "test/faults/races/erasure-races.test.ts"],
    env: { ERASURE_RUNS: process.env.ERASURE_RUNS ?? "60" },
    what: "any person with any kind of name out of 260 random worlds, 60 of them lived twice; erasures that race posts",
  }),
];
