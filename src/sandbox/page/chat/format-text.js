// Text with its entities as nodes: bold inside a link inside a quote, as Telegram shows it.
import { h } from "../kit/dom.js";

/**
 * @typedef {import("grammy/types").MessageEntity} Entity
 * @typedef {{ onCommand: (command: string) => void, onBotLink: (url: string) => void, botUsername: string }} TextActions
 */

/**
 * @param {string} text
 * @param {readonly Entity[]} entities
 * @param {TextActions} actions
 * @returns {Node[]}
 */
export function formatText(text, entities, actions) {
  // Outer before inner, so that what lies within an entity can be built inside it.
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return build(text, sorted, 0, text.length, actions);
}

/**
 * @param {string} text
 * @param {readonly Entity[]} entities in order, outer first
 * @param {number} from
 * @param {number} to
 * @param {TextActions} actions
 * @returns {Node[]}
 */
function build(text, entities, from, to, actions) {
  /** @type {Node[]} */
  const nodes = [];
  let at = from;
  for (let i = 0; i < entities.length; i++) {
    const entity = /** @type {Entity} */ (entities[i]);
    const start = Math.max(entity.offset, at);
    const end = Math.min(entity.offset + entity.length, to);
    if (start >= end) continue;
    if (start > at) nodes.push(document.createTextNode(text.slice(at, start)));
    const inner = entities.slice(i + 1).filter((other) => other.offset < end);
    nodes.push(wrap(entity, text.slice(start, end), build(text, inner, start, end, actions), actions));
    at = end;
  }
  if (at < to) nodes.push(document.createTextNode(text.slice(at, to)));
  return nodes;
}

/**
 * @param {Entity} entity
 * @param {string} text
 * @param {Node[]} inner
 * @param {TextActions} actions
 * @returns {Node}
 */
function wrap(entity, text, inner, actions) {
  switch (entity.type) {
    case "bold":
      return h("strong", {}, ...inner);
    case "italic":
      return h("em", {}, ...inner);
    case "underline":
      return h("u", {}, ...inner);
    case "strikethrough":
      return h("s", {}, ...inner);
    case "code":
      return h("code", {}, ...inner);
    case "pre":
      return h("pre", {}, h("code", {}, ...inner));
    case "blockquote":
    case "expandable_blockquote":
      return h("blockquote", {}, ...inner);
    case "spoiler":
      return spoiler(inner);
    case "text_link":
      return link(entity.url, inner, actions);
    case "url":
      return link(/^[a-z]+:/i.test(text) ? text : `https://${text}`, inner, actions);
    case "email":
      return link(`mailto:${text}`, inner, actions);
    case "phone_number":
      return link(`tel:${text.replace(/[^\d+]/g, "")}`, inner, actions);
    case "bot_command":
      return command(text, inner, actions);
    case "mention":
    case "hashtag":
    case "cashtag":
    case "text_mention":
      return h("span", { class: "text-name" }, ...inner);
    default:
      return h("span", {}, ...inner);
  }
}

/**
 * A link and not a button: a button would not stay with the brackets and full stops around it.
 * @param {string} text
 * @param {Node[]} inner
 * @param {TextActions} actions
 */
function command(text, inner, actions) {
  const say = (/** @type {Event} */ event) => {
    event.preventDefault();
    actions.onCommand(text);
  };
  return h("a", { href: "#", class: "text-command", role: "button", onclick: say }, ...inner);
}

/** Only what leads to a page, a mail or a call; anything else stays text. */
const SAFE_LINK = /^(https?|mailto|tel|tg):/i;

/**
 * @param {string} url
 * @param {Node[]} inner
 * @param {TextActions} actions
 */
function link(url, inner, actions) {
  if (!SAFE_LINK.test(url)) return h("span", {}, ...inner);
  if (isBotLink(url, actions.botUsername)) {
    const open = (/** @type {Event} */ event) => {
      event.preventDefault();
      actions.onBotLink(url);
    };
    return h("a", { href: url, onclick: open }, ...inner);
  }
  return h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, ...inner);
}

/**
 * A link like https://t.me/our_bot?start=… stays in the chat.
 * @param {string} url
 * @param {string} botUsername
 */
export function isBotLink(url, botUsername) {
  const [, name] = /^https?:\/\/t\.me\/(\w+)/i.exec(url) ?? [];
  return name?.toLowerCase() === botUsername.toLowerCase();
}

/** @param {Node[]} inner */
function spoiler(inner) {
  const node = h("button", { type: "button", class: "spoiler", onclick: () => node.classList.add("shown") }, ...inner);
  return node;
}
