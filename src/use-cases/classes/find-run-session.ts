// A session and its class, for somebody who may run it.

import { mayRunClass } from "../../domain/people/permissions.js";
import type { Actor, KnownActor } from "../../domain/people/person.js";
import type { TrainingClass, TrainingSession } from "../../ports/programme/classes.js";
import type { World } from "../../ports.js";
import { withRolesNow } from "../roles-now.js";

export type RunSession =
  | { kind: "found"; session: TrainingSession; trainingClass: TrainingClass }
  | { kind: "gone" }
  | { kind: "not_allowed" };

export async function findRunSession(
  { store }: Pick<World, "store">,
  actor: Actor,
  sessionId: number,
): Promise<RunSession> {
  const session = await store.classes.findSession(sessionId);
  const trainingClass = session === null ? null : await store.classes.find(session.classId);
  if (session === null || trainingClass === null) return { kind: "gone" };
  const trainers = await store.classes.trainersOf(trainingClass.id);
  return mayRunClass(actor, trainingClass, trainers)
    ? { kind: "found", session, trainingClass }
    : { kind: "not_allowed" };
}

export type HeldSession =
  | { kind: "held"; session: TrainingSession; trainingClass: TrainingClass }
  | { kind: "not_allowed" }
  /** gone: cancelled or unknown · ended: it was over when that was said · changed: somebody was faster, or this is the second time */
  | { kind: "refused"; reason: "gone" | "ended" | "changed" };

/** The session as it was looked at, with its class's schedule held still until the transaction ends. */
export async function holdSession(
  inside: World,
  asked: KnownActor,
  { sessionId, revision }: { sessionId: number; revision: number },
  saidAt: Date,
): Promise<HeldSession> {
  const { store } = inside;
  const seen = await findRunSession(inside, asked, sessionId);
  if (seen.kind === "found") await store.schedule.hold([seen.trainingClass.id]);
  // Read again under the lock, and the roles too: both may have been changed between.
  const actor = await withRolesNow(inside, asked);
  const found = seen.kind === "found" ? await findRunSession(inside, actor, sessionId) : seen;
  if (found.kind === "not_allowed") return found;
  if (found.kind === "gone" || found.session.cancelledAt !== null) return { kind: "refused", reason: "gone" };
  if (found.session.revision !== revision) return { kind: "refused", reason: "changed" };
  if (found.session.endsAt <= saidAt) return { kind: "refused", reason: "ended" };
  return { ...found, kind: "held" };
}
