// Whether somebody who joins may act for their library at once: nobody takes over a library by naming it.

import { kindAt, type ParticipantKind } from "../people/participant-kind.js";
import { dayIn, instantAt } from "../time/calendar.js";
import { addWorkingDays, type RestDays } from "../time/working-hours.js";
import type { Zone } from "../time/zone.js";

/**
 * admitted: acts for the library · begun: acts for a library in which nobody was, until somebody proves that it is theirs ·
 * waiting: what they enter is kept apart until a trainer or admin says yes · refused: a trainer or admin said no.
 */
const ADMISSIONS = ["admitted", "begun", "waiting", "refused"] as const;
export type Admission = (typeof ADMISSIONS)[number];

/** What decides at the moment of joining. */
export interface Arrival {
  /** Their own number, vouched for by Telegram, is on the class's roster for this library. */
  isInvited: boolean;
  /** They act for this library already, with a right of their own. */
  isManager: boolean;
  /** Somebody else acts for the library, or something was entered for it. */
  isTaken: boolean;
}

export function admissionOf({ isInvited, isManager, isTaken }: Arrival): Admission {
  if (isInvited || isManager) return "admitted";
  return isTaken ? "waiting" : "begun";
}

/** What an invitation says; null where it leaves something open. */
export interface InvitedAs {
  classId: number;
  phone: string | null;
  kind: ParticipantKind;
  placeCode: string | null;
  libraryName: string | null;
}

/** An invitation speaks for the library that it names, and for no other. */
export function isInvitedAs(
  row: InvitedAs,
  joins: { classId: number; phone: string | null; kind: ParticipantKind; placeCode: string; libraryName: string },
): boolean {
  if (row.phone === null || row.phone !== joins.phone || row.classId !== joins.classId) return false;
  if (kindAt(row.kind, joins.placeCode) !== kindAt(joins.kind, joins.placeCode)) return false;
  if (row.placeCode !== null && row.placeCode !== joins.placeCode) return false;
  // A village has one village library, however its name is spelt; reading rooms go by name.
  return joins.kind !== "tbm" || row.libraryName === null || row.libraryName === joins.libraryName;
}

/** A trainer has so long to answer before the province is asked. */
export const DAYS_TO_ANSWER = 3;

/** When the province is asked: the same time of day, so many working days later. */
export function provinceAskedAt(zone: Zone, askedAt: Date, rest: RestDays): Date {
  const asked = dayIn(zone, askedAt);
  const timeOfDay = askedAt.getTime() - instantAt(zone, asked, "00:00").getTime();
  return new Date(instantAt(zone, addWorkingDays(asked, DAYS_TO_ANSWER, rest), "00:00").getTime() + timeOfDay);
}
