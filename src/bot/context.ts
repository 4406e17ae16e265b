// What every handler of the bot has at hand.
import type { Conversation, ConversationFlavor } from "@grammyjs/conversations";
import type { Context } from "grammy";
import type { Actor, KnownActor } from "../domain/people/person.js";
import type { TellProgress } from "../ports/progress.js";
import type { Draft } from "../ports/queue/drafts.js";
import type { ProgressShown, TapsPort } from "../ports/queue/taps.js";
import type { Texts } from "../texts/index.js";
import type { BotWorld } from "./world.js";

/** Shows how far something is that takes long, see kit/progress.ts. */
export interface Progress {
  tell: TellProgress;
  /** Shows nothing more from now on; returns where the answer belongs: the message that showed it, in this try or an earlier one. */
  end(): Promise<ProgressShown | null>;
  /** The answer stands there. */
  answered(): Promise<void>;
}

interface Extras {
  world: BotWorld;
  /** Where buttons and keyboards of ours stand. */
  chats: TapsPort;
  /** Who speaks, read from the database at each update: rights are never remembered. */
  actor: Actor;
  texts: Texts;
  /** What they had begun to fill in when this update came, and which links they had opened: read once, and only where somebody asks. */
  begun: () => Promise<readonly Draft[]>;
  /** When they said or pressed it: updates can lie for hours. */
  saidAt: Date;
  /** Whether a keyboard of ours stands in place of the phone's own. */
  hasKeyboard: boolean;
  /** What showed how far an earlier try of this update was. */
  progressBefore: ProgressShown | null;
  progress?: Progress;
  /** The lowest message at which they had said or pressed something before this; null where none is known. */
  lowestBefore: number | null;
  /** Another part of the album has been answered: what is said to this one is said already. */
  restOfAlbum: boolean;
  /** A reply to a thread that is too long for it: said as soon as it is known where they are in a form. */
  replyTooLong?: boolean;
  /** One line about an error that nobody expected, and that the person was spared. */
  report(error: unknown): void;
}

export type BotContext = ConversationFlavor<Context & Extras>;

/** Of all that is not for everyone: the table of routes has seen to it that somebody known speaks. */
export type KnownContext = BotContext & { actor: KnownActor };

/** Inside a conversation nothing is at hand but Telegram: what was loaded outside would be a stale copy on replay. */
export type InnerContext = Context;
export type BotConversation = Conversation<BotContext, InnerContext>;
