// Gives out the names of a class with its days, to be signed on paper.
import { classDays } from "../../../domain/classes/schedule.js";
import type { KnownActor } from "../../../domain/people/person.js";
import { addDays, type Day } from "../../../domain/time/calendar.js";
import type { TrainingClass } from "../../../ports/programme/classes.js";
import type { World } from "../../../ports.js";
import type { Refusal } from "../../access.js";
import { type ExportAsked, noteExport } from "../../own-data/note-export.js";
import type { PersonInCare } from "../person-in-care.js";
import { readPeople } from "../read-people.js";
import { openPeopleScope } from "./open-people-scope.js";

const MOST_IN_CLASS = 10_000;

export interface AttendanceList {
  trainingClass: TrainingClass;
  /** By name. */
  people: Pick<PersonInCare, "name" | "libraryName" | "place">[];
  days: Day[];
}

export type ExportAttendanceOutcome = ({ kind: "exported" } & AttendanceList) | { kind: "nobody" } | Refusal;

export async function exportAttendanceList(
  world: World,
  actor: KnownActor,
  { classId, ...asked }: { classId: number } & ExportAsked,
): Promise<ExportAttendanceOutcome> {
  return world.transaction(async (inside) => {
    const opened = await openPeopleScope(inside, actor, { classId, practice: false });
    if (opened.kind !== "found") return opened;
    const { care, trainingClass, subject } = opened;
    if (trainingClass === null) return { kind: "gone" };
    const wish = { filter: "all", classId, page: 0, most: MOST_IN_CLASS } as const;
    const { people } = await readPeople(inside, care, wish);
    if (people.length === 0) return { kind: "nobody" };
    const line = { action: "attendance.export", subject, details: { rows: people.length } } as const;
    await noteExport(inside, actor, line, asked);
    const byName = people.toSorted((a, b) => a.name.localeCompare(b.name, "id"));
    const sessions = await inside.store.classes.sessionsOf(classId);
    const days = classDays(trainingClass.zone, sessions).map(({ day }) => day);
    return { kind: "exported", trainingClass, people: byName, days: days.length > 0 ? days : daysOf(trainingClass) };
  });
}

/** Of a class whose sessions are not set up yet; at most two weeks. */
function daysOf({ startsOn, endsOn }: TrainingClass): Day[] {
  const days: Day[] = [];
  for (let day = startsOn; day <= endsOn && days.length < 14; day = addDays(day, 1)) days.push(day);
  return days;
}
