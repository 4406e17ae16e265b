// Some of the people in one's care, as a button or a draft names them. Who is in it is asked anew each time.
import { PEOPLE_FILTERS, type PeopleFilter } from "./people-filter.js";

export type Scope =
  | { kind: "plan"; planId: number }
  | { kind: "participant"; participantId: number }
  | { kind: "regency"; code: string }
  | { kind: "class"; classId: number }
  /** Those of /peserta with this filter. */
  | { kind: "filter"; filter: PeopleFilter }
  /** Those who have a late plan that is the trainer's turn: those of the morning's list. */
  | { kind: "late" };

/** As posts, audits and drafts speak of it: plan:17, class:5, late. */
export function scopeSubject(scope: Scope): string {
  switch (scope.kind) {
    case "plan":
      return `plan:${scope.planId}`;
    case "participant":
      return `participant:${scope.participantId}`;
    case "regency":
      return `regency:${scope.code}`;
    case "class":
      return `class:${scope.classId}`;
    case "filter":
      return `filter:${scope.filter}`;
    case "late":
      return "late";
  }
}

/** Null for what names nobody: an old button, or a forged one. */
export function readScope(subject: string): Scope | null {
  const [kind, about = "", ...more] = subject.split(":");
  if (more.length > 0) return null;
  const id = /^\d{1,9}$/.test(about) ? Number(about) : null;
  switch (kind) {
    case "plan":
      return id === null ? null : { kind, planId: id };
    case "participant":
      return id === null ? null : { kind, participantId: id };
    case "class":
      return id === null ? null : { kind, classId: id };
    case "regency":
      return /^\d{2}\.\d{2}$/.test(about) ? { kind, code: about } : null;
    case "filter": {
      const filter = PEOPLE_FILTERS.find((one) => one === about);
      return filter === undefined ? null : { kind, filter };
    }
    case "late":
      return about === "" ? { kind } : null;
    default:
      return null;
  }
}

/** Whether it can only ever be one person, or the few who manage one library: nothing has to be looked over before it is done. */
export function isAboutOne(scope: Scope): scope is Extract<Scope, { kind: "plan" | "participant" }> {
  return scope.kind === "plan" || scope.kind === "participant";
}
