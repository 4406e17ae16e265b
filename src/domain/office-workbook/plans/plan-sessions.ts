// What the sheet of sessions makes and changes.

import { daysLater, movesAlong } from "../../classes/class-shift.js";
import { meetingLink, type NewSession } from "../../programme/sessions.js";
import { instantAt } from "../../time/calendar.js";
import type { FindClass } from "../find-class.js";
import { type KnownSession, plainName } from "../known-programme.js";
import type { SessionLine } from "../office-lines.js";
import type { LineChange, LinePlan, LineReason } from "./line-plan.js";
import type { ComingClass } from "./plan-classes.js";

export interface NewSessionPlan {
  readonly of: ComingClass;
  readonly session: NewSession;
}

export interface ChangedSessionPlan {
  readonly of: ComingClass;
  readonly known: KnownSession;
  /** Only what changes. */
  readonly title?: string;
  readonly startsAt?: Date;
  readonly endsAt?: Date;
  readonly mode?: NewSession["mode"];
  readonly place?: string;
}

export type SessionPlan = LinePlan<SessionLine, NewSessionPlan, ChangedSessionPlan>;

/** An hour and a half, where nobody says. */
const USUAL_MINUTES = 90;

export function planSessions(
  lines: readonly SessionLine[],
  known: readonly KnownSession[],
  find: FindClass,
  now: Date,
): readonly SessionPlan[] {
  const classOf = new Map(known.map(({ id, classId }) => [id, classId]));
  const wanted = lines.map((line) => wish(line, find, line.id === null ? undefined : classOf.get(line.id)));
  const meant = pairUp(wanted, known, now);
  const seen = new Set<string>();
  return wanted.map((one, n): SessionPlan => {
    const { line } = one;
    if (one.kind === "error") return { status: "error", line, reason: one.reason };
    const key = `${one.of.id}|${plainName(line.name)}|${one.startsAt.getTime()}`;
    if (seen.has(key)) return { status: "error", line, reason: "twice" };
    seen.add(key);
    const before = meant[n];
    if (line.id !== null && before === undefined) return { status: "error", line, reason: "unknown-code" };
    if (before !== undefined && before.classId !== one.of.id) return { status: "error", line, reason: "other-code" };
    if (before !== undefined) return changedPlan(one, before, now);
    return one.startsAt <= now ? { status: "error", line, reason: "past" } : newPlan(one);
  });
}

interface Wanted {
  kind: "wanted";
  line: SessionLine;
  of: ComingClass;
  startsAt: Date;
  endsAt: Date | null;
}

function wish(
  line: SessionLine,
  find: FindClass,
  classId: number | undefined,
): Wanted | { kind: "error"; line: SessionLine; reason: LineReason } {
  if (line.problem !== null) return { kind: "error", line, reason: line.problem };
  const of = find(line.className, classId);
  if (typeof of === "string") return { kind: "error", line, reason: of };
  const { day, from, to } = line;
  if (day === null || from === null) return { kind: "error", line, reason: "bad-time" };
  const endsAt = to === null ? null : instantAt(of.zone, day, to);
  return { kind: "wanted", line, of, startsAt: instantAt(of.zone, day, from), endsAt };
}

/** A session is known by its code, else by its title; where a class has several of one title, by its time, and the others in their order. */
function pairUp(wanted: readonly (Wanted | { kind: "error" })[], known: readonly KnownSession[], now: Date) {
  const byId = new Map(known.flatMap((one) => (one.cancelledAt === null ? [[one.id, one] as const] : [])));
  const coded = new Set(wanted.flatMap((one) => (one.kind === "wanted" ? (one.line.id ?? []) : [])));
  const left = new Map<string, KnownSession[]>();
  for (const session of known) {
    if (session.cancelledAt !== null || coded.has(session.id)) continue;
    const key = `${session.classId}|${plainName(session.title)}`;
    const list = left.get(key);
    if (list === undefined) left.set(key, [session]);
    else list.push(session);
  }
  const meant = wanted.map((one) => {
    if (one.kind === "error" || one.line.id === null) return undefined;
    const found = byId.get(one.line.id);
    // The second line of one code finds nothing.
    byId.delete(one.line.id);
    return found;
  });
  for (const isExact of [true, false]) {
    for (const [n, one] of wanted.entries()) {
      if (one.kind === "error" || one.line.id !== null || meant[n] !== undefined) continue;
      const list = left.get(`${one.of.id}|${plainName(one.line.name)}`) ?? [];
      const at = isExact ? list.findIndex((session) => isThen(session, one, now)) : 0;
      meant[n] = at < 0 ? undefined : list.splice(at, 1)[0];
    }
  }
  return meant;
}

