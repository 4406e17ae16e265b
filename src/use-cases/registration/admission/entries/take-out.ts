// A yes is taken back: what somebody had entered in the library goes out with them, and those who go on there are told.
import type { Admission } from "../../../../domain/registration/admission.js";
import type { AdmissionCase, Parted } from "../../../../ports/people/admissions.js";
import type { World } from "../../../../ports.js";
import type { Texts } from "../../../../texts/index.js";
import { settleDeadlines } from "../../../plans/settle-deadlines.js";
import { postTo } from "../../../posting.js";
import { admissionSubject } from "../tell-of-arrival.js";

/** One participation of theirs for this library. */
export interface Standing {
  id: number;
  admission: Admission;
}

/** They find one place of their own for all their participations there. Null: they had not been let in. */
export async function takeOut(
  inside: World,
  { participant: { person, library } }: AdmissionCase,
  all: readonly Standing[],
): Promise<Parted | null> {
  const now = inside.clock.now();
  const [first, ...rest] = all.filter(({ admission }) => admission === "admitted").map(({ id }) => id);
  if (first === undefined) return null;
  const apart = await inside.store.admissions.apartOf(library, [first, ...rest]);
  const parted = await inside.store.admissions.takeApart(library.id, apart.id, person.id);
  await settleDeadlines(inside.store, parted.apartPlanIds);
  await inside.store.admissions.release(apart.id, person.id, now);
  for (const id of [first, ...rest]) await inside.store.admissions.moveParticipant(id, apart.id);
  // A plan that was reported on, or written, by them alone is open again.
  await inside.store.plans.remindAgain(parted.planIds);
  return parted;
}

/** Those who act for the library see other plans and reports there than a moment ago. */
export async function tellOfLeaving(
  inside: World,
  { participant, managers }: AdmissionCase,
  parted: Parted,
): Promise<void> {
  const { id, person, library, trainingClass } = participant;
  const words = { name: person.name, library: library.name, ...parted };
  await postTo(
    inside,
    managers.map((manager) => ({
      key: `colleague-left:${id}:${inside.clock.now().getTime()}:${manager.id}`,
      kind: "colleague",
      to: { ...manager, zone: manager.zone ?? trainingClass.zone },
      subjects: [admissionSubject(id)],
      names: [person.id],
      say: ({ admission }: Texts) => admission.colleagueLeft(words),
    })),
  );
}
