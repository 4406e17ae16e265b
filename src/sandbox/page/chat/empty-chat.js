// What stands in a chat before its first message: how to begin, and the link by which this person would.

import { h } from "../kit/dom.js";
import { icon } from "../kit/icons.js";
import { words } from "../words.js";

/**
 * @param {{
 *   link: string | undefined,
 *   linkLabel: string,
 *   botUsername: string,
 *   does: (action: string, args?: object) => Promise<boolean>,
 * }} chat link: the payload behind ?start=.
 */
export function emptyChat({ link, linkLabel, botUsername, does }) {
  return h(
    "div",
    { class: "empty-chat" },
    icon("book"),
    h("h2", {}, words().emptyTitle),
    h("p", {}, link === undefined ? words().emptyText : words().emptyLink),
    link !== undefined && h("code", { class: "empty-link" }, `t.me/${botUsername}?start=${link}`),
    link !== undefined &&
      h(
        "button",
        {
          type: "button",
          class: "strong",
          "data-focus": "link",
          onclick: () => void does("start", { payload: link }),
        },
        icon("link"),
        linkLabel,
      ),
  );
}
