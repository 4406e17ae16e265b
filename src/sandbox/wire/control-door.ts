// A door for drivers in another process, the demo page among them: people act, state is read, the clock is moved.
import type { IncomingMessage, ServerResponse } from "node:http";
import { json } from "node:stream/consumers";
import { isMovable } from "../clock.js";
import { pictureType } from "../media/pictures.js";
import { isObject, type JsonObject } from "../methods/fields.js";
import type { PersonProfile, World } from "../shapes.js";
import type { FaultPoint } from "../state/faults.js";
import { ACTIONS, act } from "./control-actions.js";
import { chatView, personView, stateView } from "./views.js";

export interface ControlDoor {
  /** False when the path is none of the door's. */
  handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<boolean>;
  close(): void;
}

/** Answers of the door; an Answer with a status of its own says what was wrong. */
class DoorError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

export function openControlDoor(world: World): ControlDoor {
  const listeners = new Set<ServerResponse>();
  const stopListening = world.onChange((change) => {
    for (const response of listeners) response.write(`data: ${JSON.stringify(change)}\n\n`);
  });

  return {
    handle: async (request, response, url) => {
      const [root, ...path] = url.pathname.split("/").slice(1);
      if (root !== "sandbox") return false;
      if (request.method === "GET" && path[0] === "events") {
        streamEvents(response, listeners);
        return true;
      }
      if (request.method === "GET" && path[0] === "files") return sendFile(world, response, path.slice(1).join("/"));
      try {
        const args = request.method === "POST" ? await readArgs(request) : {};
        const since = Number(url.searchParams.get("since") ?? 0);
        answer(response, 200, route(world, `${request.method} /${path.map(placeholder).join("/")}`, path, args, since));
      } catch (error) {
        // What people cannot do (press a button that is not there) is the driver's fault, not the server's.
        if (!(error instanceof Error)) throw error;
        answer(response, error instanceof DoorError ? error.status : 400, { error: error.message });
      }
      return true;
    },
    close: () => {
      stopListening();
      for (const response of listeners) response.end();
    },
  };
}

function route(world: World, shape: string, path: readonly string[], args: JsonObject, since: number): unknown {
  switch (shape) {
    case "GET /state":
      return stateView(world);
    case "GET /ledger":
      return world.ledger.slice(since);
    case "GET /calls":
      return world.calls.slice(since);
    case "GET /unknown-methods":
      return world.unknownMethods;
    case "GET /actions":
      return ACTIONS;
    case "POST /people":
      return personView(world, world.person(profileOf(args)));
    case "GET /people/:id/chat":
      return chatView(world, personOf(world, path[1]));
    case "POST /people/:id/:action":
      return act(personOf(world, path[1]), path[2] ?? "", args);
    case "POST /faults":
      world.faults.add(args as unknown as FaultPoint);
      return { ok: true };
    case "POST /faults/clear":
      world.faults.clear();
      return { ok: true };
    case "POST /limits":
      world.limits.on = args.on === true;
      return { ok: true };
    case "POST /clock":
      return moveClock(world, args);
    default:
      throw new DoorError(404, `There is no ${shape} here`);
  }
}

/** Turns a path into the shape that routes are written in. */
function placeholder(part: string, at: number, path: readonly string[]): string {
  if (path[0] !== "people" || at === 0) return part;
  if (at === 1) return ":id";
  return part === "chat" ? part : ":action";
}

function personOf(world: World, id: string | undefined) {
  const person = world.people.get(Number(id));
  if (person === undefined) throw new DoorError(404, `There is no person ${id}`);
  return person;
}

function profileOf(args: JsonObject): PersonProfile {
  if (typeof args.first_name !== "string") throw new DoorError(400, '"first_name" is missing');
  return args as unknown as PersonProfile;
}

function moveClock(world: World, { set, advanceMs }: JsonObject): unknown {
  if (!isMovable(world.clock)) throw new DoorError(409, "This sandbox lives by the real clock");
  if (typeof set === "string" && !Number.isNaN(Date.parse(set))) world.clock.set(new Date(set));
  else if (typeof advanceMs === "number") world.clock.advance(advanceMs);
  else throw new DoorError(400, 'Say {"set": "<ISO date>"} or {"advanceMs": <number>}');
  world.changed({ kind: "clock" });
  return { now: world.clock.now() };
}

async function readArgs(request: IncomingMessage): Promise<JsonObject> {
  if (request.headers["content-length"] === "0" || request.headers["content-type"] === undefined) {
    request.resume();
    return {};
  }
  const args = await json(request);
  if (!isObject(args)) throw new DoorError(400, "Expected a JSON object");
  return args;
}

function streamEvents(response: ServerResponse, listeners: Set<ServerResponse>): void {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" });
  response.write(": open\n\n");
  listeners.add(response);
  response.once("close", () => listeners.delete(response));
}

function sendFile(world: World, response: ServerResponse, fileId: string): boolean {
  const file = world.files.byId(fileId);
  if (file === undefined) {
    answer(response, 404, { error: "There is no such file" });
    return true;
  }
  const type = file.kind === "photo" ? pictureType(file.bytes) : file.mime;
  response.writeHead(200, {
    "content-type": type,
    "content-length": file.bytes.byteLength,
    ...(file.kind === "photo"
      ? {}
      : { "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}` }),
  });
  response.end(file.bytes);
  return true;
}

function answer(response: ServerResponse, status: number, value: unknown): void {
  const text = JSON.stringify(value ?? null);
  response.writeHead(status, { "content-type": "application/json", "content-length": Buffer.byteLength(text) });
  response.end(text);
}
