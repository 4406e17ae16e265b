// Admins of the whole country lay out materials, change and remove them.
import { hasRoom, type Material, type MaterialContent } from "../../domain/materials/material.js";
import { mayOperate } from "../../domain/people/permissions.js";
import type { KnownActor } from "../../domain/people/person.js";
import type { World } from "../../ports.js";
import { setUpAlone } from "../set-up-alone.js";

export type WriteMaterialOutcome =
  | { kind: "kept"; material: Material }
  /** title_taken: the topic has another of this title. full: it has no room for one more of this kind. */
  | { kind: "not_allowed" | "gone" | "title_taken" | "full" }
  /** Another admin changed it since: anyone who has read that may say so with this content as seen. */
  | { kind: "changed_meanwhile"; now: MaterialContent };

/**
 * A new one, or another content for one that is there. `seen`: what stood there when the change was begun; without it that is written over.
 * Twice is once: what is there already is found, and leaves no second line.
 */
export async function writeMaterial(
  world: World,
  asked: KnownActor,
  { id, seen, ...content }: MaterialContent & { id: number | null; seen?: MaterialContent },
): Promise<WriteMaterialOutcome> {
  const now = world.clock.now();
  return world.transaction(async ({ store }): Promise<WriteMaterialOutcome> => {
    const actor = await setUpAlone(store, asked);
    if (!mayOperate(actor)) return { kind: "not_allowed" };
    const all = await store.materials.all();
    const before = all.find((one) => one.id === id) ?? null;
    if (id !== null && before === null) return { kind: "gone" };
    if (before !== null && isSame(before, content)) return { kind: "kept", material: before };
    if (before !== null && seen !== undefined && !isSame(before, seen)) {
      const { topic, title, kind, content: now } = before;
      return { kind: "changed_meanwhile", now: { topic, title, kind, content: now } };
    }
    const others = all.filter((one) => one.topic === content.topic && one.id !== id);
    const namesake = others.find(({ title }) => title === content.title);
    if (namesake !== undefined) {
      return id === null && isSame(namesake, content) ? { kind: "kept", material: namesake } : { kind: "title_taken" };
    }
    if (!hasRoom(others, content.kind)) return { kind: "full" };
    const material = id === null ? await store.materials.insert(content) : await store.materials.change(id, content);
    if (material === null) return { kind: "gone" };
    const line = {
      action: id === null ? "material.add" : "material.change",
      subject: `material:${material.id}`,
    } as const;
    await store.audit.record({ actorId: actor.person.id, ...line, details: detailsOf(material) }, now);
    return { kind: "kept", material };
  });
}

export type RemoveMaterialOutcome = { kind: "removed"; material: Material } | { kind: "not_allowed" | "gone" };

/** Twice is once: what is gone is gone. */
export async function removeMaterial(world: World, asked: KnownActor, id: number): Promise<RemoveMaterialOutcome> {
  const now = world.clock.now();
  return world.transaction(async ({ store }): Promise<RemoveMaterialOutcome> => {
    const actor = await setUpAlone(store, asked);
    if (!mayOperate(actor)) return { kind: "not_allowed" };
    const material = await store.materials.find(id);
    if (material === null || !(await store.materials.remove(id))) return { kind: "gone" };
    const line = { action: "material.remove", subject: `material:${id}`, details: detailsOf(material) } as const;
    await store.audit.record({ actorId: actor.person.id, ...line }, now);
    return { kind: "removed", material };
  });
}

function isSame(one: MaterialContent, other: MaterialContent): boolean {
  const { topic, title, kind, content } = other;
  return one.topic === topic && one.title === title && one.kind === kind && one.content === content;
}

function detailsOf({ topic, title, kind }: MaterialContent) {
  return { topic, title, kind };
}
