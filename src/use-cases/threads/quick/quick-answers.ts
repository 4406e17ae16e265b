// A trainer's own quick answers: kept from what they have just written or written beforehand, changed, thrown away.
import { isTrainer, type KnownActor } from "../../../domain/people/person.js";
import { canBeQuick, MOST_QUICK_ANSWERS, type QuickAnswer } from "../../../domain/threads/quick-answer.js";
import type { World } from "../../../ports.js";
import { findThread } from "../find-thread.js";

export function listQuickAnswers({ store }: World, { person }: KnownActor): Promise<QuickAnswer[]> {
  return store.quickAnswers.of(person.id);
}

export type KeepAnswerOutcome = { kind: "kept"; answer: QuickAnswer } | { kind: "full" | "too_long" | "not_yours" };

/** What they wrote last in this thread. Twice is once. */
export async function keepAnswer(world: World, actor: KnownActor, threadId: number): Promise<KeepAnswerOutcome> {
  return world.transaction(async (inside) => {
    const { quickAnswers } = inside.store;
    const found = await findThread(inside, actor, threadId);
    if (!isTrainer(actor) || found.kind !== "found" || found.side === "asker") return { kind: "not_yours" };
    const text = await quickAnswers.lastWordsIn(threadId, actor.person.id);
    if (text === null || !canBeQuick(text)) return { kind: "too_long" };
    const answer = await quickAnswers.keep(actor.person.id, text.trim(), MOST_QUICK_ANSWERS, inside.clock.now());
    return answer === null ? { kind: "full" } : { kind: "kept", answer };
  });
}

/** Null where they keep it no more, or it is somebody else's. */
export async function findQuickAnswer(world: World, actor: KnownActor, id: number): Promise<QuickAnswer | null> {
  return (await listQuickAnswers(world, actor)).find((one) => one.id === id) ?? null;
}

export type WriteAnswerOutcome =
  | { kind: "kept"; answer: QuickAnswer }
  | { kind: "full" | "too_long" | "gone" | "not_yours" };

/** A new one, or other words for one they keep: before anybody has asked. Twice is once. */
export async function writeAnswer(
  world: World,
  actor: KnownActor,
  { id, text }: { id: number | null; text: string },
): Promise<WriteAnswerOutcome> {
  if (!isTrainer(actor)) return { kind: "not_yours" };
  if (!canBeQuick(text)) return { kind: "too_long" };
  const personId = actor.person.id;
  return world.transaction(async ({ store, clock }): Promise<WriteAnswerOutcome> => {
    const answer =
      id === null
        ? await store.quickAnswers.keep(personId, text.trim(), MOST_QUICK_ANSWERS, clock.now())
        : await store.quickAnswers.change(personId, id, text.trim());
    return answer === null ? { kind: id === null ? "full" : "gone" } : { kind: "kept", answer };
  });
}

/** Twice is once: what is gone is gone. */
export async function dropAnswer({ store }: World, { person }: KnownActor, id: number): Promise<QuickAnswer[]> {
  await store.quickAnswers.drop(person.id, id);
  return store.quickAnswers.of(person.id);
}
