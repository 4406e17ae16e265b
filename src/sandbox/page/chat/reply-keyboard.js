// The keyboard of the bot under the input field, and the button that hides and shows it.

import { h, reconcile } from "../kit/dom.js";
import { icon } from "../kit/icons.js";
import { words } from "../words.js";

/**
 * @typedef {import("../door.js").ChatView} ChatView
 * @typedef {import("grammy/types").KeyboardButton} KeyboardButton
 */

/**
 * @param {{
 *   does: (action: string, args?: object) => Promise<boolean>,
 *   shareContact: () => Promise<boolean>,
 * }} hooks shareContact: asks first; false when the person would rather not.
 */
export function createReplyKeyboard({ does, shareContact }) {
  /** @type {ChatView | undefined} */
  let chat;
  let canWrite = false;
  /** The newest message of the bot when its one-time keyboard was used. */
  let usedAt = 0;
  let keysHidden = false;
  const toggle = h(
    "button",
    {
      type: "button",
      class: "round",
      onclick: () => {
        keysHidden = !keysHidden;
        drawKeyboard();
      },
    },
    icon("keyboard"),
  );
  const keys = h("div", { class: "reply-keys", hidden: true });

  const pressKey = async (/** @type {Exclude<KeyboardButton, string>} */ button) => {
    const newest = newestOfBot();
    if ("request_contact" in button && button.request_contact) {
      if (!(await shareContact())) return;
    } else if ("request_location" in button && button.request_location) await does("sendsLocation");
    else await does("says", { text: button.text });
    if (chat?.keyboard?.one_time_keyboard === true) usedAt = newest;
    drawKeyboard();
  };

  const newestOfBot = () => chat?.messages.findLast((message) => message.from?.is_bot)?.message_id ?? 0;

  const drawKeyboard = () => {
    const keyboard = chat?.keyboard;
    const isThere = keyboard !== undefined && canWrite && newestOfBot() > usedAt;
    toggle.hidden = !isThere;
    toggle.setAttribute("aria-label", keysHidden ? words().keyboardShow : words().keyboardHide);
    toggle.setAttribute("aria-pressed", String(!keysHidden));
    keys.hidden = !isThere || keysHidden;
    if (!isThere) keysHidden = false;
    const rows = isThere ? keyboard.keyboard : [];
    reconcile(
      keys,
      rows.map((buttons, y) => ({
        key: String(y),
        signature: JSON.stringify(buttons),
        make: () => h("div", { class: "key-row" }, ...buttons.map(keyNode)),
      })),
    );
  };

  const keyNode = (/** @type {KeyboardButton} */ button, /** @type {number} */ x) => {
    const known = typeof button === "string" ? { text: button } : button;
    const style = "style" in known && known.style !== undefined ? `key ${known.style}` : "key";
    return h(
      "button",
      { type: "button", class: style, "data-focus": `reply-key-${x}`, onclick: () => void pressKey(known) },
      known.text,
    );
  };

  return {
    toggle,
    keys,
    /** Another person: what the last one did with their keyboard says nothing. */
    forget() {
      usedAt = 0;
    },
    draw(/** @type {ChatView} */ next, /** @type {boolean} */ mayWrite) {
      chat = next;
      canWrite = mayWrite;
      drawKeyboard();
    },
  };
}
