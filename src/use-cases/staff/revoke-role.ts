// An admin takes a role from somebody below, or gives it back. It counts from their next tap on.
import type { KnownActor, Person } from "../../domain/people/person.js";
import { mayRevoke } from "../../domain/programme/staff-rights.js";
import type { StaffBinding } from "../../ports/people/staff.js";
import type { Store, World } from "../../ports.js";
import { takeAwayPractice } from "../programme/practice/remove-practice.js";
import { setUpAlone } from "../set-up-alone.js";
import { findStaffHolding } from "./find-staff-holding.js";
import { tellOfRole } from "./tell-of-role.js";

export interface RoleInput {
  personId: number;
  bindingId: number;
}

export type RevokeRoleOutcome =
  | { kind: "revoked" | "given_back"; person: Person; binding: StaffBinding }
  /** Named in the configuration: every start would give the role again. */
  | { kind: "named_in_configuration" }
  | { kind: "not_allowed" };

/** Twice is once: what is revoked stays revoked since the first time. */
export async function revokeRole(world: World, actor: KnownActor, input: RoleInput): Promise<RevokeRoleOutcome> {
  const now = world.clock.now();
  return world.transaction(async (inside) => {
    const { store } = inside;
    const found = await findTheirs(store, actor, input);
    if (found === null) return { kind: "not_allowed" };
    const { person, binding } = found;
    const isNational = binding.role === "admin" && binding.regionCode === null && binding.cohortId === null;
    const isNamed = (world.settings.namedAdmins ?? []).some((id) => id === person.telegramId);
    if (isNational && isNamed) return { kind: "named_in_configuration" };
    if (binding.revokedAt === null) {
      await store.staff.revokeRole(binding.id, now);
      // The link may be that of another role, which others gave: it is for all that somebody holds.
      const left = await store.people.rolesOf(person.id);
      if (left.length === 0) await store.staff.revokeInvitations(person.id, now);
      // What only admins see would lie there for ever.
      const practice = left.some(({ role }) => role === "admin") ? null : await store.practice.cohortOf(person.id);
      if (practice !== null) await takeAwayPractice(inside, practice);
      await tellOfRole(inside, person, { role: binding, given: false });
      await noteRole(store, actor, "role.revoke", found, now);
    }
    return { kind: "revoked", person, binding };
  });
}

export async function giveBackRole(world: World, actor: KnownActor, input: RoleInput): Promise<RevokeRoleOutcome> {
  const now = world.clock.now();
  return world.transaction(async (inside) => {
    const { store } = inside;
    const found = await findTheirs(store, actor, input);
    if (found === null) return { kind: "not_allowed" };
    if (found.binding.revokedAt !== null) {
      await store.staff.giveBackRole(found.binding.id);
      await tellOfRole(inside, found.person, { role: found.binding, given: true });
      await noteRole(store, actor, "role.give-back", found, now);
    }
    return { kind: "given_back", person: found.person, binding: found.binding };
  });
}

/** Of two who revoke each other at once, one comes too late. */
async function findTheirs(store: Store, actor: KnownActor, { personId, bindingId }: RoleInput) {
  const now = await setUpAlone(store, actor);
  const record = await findStaffHolding(store, personId);
  const binding = record?.bindings.find(({ id }) => id === bindingId);
  if (record === null || binding === undefined) return null;
  const { person, classes } = record;
  return mayRevoke(now, { personId, classes }, binding) ? { person, binding } : null;
}

async function noteRole(
  store: Store,
  actor: KnownActor,
  action: "role.revoke" | "role.give-back",
  { person, binding }: { person: Person; binding: StaffBinding },
  now: Date,
): Promise<void> {
  const { role, regionCode } = binding;
  const entry = { actorId: actor.person.id, action, subject: `person:${person.id}`, details: { role, regionCode } };
  await store.audit.record(entry, now);
}
