// Job: what no trainer answered for a working day is told to them again, and from then on every third working day until it is.

import { isNamedIn } from "../../../domain/caseload/morning.js";
import { action } from "../../../domain/messages/action.js";
import { fitLabel } from "../../../domain/messages/button-label.js";
import type { Message } from "../../../domain/messages/message.js";
import { isReachable, type Person } from "../../../domain/people/person.js";
import { REPEATED_AFTER_WORKING_DAYS, REPEATED_AGAIN_AFTER_WORKING_DAYS } from "../../../domain/threads/waiting.js";
import { dayIn, instantAt, timeIn } from "../../../domain/time/calendar.js";
import { addWorkingDays, hoursOf } from "../../../domain/time/working-hours.js";
import { zonesPast } from "../../../domain/time/zones-past.js";
import { cutTo } from "../../../domain/words/cut-to.js";
import type { QuestionThread } from "../../../ports/plans/threads.js";
import type { World } from "../../../ports.js";
import type { Texts } from "../../../texts/index.js";
import { postTo } from "../../posting.js";
import { unansweredSubject } from "./end-notices.js";

/** More names are not read on a phone; the rest stands behind the button of all. */
const SHOWN = 5;
/** In characters: enough of a question to know which it was. */
const QUOTED = 80;
/** A tick looks at this many; more follow with the next. */
const BATCH = 500;

/**
 * One message a trainer and day, with all that waits for them; none to those whose morning was said today. Twice is once: what was told
 * again is marked with its telling.
 */
export async function repeatQuestions(world: World): Promise<{ repeated: number }> {
  if ((await toRepeat(world)).length === 0) return { repeated: 0 };
  const now = world.clock.now();
  return world.transaction(async (inside) => {
    const { store } = inside;
    const waiting = await toRepeat(inside);
    const carersOf = new Map<number, Person[]>();
    for (const thread of waiting) {
      if (carersOf.has(thread.classId)) continue;
      carersOf.set(thread.classId, (await store.classes.carersOf(thread.classId, now)).filter(isReachable));
    }
    const carers = [...carersOf.values()].flat().map(({ id }) => id);
    const mornings = await store.mornings.saidOn(carers, now);
    const ofTrainer = new Map<number, { to: Person; waiting: QuestionThread[] }>();
    const told = new Set<number>();
    for (const one of waiting) {
      const trainers = carersOf.get(one.classId) ?? [];
      // Nobody can be told: the province hears of it, and it is not looked at every minute.
      if (trainers.length === 0) told.add(one.id);
      for (const trainer of trainers) {
        // One message fewer: their morning has named who waits, or will when it is said anew.
        const morning = mornings.get(trainer.id);
        if (morning !== undefined) {
          if (isNamedIn(morning, one)) told.add(one.id);
          continue;
        }
        const to = { ...trainer, zone: trainer.zone ?? one.zone };
        const before = ofTrainer.get(trainer.id)?.waiting ?? [];
        ofTrainer.set(trainer.id, { to, waiting: [...before, one] });
      }
    }
    for (const { to, waiting: theirs } of ofTrainer.values()) {
      const posted = await postTo(inside, [
        {
          key: `questions-waiting:${to.id}:${dayIn(to.zone ?? "Asia/Jakarta", now)}`,
          kind: "question",
          to,
          names: theirs.slice(0, SHOWN).map(({ asker }) => asker.id),
          subjects: [
            ...theirs.slice(0, SHOWN).map(({ id }) => `thread:${id}`),
            // Of several the others still wait.
            ...(theirs.length === 1 ? theirs.map(({ id }) => unansweredSubject(id)) : []),
          ],
          say: (texts) => repeatedMessage(texts, theirs),
        },
      ]);
      if (posted > 0) for (const { id } of theirs) told.add(id);
    }
    await store.threads.markRepeated([...told], now);
    return { repeated: told.size };
  });
}

/** On a rest day nobody is told, and none of it has passed as a working day. */
async function toRepeat({ store, clock, settings }: World): Promise<QuestionThread[]> {
  const now = clock.now();
  const bars = zonesPast(hoursOf(settings.rest).speaking.questionRepeat, now, settings.rest).map(({ zone }) => {
    const before = (days: number) =>
      instantAt(zone, addWorkingDays(dayIn(zone, now), -days, settings.rest), timeIn(zone, now));
    const text = (instant: Date) => instant.toISOString().replace("Z", "");
    return {
      zone,
      first: text(before(REPEATED_AFTER_WORKING_DAYS)),
      again: text(before(REPEATED_AGAIN_AFTER_WORKING_DAYS)),
    };
  });
  return bars.length === 0 ? [] : store.threads.toRepeat(bars, BATCH);
}

function repeatedMessage({ threads }: Texts, waiting: QuestionThread[]): Message {
  const shown = waiting.slice(0, SHOWN).map(({ id, asker, zone, askedAt, asked: { text } }) => ({
    ...{ id, askerName: asker.name, sinceOn: dayIn(zone, askedAt) },
    text: cutTo(text, QUOTED),
  }));
  return {
    ...threads.repeated({ total: waiting.length, shown }),
    buttons: [
      ...shown.map(({ id, askerName }, index) => [
        { label: fitLabel(askerName, undefined, { before: `${index + 1}. ` }), data: action("question", id) },
      ]),
      [{ label: threads.inboxMenu, data: action("inbox") }],
    ],
  };
}
