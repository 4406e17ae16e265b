// A trainer or admin closes a class's link, or replaces it: anyone who has the old one is told whom to ask.
import { mayRunClass } from "../../domain/people/permissions.js";
import type { KnownActor } from "../../domain/people/person.js";
import { LINK_LEAST_DAYS } from "../../domain/programme/new-class.js";
import type { TrainingClass } from "../../ports/programme/classes.js";
import type { World } from "../../ports.js";
import { withRolesNow } from "../roles-now.js";

export interface SetClassLinkInput {
  classId: number;
  wish: "close" | "renew";
  /** The end of the link that was seen: a button of before changes nothing. */
  seen: string;
}

export type SetClassLinkOutcome =
  | { kind: "closed" | "renewed" | "changed"; trainingClass: TrainingClass }
  | { kind: "not_yours" };

/** As much of a token as a button carries. */
export function endOf(joinToken: string): string {
  return joinToken.slice(-8);
}

/** Twice is once: the second press sees another link than the one that it is about, or one that is closed. */
export async function setClassLink(
  world: World,
  asked: KnownActor,
  { classId, wish, seen }: SetClassLinkInput,
): Promise<SetClassLinkOutcome> {
  const now = world.clock.now();
  return world.transaction(async (inside) => {
    const { store } = inside;
    await store.schedule.hold([classId]);
    const actor = await withRolesNow(inside, asked);
    const before = await store.classes.find(classId);
    const trainers = before === null ? [] : await store.classes.trainersOf(classId);
    if (before === null || !mayRunClass(actor, before, trainers)) return { kind: "not_yours" };
    if (endOf(before.joinToken) !== seen) return { kind: "changed", trainingClass: before };
    if (wish === "close" && before.joinClosedAt !== null) return { kind: "closed", trainingClass: before };
    const least = new Date(now.getTime() + LINK_LEAST_DAYS * 86_400_000);
    await (wish === "close"
      ? store.classes.closeLink(classId, now)
      : store.classes.renewLink(
          classId,
          { joinToken: world.ids.token(), expiresAt: new Date(Math.max(+before.joinTokenExpiresAt, +least)) },
          now,
        ));
    const subject = `class:${classId}`;
    await store.audit.record({ actorId: actor.person.id, action: `class-link.${wish}`, subject }, now);
    const trainingClass = (await store.classes.find(classId)) ?? before;
    return { kind: wish === "close" ? "closed" : "renewed", trainingClass };
  });
}
