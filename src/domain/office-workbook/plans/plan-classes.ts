// What the sheet of classes makes and changes.

import { landsInPast } from "../../classes/class-shift.js";
import { plansDueFor } from "../../programme/new-class.js";
import { addDays, type Day, dayIn, daysBetween } from "../../time/calendar.js";
import { zoneOfProvince } from "../../time/zone.js";
import { type KnownClass, type KnownProgramme, type OfficeRights, plainName } from "../known-programme.js";
import type { ClassLine } from "../office-lines.js";
import type { LineChange, LinePlan, LineReason } from "./line-plan.js";

export interface NewClassPlan {
  readonly year: number;
  readonly wave: number;
  /** Null: to be made first. */
  readonly waveId: number | null;
  readonly provinceCode: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly plansDueOn: Day;
  readonly venue: string;
}

export interface ChangedClassPlan {
  readonly known: KnownClass;
  /** First the whole class is moved there, its sessions with it. */
  readonly shiftTo?: Day;
  readonly name?: string;
  readonly endsOn?: Day;
  readonly venue?: string;
  readonly plansDueOn?: Day;
}

export type ClassPlan = LinePlan<ClassLine, NewClassPlan, ChangedClassPlan>;

export function planClasses(
  lines: readonly ClassLine[],
  programme: KnownProgramme,
  rights: OfficeRights,
  now: Date,
): readonly ClassPlan[] {
  const known = new Map(programme.classes.map((one) => [keyOf(one.cohortYear, one.waveNumber, one), one]));
  const byId = new Map(programme.classes.map((one) => [one.id, one]));
  const seen = new Set<string>();
  const met = new Set<number>();
  return lines.map((line): ClassPlan => {
    const error = (reason: LineReason): ClassPlan => ({ status: "error", line, reason });
    const { provinceCode, startsOn, endsOn } = line;
    if (line.problem !== null) return error(line.problem);
    if (provinceCode === null || startsOn === null || endsOn === null) return error("missing-days");
    const year = line.year ?? Number(startsOn.slice(0, 4));
    const cohort = programme.cohorts.find((one) => one.year === year);
    if (!rights.maySetUp(provinceCode, cohort?.id ?? null)) return error("not-yours");
    const wave = line.wave ?? onlyWave(programme, cohort?.id, startsOn);
    if (wave === null) return error("which-wave");
    const waveId = programme.waves.find((one) => one.cohortId === cohort?.id && one.number === wave)?.id ?? null;
    if (waveId === null && !rights.mayAddCohorts) return error("not-yours");
    const key = keyOf(year, wave, { provinceCode, name: line.name });
    if (seen.has(key)) return error("twice");
    seen.add(key);
    const named = known.get(key);
    const before = line.id === null ? named : byId.get(line.id);
    if (line.id !== null && before === undefined) return error("unknown-code");
    if (before !== undefined && met.has(before.id)) return error("twice");
    if (before !== undefined) met.add(before.id);
    if (before !== undefined && !isAt(before, { year, wave, provinceCode })) return error("other-code");
    if (before !== undefined && named !== undefined && named.id !== before.id) return error("name-taken");
    if (before !== undefined) return changedPlan(line, before, { startsOn, endsOn }, programme, now);
    const plansDueOn = line.plansDueOn ?? plansDueFor(endsOn);
    const place = { year, wave, waveId, provinceCode, venue: line.venue };
    return { status: "new", line, ...place, startsOn, endsOn, plansDueOn };
  });
}

