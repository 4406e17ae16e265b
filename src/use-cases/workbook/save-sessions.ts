// The sessions of a workbook: new ones class by class, changed ones by the ways of the chat, so that people are told alike.
import type { SessionPlan } from "../../domain/office-workbook/plans/plan-sessions.js";
import type { KnownActor } from "../../domain/people/person.js";
import type { NewSession } from "../../domain/programme/sessions.js";
import type { SessionFields } from "../../ports/programme/programme.js";
import type { World } from "../../ports.js";
import { moveTrainingSession } from "../classes/move-training-session.js";
import { addSessions } from "../programme/sessions/add-sessions.js";
import { changeSessions } from "../programme/sessions/change-session.js";
import { carriedOut } from "./carried-out.js";

interface SaveSessionsInput {
  plans: readonly SessionPlan[];
  saidAt: Date;
}

/** The sessions with which new classes begin, by the planned class. */
export function sessionsOfNewClasses(plans: readonly SessionPlan[]): (planned: number) => readonly NewSession[] {
  const byClass = new Map<number, NewSession[]>();
  for (const plan of plans) {
    if (plan.status !== "new" || plan.of.id > 0) continue;
    const known = byClass.get(plan.of.id);
    if (known === undefined) byClass.set(plan.of.id, [plan.session]);
    else known.push(plan.session);
  }
  return (planned) => byClass.get(planned) ?? [];
}

/** Call it when the classes are saved, in the same transaction. */
export async function saveSessions(
  world: World,
  actor: KnownActor,
  { plans, saidAt }: SaveSessionsInput,
): Promise<{ added: number[] }> {
  const changed = plans.flatMap((plan) => (plan.status === "changed" ? [plan] : []));
  for (const plan of changed) await move(world, actor, plan, saidAt);
  for (const classId of new Set(changed.map(({ known }) => known.classId))) {
    // Of a class together: people who knew the old rooms and links are told of all in one message.
    const changes = new Map(
      changed.flatMap((plan) => {
        const fields = fieldsOf(plan);
        const isOf = plan.known.classId === classId && Object.keys(fields).length > 0;
        return isOf ? [[plan.known.id, fields] as const] : [];
      }),
    );
    if (changes.size > 0) carriedOut(await changeSessions(world, actor, { classId, changes, saidAt }), "changed");
  }
  const byClass = new Map<number, NewSession[]>();
  for (const plan of plans) {
    // Those of new classes came with them.
    if (plan.status !== "new" || plan.of.id < 0) continue;
    const classId = plan.of.id;
    byClass.set(classId, [...(byClass.get(classId) ?? []), plan.session]);
  }
  const added: number[] = [];
  for (const [classId, sessions] of byClass) {
    const outcome = carriedOut(await addSessions(world, actor, { classId, sessions, saidAt }), "added", "exists");
    added.push(...outcome.added);
  }
  return { added };
}

type ChangedPlan = Extract<SessionPlan, { status: "changed" | "same" }>;

async function move(world: World, actor: KnownActor, { known, startsAt }: ChangedPlan, saidAt: Date): Promise<void> {
  if (startsAt === undefined) return;
  // Its class may have been moved just now, and the session with it.
  const now = await world.store.classes.findSession(known.id);
  const wish = { sessionId: known.id, revision: now?.revision ?? known.revision, startsAt, saidAt };
  carriedOut(await moveTrainingSession(world, actor, wish), "moved");
}

/** But when it starts. */
function fieldsOf({ title, endsAt, mode, place }: ChangedPlan): SessionFields {
  return {
    ...(title !== undefined && { title }),
    ...(endsAt !== undefined && { endsAt }),
    ...(mode !== undefined && { mode }),
    ...(place !== undefined && { place }),
  };
}
