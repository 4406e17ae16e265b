// Somebody moved to another province: what waits for them shows the old clock, or would come by it.
import type { Person } from "../../../domain/people/person.js";
import { utcOffsetHours, type Zone } from "../../../domain/time/zone.js";
import type { World } from "../../../ports.js";
import { postTo } from "../../posting.js";
import { changeWish, knownStartIn } from "./tell-of-change.js";

/**
 * Call it in the transaction that changes the zone; `person` is as they were. Reminders of class days are posted anew at the next
 * tick, notices of a change here and now; all else, and what they put off, comes at the same time of day by the new clock.
 */
export async function replanForZone(inside: World, person: Person, zone: Zone): Promise<void> {
  if (person.zone === zone) return;
  const now = inside.clock.now();
  await inside.store.people.hold([person.id]);
  // Before any post is touched, in the order of all who change a schedule: a session that moves meanwhile is told once, and right.
  const classes = await inside.store.participants.ofPerson(person.id);
  const classIds = classes.map(({ trainingClass }) => trainingClass.id).sort((a, b) => a - b);
  await inside.store.schedule.hold(classIds);
  const kinds = ["session_reminder", "online_link", "schedule_change"] as const;
  const taken = await inside.store.outbox.takeBack({ personId: person.id }, "zone changed", now, [...kinds]);
  if (person.zone !== null) {
    const hours = utcOffsetHours(person.zone) - utcOffsetHours(zone);
    await inside.store.outbox.moveClock(person.id, hours, now);
    await inside.store.snoozes.moveClock(person.id, hours, now);
  }
  for (const { kind, subjects } of taken) {
    if (kind === "schedule_change") await tellAnew(inside, { ...person, zone }, subjects);
  }
}

async function tellAnew(inside: World, to: Person, subjects: string[]): Promise<void> {
  const sessionId = subjects.flatMap((subject) => /^session:(\d+)$/.exec(subject)?.[1] ?? []).map(Number)[0];
  const knownStart = knownStartIn(subjects);
  const session = sessionId === undefined ? null : await inside.store.classes.findSession(sessionId);
  const trainingClass = session === null ? null : await inside.store.classes.find(session.classId);
  if (session === null || trainingClass === null || knownStart === undefined) return;
  const newStart = session.cancelledAt === null ? session.startsAt : null;
  await postTo(inside, [
    changeWish(inside, to, { trainingClass, session, knownStart, newStart, revision: session.revision }),
  ]);
}
