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

import type { UserFromGetMe } from "grammy/types";
import { createGroup } from "./acts/groups.js";
import { realClock, type SandboxClock } from "./clock.js";
import { createPerson } from "./people.js";
import type { Change, World } from "./shapes.js";
import { createCallbackStore } from "./state/callbacks.js";
import { createFaults } from "./state/faults.js";
import { createFileStore } from "./state/files.js";
import { createLimits, type LimitRules } from "./state/limits.js";
import { createUpdateQueue } from "./state/updates.js";

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
