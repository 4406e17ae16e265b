// The kinds of participant, and what differs between them.
import { levelOf, villageKind } from "../places/place.js";

export const PARTICIPANT_KINDS = ["desa", "kelurahan", "tbm", "regency_office", "province_office"] as const;
export type ParticipantKind = (typeof PARTICIPANT_KINDS)[number];

export const OFFICE_KINDS: readonly ParticipantKind[] = ["regency_office", "province_office"];

export function isOffice(kind: ParticipantKind): boolean {
  return OFFICE_KINDS.includes(kind);
}

/** Offices accompany libraries; they carry out no plans of their own unless flagged, on the roster or by who follows them up. */
export function carriesOutPlans({ kind, flagged }: { kind: ParticipantKind; flagged: boolean }): boolean {
  return flagged || !isOffice(kind);
}

/** How far down the tree of places this kind's own place lies. */
export function placeLevelOf(kind: ParticipantKind): "province" | "regency" | "village" {
  if (kind === "province_office") return "province";
  return kind === "regency_office" ? "regency" : "village";
}

/**
 * A village knows whether it is a desa or a kelurahan better than anyone who presses a button or writes a list: told apart by that, its one
 * library would be two. The few villages that are officially neither have a desa's library. A TBM and an office stay what they are.
 */
export function kindAt(kind: ParticipantKind, placeCode: string): ParticipantKind {
  if ((kind !== "desa" && kind !== "kelurahan") || levelOf(placeCode) !== "village") return kind;
  return villageKind(placeCode) === "kelurahan" ? "kelurahan" : "desa";
}
