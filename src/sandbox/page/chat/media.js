// What a bubble holds besides text: photos, files, voice, places, contacts, stickers.

import { fileUrl } from "../door.js";
import { avatar } from "../kit/avatar.js";
import { h } from "../kit/dom.js";
import { icon } from "../kit/icons.js";
import { showPicture } from "../kit/popups.js";
import { words } from "../words.js";

/**
 * @typedef {import("grammy/types").Message} Message
 * @typedef {import("grammy/types").PhotoSize} PhotoSize
 */

/**
 * One photo in its shape, several in a grid.
 * @param {readonly (readonly PhotoSize[])[]} photos each in all its sizes
 */
export function photoGrid(photos) {
  return h("div", { class: photos.length === 1 ? "photo" : "photo grid" }, ...photos.map(photoButton));
}

/** @param {readonly PhotoSize[]} sizes */
function photoButton(sizes) {
  const largest = /** @type {PhotoSize} */ (sizes.at(-1));
  const url = fileUrl(largest.file_id);
  // Width and height are known beforehand, so that nothing jumps when the picture comes.
  const image = h("img", {
    src: url,
    alt: words().photo,
    width: largest.width,
    height: largest.height,
    loading: "lazy",
  });
  return h("button", { type: "button", "aria-label": words().photo, onclick: () => showPicture(url) }, image);
}

/**
 * @param {Message} message
 * @returns {HTMLElement | null}
 */
export function mediaOf(message) {
  const { document: file, voice, sticker, location, contact } = message;
  if (file !== undefined) {
    return h(
      "a",
      { class: "file", href: fileUrl(file.file_id), download: file.file_name ?? "" },
      h("span", { class: "file-icon" }, icon("file")),
      h(
        "span",
        { class: "file-text" },
        h("span", { class: "file-name" }, file.file_name ?? words().file),
        h("span", { class: "file-size" }, sizeText(file.file_size ?? 0)),
      ),
    );
  }
  if (voice !== undefined) return voiceBar(voice.duration);
  if (sticker !== undefined)
    return h("div", { class: "sticker", role: "img", "aria-label": words().sticker }, sticker.emoji ?? "🙂");
  if (location !== undefined) return placeCard(location.latitude, location.longitude);
  if (contact !== undefined) {
    const name = [contact.first_name, contact.last_name].filter(Boolean).join(" ");
    return h(
      "div",
      { class: "contact" },
      avatar(name),
      h(
        "span",
        { class: "file-text" },
        h("span", { class: "file-name" }, name),
        h("span", { class: "file-size" }, contact.phone_number),
      ),
    );
  }
  return null;
}

/** Bars of a voice that nobody recorded; enough to see what it is. */
const BARS = [5, 9, 14, 8, 12, 18, 11, 6, 13, 17, 9, 15, 7, 11, 16, 8, 12, 6, 10, 5];

/** @param {number} seconds */
function voiceBar(seconds) {
  const bars = h("span", { class: "bars", "aria-hidden": "true" });
  for (const height of BARS) {
    const bar = h("i");
    bar.style.height = `${height}px`;
    bars.append(bar);
  }
  const length = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  return h(
    "div",
    { class: "voice", role: "img", "aria-label": words().voice },
    h("span", { class: "file-icon" }, icon("voice")),
    bars,
    h("span", { class: "file-size" }, length),
  );
}

/**
 * @param {number} latitude
 * @param {number} longitude
 */
function placeCard(latitude, longitude) {
  const text = `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`;
  return h(
    "div",
    { class: "place", role: "img", "aria-label": `${words().place} ${text}` },
    h("span", { class: "place-map" }, icon("place")),
    h("span", { class: "file-size" }, text),
  );
}

/** @param {number} bytes */
function sizeText(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
