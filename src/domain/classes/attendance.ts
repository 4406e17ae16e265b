// Whether somebody will come to a training session, as they say themselves or as their trainer marked it, and from when on it may be marked.

export type AttendanceAnswer = "present" | "late" | "absent";

export const ATTENDANCE_ANSWERS: readonly AttendanceAnswer[] = ["present", "late", "absent"];

export interface AttendanceCounts extends Record<AttendanceAnswer, number> {
  /** People who are expected and have said nothing yet, joined or not. */
  open: number;
}

/** Somebody expected in a class: who takes part, or who is on its roster and has not joined. */
export type Attendee = { participantId: number } | { rosterRowId: number };

/** Before a session begins: a person who comes so early is marked as there, and nobody is marked before. */
export const EARLIEST_MARK_MINUTES = 60;

/** How many answered what, of those who are expected. */
export function countAnswers(expected: readonly { answer: AttendanceAnswer | null }[]): AttendanceCounts {
  const counts: AttendanceCounts = { present: 0, late: 0, absent: 0, open: 0 };
  for (const { answer } of expected) counts[answer ?? "open"] += 1;
  return counts;
}
