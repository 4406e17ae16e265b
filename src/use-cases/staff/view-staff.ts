// Trainers and admins, for the one who is above them.
import { adminReach } from "../../domain/people/admin-reach.js";
import { type InvitationStanding, standingOf } from "../../domain/people/invitation.js";
import { maySetUpClass } from "../../domain/people/permissions.js";
import { type Actor, isAdmin } from "../../domain/people/person.js";
import { mayMakeAdmin, mayManageTrainer, mayRevoke } from "../../domain/programme/staff-rights.js";
import type { StaffBinding, StaffLine, StaffRecord } from "../../ports/people/staff.js";
import type { Store, World } from "../../ports.js";

export type StaffListView = { kind: "found"; staff: StaffLine[]; className: string | null } | { kind: "not_allowed" };

export async function listStaff({ store }: World, actor: Actor, classId: number | null): Promise<StaffListView> {
  if (!isAdmin(actor)) return { kind: "not_allowed" };
  const trainingClass = classId === null ? null : await store.classes.find(classId);
  if (classId !== null && (trainingClass === null || !maySetUpClass(actor, trainingClass)))
    return { kind: "not_allowed" };
  // Of a class that is theirs to set up, whatever they practise on: it is named.
  const named = trainingClass === null ? null : [{ regionCode: null, cohortId: trainingClass.cohortId }];
  const staff = await store.staff.list(named ?? adminReach(actor.roles), classId);
  return { kind: "found", staff, className: trainingClass?.name ?? null };
}

export interface StaffView extends StaffRecord {
  /** Where the latest invitation stands; "none" where there is none. */
  standing: InvitationStanding | "none";
  /** Roles that the one who looks may take away, and those that they may give back. */
  revocable: StaffBinding[];
  returnable: StaffBinding[];
  mayInvite: boolean;
  /** Of the classes that they teach those that are the looker's to staff; of the others the number is enough. */
  ownClasses: StaffRecord["classes"];
}

export async function viewStaff(
  { store, clock }: World,
  actor: Actor,
  personId: number,
): Promise<({ kind: "found" } & StaffView) | { kind: "not_allowed" }> {
  const record = await findStaff(store, actor, personId);
  if (record === null) return { kind: "not_allowed" };
  const { bindings, classes, invitation } = record;
  const theirs = bindings.filter((binding) => mayRevoke(actor, { personId, classes }, binding));
  return {
    kind: "found",
    ...record,
    standing: invitation === null ? "none" : standingOf(invitation, clock.now()),
    revocable: theirs.filter(({ revokedAt }) => revokedAt === null),
    returnable: theirs.filter(({ revokedAt }) => revokedAt !== null),
    ownClasses: classes.filter((one) => maySetUpClass(actor, one)),
    mayInvite: record.person.telegramId === null && theirs.some(({ revokedAt }) => revokedAt === null),
  };
}

/** Null for the one who is not there, or not below the one who asks. */
async function findStaff(store: Store, actor: Actor, personId: number): Promise<StaffRecord | null> {
  if (!isAdmin(actor)) return null;
  const record = await store.staff.find(personId);
  return record !== null && isInReach(actor, record) ? record : null;
}

/** Those to whom the actor may give roles, and those who teach a class of theirs. */
export function isInReach(actor: Actor, record: StaffRecord): boolean {
  const isBelow = record.bindings.some((binding) =>
    binding.role === "admin" ? mayMakeAdmin(actor, binding) : mayManageTrainer(actor, record.classes),
  );
  return isBelow || record.classes.some((one) => maySetUpClass(actor, one));
}
