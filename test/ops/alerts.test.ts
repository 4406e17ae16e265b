// The rules and the dashboard in ops/ speak of figures that /metrics really has, and Prometheus can read them.
import { execFile, execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { secondsBetween, TIMETABLE } from "../../src/jobs/timetable.js";
import { PROJECT_ROOT } from "../../src/project-root.js";
import { createMetrics } from "../../src/web/metrics.js";

const read = (file: string) => readFileSync(join(PROJECT_ROOT, "ops", file), "utf8");

/** Everything that /metrics says once something of each kind has happened. */
async function figures(): Promise<Set<string>> {
  const at = new Date("2024-06-03T01:00:00Z");
  const metrics = createMetrics("1.2.3", async () => ({
    ...{ at, late: 0, waitingCopies: 0, oldestDueSeconds: 0, oldestErasureSeconds: 0, lanesBusy: 0, inFlight: 0 },
    newestBackupSeconds: 3600,
    outbox: [{ state: "waiting", kind: "nudge", count: 1 }],
    inbox: { waiting: 0, claimed: 0, parked: 0 },
  }));
  metrics.postAnswered("nudge", "sent");
  metrics.telegramAnswered("sendMessage", "200", 0.1);
  metrics.answered(0.2);
  metrics.polled(at);
  metrics.webhookSeen(0, true);
  metrics.expectJob("remind-of-plans", 300, at);
  metrics.jobRan("remind-of-plans", 0.2, "done", at);
  return new Set([...(await metrics.text()).matchAll(/^(\w+)(?:\{| )/gm)].map(([, name]) => name ?? ""));
}

const namesIn = (text: string) => [
  ...new Set([...text.matchAll(/\b(?:followup|process|nodejs)_\w+/g)].map(([name]) => name)),
];

test.each(["alerts.yml", "grafana-dashboard.json"])("%s names only figures that there are", async (file) => {
  const known = await figures();
  const named = namesIn(read(file));
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((name) => ![name, `${name}_count`].some((one) => known.has(one)))).toEqual([]);
});

test("every figure of ours is on the dashboard or in a rule", async () => {
  const shown = new Set(namesIn(read("alerts.yml") + read("grafana-dashboard.json")).map(withoutSuffix));
  const ours = [...(await figures())].filter((name) => name.startsWith("followup_")).map(withoutSuffix);
  // When a job ran last is told as its lag.
  expect([...new Set(ours)].filter((name) => !shown.has(name))).toEqual(["followup_job_last_run_timestamp_seconds"]);
});

const withoutSuffix = (name: string) => name.replace(/_(bucket|sum|count)$/, "");

test("the dashboard is one that Grafana takes: each panel has its place, its question and a number of its own", () => {
  const { panels } = JSON.parse(read("grafana-dashboard.json"));
  expect(new Set(panels.map(({ id }: { id: number }) => id)).size).toBe(panels.length);
  for (const { gridPos, targets } of panels) {
    expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
    expect(targets.length).toBeGreaterThan(0);
  }
});

test("every alarm says what to do, and how urgent it is", () => {
  const alarms = read("alerts.yml").split("- alert: ").slice(1);
  expect(alarms.length).toBeGreaterThan(10);
  for (const alarm of alarms) {
    expect(alarm).toMatch(/severity: (page|ticket)/);
    expect(alarm).toContain("what_to_do:");
  }
});

test("what each process reads from the one database is never added up over processes", () => {
  // Of kinds that stand in one database side by side the sum is right, once the processes are out of it.
  const addedUp =
    /sum(?: by \([^)]*\))? ?\(followup_(late_posts|outbox_posts|inbox_updates|evidence_waiting|oldest_\w+)/g;
  for (const file of ["alerts.yml", "grafana-dashboard.json"]) expect(read(file).match(addedUp) ?? []).toEqual([]);
});

test("a bot that Telegram refuses each minute is told of, and so is an announcement of which nothing leaves", () => {
  const rules = read("alerts.yml");
  const [, most] = /increase\(followup_telegram_answers_total\{code="429"\}\[1h\]\)\) > (\d+)/.exec(rules) ?? [];
  expect(Number(most)).toBeLessThan(60);
  expect(rules).toMatch(/followup_oldest_due_seconds\) > 1800/);
});

test("a job's lag counts from when it should have ended", async () => {
  const from = new Date("2024-06-03T01:00:00Z");
  let at = from;
  const metrics = createMetrics("1", async () => ({
    ...{ at, late: 0, waitingCopies: 0, oldestDueSeconds: 0, oldestErasureSeconds: 0, lanesBusy: 0, inFlight: 0 },
    ...{ outbox: [], inbox: { waiting: 0, claimed: 0, parked: 0 } },
  }));
  metrics.expectJob("summarise-day", 300, from);
  const lag = async () => /followup_job_lag_seconds\{job="summarise-day"\} (\d+)/.exec(await metrics.text())?.[1];
  at = new Date(from.getTime() + 300_000);
  expect(await lag()).toBe("0");
  at = new Date(from.getTime() + 360_000);
  metrics.jobRan("summarise-day", 1, "failed", at);
  expect(await lag()).toBe("60");
  metrics.jobRan("summarise-day", 1, "done", at);
  expect(await lag()).toBe("0");
});

test("a clock that is set back does not silence a job's lag", async () => {
  const from = new Date("2024-06-03T04:00:00Z");
  let at = from;
  const metrics = createMetrics("1", async () => ({
    ...{ at, late: 0, waitingCopies: 0, oldestDueSeconds: 0, oldestErasureSeconds: 0, lanesBusy: 0, inFlight: 0 },
    ...{ outbox: [], inbox: { waiting: 0, claimed: 0, parked: 0 } },
  }));
  metrics.expectJob("summarise-day", 300, from);
  const lag = async () => /followup_job_lag_seconds\{job="summarise-day"\} (\d+)/.exec(await metrics.text())?.[1];
  at = new Date("2024-06-03T01:00:00Z");
  expect(await lag()).toBe("0");
  at = new Date("2024-06-03T01:30:00Z");
  expect(await lag()).toBe("1500");
});

test("each job of the timetable is expected as often as its line says", () => {
  const every = Object.fromEntries(TIMETABLE.map((job) => [job.name, secondsBetween(job)]));
  expect(every).toMatchObject({
    ...{ "update-boards": 3, "remind-of-sessions": 60, "remind-of-plans": 300 },
    ...{ "archive-posts": 3600, "forget-old-traces": 86_400 },
  });
});

test.skipIf(!hasPromtool())("Prometheus reads the rules and the settings", async () => {
  const run = promisify(execFile);
  const { stdout } = await run("promtool", ["check", "rules", join(PROJECT_ROOT, "ops/alerts.yml")]);
  expect(stdout).toMatch(/SUCCESS: 1\d rules found/);
  await run("promtool", ["check", "config", join(PROJECT_ROOT, "ops/prometheus.yml")]);
});

function hasPromtool(): boolean {
  try {
    execFileSync("promtool", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
