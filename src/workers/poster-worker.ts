// A thread that draws posters, and ends. See files/bounds/in-worker.ts.
import { parentPort, workerData } from "node:worker_threads";
import type { PosterSheet } from "../domain/poster-sheet.js";
import { printPosters } from "../paper/print-posters.js";

export type PosterWork = { as: "pdf"; sheets: readonly PosterSheet[] } | { as: "picture"; sheet: PosterSheet };

const work = workerData as PosterWork;
parentPort?.postMessage(await (work.as === "pdf" ? printPosters.pdf(work.sheets) : printPosters.picture(work.sheet)));
