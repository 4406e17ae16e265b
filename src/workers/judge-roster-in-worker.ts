// Starts the thread that reads and judges a file of people (workers/roster-worker.ts).
import { dayIn } from "../domain/time/calendar.js";
import { inWorker } from "../files/bounds/in-worker.js";
import type { JudgingChoices, RosterJudgement } from "../ports/programme/roster-files.js";
import type { HowFar, TellProgress } from "../ports/progress.js";
import type { Clock } from "../ports.js";
import { type PackedJudgement, unpackJudgement } from "./packed-judgement.js";
import type { RosterWork } from "./roster-worker.js";

const WORKER = new URL("./roster-worker.js", import.meta.url);

export async function judgeRosterInWorker(
  bytes: Uint8Array,
  choices: JudgingChoices,
  tell: TellProgress,
  clock: Clock,
): Promise<RosterJudgement> {
  const work: RosterWork = { bytes, choices, today: dayIn("Asia/Jakarta", clock.now()) };
  return unpackJudgement(await inWorker<PackedJudgement, HowFar>(WORKER, work, { onStep: tell }));
}
