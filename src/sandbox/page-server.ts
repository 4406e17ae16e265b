// The chat page: a messenger in the browser, in which one can be everybody in the sandbox, and a clock one can push.
// It speaks to the control door for what people do; what is here is only what a page needs besides: its files, the list of
// people with their roles, and the clock.
import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { json } from "node:stream/consumers";
import { PROJECT_ROOT } from "../project-root.js";
import { isObject, type JsonObject } from "./methods/fields.js";
import type { Routes } from "./server.js";
import type { World } from "./shapes.js";
import { type PersonView, personView } from "./wire/views.js";

/** Somebody that one can be on the page. */
export interface CastMember {
  readonly id: number;
  readonly role: "participant" | "trainer" | "admin";
  /** Where they belong, in a few words: their province, or several. */
  readonly about: string;
  /** IANA name: their chat shows its times in it. */
  readonly zone: string;
  /** Shown without being searched for. */
  readonly featured: boolean;
  /** The payload of a link that was sent to them by other means: to their class, or an invitation. */
  readonly link?: string;
}

/** Where to the clock should go. */
export type ClockWish = { readonly advanceMinutes: number } | { readonly nextEvent: true } | { readonly to: Date };

export interface ClockMove {
  readonly now: Date;
  /** Messages that the bot sent on the way, and to how many people. */
  readonly messages: number;
  readonly people: number;
  /** "nothing": the clock went as far as it goes and no message came; "stopped": somebody asked it to stop. */
  readonly ended: "arrived" | "nothing" | "stopped";
}

export interface ClockMover {
  /** Undefined while another move is under way. */
  move(wish: ClockWish): Promise<ClockMove | undefined>;
  /** Where the clock goes now and where it came from; undefined when it stands, or nobody knows how far it will go. */
  way(): { readonly from: Date; readonly to: Date } | undefined;
  /** Resolves when the step under way is done. */
  stop(): Promise<void>;
}

export interface PersonRow extends PersonView, Omit<CastMember, "id"> {
  readonly phone: string;
}

export interface PeoplePage {
  readonly now: Date;
  /** How much of a move of the clock is done, 0 to 1; missing when it stands, or nobody knows how far it will go. */
  readonly moved?: number;
  readonly bot: { readonly name: string; readonly username: string; readonly description: string };
  readonly featured: readonly PersonRow[];
  /** Those who fit the query; without one, those with something in their chat, newest first. */
  readonly others: readonly PersonRow[];
  /** Whose chat is open, whether or not they are among those. */
  readonly open?: PersonRow;
  readonly othersTotal: number;
  readonly othersUnread: number;
  /** No class is there yet, and no link: the hint says so. */
  readonly isFirstDay: boolean;
}

export interface ChatPageOptions {
  readonly cast: readonly CastMember[];
  readonly clock?: ClockMover;
  /** Nothing is set up yet: the first thing to do is another one. */
  readonly isFirstDay?: boolean;
  /** The page speaks this language from now on, and so do the phones of everybody on it. */
  readonly speak?: (language: "id" | "en") => Promise<void>;
}

const PAGE_DIR = join(PROJECT_ROOT, "src", "sandbox", "page");
const FILE_NAME = /^(?:[a-z]+\/)?[a-z-]+\.(html|css|js|svg)$/;
const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
};
/** Nothing from elsewhere, no script in the text: should a name ever turn into markup, it stays dead. */
const POLICY = "default-src 'self'; img-src 'self' blob: data:; object-src 'none'; base-uri 'none'; form-action 'none'";
/** More rows than this nobody scrolls through; they search. */
const MOST_OTHERS = 40;

export function chatPage(world: World, options: ChatPageOptions): Routes {
  const members = new Map(options.cast.map((member) => [member.id, member]));
  return async (request, response) => {
    const url = new URL(request.url ?? "/", "http://page");
    switch (`${request.method} ${url.pathname}`) {
      case "GET /demo/people":
        sendJson(response, 200, peoplePage(world, members, options, url.searchParams));
        return true;
      case "POST /demo/clock":
        await moveClock(options.clock, request, response);
        return true;
      case "POST /demo/language":
        await changeLanguage(options.speak, request, response);
        return true;
      default:
        return request.method === "GET" && (await sendPageFile(response, url.pathname.slice(1) || "index.html"));
    }
  };
}

