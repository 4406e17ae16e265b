// What the world, its people and its groups are; how they are made stands in world.ts, people.ts and acts/groups.ts.
import type {
  BotCommand,
  MenuButton,
  Message,
  MessageEntity,
  ReplyKeyboardMarkup,
  Update,
  UserFromGetMe,
} from "grammy/types";
import type { ButtonChoice } from "./acts/person-keyboard.js";
import type { SandboxClock } from "./clock.js";
import type { CallbackAnswer, CallbackStore } from "./state/callbacks.js";
import type { SandboxChat, SandboxUser } from "./state/chat.js";
import type { Fault, Faults } from "./state/faults.js";
import type { FileStore } from "./state/files.js";
import type { Limits } from "./state/limits.js";
import type { UpdateQueue } from "./state/updates.js";

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

export interface PersonProfile {
  id?: number;
  first_name: string;
  last_name?: string;
  username?: string;
  language_code?: string;
  phone?: string;
}

export interface PhotoArgs {
  caption?: string;
  formatting?: readonly MessageEntity[];
  bytes?: Uint8Array;
  fileUniqueId?: string;
  /** Pretends to be this large without holding the bytes. */
  size?: number;
}

export interface DocumentArgs {
  name: string;
  mime: string;
  bytes: Uint8Array;
  caption?: string;
  /** Pretends to be this large without holding the bytes. */
  size?: number;
}

/** Whose card is shared: one's own unless another is given. */
export type ContactArgs = "own" | { phone: string; user_id?: number; first_name?: string };

export interface Person {
  readonly id: number;
  readonly name: string;
  /** Presses Start, by itself or through a deep link with a payload; unblocks the bot when it was blocked. */
  start(payload?: string): Update;
  /** Follows a link like https://t.me/<bot>?start=<payload>. */
  opens(link: string): Update;
  /** With the formatting given to it on the phone. */
  says(text: string, formatting?: readonly MessageEntity[]): Update;
  /** Presses the newest button with these words or data: inline, or under the input field. */
  presses(choice: ButtonChoice): Update;
  /** Presses a button that may be gone by now, as an old screen can. */
  pressesOn(messageId: number, data: string): Update;
  sharesContact(contact?: ContactArgs): Update;
  sendsPhoto(photo?: PhotoArgs): Update;
  sendsAlbum(photos: readonly PhotoArgs[]): Update[];
  sendsDocument(document: DocumentArgs): Update;
  sendsVoice(seconds?: number): Update;
  sendsLocation(latitude?: number, longitude?: number): Update;
  sendsSticker(): Update;
  edits(messageId: number, text: string): Update;
  deletes(messageId: number): void;
  repliesTo(messageId: number, text: string): Update;
  forwards(text: string): Update;
  saysIn(group: Group, text: string): Update | undefined;
  blocks(): Update;
  unblocks(): Update;
  deactivates(): void;
  /** Messages of the private chat, oldest first, both directions. */
  chat(): Message[];
  lastMessage(): Message | undefined;
  /** The bot's messages only, oldest first. */
  received(): Message[];
  unread(): number;
  markRead(): void;
  /** The reply keyboard under the input field. */
  keyboard(): ReplyKeyboardMarkup | undefined;
  /** The words on every button that can be pressed now, newest message first. */
  buttons(): string[];
  /** Toasts and alerts that answered this person's presses, oldest first. */
  answers(): CallbackAnswer[];
  /** The command menu as this person sees it. */
  menu(): readonly BotCommand[];
}

export interface GroupProfile {
  id?: number;
  title: string;
  type?: "group" | "supergroup";
  members: readonly Person[];
}

export interface Group {
  readonly id: number;
  /** The bot is thrown out by a member. */
  kicksBot(by: Person): Update;
  /** Becomes a supergroup: the old id refuses from now on and names the new one. */
  upgrades(): Group;
}
