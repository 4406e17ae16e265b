// What an admin practised on goes as a whole: by themselves, by the one who may set up every class in it, or with their last admin's role.
import { isOwnPractice, maySetUpClass } from "../../../domain/people/permissions.js";
import { type Actor, isAdmin, type KnownActor } from "../../../domain/people/person.js";
import type { Practice } from "../../../ports/programme/practice.js";
import type { World } from "../../../ports.js";
import { setUpAlone } from "../../set-up-alone.js";

/** gone: it was removed before, or never was. */
export type RemovePracticeOutcome = { kind: "removed"; name: string } | { kind: "gone" } | { kind: "not_allowed" };

/** Twice is once. */
export async function removePractice(
  world: World,
  asked: KnownActor,
  cohortId: number,
): Promise<RemovePracticeOutcome> {
  return world.transaction(async (inside) => {
    const { store } = inside;
    const actor = await setUpAlone(store, asked);
    if (!isAdmin(actor)) return { kind: "not_allowed" };
    const practice = await store.practice.find(cohortId);
    if (practice === null) return { kind: "gone" };
    if (!mayRemovePractice(actor, practice)) return { kind: "not_allowed" };
    await takeAwayPractice(inside, cohortId);
    return { kind: "removed", name: practice.trainingClass.name };
  });
}

export function mayRemovePractice(actor: Actor, { cohortId, provinceCodes }: Practice): boolean {
  if (isOwnPractice(actor, cohortId)) return true;
  return provinceCodes.every((provinceCode) => maySetUpClass(actor, { provinceCode, cohortId }));
}

/** Without asking who may. Copies of files are removed as those of the erased are, by the job that does so. */
export async function takeAwayPractice({ store, clock }: World, cohortId: number): Promise<void> {
  const { files } = await store.practice.remove(cohortId);
  if (files.length > 0) await store.erasures.begin({ files, accounts: [] }, clock.now());
}