function peoplePage(
  world: World,
  members: ReadonlyMap<number, CastMember>,
  { clock, isFirstDay = false }: Pick<ChatPageOptions, "clock" | "isFirstDay">,
  asked: URLSearchParams,
): PeoplePage {
  const rows = [...members.values()].flatMap((member) => {
    const person = world.people.get(member.id);
    if (person === undefined) return [];
    return [{ ...personView(world, person), ...member, phone: world.users.get(member.id)!.phone }];
  });
  const others = rows.filter((row) => !row.featured);
  const open = rows.find(({ id }) => String(id) === asked.get("open"));
  const words = (asked.get("query") ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (row: PersonRow) => words.every((word) => `${row.name} ${row.about}`.toLowerCase().includes(word));
  const shown =
    words.length > 0
      ? others.filter(fits)
      : others.filter(({ last }) => last !== undefined).sort((a, b) => b.last!.date - a.last!.date);
  const { description } = world.botTexts.get("") ?? { description: "" };
  return {
    now: world.clock.now(),
    ...progressOf(clock, world.clock.now()),
    bot: { name: world.botTexts.get("")?.name ?? world.bot.first_name, username: world.bot.username, description },
    featured: rows.filter((row) => row.featured),
    others: shown.slice(0, MOST_OTHERS),
    ...(open === undefined ? {} : { open }),
    othersTotal: others.length,
    othersUnread: others.filter(({ unread }) => unread > 0).length,
    isFirstDay,
  };
}

function progressOf(clock: ClockMover | undefined, now: Date): { moved?: number } {
  const way = clock?.way();
  if (way === undefined) return {};
  const done = (now.getTime() - way.from.getTime()) / (way.to.getTime() - way.from.getTime());
  return { moved: Math.min(1, Math.max(0, done)) };
}

async function changeLanguage(speak: ChatPageOptions["speak"], request: IncomingMessage, response: ServerResponse) {
  const body = await bodyOf(request);
  const language = isObject(body) ? body.language : undefined;
  if (language !== "id" && language !== "en") return sendJson(response, 400, { error: 'Say {"language": "en"}' });
  await speak?.(language);
  sendJson(response, 200, { ok: true });
}

/** A form of another site cannot send this type without being asked for permission first, which nobody gives it. */
async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const isJson = request.headers["content-type"] === "application/json";
  return isJson ? json(request).catch(() => undefined) : undefined;
}

async function moveClock(clock: ClockMover | undefined, request: IncomingMessage, response: ServerResponse) {
  const body = await bodyOf(request);
  if (clock === undefined) return sendJson(response, 404, { error: "This sandbox's clock is not moved from here" });
  if (!isObject(body)) return sendJson(response, 400, { error: "Expected a JSON object" });
  if (body.stop === true) {
    await clock.stop();
    return sendJson(response, 200, { ok: true });
  }
  const wish = readWish(body);
  if (wish === undefined) {
    return sendJson(response, 400, {
      error: 'Say {"advanceMinutes": 60}, {"nextEvent": true} or {"to": "<ISO date>"}',
    });
  }
  const moved = await clock.move(wish);
  if (moved === undefined) sendJson(response, 409, { error: "The clock is moving already" });
  else sendJson(response, 200, moved);
}

function readWish({ advanceMinutes, nextEvent, to }: JsonObject): ClockWish | undefined {
  if (typeof advanceMinutes === "number" && advanceMinutes > 0) return { advanceMinutes };
  if (nextEvent === true) return { nextEvent };
  if (typeof to === "string" && !Number.isNaN(Date.parse(to))) return { to: new Date(to) };
  return undefined;
}

async function sendPageFile(response: ServerResponse, name: string): Promise<boolean> {
  const extension = FILE_NAME.exec(name)?.[1];
  if (extension === undefined) return false;
  const bytes = await readFile(join(PAGE_DIR, name)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (bytes === undefined) return false;
  response.writeHead(200, {
    "content-type": TYPES[extension],
    "content-length": bytes.byteLength,
    "cache-control": "no-cache",
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
  });
  response.end(bytes);
  return true;
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  const text = JSON.stringify(value);
  response.writeHead(status, { "content-type": "application/json", "content-length": Buffer.byteLength(text) });
  response.end(text);
}
