// Somebody's absence, for those it concerns: the trainer who is away, who covers for them, and admins over one of their classes.

import type { KnownActor } from "../../../domain/people/person.js";
import { maySayAway } from "../../../domain/programme/staff-rights.js";
import type { AbsenceRecord } from "../../../ports/people/absences.js";
import type { StaffRecord } from "../../../ports/people/staff.js";
import type { World } from "../../../ports.js";
import { type Access, access } from "../../access.js";

export type FoundTrainer = Access<{ record: StaffRecord; isSelf: boolean }>;

/** The trainer whose absence it is to say, for themselves and for admins. */
export function findTrainer(world: World, actor: KnownActor, personId: number): Promise<FoundTrainer> {
  return access(world, actor, {
    async find() {
      const record = await world.store.staff.find(personId);
      const isTrainer = record?.bindings.some(({ role, revokedAt }) => role === "trainer" && revokedAt === null);
      return record === null || isTrainer !== true ? null : { record, isSelf: personId === actor.person.id };
    },
    may: ({ record }) => maySayAway(actor, { personId, classes: record.classes }),
    look: ({ isSelf }) => (isSelf ? null : { action: "staff.view", subject: `person:${personId}` }),
  });
}

export type FoundAbsence = Access<{ absence: AbsenceRecord }>;

/** For those who may change it: not for who covers, who may only say that they cannot. */
export function findAbsence(world: World, actor: KnownActor, absenceId: number): Promise<FoundAbsence> {
  return access(world, actor, {
    async find() {
      const absence = await world.store.absences.find(absenceId);
      return absence === null ? null : { absence };
    },
    async may({ absence }) {
      const found = await findTrainer(world, actor, absence.personId);
      return found.kind === "found";
    },
  });
}
