// The page of what an admin practises on.
import { action } from "../../domain/messages/action.js";
import type { Button, Message } from "../../domain/messages/message.js";
import { AGES } from "../../domain/own-data/keeping.js";
import type { Practice } from "../../ports/programme/practice.js";
import type { Texts } from "../../texts/index.js";

/** Others' are few: who practises removes it, or loses it with the role. */
const OTHERS_SHOWN = 8;

export function practiceScreen(texts: Texts, own: Practice | null, others: Practice[]): Message {
  const { practice } = texts;
  const ofOthers = others
    .slice(0, OTHERS_SHOWN)
    .map(({ cohortId, ownerName }): Button[] => [
      { label: practice.ofOther(ownerName), data: action("ask_remove_practice", cohortId) },
    ]);
  if (own === null) {
    const make: Button[] = [{ label: practice.begin, data: action("make_practice"), tone: "primary" }];
    return { ...practice.none(), buttons: [make, ...ofOthers, toProgramme(texts)] };
  }
  const { id, name } = own.trainingClass;
  return {
    ...practice.page(name, AGES.practices.days),
    buttons: [
      [
        { label: texts.caseload.menu, data: action("people", "all", 0, true) },
        { label: texts.caseload.overdueMenu, data: action("overdue", 0, true) },
      ],
      [
        { label: texts.threads.inboxMenu, data: action("inbox", true) },
        { label: practice.classPage, data: action("class", id) },
      ],
      [{ label: texts.summary.menu, data: action("summary", true) }],
      [{ label: practice.settings, data: action("set_up_class", id) }],
      [{ label: practice.remove, data: action("ask_remove_practice", own.cohortId), tone: "danger" }],
      ...ofOthers,
      toProgramme(texts),
    ],
  };
}

export function toProgramme({ programme }: Texts): Button[] {
  return [{ label: programme.back, data: action("programme") }];
}

/** A way to choose another province, and one back. */
export function tooFewVillages(texts: Texts): Message {
  const again: Button = { label: texts.practice.begin, data: action("make_practice"), tone: "primary" };
  return { ...texts.practice.tooFewVillages(), buttons: [[again], toProgramme(texts)] };
}
