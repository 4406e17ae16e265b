// A list on the screen: a row or more a line, the pages, what else can be done, and the way back; everywhere in this order.
import type { Button, Message, RichText } from "../../domain/messages/message.js";
import type { Texts } from "../../texts/index.js";
import { pageRow } from "./page-row.js";

export interface ListOnScreen {
  rows: Button[][];
  /** Null where it is narrowed by typing, and has no pages. */
  pages: { at: { page: number; last: number }; to(page: number): string } | null;
  /** Filters, and what can be done with all of it; rows without a button are left out. */
  more?: Button[][];
  back: Button[];
}

export function listScreen(
  texts: Pick<Texts, "common">,
  words: RichText,
  { rows, pages, more = [], back }: ListOnScreen,
): Message {
  const turning = pages === null ? [] : pageRow(texts, pages.at, pages.to);
  return { ...words, buttons: [...rows, ...turning, ...more, back].filter(({ length }) => length > 0) };
}
