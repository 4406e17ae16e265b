// Somebody who may let people in looks at those who wait: all of a class, or one of them.
import { pageOf, ROWS_A_PAGE } from "../../../domain/paging.js";
import type { Actor } from "../../../domain/people/person.js";
import type { World } from "../../../ports.js";
import { noteLook } from "../../access.js";
import { type FoundAdmission, findAdmission, listAdmissions, type OpenAdmissions } from "./find-admission.js";

export async function openAdmission(world: World, actor: Actor, participantId: number): Promise<FoundAdmission> {
  const found = await findAdmission(world.store, actor, participantId);
  if (found.kind === "found") {
    const look = { action: "admission.view", subject: `participant:${participantId}` } as const;
    await noteLook(world, actor, look);
  }
  return found;
}

export async function openAdmissions(
  world: World,
  actor: Actor,
  classId: number,
  wantedPage: number,
): Promise<OpenAdmissions> {
  const found = await listAdmissions(world.store, actor, classId);
  if (found.kind !== "found") return found;
  const all = [...found.open, ...found.refused];
  if (all.length > 0) {
    const { page } = pageOf(all, ROWS_A_PAGE, wantedPage);
    const shown = all.map(({ participant }) => `participant:${participant.id}`);
    const details = { count: all.length, page };
    await noteLook(world, actor, {
      action: "admission.list",
      subject: `class:${classId}`,
      details,
      shown,
    });
  }
  return found;
}
