// The drill of OPERATIONS.md against the real program: what a backup brought is not sent again by itself.
import { afterAll, afterEach, expect, test } from "vitest";
import { killAll } from "../faults/process/bot-process.js";
import { dropTemplate } from "../faults/process/scratch-database.js";
import { OURS, restoreInTheMiddle } from "../faults/rows/restore.js";
import { removeBuiltApp } from "../support/built-app.js";

afterEach(killAll);
afterAll(dropTemplate);
afterAll(removeBuiltApp);

// Keeps O08.
test("a backup taken in the middle of an announcement and put back elsewhere sends nothing by itself", async () => {
  const { counted, holds } = await restoreInTheMiddle(OURS);
  expect(holds, counted).toBe(true);
}, 240_000);
