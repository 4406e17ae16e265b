// Checks reply markup: inline keyboards, reply keyboards, their removal and forced replies.
import type {
  ForceReply,
  InlineKeyboardButton,
  InlineKeyboardMarkup,
  KeyboardButton,
  ReplyKeyboardMarkup,
  ReplyKeyboardRemove,
} from "grammy/types";
import { badRequest } from "../errors.js";
import { isObject, type JsonObject, objectField, type Params } from "../fields.js";

export type ReplyMarkup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | ForceReply;

/** One of these makes an inline button do something. */
const ACTIONS = [
  "url",
  "callback_data",
  "web_app",
  "login_url",
  "disabled",
  "switch_inline_query",
  "switch_inline_query_current_chat",
  "switch_inline_query_chosen_chat",
  "copy_text",
  "callback_game",
  "pay",
];
const STYLES: readonly unknown[] = [undefined, "danger", "success", "primary"];
const MOST_BUTTONS = 100;
const MOST_BUTTONS_IN_ROW = 8;
const MOST_DATA_BYTES = 64;

export function replyMarkupField(params: Params): ReplyMarkup | undefined {
  const markup = objectField(params, "reply_markup");
  if (markup === undefined) return undefined;
  if (markup.inline_keyboard !== undefined) return readInline(markup.inline_keyboard);
  if (markup.keyboard !== undefined) return readReplyKeyboard(markup);
  if (markup.remove_keyboard === true || markup.force_reply === true) {
    return { ...markup } as unknown as ReplyKeyboardRemove | ForceReply;
  }
  // An empty object is what some libraries send for "none"; Telegram takes it as none.
  if (Object.keys(markup).length === 0) return undefined;
  badRequest("can't parse reply markup JSON object");
}

/** For edits: only an inline keyboard can belong to a message that exists. */
export function inlineKeyboardField(params: Params): InlineKeyboardMarkup | undefined {
  const markup = replyMarkupField(params);
  if (markup === undefined) return undefined;
  if (!("inline_keyboard" in markup)) badRequest("inline keyboard expected");
  return markup.inline_keyboard.length === 0 ? undefined : markup;
}

export function isInline(markup: ReplyMarkup | undefined): markup is InlineKeyboardMarkup {
  return markup !== undefined && "inline_keyboard" in markup;
}

function readInline(value: unknown): InlineKeyboardMarkup {
  const rows = readRows(value, "inline_keyboard");
  const inline_keyboard = rows.map((row) => row.map(readInlineButton)).filter((row) => row.length > 0);
  const count = inline_keyboard.flat().length;
  if (count > MOST_BUTTONS || inline_keyboard.some((row) => row.length > MOST_BUTTONS_IN_ROW)) {
    badRequest("reply markup is too long");
  }
  return { inline_keyboard };
}

function readInlineButton(value: unknown): InlineKeyboardButton {
  const fail = (sentence: string): never => badRequest(`can't parse InlineKeyboardButton: ${sentence}`);
  if (!isObject(value)) return fail("Expected an Object");
  if (typeof value.text !== "string") fail('Can\'t find field "text"');
  if (value.text === "") badRequest("BUTTON_TEXT_INVALID");
  if (!STYLES.includes(value.style)) fail("Invalid button style specified");
  const actions = ACTIONS.filter((action) => value[action] !== undefined);
  // Telegram would keep the first action it reads and drop the others; here a double meaning is a fault.
  if (actions.length > 1) badRequest("BUTTON_TYPE_INVALID");
  if (actions.length === 0) fail("Text buttons are not allowed in the inline keyboard");
  const data = value.callback_data;
  if (data !== undefined) {
    if (typeof data !== "string") fail('Field "callback_data" must be of type String');
    const bytes = Buffer.byteLength(String(data));
    if (bytes < 1 || bytes > MOST_DATA_BYTES) badRequest("BUTTON_DATA_INVALID");
  }
  const url = value.url;
  if (url !== undefined && (typeof url !== "string" || !/^(https?|tg):\/\/\S+$/i.test(url))) {
    badRequest("BUTTON_URL_INVALID");
  }
  const copied = value.copy_text;
  if (copied !== undefined) {
    const text = isObject(copied) ? copied.text : undefined;
    if (typeof text !== "string" || text.length < 1 || text.length > 256) badRequest("BUTTON_COPY_TEXT_INVALID");
  }
  return { ...value } as unknown as InlineKeyboardButton;
}

function readReplyKeyboard(markup: JsonObject): ReplyKeyboardMarkup {
  const keyboard = readRows(markup.keyboard, "keyboard").map((row) => row.map(readReplyButton));
  return { ...markup, keyboard };
}

function readReplyButton(value: unknown): KeyboardButton {
  const button = typeof value === "string" ? { text: value } : value;
  if (!isObject(button) || typeof button.text !== "string") {
    badRequest("can't parse keyboard button: Can't find field \"text\"");
  }
  if (button.text === "") badRequest("keyboard button text must be non-empty");
  if (!STYLES.includes(button.style)) badRequest("can't parse keyboard button: Invalid button style specified");
  return { ...button } as unknown as KeyboardButton;
}

function readRows(value: unknown, name: string): unknown[][] {
  if (!Array.isArray(value)) badRequest(`field "${name}" must be of type Array`);
  return value.map((row: unknown) => {
    if (!Array.isArray(row)) badRequest(`field "${name}" must be an Array of Arrays`);
    return row;
  });
}
