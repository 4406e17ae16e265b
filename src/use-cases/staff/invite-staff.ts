// An admin puts somebody on the list of trainers or admins; a single-use link, bound to their phone, lets them take up the role.
import { INVITATION_DAYS, standingOf } from "../../domain/people/invitation.js";
import { maySetUpClass, mayStaffClass } from "../../domain/people/permissions.js";
import type { KnownActor, Person } from "../../domain/people/person.js";
import type { RoleBinding } from "../../domain/people/role-binding.js";
import { mayMakeAdmin, mayManageTrainer } from "../../domain/programme/staff-rights.js";
import { type Zone, zoneOfProvince } from "../../domain/time/zone.js";
import type { StaffRecord } from "../../ports/people/staff.js";
import type { Store, World } from "../../ports.js";
import { readHolding } from "../posting.js";
import { setUpAlone } from "../set-up-alone.js";
import { findStaffHolding } from "./find-staff-holding.js";
import { isWithinSight } from "./is-within-sight.js";
import { tellOfClasses, tellOfRole } from "./tell-of-role.js";

export type StaffWish =
  | { role: "trainer" /** Null: none yet; national admins only. */; classId: number | null }
  | { role: "admin" /** Null: the whole country. */; regionCode: string | null };

export type InviteStaffOutcome =
  /** `isNew`: false for somebody who was on the list with this phone already. `token`: null for the one who has an account. */
  { kind: "invited"; person: Person; isNew: boolean; token: string | null } | { kind: "not_allowed" };

/** Twice is once: one person a phone within their sight, one role a person; a link that waits to be opened is for the new role too. */
export async function inviteStaff(
  world: World,
  asked: KnownActor,
  { name, phone, wish }: { name: string; phone: string; wish: StaffWish },
): Promise<InviteStaffOutcome> {
  const now = world.clock.now();
  return world.transaction(async (inside) => {
    const { store } = inside;
    const actor = await setUpAlone(store, asked);
    const zone = await zoneIfAllowed(store, actor, wish);
    if (zone === null) return { kind: "not_allowed" };
    const known = await findKnown(store, actor, phone);
    const person = known ?? (await store.people.create({ name, phone, language: "id", zone }, now));
    const held = await store.people.rolesOf(person.id);
    const role: RoleBinding = {
      ...{ role: wish.role, cohortId: null },
      regionCode: wish.role === "admin" ? wish.regionCode : null,
    };
    const isNew = !held.some((one) => one.role === role.role && one.regionCode === role.regionCode);
    if (role.role === "trainer" && isNew) await leaveFormerClasses(store, actor, person.id, now);
    await store.people.grantRole(person.id, role, now);
    const taught = (await store.staff.find(person.id))?.classes ?? [];
    if (wish.role === "trainer" && wish.classId !== null) await store.staff.teach(wish.classId, person.id);
    const record = await store.staff.find(person.id);
    if (record === null) throw new Error(`Person ${person.id} has no role that was just given.`);
    const token = person.telegramId === null ? (await openLink(inside, record)).token : null;
    if (token === null && isNew) await tellOfRole(inside, person, { role, given: true });
    if (!isNew && person.id !== actor.person.id) {
      const fresh = record.classes.map(({ id }) => id).filter((id) => !taught.some((one) => one.id === id));
      await tellOfClasses(inside, person, { classes: await store.classes.findAll(fresh), given: true });
    }
    const details = { ...wish };
    const subject = `person:${person.id}`;
    await store.audit.record({ actorId: actor.person.id, action: "role.grant" as const, subject, details }, now);
    return { kind: "invited", person, isNew, token };
  });
}

/** Somebody out of the admin's sight is invited as if nobody knew them: their name would be told to the one who types a number. */
async function findKnown(store: Store, actor: KnownActor, phone: string): Promise<Person | null> {
  const byPhone = () => store.people.findByPhone(phone);
  for (const person of await readHolding(store, byPhone, (people) => people.map(({ id }) => id))) {
    if (await isWithinSight(store, actor, person.id)) return person;
  }
  return null;
}

