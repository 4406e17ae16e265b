// The trainers of a class hear of a session that somebody else changed: those who look after it now, once each, but for the one who did it.
import { changeNoticeAt } from "../../../domain/classes/schedule.js";
import { action } from "../../../domain/messages/action.js";
import type { RichText } from "../../../domain/messages/message.js";
import type { Person } from "../../../domain/people/person.js";
import type { Zone } from "../../../domain/time/zone.js";
import type { TrainingClass } from "../../../ports/programme/classes.js";
import type { World } from "../../../ports.js";
import type { Texts } from "../../../texts/index.js";
import { postTo } from "../../posting.js";

export interface ToldToCarers {
  trainingClass: TrainingClass;
  by: Person;
  /** The session whose page opens; null: the class's. */
  sessionId: number | null;
  /** When it begins, before or after the change, whichever comes first. */
  next: Date;
  /** Tells this change from any other. */
  key: string;
  say(texts: Texts, zone: Zone): RichText;
}

/** Call it in the transaction that changes it. */
export async function tellCarers(
  inside: World,
  { trainingClass, by, sessionId, next, key, say }: ToldToCarers,
): Promise<void> {
  const { store, clock, settings } = inside;
  const carers = await store.classes.carersOf(trainingClass.id, clock.now());
  await postTo(
    inside,
    carers
      .filter(({ id }) => id !== by.id)
      .map((to) => {
        const zone = to.zone ?? trainingClass.zone;
        return {
          key: `told-carers:${key}:${to.id}`,
          kind: "schedule_change" as const,
          to: { ...to, zone },
          names: [by.id],
          at: changeNoticeAt(zone, clock.now(), next, settings.rest),
          subjects: [`class:${trainingClass.id}`],
          say: (texts: Texts) => ({
            ...say(texts, zone),
            buttons: [
              [
                sessionId === null
                  ? { label: texts.classPages.toClass, data: action("class", trainingClass.id) }
                  : { label: texts.classPages.byOthers.open, data: action("run_session", sessionId) },
              ],
            ],
          }),
        };
      }),
  );
}
