// From posts and what left: one line a message, with everything that an office asks about it.
import type { PostKind } from "../domain/messages/post-kind.js";
import type { SimulatedMessage, SimulationOutcome } from "../domain/simulation/simulation.js";
import { addDays, type Day, dayIn } from "../domain/time/calendar.js";
import type { SimulatedPerson } from "../storage/simulation/enter-wave.js";
import type { LeftPost } from "../storage/simulation/read-outcome.js";

export interface Sent {
  messageId: number;
  at: Date;
  text: string;
}

export function messagesOf(
  sent: readonly Sent[],
  left: readonly LeftPost[],
  people: readonly SimulatedPerson[],
): SimulatedMessage[] {
  const kinds = new Map<number, PostKind[]>();
  const receivers = new Map<number, number>();
  for (const { messageId, kind, personId } of left) {
    kinds.set(messageId, [...new Set([...(kinds.get(messageId) ?? []), kind])]);
    if (personId !== null) receivers.set(messageId, personId);
  }
  const known = new Map(people.map((person) => [person.id, person]));
  const lines = sent.flatMap(({ messageId, at, text }) => {
    const person = known.get(receivers.get(messageId) ?? 0);
    return person === undefined ? [] : [{ person, at, text, kinds: kinds.get(messageId) ?? [] }];
  });
  // What leaves at one moment leaves in no order.
  return lines
    .sort((a, b) => a.at.getTime() - b.at.getTime() || a.person.id - b.person.id)
    .map(({ person: { zone, className, name, role, habit }, ...message }) => ({
      ...{ zone, className, name, role, habit },
      ...message,
    }));
}

/** The most that one participant gets on a day of theirs, and in seven days on end. */
export function mostOf(messages: readonly SimulatedMessage[]): SimulationOutcome["most"] {
  const perDay = new Map<string, Map<Day, number>>();
  for (const { role, name, zone, at } of messages) {
    if (role !== "participant") continue;
    const days = perDay.get(name) ?? new Map<Day, number>();
    const day = dayIn(zone, at);
    perDay.set(name, days.set(day, (days.get(day) ?? 0) + 1));
  }
  const most = { day: 0, week: 0 };
  for (const days of perDay.values()) {
    for (const [day, count] of days) {
      const week = [0, 1, 2, 3, 4, 5, 6].map((n) => days.get(addDays(day, n)) ?? 0);
      most.day = Math.max(most.day, count);
      most.week = Math.max(
        most.week,
        week.reduce((sum, one) => sum + one, 0),
      );
    }
  }
  return most;
}
