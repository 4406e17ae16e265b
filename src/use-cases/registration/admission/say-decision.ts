// What somebody who waited reads when a trainer or admin has decided.
import { action } from "../../../domain/messages/action.js";
import type { Message } from "../../../domain/messages/message.js";
import type { AdmissionCase, Merged, Parted } from "../../../ports/people/admissions.js";
import type { Texts } from "../../../texts/index.js";

export function admittedMessage(texts: Texts, { participant }: AdmissionCase, merged: Merged): Message {
  const { admission, workPlans } = texts;
  const apart = merged.apart.map(({ type, ownId }) => [
    { label: admission.compare(type), data: action("compare", ownId) },
  ]);
  return {
    ...admission.admitted({
      library: participant.library.name,
      plans: merged.plans,
      reports: merged.reports,
      apart: merged.apart.map(({ type }) => type),
    }),
    buttons: [...apart, [{ label: workPlans.open, data: action("plans"), tone: "primary" }]],
  };
}

export function turnedAwayMessage(
  texts: Texts,
  { participant }: AdmissionCase,
  trainers: string[],
  parted: Parted | null,
): Message {
  return {
    ...texts.admission.turnedAway({ library: participant.library.name, trainers, stays: parted?.stays ?? [] }),
    buttons: [[{ label: texts.threads.menu, data: action("ask") }]],
  };
}
