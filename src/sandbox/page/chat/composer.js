// What a person can say next: the input field, the bot's own keyboard, commands, attachments; or the Start button.

import { h, reconcile } from "../kit/dom.js";
import { icon } from "../kit/icons.js";
import { ask, openMenu } from "../kit/popups.js";
import { words } from "../words.js";
import { attachItems } from "./attachments.js";
import { shortOf } from "./bubbles.js";
import { createFileInputs } from "./file-inputs.js";
import { createReplyKeyboard } from "./reply-keyboard.js";

/**
 * @typedef {import("../door.js").ChatView} ChatView
 * @typedef {import("../door.js").PersonRow} PersonRow
 * @typedef {import("grammy/types").Message} Message
 * @typedef {{ kind: "edit" | "reply", message: Message }} Target
 */

const LONGEST_TEXT = 4096;

/** Half-written texts are kept in the tab: they outlive a reload, and a demo that is started again. */
const draftKey = (/** @type {number} */ id) => `draft-${id}`;
const readDraft = (/** @type {number} */ id) => sessionStorage.getItem(draftKey(id)) ?? "";
function keepDraft(/** @type {number} */ id, /** @type {string} */ text) {
  if (text === "") sessionStorage.removeItem(draftKey(id));
  else sessionStorage.setItem(draftKey(id), text);
}

/**
 * @param {HTMLElement} root
 * @param {{ does: (action: string, args?: object) => Promise<boolean> }} hooks
 */
