// A round mark for a person: initials on a colour that stays theirs.
import { h } from "./dom.js";

/** As many as there are .hue-n classes in base.css. */
const HUES = 8;

/** Neighbouring ids should not share a colour, so the name decides. */
function hueOf(/** @type {string} */ name) {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1009;
  return sum % HUES;
}

/** @param {string} name */
export function avatar(name) {
  const words = name.split(" ").filter((word) => /^\p{L}/u.test(word));
  const initials = [words[0], words.length > 1 ? words.at(-1) : ""].map((word) => word?.slice(0, 1) ?? "").join("");
  return h("span", { class: `avatar hue-${hueOf(name)}`, "aria-hidden": "true" }, initials.toUpperCase());
}
