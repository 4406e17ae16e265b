// Runs one piece of work in a thread of its own, so that the bot goes on answering.
import { Worker } from "node:worker_threads";
import { inSteps } from "../../ports/queue/handling.js";

/** Ten thousand lines take a few seconds; a minute is a file that does not end. */
const PATIENCE_MILLISECONDS = 60_000;

/**
 * Five times what the largest file takes that is read, and twice what a simulation of a thousand people does (done with 256). What a thread
 * holds outside of this heap comes on top: a container must have room for both (compose.yaml).
 */
export const MOST_MEGABYTES = 512;

/** The work took more time or memory than there is for it. */
export class TookTooMuch extends Error {}

/** What a worker may post before its result, as often as it likes. */
export interface Step<Told> {
  step: Told;
}

interface Patience<Told> {
  /** In milliseconds. */
  patience?: number;
  onStep?: (told: Told) => void;
}

/** @throws TookTooMuch when it takes longer than a minute, or more memory than a thread has; Error when the worker fails or dies. */
export async function inWorker<Result, Told = never>(
  entry: URL,
  input: unknown,
  { patience = PATIENCE_MILLISECONDS, onStep }: Patience<Told> = {},
): Promise<Result> {
  const worker = new Worker(entry, { workerData: input, resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES } });
  let timer: NodeJS.Timeout | undefined;
  try {
    const ended = new Promise<Result>((resolve, reject) => {
      timer = setTimeout(() => reject(new TookTooMuch("The worker took too long.")), patience);
      worker.on("message", (message: Result | Step<Told>) => {
        if (isStep(message)) onStep?.(message.step);
        else resolve(message);
      });
      worker.once("error", (error: Error & { code?: string }) =>
        reject(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? new TookTooMuch(error.message) : error),
      );
      worker.once("exit", (code) => reject(new Error(`The worker ended without a result (${code}).`)));
    });
    return await inSteps(ended);
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

function isStep<Result, Told>(message: Result | Step<Told>): message is Step<Told> {
  return typeof message === "object" && message !== null && "step" in message;
}
