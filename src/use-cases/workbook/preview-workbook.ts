// What a workbook would make and change, before anything is written.
import type { OfficeLines } from "../../domain/office-workbook/office-lines.js";
import { planWorkbook, type WorkbookPlan } from "../../domain/office-workbook/plan-workbook.js";
import { classMark, plannedChanges } from "../../domain/office-workbook/planned-changes.js";
import type { ComingClass } from "../../domain/office-workbook/plans/plan-classes.js";
import { isAdmin, type KnownActor } from "../../domain/people/person.js";
import { changesOfEntry, type RosterEntry } from "../../domain/roster/import-plan.js";
import type { Participant } from "../../ports/people/participants.js";
import { letOthersGoFirst } from "../../ports/queue/waiting.js";
import type { World } from "../../ports.js";
import { peopleToTell } from "../classes/telling/people-to-tell.js";
import { peopleToTellOfShift } from "../classes/telling/tell-of-shift.js";
import { planInTurns } from "../roster/plan-in-turns.js";
import { type Shown, shownOf } from "../roster/what-was-shown.js";
import { officeRights, readKnownProgramme } from "./read-known-programme.js";

export interface WorkbookInput {
  lines: OfficeLines;
  /** The participants that can go in, once their classes are there. */
  entriesFor(classes: readonly ComingClass[]): Promise<readonly RosterEntry[]>;
}

export interface WorkbookPreview {
  kind: "planned";
  plan: WorkbookPlan;
  people: { added: number; changed: number; same: number; missing: number };
  /** Who would be told of other days, times, houses, rooms or links; once for each of their classes. */
  told: number;
  /** All of it, for saveWorkbook(). */
  shown: Shown;
}

export async function previewWorkbook(
  world: World,
  actor: KnownActor,
  { lines, entriesFor }: WorkbookInput,
): Promise<WorkbookPreview | { kind: "not_allowed" }> {
  if (!isAdmin(actor)) return { kind: "not_allowed" };
  const { store, clock } = world;
  const programme = await readKnownProgramme(world, actor, lines);
  const plan = planWorkbook(lines, programme, officeRights(actor), clock.now());
  await letOthersGoFirst();
  const entries = await entriesFor(plan.coming);
  await letOthersGoFirst();
  const there = entries.filter(({ classId }) => classId > 0);
  const known = await store.roster.rowsOf([...new Set(there.map(({ classId }) => classId))]);
  const planned = await planInTurns(entries, known);
  const count = (status: string) => planned.entries.filter((one) => one.status === status).length;
  const people = {
    added: count("new"),
    changed: count("changed"),
    same: count("same"),
    missing: planned.missing.length,
  };
  const told = await toldOfChanges(store, plan);
  const marks = new Map(plan.coming.map((one) => [one.id, classMark(one)]));
  const ofPeople = planned.entries.flatMap((one) => changesOfEntry(one, (id) => marks.get(id) ?? id));
  const shown = await shownOf([...plannedChanges(plan), ...ofPeople], told);
  return { kind: "planned", plan, people, told, shown };
}

/** People of one class are told of its days and its house alike; of single sessions those who knew these. */
async function toldOfChanges(store: World["store"], { classes, sessions }: WorkbookPlan): Promise<number> {
  const told = new Set<string>();
  const tell = (classId: number, people: readonly Participant[]) => {
    for (const { person } of people) told.add(`${classId}:${person.id}`);
  };
  for (const plan of classes) {
    if (plan.status !== "changed" || (plan.shiftTo === undefined && plan.venue === undefined)) continue;
    const trainingClass = await store.classes.find(plan.known.id);
    if (trainingClass !== null) tell(plan.known.id, (await peopleToTellOfShift(store, trainingClass)).told);
  }
  for (const plan of sessions) {
    const isTold = plan.status === "changed" && [plan.startsAt, plan.mode, plan.place].some((one) => one !== undefined);
    if (!isTold) continue;
    const session = await store.classes.findSession(plan.known.id);
    const trainingClass = await store.classes.find(plan.known.classId);
    if (session === null || trainingClass === null) continue;
    tell(trainingClass.id, (await peopleToTell({ store }, trainingClass, session, plan.startsAt ?? null)).told);
  }
  return told.size;
}
