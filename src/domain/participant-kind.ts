// The kinds of participant, and what differs between them.

export const PARTICIPANT_KINDS = ["desa", "kelurahan", "tbm", "regency_office", "province_office"] as const;
export type ParticipantKind = (typeof PARTICIPANT_KINDS)[number];

/** Offices accompany libraries; they carry out no plans of their own unless flagged, on the roster or by who follows them up. */
export function carriesOutPlans({ kind, flagged }: { kind: ParticipantKind; flagged: boolean }): boolean {
  return flagged || (kind !== "regency_office" && kind !== "province_office");
}

/** How far down the tree of places this kind's own place lies. */
export function placeLevelOf(kind: ParticipantKind): "province" | "regency" | "village" {
  if (kind === "province_office") return "province";
  return kind === "regency_office" ? "regency" : "village";
}
