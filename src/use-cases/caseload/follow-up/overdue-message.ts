// The list of late plans as a message: the morning's alert and /terlambat show the same.

import type { CaseEntry } from "../../../domain/caseload/case-entry.js";
import { action } from "../../../domain/messages/action.js";
import type { Button, Message } from "../../../domain/messages/message.js";
import type { Texts } from "../../../texts/index.js";
import { paragraphs } from "../../../texts/rich.js";
import type { CaseFacts } from "./facts-of-case.js";
import type { OverdueList } from "./list-overdue.js";

export function overdueMessage(texts: Texts, list: OverdueList, practice = false): Message {
  const { followUp, common } = texts;
  const { shown, from, page, last } = list;
  const toPractice = practice ? [{ label: texts.practice.toPractice, data: action("practice") }] : [];
  if (shown.length === 0) {
    const people = { label: texts.caseload.menu, data: action("people", "all", 0, practice) };
    return { ...followUp.noneOverdue(list), buttons: [[people], toPractice].filter((row) => row.length > 0) };
  }
  const lines = shown.map((entry, index) => followUp.overdueEntry(from + index + 1, entry));
  const buttons = shown.map((entry, index): Button[] => [
    { label: followUp.entryButton(from + index + 1, entry), data: openEntry(entry) },
  ]);
  // Nobody made up can be written to.
  const remindAll = practice
    ? []
    : [{ label: texts.careActs.remindMenu(list.entries), data: action("remind", { kind: "late" }) }];
  const paging: Button[] = [
    ...(page > 0 ? [{ label: common.previous, data: action("overdue", page - 1, practice) }] : []),
    ...(page < last ? [{ label: common.more, data: action("overdue", page + 1, practice) }] : []),
  ];
  return {
    ...paragraphs(followUp.overdue({ ...list, libraries: list.entries, practice }), ...lines, followUp.chooseCase()),
    buttons: [...buttons, paging, remindAll, toPractice].filter((row) => row.length > 0),
  };
}

/** One plan opens its own page, several the page of their library. */
function openEntry([{ plan }, ...others]: CaseEntry<CaseFacts>): string {
  return action(others.length === 0 ? "case" : "cases", plan.planId);
}
