// The end of a chat stays in sight until somebody scrolls up; then a button says how much is new below.

import { h } from "../kit/dom.js";
import { icon } from "../kit/icons.js";
import { words } from "../words.js";

/** What stands above a message that is shown from its beginning. */
const EDGE_PIXELS = 8;
/** Nearer to the end than this counts as being there. */
const AT_END_PIXELS = 80;
/**
 * @param {HTMLElement} scroll What is scrolled.
 * @param {HTMLElement} list The messages in it.
 */
export function keepTheEndInSight(scroll, list) {
  let atEnd = true;
  let below = 0;
  const toEnd = h("button", { type: "button", class: "to-end", hidden: true, onclick: () => goToEnd("smooth") });

  const goToEnd = (/** @type {ScrollBehavior} */ behavior = "instant") => {
    const last = list.lastElementChild;
    const isTall = last instanceof HTMLElement && last.offsetHeight > scroll.clientHeight;
    // Who opens a message taller than the screen reads it from its beginning.
    scroll.scrollTo({ top: isTall ? last.offsetTop - EDGE_PIXELS : scroll.scrollHeight, behavior });
    below = 0;
    showToEnd();
  };
  const showToEnd = () => {
    toEnd.hidden = atEnd;
    toEnd.replaceChildren(icon("down"), below > 0 ? words().newBelow(below) : "");
    toEnd.setAttribute("aria-label", below > 0 ? words().newBelow(below) : words().toBottom);
  };
  scroll.addEventListener("scroll", () => {
    atEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < AT_END_PIXELS;
    if (atEnd) below = 0;
    showToEnd();
  });
  // Pictures arrive later than their messages, and the phone's keyboard takes room: the end stays in sight all the same.
  new ResizeObserver(() => atEnd && goToEnd()).observe(list);
  new ResizeObserver(() => atEnd && goToEnd()).observe(scroll);

  return {
    /** The button. */
    toEnd,
    /** Whatever comes next is to be seen: the person has just done something, or another chat is shown. */
    stayThere() {
      atEnd = true;
      below = 0;
    },
    noteNew(/** @type {number} */ count) {
      if (!atEnd) below += count;
    },
    show() {
      showToEnd();
      if (atEnd) goToEnd();
    },
  };
}
