// Everybody of a class with their lights, for one picture: a look at them, like the list.
import { countLights, type LightCounts } from "../../../domain/caseload/files/light-counts.js";
import type { KnownActor } from "../../../domain/people/person.js";
import type { TrainingClass } from "../../../ports/programme/classes.js";
import type { World } from "../../../ports.js";
import { type Access, noteLook } from "../../access.js";
import { type PersonInCare, subjectInCare } from "../person-in-care.js";
import { type PeopleRead, readPeople } from "../read-people.js";
import { openPeopleScope } from "./open-people-scope.js";

/** Classes have some fifty; more rows than that and names become too small to read. */
const MOST_IN_PICTURE = 60;

/** All are counted. */
const MOST_IN_CLASS = 10_000;

export interface ClassPicture {
  trainingClass: TrainingClass;
  /** The first of them. */
  people: PersonInCare[];
  total: number;
  counts: PeopleRead["counts"];
  lights: LightCounts;
  countedAt: Date;
}

export async function viewClassPicture(
  world: World,
  actor: KnownActor,
  classId: number,
): Promise<Access<ClassPicture>> {
  const opened = await openPeopleScope(world, actor, { classId, practice: false });
  if (opened.kind !== "found") return opened;
  const { care, trainingClass, subject } = opened;
  if (trainingClass === null) return { kind: "gone" };
  const { people, total, counts } = await readPeople(world, care, {
    filter: "all",
    classId,
    page: 0,
    most: MOST_IN_CLASS,
  });
  const shown = people.slice(0, MOST_IN_PICTURE);
  if (total > 0) {
    await noteLook(world, actor, {
      ...{ action: "class.picture", subject, details: { count: total } },
      shown: shown.map(subjectInCare),
    });
  }
  return {
    ...{ kind: "found", trainingClass, total, counts, lights: countLights(people), countedAt: world.clock.now() },
    people: shown,
  };
}
