// The sessions of one's classes as a file for the phone's calendar; asked for again after a change, it brings the entries up to date.
import type { CalendarEntry } from "../../domain/classes/calendar-file.js";
import { writeCalendar } from "../../domain/classes/calendar-file.js";
import type { TrainingClass } from "../../ports/programme/classes.js";
import type { BotContext, KnownContext } from "../context.js";
import { send } from "../kit/show.js";
import { menuButtons } from "../talk/menu.js";
import { classesOf } from "./schedule-handlers.js";

export async function sendCalendar(ctx: KnownContext): Promise<void> {
  const { actor, texts, world } = ctx;
  const now = world.clock.now();
  const entries = (await Promise.all((await classesOf(ctx, actor)).map((one) => entriesOf(ctx, one)))).flat();
  // Of a class that is over nothing is left to plan; of one under way also what was, so that a cancelled entry goes.
  if (entries.length === 0) {
    return send(ctx, { ...texts.schedule.nothingUpcoming(), buttons: menuButtons(actor, texts) });
  }
  const classIds = (await classesOf(ctx, actor)).map(({ id }) => id);
  await world.store.schedule.markSeen(actor.person.id, classIds, now);
  await send(ctx, {
    ...texts.schedule.calendarFile(),
    attachment: {
      kind: "document",
      name: texts.language === "id" ? "jadwal.ics" : "schedule.ics",
      base64: Buffer.from(writeCalendar(entries, now)).toString("base64"),
    },
  });
}

async function entriesOf({ texts, world }: BotContext, trainingClass: TrainingClass): Promise<CalendarEntry[]> {
  const sessions = await world.store.classes.sessionsOf(trainingClass.id);
  if (!sessions.some(({ endsAt }) => endsAt > world.clock.now())) return [];
  const trainers = (await world.store.classes.trainersOf(trainingClass.id)).map(({ name }) => name);
  return sessions.map(({ id, revision, title, place, startsAt, endsAt, cancelledAt }) => ({
    uid: `session-${id}@${world.settings.botUsername}.t.me`,
    revision,
    startsAt,
    endsAt,
    title,
    place,
    notes: texts.schedule.calendarNotes(trainingClass.name, trainers),
    isCancelled: cancelledAt !== null,
  }));
}
