// Who may give and take the roles of trainers and admins: those above.
import { adminReach, type Reach, reachCovers } from "../people/admin-reach.js";
import { mayOperate } from "../people/permissions.js";
import { type Actor, isTrainer } from "../people/person.js";
import type { RoleBinding } from "../people/role-binding.js";
import { isProvinceCode } from "../places/place.js";

interface ClassPlace {
  provinceCode: string;
  cohortId: number;
}

/** An admin's reach is given by the one who reaches farther; the whole country's by others of the whole country. */
export function mayMakeAdmin(actor: Actor, wanted: Reach): boolean {
  const own = adminReach(actor.roles);
  return reachCovers(own, [wanted]) && (mayOperate(actor) || !reachCovers([wanted], own));
}

/** What somebody may be made an admin of in the chat, of every cohort: an admin of a province is asked for one of its kabupaten alone. */
export function adminsToMake(actor: Actor): {
  scopes: ("country" | "province" | "regency")[];
  /** Where a kabupaten is looked for; null: everywhere. */
  provinces: string[] | null;
} {
  if (mayOperate(actor)) return { scopes: ["country", "province", "regency"], provinces: null };
  const own = adminReach(actor.roles).flatMap(({ regionCode, cohortId }) =>
    cohortId === null ? (regionCode ?? []) : [],
  );
  const provinces = [...new Set(own.filter(isProvinceCode))];
  return { scopes: provinces.length === 0 ? [] : ["regency"], provinces };
}

/** A trainer is in the hands of admins over all classes that they teach; one without a class, of admins of the whole country. */
export function mayManageTrainer(actor: Actor, classes: readonly ClassPlace[]): boolean {
  if (mayOperate(actor)) return true;
  const places = classes.map(({ provinceCode, cohortId }) => ({ regionCode: provinceCode, cohortId }));
  return places.length > 0 && reachCovers(adminReach(actor.roles), places);
}

/** When a trainer is away is said by themselves, or by an admin over one of their classes. */
export function maySayAway(
  actor: Actor,
  { personId, classes }: { personId: number; classes: readonly ClassPlace[] },
): boolean {
  if (actor.person?.id === personId) return isTrainer(actor);
  const own = adminReach(actor.roles);
  const isTheirs = ({ provinceCode, cohortId }: ClassPlace) =>
    reachCovers(own, [{ regionCode: provinceCode, cohortId }]);
  return mayManageTrainer(actor, classes) || classes.some(isTheirs);
}

/** Staff whom other admins reach too keep the name that those admins know. */
export function mayRenameTrainer(
  actor: Actor,
  {
    bindings,
    classes,
  }: { bindings: readonly (RoleBinding & { revokedAt: Date | null })[]; classes: readonly ClassPlace[] },
): boolean {
  const held = bindings.filter(({ revokedAt }) => revokedAt === null);
  const isTrainer = held.some(({ role }) => role === "trainer");
  const others = held.filter(({ role }) => role !== "trainer");
  return isTrainer && mayManageTrainer(actor, classes) && others.every((one) => mayMakeAdmin(actor, one));
}

/** Nobody takes their own role away: the whole country would be left without an admin. */
export function mayRevoke(
  actor: Actor,
  staff: { personId: number; classes: readonly ClassPlace[] },
  binding: RoleBinding,
): boolean {
  if (actor.person?.id === staff.personId) return false;
  return binding.role === "admin" ? mayMakeAdmin(actor, binding) : mayManageTrainer(actor, staff.classes);
}
