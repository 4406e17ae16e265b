// Whether somebody will come to a training session, as they say themselves.

export type AttendanceAnswer = "present" | "late" | "absent";

export const ATTENDANCE_ANSWERS: readonly AttendanceAnswer[] = ["present", "late", "absent"];

export interface AttendanceCounts extends Record<AttendanceAnswer, number> {
  /** Participants of the class who have not said. */
  open: number;
}
