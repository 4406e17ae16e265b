// Sessions end at another time: who was told of one, or has seen the schedule, hears of it.
import { changeNoticeAt } from "../../../domain/classes/schedule.js";
import { action } from "../../../domain/messages/action.js";
import type { TrainingClass, TrainingSession } from "../../../ports/programme/classes.js";
import type { World } from "../../../ports.js";
import { postTo } from "../../posting.js";
import { peopleToTell } from "./people-to-tell.js";

const lengthSubject = (sessionId: number) => `length:${sessionId}`;

/** Call it in the transaction that changes it, before the change. What waits to say an older end is taken back. */
export async function tellOfLength(
  inside: World,
  trainingClass: TrainingClass,
  session: TrainingSession,
  endsAt: Date,
): Promise<number> {
  const { store, clock, settings } = inside;
  const now = clock.now();
  const participants = await store.participants.ofClass(trainingClass.id);
  await store.people.hold(participants.map(({ person }) => person.id));
  await store.outbox.takeBack({ subject: lengthSubject(session.id) }, "length changed", now, ["schedule_change"]);
  const { told } = await peopleToTell(inside, trainingClass, session, null);
  return postTo(
    inside,
    told.map(({ person }) => {
      const zone = person.zone ?? trainingClass.zone;
      return {
        key: `session-length:${session.id}:${endsAt.getTime()}:${now.getTime()}:${person.id}`,
        kind: "schedule_change" as const,
        to: person,
        names: [],
        at: changeNoticeAt(zone, now, session.startsAt, settings.rest),
        subjects: [lengthSubject(session.id)],
        say: ({ schedule }) => ({
          ...schedule.lengthChanged({ zone, className: trainingClass.name, session, endsAt }),
          buttons: [[{ label: schedule.open, data: action("schedule") }]],
        }),
      };
    }),
  );
}
