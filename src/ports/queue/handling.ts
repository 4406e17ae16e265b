// What is being handled now: known to all that is called on its behalf, without being handed through every function.
import { AsyncLocalStorage } from "node:async_hooks";

export interface Handling {
  /** The lane: whom the replies go to. */
  chatId: number;
  /** When its sender wrote it, as far as we know. */
  saidAt: Date;
  /** It came as it was said, and waits only because many speak at once: nothing was down meanwhile. */
  isOfCrowd?: boolean;
  /** Calls to the database and to Telegram that it has begun or ended: as long as this grows, it is slow and does not hang. */
  steps: number;
  /** It was given up: what it still wants to do must not happen beside its second try. */
  isOver: boolean;
}

const storage = new AsyncLocalStorage<Handling>();

export function handlingOf<T>(handling: Handling, run: () => Promise<T>): Promise<T> {
  return storage.run(handling, run);
}

/** Undefined for what nobody waits for: jobs, deliveries, the loops themselves. */
export const handlingNow = (): Handling | undefined => storage.getStore();

export function noteStep(): void {
  const handling = storage.getStore();
  if (handling !== undefined) handling.steps += 1;
}

const STEP_EVERY_MILLISECONDS = 5000;

/** Waiting for what ends by a bound of its own, such as a thread, or a turn behind others: that is slow, and does not hang. */
export async function inSteps<T>(waitedFor: Promise<T>): Promise<T> {
  const handling = storage.getStore();
  if (handling === undefined) return waitedFor;
  const timer = setInterval(() => {
    handling.steps += 1;
  }, STEP_EVERY_MILLISECONDS);
  try {
    return await waitedFor;
  } finally {
    clearInterval(timer);
  }
}

/** Before a call that changes something outside. @throws HandlingOverError */
export function refuseWhenOver(): void {
  if (storage.getStore()?.isOver === true) throw new HandlingOverError();
}

/** Nobody waits for who gets this: the update that it was thrown for has been given back. */
class HandlingOverError extends Error {
  constructor() {
    super("This update was given up at its deadline");
    this.name = "HandlingOverError";
  }
}
