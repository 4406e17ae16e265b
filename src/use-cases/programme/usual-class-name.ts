// What a new class is called where nobody says otherwise.
import { adminReach } from "../../domain/people/admin-reach.js";
import type { Actor } from "../../domain/people/person.js";
import { nextClassName } from "../../domain/programme/new-class.js";
import type { World } from "../../ports.js";

/** The first name that no class of the province has in the whole cohort: classes of two waves are told apart by their names alone. */
export async function usualClassName(
  { store }: World,
  actor: Actor,
  { waveId, provinceCode }: { waveId: number; provinceCode: string },
): Promise<string> {
  const province = await store.places.find(provinceCode);
  const wave = await store.programme.findWave(waveId, adminReach(actor.roles));
  const taken: string[] = [];
  for (const { id } of wave === null ? [] : await store.programme.waves(wave.cohortId, [])) {
    taken.push(...(await store.programme.classes(id, provinceCode)).map(({ name }) => name));
  }
  return nextClassName(province?.name ?? "", taken);
}
