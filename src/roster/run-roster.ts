// One run of the command: what it prints and how it ends.

import type { Place } from "../domain/places/place.js";
import type { Day } from "../domain/time/calendar.js";
import { textsFor } from "../texts/index.js";
import { describeRoster } from "./describe-roster.js";
import { judgeFile } from "./judge-file.js";
import { HELP, type RosterOptions, readArguments } from "./read-arguments.js";
import { type RosterJson, rosterJson } from "./roster-json.js";

const EXIT = { allFine: 0, someNotFine: 1, notRead: 2 } as const;

/** What the command asks of the world. */
export interface RosterWorld {
  readonly today: Day;
  places(): Promise<readonly Place[]>;
  out(text: string): void;
  err(text: string): void;
}

/** @returns the exit code; @throws what is a fault of ours */
export async function runRoster(typed: readonly string[], world: RosterWorld): Promise<number> {
  const read = readArguments(typed);
  if (read.kind === "judge") return judge(read.options, world);
  if (read.kind === "help") {
    world.out(HELP);
    return EXIT.allFine;
  }
  world.err(`${read.message}\nSee: npm run roster -- --help\n`);
  return EXIT.notRead;
}

async function judge(options: RosterOptions, world: RosterWorld): Promise<number> {
  const texts = textsFor(options.language);
  const began = performance.now();
  const print = (said: (seconds: number) => RosterJson) =>
    world.out(`${JSON.stringify(said((performance.now() - began) / 1000), null, 2)}\n`);
  try {
    const judgement = await judgeFile(options, world.today, world.places);
    if (options.json) print((seconds) => rosterJson(judgement, seconds));
    else world.out(describeRoster(judgement, options, texts));
    if (judgement.judged === null) return EXIT.notRead;
    return judgement.judged.rows.every(({ verdict }) => verdict === "ok") ? EXIT.allFine : EXIT.someNotFine;
  } catch (error) {
    if (!isAboutFile(error)) throw error;
    if (options.json) {
      print((seconds) => ({ fileVerdict: "refused", refusedBecause: "no-file", seconds, rows: [] }));
    }
    world.err(`${texts.rosterTerminal.notFound}\n${error.message}\n`);
    return EXIT.notRead;
  }
}

/** A file that is not there, or that nobody may read, is for the person to put right; anything else is a fault of ours. */
function isAboutFile(error: unknown): error is Error {
  return error instanceof Error && "code" in error && /^(ENOENT|EACCES|EISDIR|EPERM|ENOTDIR)$/.test(String(error.code));
}
