import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createLog } from "../../src/log.js";
import { causeOf } from "../../src/ports/queue/log.js";

function linesOf(write: (log: ReturnType<typeof createLog>) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  write(createLog("info", { write: (line: string) => lines.push(line) }));
  return lines.map((line) => JSON.parse(line));
}

test("an event is one JSON line with its fields", () => {
  const [line] = linesOf((log) => log.info("job.done", { job: "summaries", sent: 3 }));
  expect(line).toMatchObject({ level: "info", event: "job.done", job: "summaries", sent: 3 });
  expect(line).not.toHaveProperty("hostname");
});

test("what is below the level is not written", () => {
  expect(linesOf((log) => log.debug("job.done"))).toEqual([]);
});

// Keeps O10.
test("tokens and phone numbers are struck out wherever they stand", () => {
  const lines = linesOf((log) => {
    log.error("job.failed", { cause: "GET https://t/bot123456789:AAFabcdefghijklmnopqrstuvwxyz012345/getMe failed" });
    log.error("job.failed", { cause: "no reply to +62 812-3456-7890 or 0812 3456 7890 or 6281234567890" });
  });
  const text = JSON.stringify(lines);
  expect(text).not.toContain("AAFabc");
  expect(text).not.toMatch(/3456/);
});

test("a storm is five lines and, when its minute is over, a count with the last of it; other causes are other events", () => {
  let now = 0;
  const lines: Record<string, unknown>[] = [];
  const log = createLog("info", { write: (line: string) => lines.push(JSON.parse(line)) }, () => now);
  for (let id = 1; id <= 1000; id++) log.warn("post.settle-failed", { id, cause: "ECONNREFUSED" });
  log.warn("post.settle-failed", { id: 1001, cause: "57014" });
  expect(lines.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 1001]);
  now = 60_000;
  // What is below the level tells of the past minute too.
  log.debug("job.done", { job: "update-boards" });
  expect(lines.slice(6)).toEqual([
    expect.objectContaining({
      level: "warn",
      event: "post.settle-failed",
      cause: "ECONNREFUSED",
      id: 1000,
      folded: 995,
    }),
  ]);
  for (let n = 0; n < 9; n++) log.info("migration.applied", { migration: `2026_${n}`, ms: n });
  expect(lines.slice(7)).toHaveLength(9);
  log.warn("post.settle-failed", { id: 1002, cause: "ECONNREFUSED" });
  expect(lines.at(-1)).toMatchObject({ id: 1002 });
});

test("an error keeps the system's own code and the database's, however deep they lie", () => {
  const refused = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
  expect(causeOf(new TypeError("fetch failed", { cause: refused }))).toBe("TypeError ECONNREFUSED");
  const prisma = Object.assign(new Error("x"), {
    code: "P2010",
    meta: { driverAdapterError: { cause: { originalCode: "53100" } } },
  });
  expect(causeOf(prisma)).toBe("Error P2010 53100");
});

test("every event in the code has a name of one form", () => {
  const src = join(import.meta.dirname, "../../src");
  const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  const events = files
    .filter((file) => !/generated|sandbox/.test(file))
    .flatMap((file) => [
      ...readFileSync(join(src, file), "utf8").matchAll(/\blog\.(?:error|warn|info|debug)\(\s*"([^"]+)"/g),
    ])
    .map(([, event]) => event ?? "");
  expect(events.length).toBeGreaterThan(40);
  expect(events.filter((event) => !/^[a-z]+\.[a-z-]+$/.test(event))).toEqual([]);
});
