// What the sandbox's own tests share: a world that stands still, and a plain way to call its Bot API.
import type { ApiResponse } from "grammy/types";
import { virtualClock } from "../../src/sandbox/clock.js";
import { answerCall } from "../../src/sandbox/methods/answer-call.js";
import type { World } from "../../src/sandbox/shapes.js";
import type { Upload } from "../../src/sandbox/state/files.js";
import { createWorld, type WorldOptions } from "../../src/sandbox/world.js";

/** The evening before a class. */
export const EVENING = new Date("2024-06-02T12:00:00Z");

export function stillWorld(options: Omit<WorldOptions, "clock"> = {}) {
  const clock = virtualClock(EVENING);
  const world = createWorld({ clock, ...options });
  const siti = world.person({ first_name: "Siti", last_name: "Aminah", language_code: "id" });
  siti.start();
  world.takeUpdates();
  return { world, clock, siti };
}

export function call(
  world: World,
  method: string,
  params: Record<string, unknown> = {},
  uploads: Record<string, Upload> = {},
): ApiResponse<unknown> {
  return answerCall(world, { token: world.token, method, params, uploads: new Map(Object.entries(uploads)) });
}

/** The refusal's sentence; fails when the call was accepted. */
export function refusal(answer: ApiResponse<unknown>): string {
  if (answer.ok) throw new Error(`Accepted: ${JSON.stringify(answer.result)}`);
  return `${answer.error_code} ${answer.description}`;
}

/** The result; fails when the call was refused. */
export function accepted<T = Record<string, unknown>>(answer: ApiResponse<unknown>): T {
  if (!answer.ok) throw new Error(`Refused: ${answer.error_code} ${answer.description}`);
  return answer.result as T;
}

/** Resolves as soon as the world has come so far; looks whenever something changes. */
export function until(world: World, reached: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!reached()) return;
      stop();
      resolve();
    };
    const stop = world.onChange(look);
    look();
  });
}
