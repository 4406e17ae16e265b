// Runs one piece of work in a thread of its own, so that the bot goes on answering.
import { Worker } from "node:worker_threads";

/** Ten thousand lines take a few seconds; a minute is a file that does not end. */
const PATIENCE_MILLISECONDS = 60_000;

/** @throws Error when the worker fails, dies, or takes longer than a minute. */
export async function inWorker<Result>(entry: URL, input: unknown): Promise<Result> {
  const worker = new Worker(entry, { workerData: input });
  const timer = setTimeout(() => void worker.terminate(), PATIENCE_MILLISECONDS);
  try {
    return await new Promise<Result>((resolve, reject) => {
      worker.once("message", resolve);
      worker.once("error", reject);
      worker.once("exit", (code) => reject(new Error(`The worker ended without a result (${code}).`)));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