function isThen(session: KnownSession, { of, startsAt }: Wanted, now: Date): boolean {
  return daysLater(session.startsAt, movedBy(session, of, now)).getTime() === startsAt.getTime();
}

/** By how many days it moves with its class. */
function movedBy(session: KnownSession, { moved }: ComingClass, now: Date): number {
  return movesAlong(session, now) ? moved : 0;
}

function newPlan({ line, of, startsAt, endsAt }: Wanted): SessionPlan {
  const mode = line.mode ?? "in_person";
  const place = line.place === "" && mode === "in_person" ? of.venue : line.place;
  const end = endsAt ?? new Date(startsAt.getTime() + USUAL_MINUTES * 60_000);
  return { status: "new", line, of, session: { title: line.name, startsAt, endsAt: end, mode, place } };
}

function changedPlan({ line, of, startsAt, endsAt }: Wanted, known: KnownSession, now: Date): SessionPlan {
  const moved = movedBy(known, of, now);
  const startNow = daysLater(known.startsAt, moved);
  const length = known.endsAt.getTime() - known.startsAt.getTime();
  const end = endsAt ?? new Date(startsAt.getTime() + length);
  const where = placeOf(line, known);
  if (typeof where === "string") return { status: "error", line, reason: where };
  const { mode, place } = where;
  const isMoved = startsAt.getTime() !== startNow.getTime();
  const isResized = end.getTime() - startsAt.getTime() !== length;
  const title = line.id !== null && line.name !== known.title ? line.name : undefined;
  const isChanged = title !== undefined || isMoved || isResized || mode !== undefined || place !== undefined;
  if (isChanged && daysLater(known.endsAt, moved) <= now) return { status: "error", line, reason: "ended" };
  if (isMoved && startsAt <= now) return { status: "error", line, reason: "past" };
  const changes: LineChange[] = [];
  if (title !== undefined) changes.push({ field: "name", from: known.title, to: title });
  if (isMoved || isResized) {
    const endNow = new Date(startNow.getTime() + length);
    const span = (start: Date, until: Date) => `${start.toISOString()}/${until.toISOString()}`;
    changes.push({ field: "time", from: span(startNow, endNow), to: span(startsAt, end) });
  }
  if (mode !== undefined) changes.push({ field: "mode", from: known.mode, to: mode });
  if (place !== undefined) changes.push({ field: "place", from: known.place, to: place });
  return {
    ...{ status: isChanged ? "changed" : "same", line, changes, of, known },
    ...(title !== undefined && { title }),
    ...(isMoved && { startsAt }),
    ...(isResized && { endsAt: end }),
    ...(mode !== undefined && { mode }),
    ...(place !== undefined && { place }),
  };
}

/** What changes of how it meets and where. A room is no link, and a link no room: where the way changes, both do. */
function placeOf(
  { mode: wanted, place: written }: SessionLine,
  known: KnownSession,
): Pick<ChangedSessionPlan, "mode" | "place"> | LineReason {
  const mode = wanted !== null && wanted !== known.mode ? wanted : undefined;
  const isOnline = (mode ?? known.mode) === "online";
  if (written === "") return mode === undefined ? {} : isOnline ? "missing-link" : "missing-room";
  const place = isOnline ? meetingLink(written) : written;
  if (place === null) return written === known.place ? {} : "bad-link";
  return { ...(mode !== undefined && { mode }), ...(place !== known.place && { place }) };
}
