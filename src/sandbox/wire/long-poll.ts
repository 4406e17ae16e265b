// Waiting for updates: a long poll ends when something comes, when its time is over, or when another one begins.
import type { ApiResponse, Update } from "grammy/types";
import { type ApiRequest, answerCall } from "../methods/answer-call.js";
import { ApiRefusal } from "../methods/errors.js";
import type { World } from "../shapes.js";

/** Telegram never holds a poll longer than this. */
const LONGEST_WAIT_SECONDS = 50;

const OTHER_POLLER =
  "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running";

/** `gone` fires when the caller hangs up: the updates then stay for the next one. */
export function longPoll(world: World, request: ApiRequest, gone: AbortSignal): Promise<ApiResponse<unknown>> {
  if (request.token === world.token) world.poller?.terminate(OTHER_POLLER);
  const first = answerCall(world, request);
  const seconds = Math.min(Number(request.params.timeout ?? 0), LONGEST_WAIT_SECONDS);
  if (!first.ok || (first.result as Update[]).length > 0 || !(seconds > 0)) return Promise.resolve(first);

  return new Promise((resolve) => {
    let ended = false;
    const end = (answer: ApiResponse<unknown>) => {
      if (ended) return;
      ended = true;
      clearTimeout(timer);
      stopListening();
      gone.removeEventListener("abort", leave);
      if (world.poller === poller) world.poller = undefined;
      resolve(answer);
    };
    const leave = () => end({ ok: true, result: [] });
    const poller = { terminate: (description: string) => end(new ApiRefusal(409, description).toAnswer()) };
    const timer = setTimeout(leave, seconds * 1000);
    const stopListening = world.updates.onPush(() => {
      // What comes in one go, like an album, leaves in one batch.
      queueMicrotask(() => {
        if (!ended) end(answerCall(world, request));
      });
    });
    gone.addEventListener("abort", leave);
    if (gone.aborted) leave();
    world.poller = poller;
  });
}
