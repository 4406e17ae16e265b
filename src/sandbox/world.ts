/**
 * A Telegram of our own. This room holds everything that Telegram is for the bot: people, chats, messages, buttons,
 * files, commands, blocks, limits, faults. It knows nothing of the rest of the program.
 *
 * world.ts is the state, with no wire and no timer; time comes from a clock that is handed in. `methods/` is the Bot API,
 * one file a family, each refusing with Telegram's own sentences; `methods/answer-call.ts` is the one way into it. Two wires lead
 * there: `server.ts` (real HTTP: long polling, webhook, uploads, the control door for outside drivers; its parts are in
 * `wire/`) and `in-process.ts` (a fetch for grammY). `people.ts` is the other side: what people do on their phones, act by
 * act in `acts/`. What they share is in `state/`, `text/` and `media/`.
 *
 * `ledger` is the oracle of all fault tests: every message that was accepted from the bot, never changed.
 */
import type { BotCommand, MenuButton, Update, UserFromGetMe } from "grammy/types";
import { createGroup, type Group, type GroupProfile } from "./acts/groups.js";
import { realClock, type SandboxClock } from "./clock.js";
import { createPerson, type Person, type PersonProfile } from "./people.js";
import { type CallbackStore, createCallbackStore } from "./state/callbacks.js";
import type { SandboxChat, SandboxUser } from "./state/chats.js";
import { createFaults, type Fault, type Faults } from "./state/faults.js";
import { createFileStore, type FileStore } from "./state/files.js";
import { createLimits, type LimitRules, type Limits } from "./state/limits.js";
import { createUpdateQueue, type UpdateQueue } from "./state/updates.js";

export interface LedgerEntry {
  readonly chatId: number;
  readonly messageId: number;
  readonly text: string;
  readonly at: Date;
  readonly method: string;
  /** The parameters of the call as they came; uploads by name and size. */
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Every call that was made to the Bot API, but getUpdates: what tests of pacing count. */
export interface CallRecord {
  readonly method: string;
  readonly chatId: number | undefined;
  readonly at: Date;
  /** The answer's code; 0 when a fault swallowed the call before it was accepted. */
  readonly code: number;
  readonly description?: string;
  /** The fault that hit the call. */
  readonly fault?: Fault["kind"];
}

/** Told to listeners whenever something is worth drawing anew. */
export interface Change {
  readonly kind:
    | "message"
    | "edit"
    | "delete"
    | "answer"
    | "action"
    | "commands"
    | "person"
    | "read"
    | "pin"
    | "reaction"
    | "clock"
    | "webhook";
  readonly chatId?: number;
  readonly messageId?: number;
}

export interface WebhookSetting {
  readonly url: string;
  readonly secretToken: string | undefined;
  readonly maxConnections: number;
  lastError: { at: Date; message: string } | undefined;
}

export interface BotTexts {
  name: string;
  description: string;
  shortDescription: string;
}

export interface World {
  readonly clock: SandboxClock;
  /** May be changed, as BotFather does when a token is revoked. */
  token: string;
  readonly bot: UserFromGetMe;
  readonly seed: number;
  readonly users: Map<number, SandboxUser>;
  readonly people: Map<number, Person>;
  readonly chats: Map<number, SandboxChat>;
  readonly updates: UpdateQueue;
  readonly callbacks: CallbackStore;
  readonly files: FileStore;
  readonly faults: Faults;
  readonly limits: Limits;
  /** By scope and language, see methods/commands.ts. */
  readonly commands: Map<string, readonly BotCommand[]>;
  /** By chat id; 0 is the default. */
  readonly menuButtons: Map<number, MenuButton>;
  /** By language code; "" is the default. */
  readonly botTexts: Map<string, BotTexts>;
  webhook: WebhookSetting | undefined;
  /** The long poll that is open now: a second one ends it. */
  poller: { terminate(description: string): void } | undefined;
  readonly ledger: LedgerEntry[];
  readonly calls: CallRecord[];
  readonly unknownMethods: string[];
  person(profile: PersonProfile): Person;
  group(profile: GroupProfile): Group;
  /** Empties the queue: for tests that hand updates to the app themselves. */
  takeUpdates(): Update[];
  /** The next message id; one row of numbers for all chats, as a bot sees it. */
  nextMessageId(): number;
  /** What holds the parts of an album together. */
  nextAlbumId(): string;
  changed(change: Change): void;
  onChange(listener: (change: Change) => void): () => void;
}

export interface WorldOptions {
  clock?: SandboxClock;
  token?: string;
  botUsername?: string;
  /** Flood limits: on, off, or on with other numbers, perhaps by another clock than the messages'. */
  limits?: boolean | (Partial<LimitRules> & { clock?: SandboxClock });
  seed?: number;
}

const DEFAULT_TOKEN = "7000000001:AAsandbox-token-of-no-value-0123456789";

export function createWorld(options: WorldOptions = {}): World {
  const clock = options.clock ?? realClock;
  const seed = options.seed ?? 1;
  const token = options.token ?? DEFAULT_TOKEN;
  const limitRules = typeof options.limits === "object" ? options.limits : {};
  const listeners = new Set<(change: Change) => void>();
  let lastMessageId = 0;
  let nextAlbum = 13_900_000_000_000_000n + BigInt(seed) * 1_000_000n;

  const limits = createLimits(limitRules.clock ?? clock, options.limits !== undefined && options.limits !== false);
  limits.rules = { ...limits.rules, ...limitRules };

  const world: World = {
    clock,
    token,
    bot: botUser(Number(token.split(":")[0]), options.botUsername ?? "tindak_lanjut_bot"),
    seed,
    users: new Map(),
    people: new Map(),
    chats: new Map(),
    updates: createUpdateQueue(clock, 100_000_000 + seed * 1000),
    callbacks: createCallbackStore(clock, 4_000_000_000_000_000_000n + BigInt(seed) * 1_000_000n),
    files: createFileStore(seed),
    faults: createFaults(),
    limits,
    commands: new Map(),
    menuButtons: new Map(),
    botTexts: new Map(),
    webhook: undefined,
    poller: undefined,
    ledger: [],
    calls: [],
    unknownMethods: [],
    person: (profile) => createPerson(world, profile),
    group: (profile) => createGroup(world, profile),
    takeUpdates: () => world.updates.take(),
    nextMessageId: () => ++lastMessageId,
    nextAlbumId: () => String(nextAlbum++),
    changed: (change) => {
      for (const listener of [...listeners]) listener(change);
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return world;
}

function botUser(id: number, username: string): UserFromGetMe {
  return {
    id: Number.isSafeInteger(id) ? id : 7_000_000_001,
    is_bot: true,
    first_name: "Tindak Lanjut",
    username,
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: false,
    allows_users_to_create_topics: false,
    can_manage_bots: false,
    supports_join_request_queries: false,
  };
}