export type RenewInvitationOutcome =
  | { kind: "renewed"; person: Person; token: string }
  | { kind: "not_allowed" | "joined" };

/** A new link in place of the old one; anyone who has taken theirs up needs none. */
export async function renewInvitation(
  world: World,
  asked: KnownActor,
  personId: number,
): Promise<RenewInvitationOutcome> {
  const now = world.clock.now();
  return world.transaction(async (inside) => {
    const { store } = inside;
    const actor = await setUpAlone(store, asked);
    const record = await findStaffHolding(store, personId);
    if (record === null || !mayInvite(actor, record)) return { kind: "not_allowed" };
    if (record.person.telegramId !== null) return { kind: "joined" };
    // The link of a role that others gave is theirs to take back.
    const isTheirs = rolesOf(actor, record).every(({ isTheirs }) => isTheirs);
    const { token } = await (isTheirs ? newLink(inside, personId) : openLink(inside, record));
    const subject = `person:${personId}`;
    await store.audit.record({ actorId: actor.person.id, action: "invitation.renew" as const, subject }, now);
    return { kind: "renewed", person: record.person, token };
  });
}

/** Somebody with a role that the actor could give them too. */
export function mayInvite(
  actor: KnownActor,
  { bindings, classes }: Pick<StaffRecord, "bindings" | "classes">,
): boolean {
  return rolesOf(actor, { bindings, classes }).some(({ isTheirs }) => isTheirs);
}

/** Those in force, and whether the actor could give them too. */
function rolesOf(actor: KnownActor, { bindings, classes }: Pick<StaffRecord, "bindings" | "classes">) {
  return bindings
    .filter(({ revokedAt }) => revokedAt === null)
    .map((one) => ({
      isTheirs: one.role === "admin" ? mayMakeAdmin(actor, one) : mayManageTrainer(actor, classes),
    }));
}

/** Anyone who lost the role lost its classes: it is not given back for those of others by inviting them to one's own. */
async function leaveFormerClasses(store: Store, actor: KnownActor, personId: number, now: Date): Promise<void> {
  const { classes = [] } = (await store.staff.find(personId)) ?? {};
  for (const former of classes.filter((one) => !maySetUpClass(actor, one))) {
    await store.staff.stopTeaching(former.id, personId);
    const entry = { actorId: actor.person.id, action: "class.trainer-remove" as const, subject: `class:${former.id}` };
    await store.audit.record({ ...entry, details: { personId } }, now);
  }
}

interface Link {
  token: string;
  expiresAt: Date;
}

/** The one that waits to be opened; where there is none, a new one. */
export async function openLink(inside: World, { person, invitation }: StaffRecord): Promise<Link> {
  if (invitation !== null && standingOf(invitation, inside.clock.now()) === "open") return invitation;
  return newLink(inside, person.id);
}

async function newLink({ clock, ids, store }: World, personId: number): Promise<Link> {
  const now = clock.now();
  const link = { token: ids.token(), expiresAt: new Date(now.getTime() + INVITATION_DAYS * 86_400_000) };
  await store.staff.invite(personId, link, now);
  return link;
}

/** The zone of the place that the role is about; null where the actor may not give it. */
async function zoneIfAllowed(store: Store, actor: KnownActor, wish: StaffWish): Promise<Zone | null> {
  if (wish.role === "admin") {
    if (!mayMakeAdmin(actor, { regionCode: wish.regionCode, cohortId: null })) return null;
    // The ministry and the library sit in Jakarta.
    return wish.regionCode === null ? "Asia/Jakarta" : zoneOfProvince(wish.regionCode.slice(0, 2));
  }
  if (wish.classId === null) return mayManageTrainer(actor, []) ? "Asia/Jakarta" : null;
  const trainingClass = await store.classes.find(wish.classId);
  return trainingClass !== null && mayStaffClass(actor, trainingClass) ? trainingClass.zone : null;
}
