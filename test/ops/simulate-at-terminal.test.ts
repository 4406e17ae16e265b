// Simulating a wave in the terminal: waves are listed, and what makes no sense is said in words.
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { simulateAtTerminal } from "../../src/simulation/simulate-at-terminal.js";
import type { Database } from "../../src/storage/engine/database.js";
import { stageAt } from "../support/stage/stage-at.js";
import { openTwoZones } from "../support/world/two-zones.js";

const stage = stageAt("2024-05-13T02:00:00Z");

let progress: string;
beforeEach(() => {
  progress = "";
});

const asked = (wave: string | undefined, province: string | null = null, out = "not written.xlsx") =>
  simulateAtTerminal(
    { prisma: stage.db } as Database,
    { ...{ wave, province, out, budget: {} }, language: "id", holidays: { added: [], removed: [] } },
    (text) => {
      progress += text;
    },
  );

test("without a number the waves are listed", async () => {
  expect(await asked(undefined)).toBe("There is no wave yet.\n");
  const { waveId } = await openTwoZones(stage);
  expect(await asked(undefined)).toBe(`--wave ${waveId}: TPBIS 2024, wave 1, from 2024-06-03, 2 classes\n`);
});

test("a wave that is not there, and a province without a class of it, are said in words", async () => {
  const { waveId } = await openTwoZones(stage);
  await expect(asked("three")).rejects.toThrow('--wave must be a number, not "three".');
  await expect(asked("99")).rejects.toThrow("There is no wave 99. Without --wave they are listed.");
  await expect(asked(String(waveId), "63")).rejects.toThrow("The wave has no class there.");
});

test("a file that could not be written is told before the minutes that it takes", async () => {
  const { waveId } = await openTwoZones(stage);
  for (const [out, code] of [
    [join(tmpdir(), "not there", "wave.xlsx"), "ENOENT"],
    [tmpdir(), "EISDIR"],
  ] as const)
    await expect(asked(String(waveId), null, out)).rejects.toThrow(
      `${out} cannot be written: ${code}. Name another file`,
    );
  expect(progress).toBe("");
});
