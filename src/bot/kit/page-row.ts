// The row of buttons by which a list is turned to its page before and its page behind.
import type { Button } from "../../domain/messages/message.js";
import type { Texts } from "../../texts/index.js";

/** No row where everything stands on one page. `to`: the button's data for a page. */
export function pageRow(
  { common }: Pick<Texts, "common">,
  { page, last }: { page: number; last: number },
  to: (page: number) => string,
): Button[][] {
  const buttons = [
    ...(page > 0 ? [{ label: common.previous, data: to(page - 1) }] : []),
    ...(page < last ? [{ label: common.more, data: to(page + 1) }] : []),
  ];
  return buttons.length === 0 ? [] : [buttons];
}
