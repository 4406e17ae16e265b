// Which of the messages that wait for one person leave as one, when the day has room for one.

import type { Message } from "../message.js";
import { canMerge } from "./merge-messages.js";

export interface Traveller {
  message: Message;
  notAfter: Date | null;
}

/**
 * `lead` is about to leave; the others wait, the most urgent first, and leave at `next` at the earliest if they do not come along.
 * "yields": one of them cannot come along and would be worthless by then, whereas the lead can wait.
 */
export function companionsOf<T extends Traveller>(lead: Traveller, others: readonly T[], next: Date): T[] | "yields" {
  const expires = ({ notAfter }: Traveller) => notAfter !== null && notAfter < next;
  const companions: T[] = [];
  const expiringFirst = [...others.filter(expires), ...others.filter((one) => !expires(one))];
  for (const one of expiringFirst) {
    if (canMerge([lead, ...companions, one].map(({ message }) => message))) companions.push(one);
    else if (expires(one) && !expires(lead)) return "yields";
  }
  return companions;
}
