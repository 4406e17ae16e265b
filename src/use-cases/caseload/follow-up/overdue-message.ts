// The list of late plans as a message.
import { action } from "../../../domain/messages/action.js";
import type { Button, Message } from "../../../domain/messages/message.js";
import { numberRows } from "../../../domain/messages/number-rows.js";
import type { Texts } from "../../../texts/index.js";
import { paragraphs } from "../../../texts/rich.js";
import { openNeed } from "../morning/morning-message.js";
import type { OverdueList } from "./list-overdue.js";

export function overdueMessage(texts: Texts, list: OverdueList, practice = false): Message {
  const { followUp, common } = texts;
  const { shown, from, page, last } = list;
  const toPractice = practice ? [{ label: texts.practice.toPractice, data: action("practice") }] : [];
  const people = { label: texts.caseload.menu, data: action("people", "all", 0, practice) };
  if (shown.length === 0) {
    return { ...followUp.noneOverdue(list), buttons: [[people], toPractice].filter((row) => row.length > 0) };
  }
  // Nobody made up can be written to.
  const remindAll: Button[] = practice
    ? []
    : [{ label: texts.careActs.remindMenu(list.entries), data: action("remind", { kind: "late" }) }];
  const paging: Button[] = [
    ...(page > 0 ? [{ label: common.previous, data: action("overdue", page - 1, practice) }] : []),
    ...(page < last ? [{ label: common.more, data: action("overdue", page + 1, practice) }] : []),
  ];
  return {
    ...paragraphs(
      followUp.overdue({ ...list, libraries: list.entries, practice }),
      texts.morning.list(shown, from),
      followUp.chooseCase(),
    ),
    buttons: [...numberRows(shown.map(openNeed), from), paging, remindAll, [people], toPractice].filter(
      (row) => row.length > 0,
    ),
  };
}
