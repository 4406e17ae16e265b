// The one way into the Bot API: token, method, handler, refusal.
import type { ApiResponse } from "grammy/types";
import type { World } from "../shapes.js";
import type { Fault } from "../state/faults.js";
import { callbackMethods } from "./callbacks.js";
import { commandMethods } from "./commands.js";
import { ApiRefusal } from "./errors.js";
import { chatMethods } from "./get-chat.js";
import type { Call } from "./messages/deliver.js";
import { editMethods } from "./messages/edit-delete-pin.js";
import { fileMethods } from "./messages/get-file.js";
import { mediaMethods } from "./messages/media.js";
import { messageMethods } from "./messages/messages.js";
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
export interface ApiRequest {
  readonly token: string;
  readonly method: string;
  readonly params: Call["params"];
  readonly uploads: Call["uploads"];
}

/** Answers a call as Telegram would; records it. Throws only on a fault of the sandbox itself. */
export function answerCall(world: World, request: ApiRequest, fault?: Fault): ApiResponse<unknown> {
  const answer = tryCall(world, request);
  record(world, request, answer.ok ? 200 : answer.error_code, answer.ok ? undefined : answer.description, fault);
  return answer;
}

/** Records a call that a fault kept from being accepted. */
export function recordLostCall(world: World, request: ApiRequest, fault: Fault): void {
  const { code, description } = fault.kind === "status" ? fault : { code: 0, description: undefined };
  record(world, request, code, description, fault);
}

function record(
  world: World,
  { method, params }: ApiRequest,
  code: number,
  description: string | undefined,
  fault: Fault | undefined,
): void {
  // Polls come all the time and mean nothing.
  if (method.toLowerCase() === "getupdates") return;
  world.calls.push({
    method: METHODS.get(method.toLowerCase())?.[0] ?? method,
    chatId: chatIdOf(params),
    at: world.clock.now(),
    code,
    ...(description === undefined ? {} : { description }),
    ...(fault === undefined ? {} : { fault: fault.kind }),
  });
}

export function isKnownMethod(method: string): boolean {
  return METHODS.has(method.toLowerCase());
}

/** The chat a call is about, for faults and records; before anything is checked. */
export function chatIdOf(params: Call["params"]): number | undefined {
  const id = Number(params.chat_id);
  return params.chat_id !== undefined && Number.isSafeInteger(id) ? id : undefined;
}

function tryCall(world: World, { token, method, params, uploads }: ApiRequest): ApiResponse<unknown> {
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
