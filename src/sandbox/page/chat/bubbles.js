// Messages as bubbles: days between them, albums together, buttons below.
import { h } from "../kit/dom.js";
import { icon } from "../kit/icons.js";
import { giveOneTabStop } from "../kit/one-tab-stop.js";
import { clockTime, dayKey, dayName } from "../kit/times.js";
import { pageLanguage, words } from "../words.js";
import { formatText } from "./format-text.js";
import { mediaOf, photoGrid } from "./media.js";

/**
 * @typedef {import("grammy/types").Message} Message
 * @typedef {import("grammy/types").InlineKeyboardButton} InlineButton
 * @typedef {{
 *   zone: string,
 *   now: Date,
 *   textActions: import("./format-text.js").TextActions,
 *   press: (message: Message, button: InlineButton, node: HTMLElement) => void,
 *   openMessageMenu: (message: Message, opener: HTMLElement) => void,
 * }} Drawing
 */

/**
 * What stands in the chat, in order, for reconcile().
 * @param {import("../door.js").ChatView} chat
 * @param {Drawing} drawing
 */
export function chatItems(chat, drawing) {
  /** @type {{ key: string, signature: string, make: () => HTMLElement }[]} */
  const items = [];
  let day = "";
  let speaker = 0;
  for (const group of albums(chat.messages)) {
    const first = /** @type {Message} */ (group[0]);
    const at = new Date(first.date * 1000);
    const key = dayKey(at, drawing.zone);
    if (key !== day) {
      const name = dayName(at, drawing.zone, drawing.now);
      items.push({
        key: `day-${chat.person.id}-${key}`,
        signature: name,
        make: () => h("div", { class: "day" }, h("span", {}, name)),
      });
      speaker = 0;
    }
    day = key;
    const isOwn = first.from?.id === chat.person.id;
    const follows = speaker === (first.from?.id ?? 0);
    speaker = first.from?.id ?? 0;
    const reactions = chat.reactions[first.message_id] ?? [];
    items.push({
      key: `message-${first.message_id}`,
      signature: JSON.stringify([group, reactions, follows, drawing.zone, pageLanguage()]),
      make: () => bubble(group, { isOwn, follows, reactions }, drawing),
    });
  }
  return items;
}

/**
 * Photos that were sent together stand together.
 * @param {readonly Message[]} messages
 */
function albums(messages) {
  /** @type {Message[][]} */
  const groups = [];
  for (const message of messages) {
    const last = groups.at(-1);
    const album = message.media_group_id;
    if (album !== undefined && last?.[0]?.media_group_id === album) last.push(message);
    else groups.push([message]);
  }
  return groups;
}

/**
 * @param {readonly Message[]} group
 * @param {{ isOwn: boolean, follows: boolean, reactions: readonly string[] }} of
 * @param {Drawing} drawing
 */
function bubble(group, { isOwn, follows, reactions }, drawing) {
  const message = /** @type {Message} */ (group[0]);
  const captioned = group.find(({ caption }) => caption !== undefined) ?? message;
  const text = asShown(message.text) ?? captioned.caption;
  const entities = message.entities ?? captioned.caption_entities ?? [];
  const photos = group.flatMap(({ photo }) => (photo === undefined ? [] : [photo]));
  const time = clockTime(new Date(message.date * 1000), drawing.zone);
  const menu = h(
    "button",
    {
      type: "button",
      class: "bubble-menu",
      "aria-label": words().messageMenu,
      "aria-haspopup": "menu",
      "data-focus": "menu",
      onclick: () => drawing.openMessageMenu(message, menu),
    },
    icon("down"),
  );
  const body = h(
    "div",
    {
      class: `bubble${message.sticker === undefined ? "" : " bare"}${photos.length > 0 ? " with-photo" : ""}`,
      oncontextmenu: (/** @type {Event} */ event) => {
        event.preventDefault();
        drawing.openMessageMenu(message, menu);
      },
    },
    forwardLine(message),
    quote(message),
    photos.length > 0 ? photoGrid(photos) : mediaOf(message),
    text !== undefined && h("div", { class: "text" }, ...formatText(text, entities, drawing.textActions)),
    h(
      "span",
      { class: "meta" },
      message.edit_date !== undefined && h("span", {}, words().edited),
      h("time", { datetime: new Date(message.date * 1000).toISOString() }, time),
    ),
    menu,
    reactions.length > 0 && h("span", { class: "reaction" }, reactions.join("")),
  );
  const rows = message.reply_markup?.inline_keyboard ?? [];
  const node = h(
    "div",
    { class: `message ${isOwn ? "own" : "bot"}${follows ? " follows" : ""}`, "data-message": message.message_id },
    body,
    rows.length > 0 && inlineKeyboard(message, rows, drawing),
  );
  giveOneTabStop(node);
  return node;
}

/**
 * Phones do not show what came with a link behind /start.
 * @param {string | undefined} text
 */
function asShown(text) {
  return text?.replace(/^(\/start) \S+$/, "$1");
}

/**
 * @param {Message} message
 * @param {readonly (readonly InlineButton[])[]} rows
 * @param {Drawing} drawing
 */
function inlineKeyboard(message, rows, drawing) {
  const key = (/** @type {InlineButton} */ button, /** @type {string} */ place) => {
    const node = h(
      "button",
      {
        type: "button",
        class: "style" in button && button.style !== undefined ? `key ${button.style}` : "key",
        disabled: "disabled" in button,
        "data-focus": `key-${place}`,
        onclick: () => drawing.press(message, button, node),
      },
      button.text,
      "url" in button && icon("link"),
    );
    return node;
  };
  return h(
    "div",
    { class: "inline-keys" },
    ...rows.map((row, y) => h("div", { class: "key-row" }, ...row.map((button, x) => key(button, `${y}-${x}`)))),
  );
}

/** @param {Message} message */
function forwardLine({ forward_origin: origin }) {
  if (origin === undefined) return null;
  const name =
    origin.type === "hidden_user"
      ? origin.sender_user_name
      : origin.type === "user"
        ? origin.sender_user.first_name
        : "";
  return h("div", { class: "forwarded" }, `${words().forwarded} ${name}`);
}

/** @param {Message} message */
function quote({ reply_to_message: target }) {
  if (target === undefined) return null;
  const jump = () => {
    const node = document.querySelector(`[data-message="${target.message_id}"]`);
    node?.scrollIntoView({ block: "center", behavior: "smooth" });
  };
  return h("button", { type: "button", class: "quote", onclick: jump }, shortOf(target));
}

/** One line that stands for a message. */
export function shortOf(/** @type {Message | NonNullable<Message["reply_to_message"]>} */ message) {
  const text = message.text ?? message.caption;
  if (text !== undefined) return text.replace(/\s+/g, " ").slice(0, 120);
  if (message.photo !== undefined) return words().photo;
  if (message.document !== undefined) return message.document.file_name ?? words().file;
  if (message.voice !== undefined) return words().voice;
  if (message.location !== undefined) return words().place;
  if (message.sticker !== undefined) return words().sticker;
  if (message.contact !== undefined) return words().contact;
  return words().event;
}
