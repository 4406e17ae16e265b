// Passes what was written in a thread on to the others in it: the asker, the class's trainers; each by name, never by number.
import type { Message } from "../../domain/message.js";
import { isReachable, type Person } from "../../domain/person.js";
import { nextWorkingInstant } from "../../domain/working-hours.js";
import type { QuestionThread } from "../../ports/questions.js";
import type { Store, World } from "../../ports.js";
import { postTo } from "../posting.js";
import { answerMessage, colleagueMessage, provinceMessage, questionMessage } from "./thread-messages.js";

export interface Written {
  messageId: number;
  author: Person;
  text: string;
  photoId: string | null;
}

export type PassedOn =
  /** `at`: the first instant at which it may disturb one of them; null: now. */
  | { kind: "sent"; to: string[]; at: Date | null }
  /** Nobody teaches the class any more: the province has it. */
  | { kind: "province" }
  /** Whoever it was for has blocked the bot, is gone, or never came. */
  | { kind: "unreachable"; to: string[] };

/** Call it in the transaction that adds the message. */
export async function passOn(store: Store, world: World, thread: QuestionThread, written: Written): Promise<PassedOn> {
  const { author } = written;
  const trainers = (await store.classes.trainersOf(thread.classId)).filter(({ id }) => id !== author.id);
  const isAsker = author.id === thread.asker.id;
  if (isAsker && trainers.length === 0 && (await tellProvince(store, world, thread, written))) {
    return { kind: "province" };
  }
  const receivers = isAsker ? trainers : [thread.asker];
  const reachable = receivers.filter(isReachable);
  // A trainer of whom no zone is known lives by the clock of the class.
  const inZone = (person: Person) => ({ ...person, zone: person.zone ?? thread.zone });
  const wish = (to: Person, say: () => Message, subjects: string[]) => ({
    key: `thread_message:${written.messageId}:${to.id}`,
    to: inZone(to),
    say,
    names: [thread.asker.id, author.id],
    subjects: [`thread:${thread.id}`, ...subjects],
  });
  await postTo(store, world, [
    ...reachable.map((to) => ({
      ...wish(to, () => (isAsker ? questionMessage : answerMessage)(to, thread, written), [
        `thread_message:${written.messageId}`,
      ]),
      kind: isAsker ? ("question" as const) : ("answer" as const),
    })),
    // Colleagues see what was answered, so that nobody answers twice or against each other.
    ...(isAsker ? [] : trainers).map((to) => ({
      ...wish(to, () => colleagueMessage(to, thread, written), []),
      kind: "question" as const,
    })),
  ]);
  if (reachable.length === 0) {
    await store.questions.settle([written.messageId], "failed");
    return { kind: "unreachable", to: receivers.map(({ name }) => name) };
  }
  const now = world.clock.now();
  const at = isAsker
    ? Math.min(...reachable.map((to) => nextWorkingInstant(inZone(to).zone, now, world.settings.rest, to.id).getTime()))
    : now.getTime();
  return { kind: "sent", to: reachable.map(({ name }) => name), at: at > now.getTime() ? new Date(at) : null };
}

/** The class has no trainer (any more): its question waits for nobody, so the province hears of it at once. */
async function tellProvince(store: Store, world: World, thread: QuestionThread, written: Written): Promise<boolean> {
  const admins = await store.classes.adminsOver(thread.classId);
  if (admins.length === 0) return false;
  const now = world.clock.now();
  if (await store.questions.markEscalated(thread.id, now)) {
    // The asker sees in their own data who was told.
    await store.audit.record({ actorId: null, action: "question.escalate", subject: `person:${thread.asker.id}` }, now);
  }
  await postTo(
    store,
    world,
    admins.map((to) => ({
      key: `thread_message:${written.messageId}:${to.id}`,
      kind: "escalation" as const,
      to: { ...to, zone: to.zone ?? thread.zone },
      names: [thread.asker.id],
      subjects: [`thread:${thread.id}`, `thread_message:${written.messageId}`],
      say: (texts) => provinceMessage(texts, thread, written),
    })),
  );
  return true;
}
