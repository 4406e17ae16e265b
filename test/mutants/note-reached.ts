// Notes which functions of the sources a test file calls: a setup file of vitest, run for each of them in its worker.
import { randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { Session } from "node:inspector/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect } from "vitest";

const session = new Session();

beforeAll(async () => {
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
});

afterAll(async () => {
  const { result } = await session.post("Profiler.takePreciseCoverage");
  session.disconnect();
  const called: Record<string, string[]> = {};
  for (const { url, functions } of result) {
    const path = relative(process.cwd(), url.startsWith("file:") ? fileURLToPath(url) : url);
    if (!path.startsWith("src/")) continue;
    const names = functions
      .filter(({ ranges: [whole] }) => (whole?.count ?? 0) > 0)
      .map(({ functionName }) => functionName);
    if (names.length > 0) called[path] = [...new Set(names)];
  }
  const folder = process.env.REACHED_FOLDER ?? "reached";
  mkdirSync(folder, { recursive: true });
  const test = relative(process.cwd(), expect.getState().testPath ?? "");
  writeFileSync(join(folder, `${randomUUID()}.json`), JSON.stringify({ test, called }));
});
