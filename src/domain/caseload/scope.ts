// Some of the people in one's care, as a button or a draft names them. Who is in it is asked anew each time.
import { type Area, readArea, writeArea } from "../overview/area.js";
import { PEOPLE_FILTERS, type PeopleFilter } from "./people-filter.js";

export type Scope =
  | { kind: "plan"; planId: number }
  | { kind: "participant"; participantId: number }
  /** Who was invited and has not joined: what was told of for them. */
  | { kind: "roster_row"; rosterRowId: number }
  | { kind: "regency"; code: string }
  | { kind: "class"; classId: number }
  /** Those of /peserta with this filter; of an area, where they are too many at once. */
  | { kind: "filter"; filter: PeopleFilter; area?: Area }
  /** Those who have a late plan that is the trainer's turn: those of the morning's list. */
  | { kind: "late"; area?: Area };

/** What is divided where it is about too many people at once. */
export type WideScope = Extract<Scope, { kind: "filter" | "late" }>;

export type ScopeOfOne = Extract<Scope, { kind: "plan" | "participant" | "roster_row" }>;

export function isWide(scope: Scope): scope is WideScope {
  return scope.kind === "filter" || scope.kind === "late";
}

/** As posts, audits and drafts speak of it: plan:17, roster_row:3, class:5, late, late:21.01, filter:silent.21.01. */
export function scopeSubject(scope: Scope): string {
  switch (scope.kind) {
    case "plan":
      return `plan:${scope.planId}`;
    case "participant":
      return `participant:${scope.participantId}`;
    case "roster_row":
      return `roster_row:${scope.rosterRowId}`;
    case "regency":
      return `regency:${scope.code}`;
    case "class":
      return `class:${scope.classId}`;
    case "filter":
      return `filter:${scope.filter}${scope.area === undefined ? "" : `.${writeArea(scope.area)}`}`;
    case "late":
      return scope.area === undefined ? "late" : `late:${writeArea(scope.area)}`;
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
    case "roster_row":
      return id === null ? null : { kind, rosterRowId: id };
    case "class":
      return id === null ? null : { kind, classId: id };
    case "regency":
      return /^\d{2}\.\d{2}$/.test(about) ? { kind, code: about } : null;
    case "filter": {
      const [word = "", ...rest] = about.split(".");
      const filter = PEOPLE_FILTERS.find((one) => one === word);
      const area = rest.length === 0 ? undefined : readArea(rest.join("."));
      return filter === undefined || area === null ? null : { kind, filter, ...(area && { area }) };
    }
    case "late": {
      const area = about === "" ? undefined : readArea(about);
      return area === null ? null : { kind, ...(area && { area }) };
    }
    default:
      return null;
  }
}

/** Whether it can only ever be one person, or the few who manage one library: nothing has to be looked over before it is done. */
export function isAboutOne(scope: Scope): scope is ScopeOfOne {
  return scope.kind === "plan" || scope.kind === "participant" || scope.kind === "roster_row";
}
