// One page of everybody who needs somebody, as a message.
import { action } from "../../../domain/messages/action.js";
import type { Button, Message } from "../../../domain/messages/message.js";
import { numberRows } from "../../../domain/messages/number-rows.js";
import type { Texts } from "../../../texts/index.js";
import { paragraphs } from "../../../texts/rich.js";
import { openNeed } from "../open-buttons.js";
import type { NeedsPage } from "./list-needs.js";

export function needsMessage(texts: Texts, { shown, from, page, last, total, practice }: NeedsPage): Message {
  const isPractice = practice !== null;
  const list = texts.morning.needs({ total, from, needs: shown });
  const paging: Button[] = [
    ...(page > 0 ? [{ label: texts.common.previous, data: action("needs", page - 1, isPractice) }] : []),
    ...(page < last ? [{ label: texts.common.more, data: action("needs", page + 1, isPractice) }] : []),
  ];
  const open = (one: (typeof shown)[number]) => openNeed(one, { list: "needs", page, area: null, cohortId: null });
  const back: Button = isPractice
    ? { label: texts.practice.toPractice, data: action("practice") }
    : { label: texts.caseload.menu, data: action("people", "all", 0, false) };
  const buttons = [...numberRows(shown.map(open), from), paging, [back]].filter((row) => row.length > 0);
  return { ...(isPractice ? paragraphs(texts.practice.heading(practice), list) : list), buttons };
}
