// A thread that reads and judges one file of people, and ends. See files/bounds/in-worker.ts.
import { parentPort, workerData } from "node:worker_threads";
import { distance } from "fastest-levenshtein";
import { provinceFinder } from "../domain/office-workbook/find-province.js";
import { createPlaceIndex } from "../domain/roster/places/place-index.js";
import { createPlaceNames } from "../domain/roster/places/place-names.js";
import type { Day } from "../domain/time/calendar.js";
import type { Step } from "../files/bounds/in-worker.js";
import { judgeRosterFile } from "../files/judge-roster-file.js";
import type { JudgingChoices } from "../ports/programme/roster-files.js";
import type { HowFar } from "../ports/progress.js";
import { readPlaces } from "../storage/migrations/place-files.js";
import { packJudgement } from "./packed-judgement.js";

export interface RosterWork {
  bytes: Uint8Array;
  choices: JudgingChoices;
  today: Day;
}

/** Oftener than anybody is shown it, and seldom enough to cost nothing. */
const TELL_EVERY_MILLISECONDS = 500;

const { bytes, choices, today } = workerData as RosterWork;
const places = await readPlaces();
const names = createPlaceNames(createPlaceIndex(places), distance);
const findProvince = provinceFinder(places, distance);
let toldAt = performance.now();
const tell = (step: HowFar): void => {
  if (performance.now() - toldAt < TELL_EVERY_MILLISECONDS) return;
  toldAt = performance.now();
  parentPort?.postMessage({ step } satisfies Step<HowFar>);
};
const found = packJudgement(await judgeRosterFile(bytes, choices, { names, findProvince, today, tell }));
parentPort?.postMessage(
  found,
  found.rows.map(({ buffer }) => buffer),
);