function changedPlan(
  line: ClassLine,
  known: KnownClass,
  { startsOn, endsOn }: { startsOn: Day; endsOn: Day },
  { joined, sessions }: KnownProgramme,
  now: Date,
): ClassPlan {
  const error = (reason: LineReason): ClassPlan => ({ status: "error", line, reason });
  const moved = daysBetween(known.startsOn, startsOn);
  const today = dayIn(known.zone, now);
  if (moved !== 0 && known.startsOn <= today) return error("begun");
  const own = sessions.filter(({ classId }) => classId === known.id);
  if (moved !== 0 && (startsOn < today || landsInPast(own, moved, now))) return error("past");
  // What is moved as a whole takes its deadline along.
  const due = addDays(known.plansDueOn, moved);
  const wantsDue = line.plansDueOn !== null && line.plansDueOn !== due;
  if (wantsDue && joined.has(known.id)) return error("has-participants");
  if ((wantsDue ? line.plansDueOn : due) < endsOn) return error("due-before-end");
  const isLonger = addDays(known.endsOn, moved) !== endsOn;
  // Without its code a class is known by the letters of its name alone.
  const isRenamed = line.id !== null && line.name !== known.name;
  const wantsVenue = line.venue !== "" && line.venue !== known.venue;
  const changes: LineChange[] = [];
  if (isRenamed) changes.push({ field: "name", from: known.name, to: line.name });
  if (moved !== 0 || isLonger) {
    changes.push({ field: "days", from: `${known.startsOn}/${known.endsOn}`, to: `${startsOn}/${endsOn}` });
  }
  if (wantsDue) changes.push({ field: "plansDueOn", from: known.plansDueOn, to: String(line.plansDueOn) });
  if (wantsVenue) changes.push({ field: "venue", from: known.venue, to: line.venue });
  return {
    ...{ status: changes.length === 0 ? "same" : "changed", line, changes, known },
    ...(isRenamed && { name: line.name }),
    ...(moved !== 0 && { shiftTo: startsOn }),
    ...(isLonger && { endsOn }),
    ...(wantsVenue && { venue: line.venue }),
    ...(wantsDue && line.plansDueOn !== null && { plansDueOn: line.plansDueOn }),
  };
}

/** Where the sheet says none: the only one that the class's first day lies in, or the first of a cohort that has none. */
function onlyWave({ waves }: KnownProgramme, cohortId: number | undefined, startsOn: Day): number | null {
  const own = waves.filter((one) => one.cohortId === cohortId);
  if (own.length === 0) return 1;
  const around = own.filter((one) => one.startsOn <= startsOn && startsOn <= one.endsOn);
  const [only] = around;
  return only !== undefined && around.length === 1 ? only.number : null;
}

function isAt(known: KnownClass, at: { year: number; wave: number; provinceCode: string }): boolean {
  return known.cohortYear === at.year && known.waveNumber === at.wave && known.provinceCode === at.provinceCode;
}

function keyOf(year: number, wave: number, { provinceCode, name }: { provinceCode: string; name: string }): string {
  return `${year}|${wave}|${provinceCode}|${plainName(name)}`;
}

/** A class as it will be when the sheet has been saved, for the lines of other sheets that name it. */
export interface ComingClass {
  /** Of a class that is not there yet: −1 for the first new one, and so on. */
  readonly id: number;
  readonly name: string;
  /** What it was called until this file: other sheets may call it so still. */
  readonly formerName?: string;
  readonly isInFile: boolean;
  readonly year: number;
  readonly wave: number;
  readonly provinceCode: string;
  readonly zone: KnownClass["zone"];
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly plansDueOn: Day;
  readonly venue: string;
  /** By so many days its sessions move with it. */
  readonly moved: number;
}

/** Known classes and new ones; of a class whose line has an error there is what was there before. */
export function comingClasses(plans: readonly ClassPlan[], { classes }: KnownProgramme): readonly ComingClass[] {
  const changed = new Map(plans.flatMap((plan) => (plan.status === "changed" ? [[plan.known.id, plan] as const] : [])));
  const inFile = new Set(plans.flatMap((plan) => ("known" in plan ? plan.known.id : (plan.line.id ?? []))));
  const coming = classes.map((known): ComingClass => {
    const plan = changed.get(known.id);
    const { id, provinceCode, zone } = known;
    const name = plan?.name ?? known.name;
    const moved = plan?.shiftTo === undefined ? 0 : daysBetween(known.startsOn, plan.shiftTo);
    const plansDueOn = plan?.plansDueOn ?? addDays(known.plansDueOn, moved);
    const startsOn = addDays(known.startsOn, moved);
    const endsOn = plan?.endsOn ?? addDays(known.endsOn, moved);
    const venue = plan?.venue ?? known.venue;
    const former = name === known.name ? {} : { formerName: known.name };
    const isInFile = inFile.has(id);
    const place = { year: known.cohortYear, wave: known.waveNumber, provinceCode };
    return { id, name, ...former, isInFile, ...place, zone, moved, startsOn, endsOn, plansDueOn, venue };
  });
  let made = 0;
  for (const plan of plans) {
    if (plan.status !== "new") continue;
    const { year, wave, provinceCode, startsOn, endsOn, plansDueOn, venue, line } = plan;
    made += 1;
    const place = { year, wave, provinceCode, zone: zoneOfProvince(provinceCode), venue };
    const days = { startsOn, endsOn, plansDueOn, moved: 0 };
    coming.push({ id: -made, name: line.name, isInFile: true, ...place, ...days });
  }
  return coming;
}
