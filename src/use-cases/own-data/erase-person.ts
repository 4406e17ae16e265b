// Somebody withdraws their consent and wants to be forgotten: in every table at once, in one transaction; their files right after it
// (finish-erasures.ts). Anyone who holds a role gives it up with it: nobody else has to agree, so that nobody can deny it to them.
import { type Actor, isKnown, type KnownActor } from "../../domain/people/person.js";
import type { StaffBinding } from "../../ports/people/staff.js";
import type { World } from "../../ports.js";
import { forgetPerson } from "./forget-person.js";

/** What stands between somebody and being forgotten. */
export type ErasureHindrance =
  /** Roles that end with it; participants depend on them, so the person says so once. */
  | { kind: "has_role"; roles: StaffBinding[] }
  /** No other national admin has taken up the role: nobody could look after the programme any more, nor make another admin. */
  | { kind: "last_admin" }
  /** Named in the configuration: every start would make them an admin again. */
  | { kind: "named_in_configuration" };

export type ErasePersonOutcome =
  | { kind: "erased"; number: number }
  /** Nobody with this account, or not the one who asked: the button is older than the person. */
  | { kind: "nobody" }
  | ErasureHindrance;

/** Null: nothing does. */
export async function viewErasure(world: World, actor: KnownActor): Promise<ErasureHindrance | null> {
  return hindranceOf(world, actor);
}

/** Twice is once: afterwards the account belongs to nobody. `endsRoles`: they have said that their roles shall end. */
export async function erasePerson(
  world: World,
  actor: Actor,
  { personId, endsRoles = false }: { personId: number; endsRoles?: boolean },
): Promise<ErasePersonOutcome> {
  if (!isKnown(actor) || actor.person.id !== personId) return { kind: "nobody" };
  const now = world.clock.now();
  return world.transaction(async (inside): Promise<ErasePersonOutcome> => {
    const { store } = inside;
    // Of two last admins who go at once, one comes too late. A participant need not wait for the one who sets up the programme.
    if ((await store.people.rolesOf(personId)).length > 0) await store.programme.hold();
    // Before anything of theirs: who writes to them holds them first as well, and a row of theirs after.
    await store.ownData.hold(personId);
    const hindrance = await hindranceOf(inside, actor);
    if (hindrance !== null && !(hindrance.kind === "has_role" && endsRoles)) return hindrance;
    for (const { role, regionCode } of hindrance?.roles ?? []) {
      const subject = `person:${personId}`;
      await store.audit.record(
        { actorId: personId, action: "role.give-up", subject, details: { role, regionCode } },
        now,
      );
    }
    // Their roles end with the rows (storage/personal-data/people.ts); what waited for them goes on as if they had been taken.
    const left = await forgetPerson(inside, personId, "asked");
    // For the data protection officer to see when; by whom is the very thing that was erased.
    await store.audit.record({ actorId: null, action: "person.erased", subject: `person:${personId}` }, now);
    await store.audit.count("person.erased");
    return { kind: "erased", number: await store.erasures.begin(left, now) };
  });
}

async function hindranceOf(
  { settings, store }: World,
  { person, telegramId }: KnownActor,
): Promise<ErasureHindrance | null> {
  const record = await store.staff.find(person.id);
  const roles = record?.bindings.filter(({ revokedAt }) => revokedAt === null) ?? [];
  const isNational = roles.some(
    ({ role, regionCode, cohortId }) => role === "admin" && regionCode === null && cohortId === null,
  );
  if (isNational && (settings.namedAdmins ?? []).includes(telegramId)) return { kind: "named_in_configuration" };
  if (isNational && (await store.staff.nationalAdminsBeside(person.id)) === 0) return { kind: "last_admin" };
  return roles.length === 0 ? null : { kind: "has_role", roles };
}