export function createComposer(root, { does }) {
  /** @type {ChatView | undefined} */
  let chat;
  /** @type {PersonRow | undefined} */
  let row;
  /** @type {Target | undefined} */
  let target;

  const round = (/** @type {import("../kit/icons.js").IconName} */ name, /** @type {() => void} */ onclick) =>
    h("button", { type: "button", class: "round", onclick }, icon(name));
  const commands = h(
    "button",
    { type: "button", class: "round slash", "aria-haspopup": "menu", onclick: () => openCommands() },
    "/",
  );
  const attach = round("attach", () => openAttach());
  const keyboard = createReplyKeyboard({ does, shareContact: () => shareContact() });
  const send = h("button", { type: "submit", class: "round strong" }, icon("send"));
  const input = h("textarea", { rows: 1, maxlength: LONGEST_TEXT, autocomplete: "off", enterkeyhint: "send" });
  const targetLine = h("div", { class: "target", hidden: true });
  const suggestions = h("div", { class: "suggestions", hidden: true });
  const form = h("form", {}, attach, commands, input, keyboard.toggle, send);
  const begin = h("button", { type: "button", class: "begin", onclick: () => void does("start") });
  const chosen = createFileInputs({ does, takeCaption: () => takeCaption() });
  root.append(suggestions, targetLine, form, keyboard.keys, begin, ...chosen.inputs);

  const say = async () => {
    const text = input.value.trim();
    if (text === "") return;
    const aim = target;
    const id = chat?.person.id;
    input.value = "";
    setTarget(undefined);
    noteInput();
    const isSent =
      aim?.kind === "edit"
        ? await does("edits", { messageId: aim.message.message_id, text })
        : aim?.kind === "reply"
          ? await does("repliesTo", { messageId: aim.message.message_id, text })
          : await does("says", { text });
    if (!isSent && id !== undefined) giveBack(id, text, aim);
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void say();
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && target !== undefined) setTarget(undefined);
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void say();
  });
  input.addEventListener("input", () => noteInput());

  /**
   * What could not be sent stands in the field again, before what was typed meanwhile.
   * @param {number} id
   * @param {string} text
   * @param {Target | undefined} aim
   */
  const giveBack = (id, text, aim) => {
    const whole = [text, readDraft(id)].filter(Boolean).join("\n");
    keepDraft(id, whole);
    if (chat?.person.id !== id) return;
    if (aim !== undefined) setTarget(aim);
    input.value = whole;
    noteInput();
  };

  /** The field grows with its text, the draft is kept, commands are proposed. */
  const noteInput = () => {
    if (chat !== undefined) keepDraft(chat.person.id, input.value);
    input.style.height = "auto";
    input.style.height = `${input.scrollHeight}px`;
    send.disabled = input.value.trim() === "";
    const typed = /^\/(\w*)$/.exec(input.value)?.[1];
    const fitting = typed === undefined ? [] : (chat?.menu ?? []).filter(({ command }) => command.startsWith(typed));
    suggestions.hidden = fitting.length === 0;
    reconcile(
      suggestions,
      fitting.map(({ command, description }) => ({
        key: command,
        signature: description,
        make: () =>
          h(
            "button",
            { type: "button", onclick: () => sendCommand(command) },
            h("b", {}, `/${command}`),
            h("span", { class: "suggestion-hint" }, description),
          ),
      })),
    );
  };

  const sendCommand = (/** @type {string} */ command) => {
    input.value = "";
    noteInput();
    input.focus();
    void does("says", { text: `/${command}` });
  };

  const openCommands = () =>
    openMenu(
      commands,
      (chat?.menu ?? []).map(({ command, description }) => ({
        label: `/${command}`,
        hint: description,
        run: () => sendCommand(command),
      })),
      { place: "above", label: words().commands },
    );
  const openAttach = () =>
    openMenu(
      attach,
      attachItems({
        does,
        caption: takeCaption,
        choosePhotos: chosen.choosePhotos,
        chooseFile: chosen.chooseFile,
        shareContact,
      }),
      {
        place: "above",
        label: words().attach,
      },
    );

  /** What stands in the field goes along with the picture. */
  const takeCaption = () => {
    const caption = input.value.trim();
    input.value = "";
    noteInput();
    return caption === "" ? {} : { caption };
  };

  const shareContact = async () => {
    const phone = row?.phone ?? "";
    const isYes = await ask({
      title: words().share(phone),
      text: words().shareText,
      yes: words().yesShare,
      no: words().no,
    });
    if (isYes) await does("sharesContact");
    return isYes;
  };

  const setTarget = (/** @type {Target | undefined} */ next) => {
    target = next;
    targetLine.hidden = next === undefined;
    if (next === undefined) return targetLine.replaceChildren();
    const label = next.kind === "edit" ? words().editing : words().replying;
    const cancel = round("close", () => setTarget(undefined));
    cancel.setAttribute("aria-label", words().cancelEdit);
    targetLine.replaceChildren(
      icon(next.kind),
      h("span", {}, h("b", {}, label), h("span", {}, shortOf(next.message))),
      cancel,
    );
    if (next.kind === "edit") input.value = next.message.text ?? "";
    noteInput();
    input.focus();
  };

  return {
    changeWords() {
      attach.setAttribute("aria-label", words().attach);
      commands.setAttribute("aria-label", words().commands);
      commands.title = words().commands;
      send.setAttribute("aria-label", words().send);
      chosen.changeWords();
    },
    edit: (/** @type {Message} */ message) => setTarget({ kind: "edit", message }),
    reply: (/** @type {Message} */ message) => setTarget({ kind: "reply", message }),
    /**
     * @param {ChatView} next
     * @param {PersonRow | undefined} nextRow
     */
    draw(next, nextRow) {
      const isOther = chat?.person.id !== next.person.id;
      chat = next;
      row = nextRow;
      const { blocked, started } = next.person;
      const placeholder = next.forceReply?.placeholder ?? next.keyboard?.input_field_placeholder ?? words().write;
      form.hidden = blocked || !started;
      begin.hidden = !form.hidden;
      begin.textContent = blocked ? words().restart : words().start;
      commands.hidden = next.menu.length === 0;
      input.placeholder = placeholder;
      input.setAttribute("aria-label", placeholder);
      if (isOther) {
        keyboard.forget();
        setTarget(undefined);
        input.value = readDraft(next.person.id);
      }
      if (isOther || input.value === "") noteInput();
      keyboard.draw(next, !form.hidden);
    },
  };
}
