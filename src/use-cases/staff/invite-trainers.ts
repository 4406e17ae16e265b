// An admin puts many trainers on the list at once, whom nobody knew before: each with their classes and a link of their own.
import { INVITATION_DAYS } from "../../domain/people/invitation.js";
import { mayStaffClass } from "../../domain/people/permissions.js";
import type { KnownActor } from "../../domain/people/person.js";
import { mayManageTrainer } from "../../domain/programme/staff-rights.js";
import type { World } from "../../ports.js";
import { setUpAlone } from "../set-up-alone.js";

export interface WishedTrainer {
  name: string;
  /** E.164. */
  phone: string;
  classIds: readonly number[];
}

export type InviteTrainersOutcome =
  /** Their ids, in the order given. */
  | { kind: "invited"; ids: number[] }
  /** One of these numbers is somebody's already: anyone who is known is invited by inviteStaff. */
  | { kind: "refused"; reason: "known" }
  | { kind: "not_allowed" };

/** All of them or none. Twice is refused: by then they are known. */
export async function inviteTrainers(
  world: World,
  asked: KnownActor,
  wishes: readonly WishedTrainer[],
): Promise<InviteTrainersOutcome> {
  const now = world.clock.now();
  return world.transaction(async ({ store }) => {
    const actor = await setUpAlone(store, asked);
    const ids = [...new Set(wishes.flatMap(({ classIds }) => classIds))];
    const classes = new Map((await store.classes.findAll(ids)).map((one) => [one.id, one]));
    const mayAll = ids.every((id) => {
      const one = classes.get(id);
      return one !== undefined && mayStaffClass(actor, one);
    });
    const isLoose = wishes.some(({ classIds }) => classIds.length === 0);
    if (!mayAll || (isLoose && !mayManageTrainer(actor, []))) return { kind: "not_allowed" };
    const known = await store.staff.trainersByPhone(wishes.map(({ phone }) => phone));
    if (known.length > 0) return { kind: "refused", reason: "known" };
    const expiresAt = new Date(now.getTime() + INVITATION_DAYS * 86_400_000);
    const added = await store.staff.addTrainers(
      wishes.map(({ name, phone, classIds: [first] }) => ({
        ...{ name, phone, link: { token: world.ids.token(), expiresAt } },
        zone: classes.get(first ?? 0)?.zone ?? "Asia/Jakarta",
      })),
      now,
    );
    const teaching = wishes.flatMap(({ classIds }, n) =>
      classIds.map((classId) => ({ classId, personId: added[n] ?? 0 })),
    );
    await store.staff.teachAll(teaching);
    const entries = wishes.map(({ classIds }, n) => ({
      ...{ actorId: actor.person.id, action: "role.grant" as const, subject: `person:${added[n]}` },
      details: { role: "trainer", classes: [...classIds] },
    }));
    await store.audit.recordAll(entries, now);
    return { kind: "invited", ids: added };
  });
}
