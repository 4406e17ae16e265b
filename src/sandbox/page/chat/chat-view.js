// One person's chat: its head, its messages, what they can say next.

import { act, LostError } from "../door.js";
import { avatar } from "../kit/avatar.js";
import { h, reconcile } from "../kit/dom.js";
import { icon } from "../kit/icons.js";
import { moveAmongMessages } from "../kit/one-tab-stop.js";
import { ask, openMenu, toast } from "../kit/popups.js";
import { zoneLabel } from "../kit/times.js";
import { aboutLine } from "../people-list.js";
import { words } from "../words.js";
import { chatItems } from "./bubbles.js";
import { createComposer } from "./composer.js";
import { emptyChat } from "./empty-chat.js";
import { keepTheEndInSight } from "./end-in-sight.js";
import { isBotLink } from "./format-text.js";

/**
 * @typedef {import("../door.js").ChatView} ChatView
 * @typedef {import("../door.js").PersonRow} PersonRow
 * @typedef {import("grammy/types").Message} Message
 */

/** Telegram shows "typing" for five seconds after it was told. */
const TYPING_MILLISECONDS = 5000;
/** A pressed button stops turning then, answered or not. */
const BUSY_MILLISECONDS = 8000;

/**
 * @param {HTMLElement} root
 * @param {{ onBack: () => void }} hooks
 */
