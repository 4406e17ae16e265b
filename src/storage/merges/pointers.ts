// Every column that points to a person, a participant, a plan or a library: where a merge takes what was theirs. test/storage/merges asks the
// database whether all are here.
import { Prisma } from "../generated/client.js";
import type { Journal } from "./journal.js";

const { sql, raw } = Prisma;

interface Pointer {
  table: string;
  column: string;
  /** With these columns it is unique: where the one who stays has the same, the other's row stays where it is. */
  unique?: readonly string[];
}

const to = (table: string, column: string, ...unique: string[]): Pointer => ({
  ...{ table, column },
  ...(unique.length > 0 && { unique }),
});
/** Of these there is one each. */
const only = (table: string, column: string): Pointer => ({ table, column, unique: [] });

/** Without posts, which are moved by what became of them, and without the account of who did what, which nobody changes. */
export const TO_PEOPLE: readonly Pointer[] = [
  to("participants", "person_id", "class_id"),
  ...[to("account_bindings", "person_id"), to("account_moves", "person_id"), to("account_moves", "decided_by_id")],
  ...[to("handovers", "taken_by_id"), to("role_bindings", "person_id"), to("invitations", "person_id")],
  to("consent_receipts", "person_id", "notice_version"),
  to("library_members", "person_id", "library_id", "from_at"),
  to("participants", "decided_by_id"),
  to("class_trainers", "person_id", "class_id"),
  ...[to("roster_imports", "author_id"), to("roster_imports", "undone_by_id")],
  ...[to("progress_reports", "author_id"), to("progress_reports", "reviewed_by_id"), to("evidence", "sender_id")],
  ...[to("follow_ups", "trainer_id"), to("follow_ups", "resolved_by_id"), to("deadline_extensions", "by_id")],
  ...[to("announcements", "author_id"), to("announcements", "approver_id")],
  ...[to("announcement_corrections", "author_id"), to("announcement_corrections", "approver_id")],
  to("announcement_recipients", "person_id", "announcement_id"),
  to("announcement_recipients", "contacted_by_id"),
  ...[to("daily_summaries", "trainer_id", "day"), to("mornings", "trainer_id", "day")],
  to("thread_messages", "author_id", "update_id"),
  to("snoozes", "person_id", "message_id", "plan_id"),
  to("class_boards", "person_id", "class_id", "day"),
  to("announcement_boards", "person_id", "announcement_id", "correction_id"),
  to("saved_audiences", "person_id", "name"),
  to("held_back", "person_id", "day", "fact"),
  ...[to("absences", "person_id"), to("absences", "cover_id"), to("absences", "set_by_id", "update_id")],
  to("quick_answers", "person_id", "text"),
  to("named_feedback", "person_id", "class_id"),
  ...[to("pauses", "person_id"), to("pauses", "set_by_id", "update_id")],
  ...[to("attendance", "marked_by_id"), to("roster_attendance", "marked_by_id"), to("work_plans", "changed_by_id")],
  to("care_acts", "actor_id", "update_id"),
  ...[to("stories", "flagged_by_id"), to("stories", "listed_by_id"), to("story_exports", "by_id")],
  to("champions", "named_by_id"),
  only("story_subscriptions", "person_id"),
];

/** Of two participants of one class. */
export const TO_PARTICIPANTS: readonly Pointer[] = [
  to("attendance", "participant_id", "session_id"),
  ...[to("progress_reports", "participant_id"), to("question_threads", "participant_id")],
  to("handovers", "participant_id"),
  only("completion_letters", "participant_id"),
  only("roster_rows", "participant_id"),
  to("stories", "participant_id", "update_id"),
  only("champions", "participant_id"),
  to("libraries", "holder_id", "place_code", "kind", "name", "practice_of"),
];

/** Of two plans of one kind. */
export const TO_PLANS: readonly Pointer[] = [
  to("deadline_extensions", "plan_id", "update_id"),
  to("progress_reports", "plan_id", "update_id"),
  to("evidence", "plan_id", "file_unique_id"),
  to("follow_ups", "plan_id"),
  to("snoozes", "plan_id", "person_id", "message_id"),
  to("work_plans", "moved_to_id"),
];

export const TO_LIBRARIES: readonly Pointer[] = [
  to("library_members", "library_id", "person_id", "from_at"),
  to("participants", "library_id"),
  to("work_plans", "library_id", "cohort_id", "type"),
];

/** Returns how many rows now point to the one who stays. */
export async function repoint(
  journal: Journal,
  pointers: readonly Pointer[],
  from: number,
  into: number,
): Promise<number> {
  let moved = 0;
  for (const { table, column, unique } of pointers) {
    const same = unique?.map((one) => sql`AND o.${raw(one)} = t.${raw(one)}`) ?? [];
    const isFree =
      unique === undefined
        ? Prisma.empty
        : sql`AND NOT EXISTS (SELECT 1 FROM ${raw(table)} o WHERE o.${raw(column)} = ${into}::int ${Prisma.join([Prisma.empty, ...same], " ")})`;
    moved += await journal.update(
      table,
      sql`${raw(column)} = ${into}::int`,
      sql`t.${raw(column)} = ${from}::int ${isFree}`,
    );
  }
  return moved;
}
