// The kinds of participant, and what differs between them.

export const PARTICIPANT_KINDS = ["desa", "kelurahan", "tbm", "regency_office", "province_office"] as const;
export type ParticipantKind = (typeof PARTICIPANT_KINDS)[number];

/** Offices accompany libraries; they carry out no plans of their own unless flagged. */
export function carriesOutPlans(kind: ParticipantKind): boolean {
  return kind === "desa" || kind === "kelurahan" || kind === "tbm";
}

/** How far down the tree of places this kind's own place lies. */
export function placeLevelOf(kind: ParticipantKind): "province" | "regency" | "village" {
  if (kind === "province_office") return "province";
  return kind === "regency_office" ? "regency" : "village";
}
