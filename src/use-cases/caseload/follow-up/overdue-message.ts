// The list of late plans as a message.
import { READABLE } from "../../../domain/caseload/summary.js";
import { action } from "../../../domain/messages/action.js";
import type { Button, Message } from "../../../domain/messages/message.js";
import { numberRows } from "../../../domain/messages/number-rows.js";
import type { Texts } from "../../../texts/index.js";
import { paragraphs } from "../../../texts/rich.js";
import { openNeed } from "../open-buttons.js";
import type { OverdueList } from "./list-overdue.js";

export function overdueMessage(texts: Texts, list: OverdueList, practice = false): Message {
  const { followUp, common } = texts;
  const { shown, from, page, last } = list;
  const toPractice = practice ? [{ label: texts.practice.toPractice, data: action("practice") }] : [];
  const people = { label: texts.caseload.menu, data: action("people", "all", 0, practice) };
  if (shown.length === 0) {
    return { ...followUp.noneOverdue(list), buttons: [[people], toPractice].filter((row) => row.length > 0) };
  }
  const open = (one: (typeof shown)[number]) => openNeed(one, { list: "overdue", page, area: null, cohortId: null });
  const isBeyondReach = list.remindable === 0;
  const callSheet = { label: texts.peopleFiles.calls, data: action("people_file", "visits", null, "late") };
  const remind = { label: texts.careActs.remindMenu(list.total), data: action("remind", { kind: "late" }) };
  // Nobody made up can be written to.
  const atOnce: Button[] = practice ? [] : [isBeyondReach ? callSheet : remind];
  const paging: Button[] = [
    ...(page > 0 ? [{ label: common.previous, data: action("overdue", page - 1, practice) }] : []),
    ...(page < last ? [{ label: common.more, data: action("overdue", page + 1, practice) }] : []),
  ];
  const words = (told: OverdueList, briefly = false) => {
    const counts = followUp.overdue({ ...told, practice });
    // What can be done stands in one of them; where it is crowded, the line of a person who cannot be reached has a mark of its own.
    const next = !practice && isBeyondReach && !briefly ? texts.careActs.beyondReach() : followUp.chooseCase();
    const room = READABLE - paragraphs(counts, next).text.length - "\n\n".length;
    return paragraphs(counts, texts.morning.list(shown, from, room), next);
  };
  const full = words(list);
  return {
    // Of a whole country the counts take lines of their own: those of what needs nobody today go first.
    ...(full.text.length <= READABLE ? full : words({ ...list, askedOnly: 0, resting: 0 }, true)),
    buttons: [...numberRows(shown.map(open), from), paging, atOnce, [people], toPractice].filter(
      (row) => row.length > 0,
    ),
  };
}
