// The desk of materials: every admin reads it, those of the whole country change what lies there.
import type { Material } from "../../domain/materials/material.js";
import { mayOperate } from "../../domain/people/permissions.js";
import { isAdmin, type KnownActor } from "../../domain/people/person.js";
import type { World } from "../../ports.js";
import { type Access, access } from "../access.js";

export function viewMaterials(
  world: World,
  actor: KnownActor,
): Promise<Access<{ materials: Material[]; mayChange: boolean }>> {
  return access(world, actor, {
    find: async () => ({ materials: await world.store.materials.all() }),
    may: () => isAdmin(actor) && { mayChange: mayOperate(actor) },
  });
}

export function viewMaterial(
  world: World,
  actor: KnownActor,
  id: number,
): Promise<Access<{ material: Material; mayChange: boolean }>> {
  return access(world, actor, {
    async find() {
      const material = await world.store.materials.find(id);
      return material === null ? null : { material };
    },
    may: () => isAdmin(actor) && { mayChange: mayOperate(actor) },
  });
}
