// The sessions of one's classes as a file for the phone's calendar; asked for again after a change, it brings the entries up to date.
import type { CalendarEntry } from "../../domain/classes/calendar-file.js";
import { writeCalendar } from "../../domain/classes/calendar-file.js";
import { type OwnCalendar, ownCalendar } from "../../use-cases/index.js";
import type { BotContext, KnownContext } from "../context.js";
import { send } from "../kit/show.js";
import { menuButtons } from "../talk/main-menu.js";

export async function sendCalendar(ctx: KnownContext): Promise<void> {
  const { actor, texts, world } = ctx;
  const now = world.clock.now();
  const entries = (await ownCalendar(world, actor)).flatMap((one) => entriesOf(ctx, one));
  if (entries.length === 0) {
    return send(ctx, { ...texts.schedule.nothingUpcoming(), buttons: menuButtons(actor, texts) });
  }
  await send(ctx, {
    ...texts.schedule.calendarFile(),
    attachment: {
      kind: "document",
      name: texts.language === "id" ? "jadwal.ics" : "schedule.ics",
      base64: Buffer.from(writeCalendar(entries, now)).toString("base64"),
    },
  });
}

function entriesOf({ texts, world }: BotContext, { sessions, trainers, trainingClass }: OwnCalendar): CalendarEntry[] {
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
