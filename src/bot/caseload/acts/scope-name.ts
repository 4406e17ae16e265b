// What a scope is called in the sentences of its screens, the buttons that act on it, and the way back from it.
import type { Scope } from "../../../domain/caseload/scope.js";
import { action } from "../../../domain/messages/action.js";
import type { Button, Message } from "../../../domain/messages/message.js";
import type { Texts } from "../../../texts/index.js";
import type { viewScope } from "../../../use-cases/index.js";

type ScopeName = Parameters<Texts["careActs"]["about"]>[0];
type Refusal = Exclude<Awaited<ReturnType<typeof viewScope>>, { kind: "viewed" }>;

export function scopeName({ caseload }: Texts, scope: Scope, name: string): ScopeName {
  switch (scope.kind) {
    case "plan":
    case "participant":
    case "roster_row":
      return { kind: "one", name };
    case "class":
    case "regency":
      return { kind: scope.kind, name };
    case "late":
      return { kind: "late", of: name };
    case "filter":
      return { kind: "filter", name: caseload.filterName(scope.filter), of: name };
  }
}

/** To where it was pressed. */
export function backFrom(texts: Texts, scope: Scope): Button {
  const { caseload, followUp } = texts;
  switch (scope.kind) {
    case "plan":
      return { label: followUp.backToCase, data: action("case", scope.planId) };
    case "participant":
      return { label: caseload.backToPerson, data: action("person", scope.participantId) };
    case "roster_row":
      return { label: caseload.backToPerson, data: action("invited", scope.rosterRowId) };
    case "class":
      return { label: followUp.backToCase, data: action("class", scope.classId) };
    case "filter":
      return { label: caseload.backToList, data: action("people", scope.filter) };
    case "regency":
    case "late":
      return { label: followUp.backToList, data: action("overdue") };
  }
}

/** With the button that takes it back, where there is something to take back. From a plan one goes on to the next in the list. */
export function receiptButtons(texts: Texts, scope: Scope, actId: number | null): Button[][] {
  const undo = actId === null ? [] : [[{ label: texts.careActs.undo, data: action("undo_act", actId) }]];
  const list = { label: texts.followUp.backToList, data: action("overdue") };
  return [...undo, [scope.kind === "plan" ? list : backFrom(texts, scope)]];
}

/** Why nothing can be done with it. */
export function refusalOf(texts: Texts, refusal: Refusal | { kind: "nobody" }): Omit<Message, "buttons"> {
  const { careActs, caseload } = texts;
  switch (refusal.kind) {
    case "too_many":
      return careActs.tooMany(refusal.total);
    case "nobody":
      return careActs.nobody();
    case "not_yours":
      return caseload.notYours();
    case "gone":
      return caseload.gone();
  }
}
