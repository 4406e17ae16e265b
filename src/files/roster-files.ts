// Rosters as Telegram holds them: fetched, judged in a thread of their own, and remembered for the questions that follow.

import type { Download } from "../ports/own-data/files.js";
import type { JudgingChoices, RosterFiles, RosterJudgement } from "../ports/programme/roster-files.js";
import { TookTooMuch } from "./bounds/in-worker.js";

export interface RosterFilesParts {
  download: Download;
  /** Reads and judges the bytes somewhere that does not hold up the bot. */
  judge(bytes: Uint8Array, choices: JudgingChoices): Promise<RosterJudgement>;
}

/** A file is asked for again at each question about it. Four admins at once are many; a file of 10,000 lines takes some 10 MB here. */
const REMEMBERED = 4;

export function createRosterFiles({ download, judge }: RosterFilesParts): RosterFiles {
  const recent = new Map<string, Promise<RosterJudgement>>();
  return {
    async judge(fileId, choices) {
      const key = JSON.stringify([fileId, choices]);
      const known = recent.get(key);
      if (known !== undefined) return known;
      const fetched = await download(fileId);
      if (fetched.kind !== "bytes") return fetched;
      const judging = judge(fetched.bytes, choices).catch(refusedAsTooHeavy);
      recent.set(key, judging);
      // What failed is tried again the next time.
      judging.catch(() => recent.delete(key));
      const [oldest] = recent.keys();
      if (recent.size > REMEMBERED && oldest !== undefined) recent.delete(oldest);
      return judging;
    },
  };
}

/** Sent again it would take as much again: whoever sent it is told at once. */
function refusedAsTooHeavy(error: unknown): RosterJudgement {
  if (error instanceof TookTooMuch) return { kind: "refused", because: "too-heavy" };
  throw error;
}