export function createChatView(root, { onBack }) {
  const back = h("button", { type: "button", class: "round back", onclick: onBack }, icon("back"));
  const who = h("div", { class: "who" });
  const menuButton = h(
    "button",
    { type: "button", class: "round", "aria-haspopup": "menu", onclick: () => openChatMenu() },
    icon("more"),
  );
  const list = h("div", { class: "messages", role: "log" });
  const scroll = h("div", { class: "scroll", tabindex: "-1" }, list);
  const end = keepTheEndInSight(scroll, list);
  const composerRoot = h("div", { class: "composer" });
  const empty = h("p", { class: "nobody" });
  moveAmongMessages(list);
  root.append(
    h("div", { class: "chat-head" }, back, who, menuButton),
    h("div", { class: "scroll-room" }, scroll, end.toEnd),
    composerRoot,
    empty,
  );

  /** @type {ChatView | undefined} */
  let chat;
  /** @type {PersonRow | undefined} */
  let row;
  let botUsername = "";
  let lastSeen = 0;
  let answersSeen = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let typingTimer;

  /** Everything a person does goes through here, so that a refusal is told and never lost. False: it was not done. */
  const does = async (/** @type {string} */ action, /** @type {object} */ args = {}) => {
    if (chat === undefined) return false;
    end.stayThere();
    try {
      await act(chat.person.id, action, args);
      return true;
    } catch (error) {
      if (error instanceof LostError) toast(words().notSent);
      else toast(error instanceof Error ? error.message : String(error));
      return false;
    }
  };
  const composer = createComposer(composerRoot, { does });

  const textActions = () => ({
    botUsername,
    onCommand: (/** @type {string} */ text) => void does("says", { text }),
    onBotLink: (/** @type {string} */ link) => void does("opens", { link }),
  });

  const press = (
    /** @type {Message} */ message,
    /** @type {import("grammy/types").InlineKeyboardButton} */ button,
    /** @type {HTMLElement} */ node,
  ) => {
    if ("callback_data" in button) {
      node.classList.add("busy");
      setTimeout(() => node.classList.remove("busy"), BUSY_MILLISECONDS);
      void does("pressesOn", { messageId: message.message_id, data: button.callback_data });
    } else if ("url" in button) {
      if (isBotLink(button.url, botUsername)) void does("opens", { link: button.url });
      else window.open(button.url, "_blank", "noopener,noreferrer");
    } else if ("copy_text" in button) {
      void navigator.clipboard.writeText(button.copy_text.text).then(() => toast(words().copied));
    }
  };

  const openMessageMenu = (/** @type {Message} */ message, /** @type {HTMLElement} */ opener) => {
    const isOwn = message.from?.id === chat?.person.id;
    openMenu(
      opener,
      [
        { label: words().reply, icon: "reply", run: () => composer.reply(message) },
        ...(isOwn && message.text !== undefined
          ? [{ label: words().edit, icon: /** @type {const} */ ("edit"), run: () => composer.edit(message) }]
          : []),
        {
          label: words().remove,
          icon: "trash",
          danger: true,
          run: () => void does("deletes", { messageId: message.message_id }),
        },
      ],
      { place: "below", label: words().messageMenu },
    );
  };

  const openChatMenu = () => {
    if (chat === undefined) return;
    const { blocked } = chat.person;
    const link = row?.link;
    openMenu(
      menuButton,
      [
        ...(link === undefined
          ? []
          : [
              {
                label: linkLabel(),
                icon: /** @type {const} */ ("link"),
                run: () => void does("start", { payload: link }),
              },
            ]),
        blocked
          ? { label: words().unblock, icon: "block", run: () => void does("unblocks") }
          : { label: words().block, icon: "block", danger: true, run: () => void does("blocks") },
      ],
      { place: "below", label: words().menu },
    );
  };

  const linkLabel = () => (row?.role === "participant" ? words().openClassLink : words().openInvitation);

  const drawHead = () => {
    if (chat === undefined) return;
    const { name } = chat.person;
    const typedAt = chat.action === undefined ? 0 : Date.parse(String(chat.action.at));
    const isTyping = chat.action !== undefined && typedAt > 0 && typingTimer !== undefined;
    const about = row === undefined ? "" : `${aboutLine(row)} · ${zoneLabel(row.zone)}`;
    who.replaceChildren(
      avatar(name),
      h(
        "div",
        { class: "who-text" },
        h("h1", {}, name),
        h("p", { class: isTyping ? "typing" : "" }, isTyping ? `bot ${words().typing}` : about),
      ),
    );
  };

  const noteTyping = (/** @type {ChatView} */ next) => {
    const isNew = next.action !== undefined && next.action.at !== chat?.action?.at;
    if (next.action === undefined || isNew) {
      clearTimeout(typingTimer);
      typingTimer = undefined;
    }
    if (!isNew) return;
    typingTimer = setTimeout(() => {
      typingTimer = undefined;
      drawHead();
    }, TYPING_MILLISECONDS);
  };

  const noteAnswers = (/** @type {ChatView} */ next) => {
    if (next.answers.length > answersSeen) {
      for (const node of root.querySelectorAll(".busy")) node.classList.remove("busy");
      for (const { text, showAlert } of next.answers.slice(answersSeen)) {
        if (text === undefined) continue;
        if (showAlert) void ask({ title: text, yes: words().ok });
        else toast(text);
      }
    }
    answersSeen = next.answers.length;
  };

  return {
    changeWords() {
      back.setAttribute("aria-label", words().back);
      menuButton.setAttribute("aria-label", words().menu);
      list.setAttribute("aria-label", words().log);
      empty.textContent = words().pickTitle;
      composer.changeWords();
    },
    clear() {
      chat = undefined;
      root.classList.remove("open");
    },
    /**
     * @param {ChatView} next
     * @param {PersonRow | undefined} nextRow
     * @param {import("../door.js").PeoplePage | undefined} people
     */
    draw(next, nextRow, people) {
      const isOther = chat?.person.id !== next.person.id;
      const newest = next.messages.at(-1)?.message_id ?? 0;
      botUsername = people?.bot.username ?? "";
      if (isOther) {
        answersSeen = next.answers.length;
        end.stayThere();
      } else {
        noteTyping(next);
        noteAnswers(next);
        end.noteNew(next.messages.filter((message) => message.message_id > lastSeen).length);
      }
      lastSeen = newest;
      chat = next;
      row = nextRow ?? (isOther ? undefined : row);
      root.classList.add("open");
      drawHead();
      const zone = row?.zone ?? "Asia/Jakarta";
      const now = new Date(String(people?.now ?? Date.now()));
      const drawing = { zone, now, textActions: textActions(), press, openMessageMenu };
      const emptyItem = {
        key: `empty-${next.person.id}`,
        signature: JSON.stringify([words().locale, row?.link]),
        make: () => emptyChat({ link: row?.link, linkLabel: linkLabel(), botUsername, does }),
      };
      reconcile(list, next.messages.length === 0 ? [emptyItem] : chatItems(next, drawing));
      composer.draw(next, row);
      end.show();
    },
  };
}
