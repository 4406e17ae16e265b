// Rosters as Telegram holds them: fetched, judged in a thread of their own, and remembered for the questions that follow.

import type { Download } from "../ports/own-data/files.js";
import type { JudgingChoices, RosterFiles, RosterJudgement } from "../ports/programme/roster-files.js";
import type { HowFar, TellProgress } from "../ports/progress.js";
import { inSteps } from "../ports/queue/handling.js";
import { TookTooMuch } from "./bounds/in-worker.js";

export interface RosterFilesParts {
  download: Download;
  /** Reads and judges the bytes somewhere that does not hold up the bot. */
  judge(bytes: Uint8Array, choices: JudgingChoices, tell: TellProgress): Promise<RosterJudgement>;
}

/** A file is asked for again at each question about it. Four admins at once are many; a file of 10,000 lines takes some 10 MB here. */
const REMEMBERED = 4;

export function createRosterFiles({ download, judge }: RosterFilesParts): RosterFiles {
  const recent = new Map<string, Promise<RosterJudgement>>();
  /** Who waits for each: a second try for the same file listens as well as the first. */
  const listening = new Map<string, Set<TellProgress>>();
  const judgeTelling = async (key: string, fileId: string, choices: JudgingChoices): Promise<RosterJudgement> => {
    const known = recent.get(key);
    if (known !== undefined) return inSteps(known);
    const tellAll = (at: HowFar) => {
      for (const tell of listening.get(key) ?? []) tell(at);
    };
    tellAll(BEGUN);
    const fetched = await download(fileId);
    if (fetched.kind !== "bytes") return fetched;
    const judging = judge(fetched.bytes, choices, tellAll).catch(refusedAsTooHeavy);
    recent.set(key, judging);
    // What failed is tried again the next time.
    judging.catch(() => recent.delete(key));
    const [oldest] = recent.keys();
    if (recent.size > REMEMBERED && oldest !== undefined) recent.delete(oldest);
    return judging;
  };
  return {
    async judge(fileId, choices, tell) {
      const key = JSON.stringify([fileId, choices]);
      if (tell === undefined) return judgeTelling(key, fileId, choices);
      const listeners = listening.get(key) ?? new Set();
      listening.set(key, listeners.add(tell));
      try {
        return await judgeTelling(key, fileId, choices);
      } finally {
        listeners.delete(tell);
        if (listeners.size === 0) listening.delete(key);
      }
    },
  };
}

/** Before the file is here nobody knows how many lines it has. */
const BEGUN: HowFar = { what: "reading", done: 0, total: null };

/** Sent again it would take as much again: anyone who sent it is told at once. */
function refusedAsTooHeavy(error: unknown): RosterJudgement {
  if (error instanceof TookTooMuch) return { kind: "refused", because: "too-heavy" };
  throw error;
}
