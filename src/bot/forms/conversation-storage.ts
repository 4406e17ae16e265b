// What the plugin stores, one update long: read before, carried out only when all of the update has been handled. The plugin itself
// writes even after an error, and then without the form that the error came from: the update is tried again, and must find it.
import { isDeepStrictEqual } from "node:util";
import type { ConversationData, VersionedState } from "@grammyjs/conversations";
import type { NextFunction } from "grammy";
import type { ConversationsPort } from "../../ports/queue/conversations.js";
import type { BotContext } from "../context.js";

type State = VersionedState<ConversationData>;

interface Unit {
  key: string;
  before: State | undefined;
  readAt: Date | undefined;
  after: State | undefined;
  /** This update has opened that conversation when it was handled before. */
  isOwn: boolean;
}

/** Raise it when fill-in-form.ts changes its sequence of waits: stored conversations of older versions are dropped. */
export const FILL_IN_FORM = "fill-in-form@1";

/** A conversation stored under another name would block every later one of that chat: the draft takes over instead. */
const KNOWN = new Set([FILL_IN_FORM]);

/** Conversations are forgotten when nobody goes on with them; so rarely need one be written that stays as it is. */
const TOUCH_EVERY_MILLISECONDS = 24 * 3_600_000;

const units = new WeakMap<object, Unit>();

/** For the plugin: everything goes into the update's unit, nothing to the database. */
export function conversationStorage(conversations: ConversationsPort) {
  return {
    async read(
      ctx: object & { chatId?: number | undefined; update: { update_id: number } },
    ): Promise<State | undefined> {
      const key = String(ctx.chatId);
      const stored = await conversations.read(key);
      const before = stored?.state as State | undefined;
      // Its answer may be lost, or the process have died since: it goes the same way once more.
      const isOwn = before !== undefined && waitingIn(before)?.openedBy === ctx.update.update_id;
      units.set(ctx, { key, before, after: isOwn ? undefined : before, readAt: stored?.updatedAt, isOwn });
      const isKnown = before !== undefined && Object.keys(before.state).every((name) => KNOWN.has(name));
      // A copy: the plugin works in what it was given.
      return isKnown && !isOwn ? structuredClone(before) : undefined;
    },
    write(ctx: object, state: State): void {
      unitOf(ctx).after = withoutWords(state);
    },
    delete(ctx: object): void {
      unitOf(ctx).after = undefined;
    },
  };
}

/** Stands around the plugin. When anything throws, what it stored is dropped, and the update can be handled again. */
export function keepConversation(conversations: ConversationsPort) {
  return async (ctx: BotContext, next: NextFunction): Promise<void> => {
    await next();
    const unit = units.get(ctx);
    if (unit === undefined) return;
    const { key, before, after, readAt } = unit;
    const now = ctx.world.clock.now();
    const isOld = readAt !== undefined && now.getTime() - readAt.getTime() > TOUCH_EVERY_MILLISECONDS;
    if (isDeepStrictEqual(before, after) && !isOld) return;
    // When it is refused, this update was given up and has been handled by another meanwhile: that one knows better.
    await conversations.replace(key, before, after, now);
  };
}

/** Which form was open when the update came; null: none. */
export function openFormOf(ctx: BotContext): { name: string; subject: string } | null {
  const unit = units.get(ctx);
  return unit?.before === undefined || unit.isOwn ? null : waitingIn(unit.before);
}

/** What fill-in-form.ts was entered with. */
function waitingIn({ state }: State): { name: string; subject: string; openedBy?: number | undefined } | null {
  const args = state[FILL_IN_FORM]?.[0]?.args;
  if (args === undefined) return null;
  const [name, subject, openedBy] = JSON.parse(args) as [string, string, number?];
  return { name, subject, openedBy };
}

function unitOf(ctx: object): Unit {
  const unit = units.get(ctx);
  if (unit === undefined) throw new Error("A conversation was stored before it was read.");
  return unit;
}

/** Updates hold what people said and their profile. The frame needs no more of them than that they came. */
function withoutWords({ version, state }: State): State {
  const emptied = Object.entries(state).map(([name, conversations]) => [
    name,
    conversations.map((one) => ({
      ...one,
      replay: {
        ...one.replay,
        receive: one.replay.receive.map((op) => ({ ...op, returnValue: bare(op.returnValue) })),
      },
    })),
  ]);
  return { version, state: Object.fromEntries(emptied) };
}

function bare(value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("update_id" in value)) return value;
  return { update_id: value.update_id };
}
