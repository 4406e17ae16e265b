// Takes back what a workbook made, as far as nothing hangs on it yet. What it changed stays: people may have been told.

import { sessionSubject } from "../../domain/classes/schedule.js";
import { mayOperate, maySetUpClass } from "../../domain/people/permissions.js";
import type { KnownActor } from "../../domain/people/person.js";
import type { WorkbookMade } from "../../ports/programme/roster.js";
import type { World } from "../../ports.js";
import { revokeRole } from "../staff/revoke-role.js";

export interface UndoneWorkbook {
  /** Classes, sessions, trainers, waves and cohorts that are gone again. */
  removed: number;
  /** Names of classes that stay, because somebody joined, or something else was put into them since. */
  classes: string[];
  /** How many changes to what was there before stay. */
  changed: number;
}

/** Call it in the transaction that takes the import back, after its rows of rosters. What the actor may no longer do stays. */
export async function undoWorkbook(world: World, actor: KnownActor, made: WorkbookMade): Promise<UndoneWorkbook> {
  const { store } = world;
  let removed = 0;
  // Before their classes are taken from them: a trainer without a class is in the hands of the whole country's admins alone.
  for (const personId of made.trainers) if (await takeRole(world, actor, personId, made)) removed += 1;
  const theirs = (await store.classes.findAll(made.classes)).filter((one) => maySetUpClass(actor, one));
  await stopTeaching(world, actor, made);
  const gone = await store.programme.removeUnused(theirs.map(({ id }) => id));
  const now = world.clock.now();
  const entries = theirs
    .filter(({ id }) => gone.includes(id))
    .map(({ id, name }) => {
      return { actorId: actor.person.id, action: "class.remove", subject: `class:${id}`, details: { name } };
    });
  await store.audit.recordAll(entries, now);
  removed += gone.length;
  const classes = (await store.classes.findAll(made.classes)).map(({ name }) => name);
  removed += await store.programme.removeSessions(await untold(world, actor, made.sessions));
  if (mayOperate(actor)) {
    removed += await store.programme.removeWaves(made.waves);
    removed += await store.programme.removeCohorts(made.cohorts);
  }
  return { removed, classes, changed: made.changed };
}

async function stopTeaching({ store }: World, actor: KnownActor, { teaching }: WorkbookMade): Promise<void> {
  const classes = await store.classes.findAll([...new Set(teaching.map(({ classId }) => classId))]);
  const theirs = new Set(classes.filter((one) => maySetUpClass(actor, one)).map(({ id }) => id));
  for (const { classId, personId } of teaching) {
    if (theirs.has(classId)) await store.staff.stopTeaching(classId, personId);
  }
}

/** Of whoever has not taken up their invitation, nor got another class since. */
async function takeRole(world: World, actor: KnownActor, personId: number, made: WorkbookMade): Promise<boolean> {
  const record = await world.store.staff.find(personId);
  const binding = record?.bindings.find(({ role, revokedAt }) => role === "trainer" && revokedAt === null);
  if (record === null || binding === undefined || record.person.telegramId !== null) return false;
  const isMade = ({ id }: { id: number }) =>
    made.teaching.some((one) => one.personId === personId && one.classId === id);
  if (!record.classes.every(isMade)) return false;
  return (await revokeRole(world, actor, { personId, bindingId: binding.id })).kind === "revoked";
}

/** Sessions that nobody was reminded of, in classes of theirs. */
async function untold({ store }: World, actor: KnownActor, ids: readonly number[]): Promise<number[]> {
  const free: number[] = [];
  for (const id of ids) {
    const session = await store.classes.findSession(id);
    const trainingClass = session === null ? null : await store.classes.find(session.classId);
    if (trainingClass === null || !maySetUpClass(actor, trainingClass)) continue;
    const told = await store.outbox.peopleTold(sessionSubject(id), [
      "session_reminder",
      "online_link",
      "schedule_change",
    ]);
    if (told.size === 0) free.push(id);
  }
  return free;
}
