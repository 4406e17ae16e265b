// What opens above the page: menus, questions, pictures at full size, toasts.

import { words } from "../words.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";

/** @typedef {{ label: string, hint?: string, icon?: import("./icons.js").IconName, picture?: string, danger?: boolean, run: () => void }} MenuItem */

/** @type {(() => void) | undefined} */
let closeOpenMenu;

/**
 * A menu beside the button that opened it: arrows walk, Escape closes, focus comes back.
 * @param {HTMLElement} opener
 * @param {readonly MenuItem[]} items
 * @param {{ place: "above" | "below", label: string }} options
 */
export function openMenu(opener, items, { place, label }) {
  const wasOpen = opener.getAttribute("aria-expanded") === "true";
  closeOpenMenu?.();
  if (wasOpen || items.length === 0) return;
  const buttons = items.map((item) => menuButton(item, () => close(true)));
  const menu = h("div", { class: `menu ${place}`, role: "menu", "aria-label": label }, ...buttons);

  const close = (/** @type {boolean} */ refocus) => {
    menu.remove();
    opener.setAttribute("aria-expanded", "false");
    document.removeEventListener("pointerdown", outside, true);
    closeOpenMenu = undefined;
    if (refocus) opener.focus();
  };
  const outside = (/** @type {Event} */ event) => {
    const target = /** @type {Node} */ (event.target);
    if (!menu.contains(target) && !opener.contains(target)) close(false);
  };
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape" || event.key === "Tab") {
      event.preventDefault();
      close(true);
    }
    const step = { ArrowDown: 1, ArrowUp: -1, ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = buttons.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  });
  document.addEventListener("pointerdown", outside, true);
  closeOpenMenu = () => close(false);
  opener.setAttribute("aria-expanded", "true");
  document.body.append(menu);
  settle(menu, opener, place);
  buttons[0]?.focus();
}

/**
 * @param {MenuItem} item
 * @param {() => void} close
 */
function menuButton(item, close) {
  const press = () => {
    close();
    item.run();
  };
  return h(
    "button",
    { type: "button", role: "menuitem", class: item.danger ? "danger" : "", onclick: press },
    item.picture !== undefined && h("img", { src: item.picture, alt: "" }),
    item.icon !== undefined && icon(item.icon),
    h("span", { class: "menu-label" }, item.label),
    item.hint !== undefined && h("span", { class: "menu-hint" }, item.hint),
  );
}

/**
 * Beside its opener, and never off the screen.
 * @param {HTMLElement} menu
 * @param {HTMLElement} opener
 * @param {"above" | "below"} place
 */
function settle(menu, opener, place) {
  const margin = 8;
  const beside = opener.getBoundingClientRect();
  const left = Math.max(margin, Math.min(beside.left, innerWidth - menu.offsetWidth - margin));
  menu.style.left = `${left}px`;
  if (place === "above") menu.style.bottom = `${innerHeight - beside.top + margin}px`;
  else menu.style.top = `${Math.min(beside.bottom + margin, innerHeight - menu.offsetHeight - margin)}px`;
}

/**
 * @param {{ title: string, text?: string, yes: string, no?: string }} question
 * @returns {Promise<boolean>}
 */
export function ask({ title, text, yes, no }) {
  return new Promise((resolve) => {
    const dialog = h(
      "dialog",
      { class: "question", "aria-label": title },
      h("h2", {}, title),
      text !== undefined && h("p", {}, text),
      h(
        "form",
        { method: "dialog" },
        no !== undefined && h("button", { value: "no", class: "quiet" }, no),
        h("button", { value: "yes", class: "strong", autofocus: true }, yes),
      ),
    );
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** @param {string} url */
export function showPicture(url) {
  const dialog = h(
    "dialog",
    { class: "picture", "aria-label": words().photo, onclick: () => dialog.close(), onclose: () => dialog.remove() },
    h("img", { src: url, alt: words().photo }),
    h("button", { type: "button", class: "round", "aria-label": words().close }, icon("close")),
  );
  document.body.append(dialog);
  dialog.showModal();
}

/** Long enough to read two lines. */
const TOAST_MILLISECONDS = 4000;

/** @param {string} text */
export function toast(text) {
  const node = h("div", { class: "toast" }, text);
  document.getElementById("toasts")?.append(node);
  setTimeout(() => node.remove(), TOAST_MILLISECONDS);
}
