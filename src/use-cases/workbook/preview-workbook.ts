// What a workbook would make and change, before anything is written.
import type { OfficeLines } from "../../domain/office-workbook/office-lines.js";
import type { ComingClass } from "../../domain/office-workbook/plan-classes.js";
import { planWorkbook, type WorkbookPlan } from "../../domain/office-workbook/plan-workbook.js";
import { isAdmin, type KnownActor } from "../../domain/people/person.js";
import { planImport, type RosterEntry } from "../../domain/roster/import-plan.js";
import type { World } from "../../ports.js";
import { peopleToTellOfShift } from "../classes/telling/tell-of-shift.js";
import { knownProgramme, officeRights } from "./known-programme.js";

export interface WorkbookInput {
  lines: OfficeLines;
  /** The participants that can go in, once their classes are there. */
  entriesFor(classes: readonly ComingClass[]): readonly RosterEntry[];
}

export interface WorkbookPreview {
  kind: "planned";
  plan: WorkbookPlan;
  people: { added: number; changed: number; same: number; missing: number };
  /** Whom the move of a class would be told to. */
  told: number;
}

export async function previewWorkbook(
  world: World,
  actor: KnownActor,
  { lines, entriesFor }: WorkbookInput,
): Promise<WorkbookPreview | { kind: "not_allowed" }> {
  if (!isAdmin(actor)) return { kind: "not_allowed" };
  const { store, clock } = world;
  const programme = await knownProgramme(world, actor, lines);
  const plan = planWorkbook(lines, programme, officeRights(actor), clock.now());
  const entries = entriesFor(plan.coming);
  const there = entries.filter(({ classId }) => classId > 0);
  const known = await store.roster.rowsOf([...new Set(there.map(({ classId }) => classId))]);
  const planned = planImport(entries, known);
  const count = (status: string) => planned.entries.filter((one) => one.status === status).length;
  const people = {
    added: count("new"),
    changed: count("changed"),
    same: count("same"),
    missing: planned.missing.length,
  };
  return { kind: "planned", plan, people, told: await toldOfShifts(store, plan) };
}

async function toldOfShifts(store: World["store"], { classes }: WorkbookPlan): Promise<number> {
  let told = 0;
  for (const plan of classes) {
    if (plan.status !== "changed" || plan.shiftTo === undefined) continue;
    const trainingClass = await store.classes.find(plan.known.id);
    if (trainingClass !== null) told += (await peopleToTellOfShift(store, trainingClass)).told.length;
  }
  return told;
}
