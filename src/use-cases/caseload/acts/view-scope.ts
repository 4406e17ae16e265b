// A scope as its forms show it: who is in it, and what it is called.

import { type Scope, scopeSubject } from "../../../domain/caseload/scope.js";
import type { Area } from "../../../domain/overview/area.js";
import type { KnownActor } from "../../../domain/people/person.js";
import type { Store, World } from "../../../ports.js";
import { noteLook } from "../../access.js";
import { type Found, type WhoIsIn, whoIsIn } from "./who-is-in.js";

/** Of one person or few their names, of a class or a place its own; the others have none. */
export type ViewedScope = { kind: "viewed"; found: Found; name: string } | Exclude<WhoIsIn, { kind: "in" }>;

export async function viewScope(world: World, actor: KnownActor, scope: Scope): Promise<ViewedScope> {
  const found = await whoIsIn(world, actor, scope);
  return found.kind === "in" ? { kind: "viewed", found, name: await nameOf(world, found) } : found;
}

/** Where the name of one person is all that is shown of it; a form notes its look itself. */
export async function viewOne(world: World, actor: KnownActor, scope: Scope): Promise<ViewedScope> {
  const viewed = await viewScope(world, actor, scope);
  const look = scope.kind === "plan" ? ("plan.view" as const) : ("person.view" as const);
  if (viewed.kind === "viewed") await noteLook(world, actor, { action: look, subject: scopeSubject(scope) });
  return viewed;
}

/** "Kabupaten Bintan", "Kepri 1", or both. */
async function nameOfArea(store: Store, { placeCode, classId }: Area): Promise<string> {
  const place = placeCode === null ? null : await store.places.find(placeCode);
  const trainingClass = classId === null ? null : await store.classes.find(classId);
  return [trainingClass?.name, place?.name].filter((name) => name !== undefined).join(", ");
}

async function nameOf({ store }: World, { scope, plan, invited, people }: Found): Promise<string> {
  switch (scope.kind) {
    case "roster_row":
      return invited ?? "";
    case "plan":
    case "participant":
      return people.map(({ person }) => person.name).join(", ") || plan?.names.join(", ") || (plan?.libraryName ?? "");
    case "class":
      return (await store.classes.find(scope.classId))?.name ?? "";
    case "regency":
      return (await store.places.find(scope.code))?.name ?? "";
    default:
      return scope.area === undefined ? "" : nameOfArea(store, scope.area);
  }
}
