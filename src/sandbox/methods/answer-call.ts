// The one way into the Bot API: token, method, handler, refusal.
import type { ApiResponse } from "grammy/types";
import type { World } from "../world.js";
import { callbackMethods } from "./callbacks.js";
import { chatMethods } from "./chat.js";
import { commandMethods } from "./commands.js";
import type { Call } from "./deliver.js";
import { editMethods } from "./edits.js";
import { ApiRefusal } from "./errors.js";
import { fileMethods } from "./files.js";
import { mediaMethods } from "./media.js";
import { messageMethods } from "./messages.js";
import { updateMethods } from "./updates.js";
import { webhookMethods } from "./webhook.js";

const METHODS: ReadonlyMap<string, readonly [name: string, handler: (call: Call) => unknown]> = new Map(
  Object.entries({
    ...chatMethods,
    ...messageMethods,
    ...mediaMethods,
    ...callbackMethods,
    ...editMethods,
    ...commandMethods,
    ...fileMethods,
    ...updateMethods,
    ...webhookMethods,
  }).map(([name, handler]) => [name.toLowerCase(), [name, handler]]),
);

/** What a wire brings in: the method as written in the path, any case. */
export interface Request {
  readonly token: string;
  readonly method: string;
  readonly params: Call["params"];
  readonly uploads: Call["uploads"];
}

/** Answers a call as Telegram would; records it. Throws only on a fault of the sandbox itself. */
export function answerCall(world: World, request: Request): ApiResponse<unknown> {
  const answer = tryCall(world, request);
  if (request.method.toLowerCase() !== "getupdates") {
    world.calls.push({
      method: METHODS.get(request.method.toLowerCase())?.[0] ?? request.method,
      chatId: chatIdOf(request.params),
      at: world.clock.now(),
      code: answer.ok ? 200 : answer.error_code,
      ...(answer.ok ? {} : { description: answer.description }),
    });
  }
  return answer;
}

export function isKnownMethod(method: string): boolean {
  return METHODS.has(method.toLowerCase());
}

/** The chat a call is about, for faults and records; before anything is checked. */
export function chatIdOf(params: Call["params"]): number | undefined {
  const id = Number(params.chat_id);
  return params.chat_id !== undefined && Number.isSafeInteger(id) ? id : undefined;
}

function tryCall(world: World, { token, method, params, uploads }: Request): ApiResponse<unknown> {
  // Telegram knows a token by its shape first: nonsense is "not found", a revoked one "unauthorized".
  if (!/^\d+:[\w-]+$/.test(token)) return new ApiRefusal(404, "Not Found").toAnswer();
  if (token !== world.token) return new ApiRefusal(401, "Unauthorized").toAnswer();
  const known = METHODS.get(method.toLowerCase());
  if (known === undefined) {
    world.unknownMethods.push(method);
    return new ApiRefusal(404, "Not Found: method not found").toAnswer();
  }
  const [name, handler] = known;
  try {
    return { ok: true, result: handler({ world, method: name, params, uploads }) };
  } catch (error) {
    if (error instanceof ApiRefusal) return error.toAnswer();
    throw error;
  }
}
