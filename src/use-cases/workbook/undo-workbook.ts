// Takes back what a workbook made, as far as nothing hangs on it yet. What it changed stays: people may have been told.

import { sessionSubject } from "../../domain/classes/schedule.js";
import { groupedBy } from "../../domain/grouped-by.js";
import { mayOperate, maySetUpClass } from "../../domain/people/permissions.js";
import type { KnownActor } from "../../domain/people/person.js";
import type { AuditEntry } from "../../ports/own-data/audit.js";
import type { WorkbookMade } from "../../ports/programme/roster.js";
import type { World } from "../../ports.js";
import { revokeRole } from "../staff/revoke-role.js";
import { tellOfClasses } from "../staff/tell-of-role.js";
import { isInReach } from "../staff/view-staff.js";
import { type ChangedSince, changedSince } from "./changed-since.js";

export interface UndoneWorkbook {
  /** Classes, sessions, trainers, waves and cohorts that are gone again. */
  removed: number;
  /** Names of classes that stay, because somebody joined, or somebody changed them or put something into them since. */
  classes: string[];
  /** Titles of sessions in classes of before that stay, because somebody answered, was told of them or changed them since. */
  sessions: string[];
  /** Names of trainers who stay, because they took up the role, or somebody gave it to them anew or another class. */
  trainers: string[];
  /** How many changes to what was there before stay. */
  changed: number;
}

interface Undoing {
  world: World;
  actor: KnownActor;
  made: WorkbookMade;
  since: ChangedSince;
}

/** Call it in the transaction that takes the import back, after its rows of rosters. What the actor may no longer do stays. */
export async function undoWorkbook(
  world: World,
  actor: KnownActor,
  { importId, made }: { importId: number; made: WorkbookMade },
): Promise<UndoneWorkbook> {
  const { store } = world;
  const undoing: Undoing = { world, actor, made, since: await changedSince(store, importId, made) };
  // Before their classes are taken from them: a trainer without a class is in the hands of the whole country's admins alone.
  const taken: number[] = [];
  for (const personId of made.trainers) if (await takeRole(undoing, personId)) taken.push(personId);
  const trainers = await namesWithin(
    undoing,
    made.trainers.filter((id) => !taken.includes(id)),
  );
  await stopTeaching(undoing);
  const gone = await removeClasses(undoing);
  const classes = (await store.classes.findAll(made.classes)).map(({ name }) => name);
  const free = await store.programme.removeSessions(await untold(undoing));
  const sessions = (await store.programme.findSessions(made.sessions)).map(({ title }) => title);
  let removed = taken.length + gone.length + free.length;
  if (mayOperate(actor)) {
    removed += await store.programme.removeWaves(made.waves);
    removed += await store.programme.removeCohorts(made.cohorts);
  }
  return { removed, classes, sessions, trainers, changed: made.changed };
}

async function removeClasses({ world, actor, made, since }: Undoing): Promise<number[]> {
  const { store, clock } = world;
  const theirs = (await store.classes.findAll(made.classes)).filter((one) => maySetUpClass(actor, one));
  const untouched = theirs.filter(({ id }) => !since.classIds.has(id));
  const gone = await store.programme.removeUnused(untouched.map(({ id }) => id));
  const entries = untouched
    .filter(({ id }) => gone.includes(id))
    .map(({ id, name, provinceCode, cohortId }): AuditEntry => {
      const place = { code: provinceCode, cohortId };
      return { actorId: actor.person.id, action: "class.remove", subject: `class:${id}`, details: { name }, place };
    });
  await store.audit.recordAll(entries, clock.now());
  return gone;
}

async function stopTeaching({ world, actor, made: { teaching }, since }: Undoing): Promise<void> {
  const { store } = world;
  const classes = await store.classes.findAll([...new Set(teaching.map(({ classId }) => classId))]);
  const theirs = new Map(classes.filter((one) => maySetUpClass(actor, one)).map((one) => [one.id, one]));
  const undone = teaching.filter((one) => theirs.has(one.classId) && !since.isTeaching(one));
  for (const [personId, taken] of groupedBy(undone, (one) => one.personId)) {
    const record = await store.staff.find(personId);
    for (const { classId } of taken) await store.staff.stopTeaching(classId, personId);
    const isTrainer = record?.bindings.some(({ role, revokedAt }) => role === "trainer" && revokedAt === null);
    if (record === null || isTrainer !== true || personId === actor.person.id) continue;
    const gone = taken.flatMap(({ classId }) => theirs.get(classId) ?? []);
    await tellOfClasses(world, record.person, { classes: gone, given: false });
  }
}

/** Of those who have not taken up their invitation, nor got the role anew or another class since. */
async function takeRole({ world, actor, made, since }: Undoing, personId: number): Promise<boolean> {
  const record = await world.store.staff.find(personId);
  const binding = record?.bindings.find(({ role, revokedAt }) => role === "trainer" && revokedAt === null);
  if (record === null || binding === undefined || record.person.telegramId !== null) return false;
  const isMade = ({ id: classId }: { id: number }) =>
    !since.isTeaching({ classId, personId }) &&
    made.teaching.some((one) => one.personId === personId && one.classId === classId);
  if (since.trainerIds.has(personId) || !record.classes.every(isMade)) return false;
  return (await revokeRole(world, actor, { personId, bindingId: binding.id })).kind === "revoked";
}

/** Those who hold the role still, and whom the actor may see. */
async function namesWithin({ world, actor }: Undoing, ids: readonly number[]): Promise<string[]> {
  const names: string[] = [];
  for (const id of ids) {
    const record = await world.store.staff.find(id);
    if (record === null || !isInReach(actor, record)) continue;
    if (record.bindings.some(({ role, revokedAt }) => role === "trainer" && revokedAt === null)) {
      names.push(record.person.name);
    }
  }
  return names;
}

/** Sessions that nobody was reminded of and nobody changed since, in classes of theirs. */
async function untold({ world: { store }, actor, made, since }: Undoing): Promise<number[]> {
  const free: number[] = [];
  for (const { id, classId } of await store.programme.findSessions(made.sessions)) {
    const trainingClass = await store.classes.find(classId);
    if (since.sessionIds.has(id) || trainingClass === null || !maySetUpClass(actor, trainingClass)) continue;
    const told = await store.outbox.peopleTold(sessionSubject(id), [
      "session_reminder",
      "online_link",
      "schedule_change",
    ]);
    if (told.size === 0) free.push(id);
  }
  return free;
}
