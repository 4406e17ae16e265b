// Sessions meet in another room, or by another link: who was told of the old one, or saw it, hears the new one; of all in one message.

import { changeNoticeAt, placesSubject, sessionSubject } from "../../../domain/classes/schedule.js";
import { isElsewhere, type NewSession } from "../../../domain/programme/sessions.js";
import type { TrainingClass, TrainingSession } from "../../../ports/programme/classes.js";
import type { Store, World } from "../../../ports.js";
import { postTo, type ToPost } from "../../posting.js";
import { placesMessage } from "./schedule-messages.js";

export type Where = Pick<NewSession, "mode" | "place">;
export type WhereBySession = ReadonlyMap<number, Where>;

/** What a waiting notice says where sessions were before: people who get a newer notice instead know no later place. */
const KNOWN_PLACE = "known-place:";
const KINDS = ["session_reminder", "online_link", "schedule_change"] as const;

/**
 * Call it in the transaction that changes the sessions, before they change, and after reminders that wait are taken back. `to`: where they
 * are to be. Returns how many people are told: nobody of a change that was undone before they heard of it.
 */
export async function tellOfPlaces(inside: World, trainingClass: TrainingClass, to: WhereBySession): Promise<number> {
  const now = inside.clock.now();
  const coming = (await inside.store.classes.sessionsOf(trainingClass.id)).filter(
    ({ cancelledAt, endsAt }) => cancelledAt === null && endsAt > now,
  );
  const changed = coming.filter((one) => isElsewhere(one, to.get(one.id) ?? one));
  if (changed.length === 0) return 0;
  const participants = await inside.store.participants.ofClass(trainingClass.id);
  await inside.store.people.hold(participants.map(({ person }) => person.id));
  const waiting = await takeBackWaiting(inside.store, trainingClass.id, now);
  const toldOf = await toldBySession(inside.store, changed);
  const wishes = participants.flatMap(({ person, scheduleSeenAt }): ToPost[] => {
    const known = new Map(waiting.get(person.id));
    for (const one of changed) {
      const hasHeard = scheduleSeenAt !== null || toldOf.get(one.id)?.has(person.id) === true;
      if (hasHeard && !known.has(one.id)) known.set(one.id, one);
    }
    const after = coming.map((one) => ({ ...one, ...to.get(one.id) }));
    const told = after.flatMap((session) => {
      const was = known.get(session.id);
      return was === undefined || !isElsewhere(was, session) ? [] : [{ session, was }];
    });
    const [first] = told;
    if (first === undefined) return [];
    return [
      {
        key: `session-places:${trainingClass.id}:${now.getTime()}:${printOf(told.map(({ session }) => session))}:${person.id}`,
        kind: "schedule_change",
        to: person,
        names: [],
        at: changeNoticeAt(person.zone ?? trainingClass.zone, now, first.session.startsAt, inside.settings.rest),
        say: (texts) => placesMessage(texts, person.zone ?? trainingClass.zone, { trainingClass, sessions: told }),
        subjects: [placesSubject(trainingClass.id), ...told.map(({ session, was }) => knownAs(session.id, was))],
      },
    ];
  });
  return postTo(inside, wishes);
}

/** Who was told of each of these sessions. */
async function toldBySession(store: Store, sessions: readonly TrainingSession[]) {
  const told = new Map<number, ReadonlySet<number>>();
  for (const { id } of sessions) told.set(id, await store.outbox.peopleTold(sessionSubject(id), [...KINDS]));
  return told;
}

function knownAs(sessionId: number, { mode, place }: Where): string {
  return `${KNOWN_PLACE}${sessionId}:${mode}:${place}`;
}

/** Notices that a newer one replaces: person → where they believe sessions to be. */
async function takeBackWaiting(store: Store, classId: number, now: Date): Promise<Map<number, WhereBySession>> {
  const subject = placesSubject(classId);
  const notices = await store.outbox.takeBack({ subject }, "place changed", now, ["schedule_change"]);
  return new Map(
    notices.map(({ personId, subjects }) => {
      const known = subjects.flatMap((one): [number, Where][] => {
        const [, id, mode, place = ""] = /^known-place:(\d+):(in_person|online):(.*)$/s.exec(one) ?? [];
        return id === undefined ? [] : [[Number(id), { mode: mode === "online" ? "online" : "in_person", place }]];
      });
      return [personId, new Map(known)] as const;
    }),
  );
}

/** Tells apart two notices of one instant: what was sent never has the key of what says something else. */
function printOf(sessions: readonly (Where & { id: number })[]): string {
  let print = 0;
  for (const letter of JSON.stringify(sessions.map(({ id, mode, place }) => [id, mode, place]))) {
    print = (print * 31 + (letter.codePointAt(0) ?? 0)) % 99_999_989;
  }
  return String(print);
}
