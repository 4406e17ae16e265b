// Somebody who may let people in looks at those who wait: all of a class, or one of them.
import { type Page, pageOf, ROWS_A_PAGE } from "../../../domain/paging.js";
import { mayRunClass } from "../../../domain/people/permissions.js";
import type { Actor } from "../../../domain/people/person.js";
import type { AdmissionCase } from "../../../ports/people/admissions.js";
import type { TrainingClass } from "../../../ports/programme/classes.js";
import type { World } from "../../../ports.js";
import { noteLook } from "../../access.js";
import { type FoundAdmission, findAdmission } from "./find-admission.js";

export async function openAdmission(world: World, actor: Actor, participantId: number): Promise<FoundAdmission> {
  const found = await findAdmission(world.store, actor, participantId);
  if (found.kind === "found") {
    const look = { action: "admission.view", subject: `participant:${participantId}` } as const;
    await noteLook(world, actor, look);
  }
  return found;
}

export type AdmissionsPage =
  | ({
      kind: "found";
      trainingClass: TrainingClass;
      counts: Record<"waiting" | "begun" | "refused", number>;
    } & Page<AdmissionCase>)
  | { kind: "not_yours" };

/** One page of everybody of a class about whom a yes or no is due, or was said: those for whom somebody waits come first. */
export async function openAdmissions(
  world: World,
  actor: Actor,
  classId: number,
  wantedPage: number,
): Promise<AdmissionsPage> {
  const { store } = world;
  const trainingClass = await store.classes.find(classId);
  const trainers = trainingClass === null ? [] : await store.classes.trainersOf(classId);
  if (trainingClass === null || !mayRunClass(actor, trainingClass, trainers)) return { kind: "not_yours" };
  const open = await store.admissions.openOf(classId);
  const waiting = open.filter(({ participant }) => participant.admission === "waiting");
  const begun = open.filter(({ participant }) => participant.admission === "begun");
  const refused = await store.admissions.refusedOf(classId);
  const all = [...waiting, ...begun, ...refused];
  const onPage = pageOf(all, ROWS_A_PAGE, wantedPage);
  if (all.length > 0) {
    await noteLook(world, actor, {
      action: "admission.list",
      subject: `class:${classId}`,
      details: { count: all.length, page: onPage.page },
      // People on another page were not looked at.
      shown: onPage.shown.map(({ participant }) => `participant:${participant.id}`),
    });
  }
  const counts = { waiting: waiting.length, begun: begun.length, refused: refused.length };
  return { kind: "found", trainingClass, counts, ...onPage };
}
