// The invitations of all trainers of a wave or province, or of everybody whom an admin may invite: to be sent one by one by WhatsApp.
import { adminReach } from "../../domain/people/admin-reach.js";
import { maySetUpClass } from "../../domain/people/permissions.js";
import { isAdmin, type KnownActor } from "../../domain/people/person.js";
import type { StaffRecord } from "../../ports/people/staff.js";
import type { Store, World } from "../../ports.js";
import { setUpAlone } from "../set-up-alone.js";
import { mayInvite, openLink } from "./invite-staff.js";

export interface InvitationLine extends StaffRecord {
  /** Null: they have taken up their role. */
  link: { token: string; expiresAt: Date } | null;
}

export type InvitationsOutcome =
  /** `others`: they are on the list too, and only admins who reach farther may invite them. */
  { kind: "listed"; lines: InvitationLine[]; others: number } | { kind: "not_allowed" };

export interface InvitationsWanted {
  /** Null: everybody within reach, admins too. */
  waveId: number | null;
  provinceCode: string | null;
  /** What the file is for, as readers of the account read it: it is for one thing, so nobody is asked. */
  purpose: string;
}

/** A link that waits to be opened stays as it is, so that asking twice gives the same file; who has none that works gets one. */
export async function listInvitations(
  world: World,
  asked: KnownActor,
  { waveId, provinceCode, purpose }: InvitationsWanted,
): Promise<InvitationsOutcome> {
  const now = world.clock.now();
  return world.transaction(async (inside) => {
    const { store } = inside;
    const actor = await setUpAlone(store, asked);
    if (!isAdmin(actor)) return { kind: "not_allowed" };
    const classIds = waveId === null ? null : await classesWanted(store, actor, waveId, provinceCode);
    if (classIds?.size === 0) return { kind: "not_allowed" };
    const lines: InvitationLine[] = [];
    let others = 0;
    for (const { personId } of await store.staff.list(adminReach(actor.roles), null)) {
      const record = await store.staff.find(personId);
      if (record === null || !(classIds === null || record.classes.some(({ id }) => classIds.has(id)))) continue;
      if (personId === actor.person.id) continue;
      const hasJoined = record.person.telegramId !== null;
      if (!mayInvite(actor, record)) others += hasJoined ? 0 : 1;
      else {
        lines.push({ ...record, link: hasJoined ? null : await openLink(inside, record) });
      }
    }
    if (lines.length > 0) {
      const shown = lines.map(({ person }) => `person:${person.id}`);
      const details = {
        count: lines.length,
        ...(waveId !== null && { waveId }),
        ...(provinceCode && { provinceCode }),
        shown,
      };
      const entry = {
        actorId: actor.person.id,
        action: "staff.export" as const,
        subject: "staff",
        details,
        purpose,
      };
      await store.audit.record(entry, now);
    }
    return { kind: "listed", lines, others };
  });
}

async function classesWanted(
  store: Store,
  actor: KnownActor,
  waveId: number,
  provinceCode: string | null,
): Promise<Set<number>> {
  const classes = (await store.classes.ofWave(waveId)).filter((one) => maySetUpClass(actor, one));
  return new Set(
    classes.flatMap((one) => (provinceCode === null || one.provinceCode === provinceCode ? [one.id] : [])),
  );
}
