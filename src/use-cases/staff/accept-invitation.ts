// A trainer or admin takes the role they were invited to: the link and their own phone prove it, consent comes first.
import { standingOf } from "../../domain/people/invitation.js";
import type { Actor, Person } from "../../domain/people/person.js";
import type { InvitationRecord } from "../../ports/people/people.js";
import type { Store, World } from "../../ports.js";

/** The number that Telegram vouches for, E.164; or that it matched before, when they were asked for consent. */
export type InvitationProof = { phone: string } | "matched before";

export interface AcceptInvitationInput {
  token: string;
  proof: InvitationProof;
  /** They agreed to the notice for staff in force just now. */
  agrees: boolean;
  updateId: number;
  saidAt: Date;
}

export type AcceptInvitationOutcome =
  | { kind: "accepted"; person: Person }
  | { kind: "consent_needed" }
  /** The link was made for somebody else's phone, as a forwarded one is. */
  | { kind: "other_phone" }
  | { kind: "used" | "revoked" | "expired" | "unknown" };

/** Single use; for the one who used it, using it again says so once more and changes nothing. */
export async function acceptInvitation(
  world: World,
  actor: Actor,
  input: AcceptInvitationInput,
): Promise<AcceptInvitationOutcome> {
  const now = world.clock.now();
  return world.transaction(async ({ store }) => {
    const invitation = await store.people.findInvitation(input.token);
    if (invitation === null) return { kind: "unknown" };
    const standing = standingOf(invitation, input.saidAt);
    if (standing === "used" && invitation.person.telegramId === actor.telegramId) {
      return { kind: "accepted", person: invitation.person };
    }
    if (standing !== "open") return { kind: standing };
    const { proof } = input;
    if (proof !== "matched before" && invitation.person.phone !== proof.phone) return { kind: "other_phone" };
    const keeper = actor.person ?? invitation.person;
    const { staff: version } = world.settings.notices;
    if (!input.agrees && !(await store.people.agreedNotices(keeper.id)).includes(version)) {
      return { kind: "consent_needed" };
    }
    if (input.agrees) await store.people.recordConsent(keeper.id, version, input.updateId, now);
    await bind(store, actor, invitation, now);
    await store.people.markInvitationUsed(input.token, now);
    const person = await store.people.find(keeper.id);
    if (person === null) throw new Error(`Person ${keeper.id} vanished while accepting an invitation.`);
    return { kind: "accepted", person };
  });
}

/** Anyone who takes part in a class themselves stays one person: the roles move to them, so that no plan is left behind. */
async function bind(store: Store, actor: Actor, { person: invited }: InvitationRecord, now: Date): Promise<void> {
  const { person, telegramId } = actor;
  if (person === null || person.id === invited.id) {
    await store.people.bindAccount(invited.id, telegramId, now);
    return;
  }
  await store.people.moveStaffRoles(invited.id, person.id);
  // Nobody is behind that row any more: what was written of them goes on with them alone, and is erased with them.
  await store.people.change(invited.id, { name: "", phone: null });
  await store.people.change(person.id, {
    phone: invited.phone,
    ...(person.name === "" && { name: invited.name }),
    ...(person.zone === null && invited.zone !== null && { zone: invited.zone }),
  });
}
