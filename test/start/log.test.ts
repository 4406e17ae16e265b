import { expect, test } from "vitest";
import { createLog } from "../../src/log.js";

function linesOf(write: (log: ReturnType<typeof createLog>) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  write(createLog("info", { write: (line: string) => lines.push(line) }));
  return lines.map((line) => JSON.parse(line));
}

test("an event is one JSON line with its fields", () => {
  const [line] = linesOf((log) => log.info("job.done", { job: "summaries", sent: 3 }));
  expect(line).toMatchObject({ level: 30, msg: "job.done", job: "summaries", sent: 3 });
  expect(line).not.toHaveProperty("hostname");
});

test("what is below the level is not written", () => {
  expect(linesOf((log) => log.debug("x"))).toEqual([]);
});

// Keeps O10.
test("tokens and phone numbers are struck out wherever they stand", () => {
  const lines = linesOf((log) => {
    log.error("x", { cause: "GET https://t/bot123456789:AAFabcdefghijklmnopqrstuvwxyz012345/getMe failed" });
    log.error("x", { cause: "no reply to +62 812-3456-7890 or 0812 3456 7890 or 6281234567890" });
  });
  const text = JSON.stringify(lines);
  expect(text).not.toContain("AAFabc");
  expect(text).not.toMatch(/3456/);
});
