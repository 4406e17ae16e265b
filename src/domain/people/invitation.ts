// Whether a trainer's or admin's invitation can still be used, and for how long it holds.

/** Long enough to be found again in a full WhatsApp, short enough not to lie about for ever. */
export const INVITATION_DAYS = 30;

export interface Invitation {
  expiresAt: Date;
  usedAt: Date | null;
  revokedAt: Date | null;
}

export type InvitationStanding = "open" | "used" | "revoked" | "expired";

/** Revoked comes first: anyone who asks should hear that it was taken back, whatever else is true of it. */
export function standingOf({ expiresAt, usedAt, revokedAt }: Invitation, saidAt: Date): InvitationStanding {
  if (revokedAt !== null) return "revoked";
  if (usedAt !== null) return "used";
  return expiresAt <= saidAt ? "expired" : "open";
}
