// An admin adds a training session to a class.
import type { KnownActor } from "../../../domain/people/person.js";
import type { NewSession } from "../../../domain/programme/sessions.js";
import type { World } from "../../../ports.js";
import { type AddSessionsOutcome, addSessions } from "./add-sessions.js";

export async function addSession(
  world: World,
  actor: KnownActor,
  { classId, session, saidAt }: { classId: number; session: NewSession; saidAt: Date },
): Promise<AddSessionsOutcome> {
  return addSessions(world, actor, { classId, sessions: [session], saidAt });
}
