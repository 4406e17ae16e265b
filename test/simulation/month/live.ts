// A month of a class, lived by so many people in three zones on the whole product: jobs, outbox, dispatcher, bot, our own Telegram.

import { type KnownActor, zoneOf } from "../../../src/domain/people/person.js";
import { addDays } from "../../../src/domain/time/calendar.js";
import type { Stage } from "../../support/stage/stage.js";
import { chanceOf } from "../random.js";
import { actOf } from "./acts.js";
import { castOf } from "./cast.js";
import { liveHandovers } from "./handovers.js";
import { ACTS_AT, LIVED_FROM, LIVED_LAST, type Month } from "./lived.js";
import { liveMerges } from "./merges.js";
import { announce, runClasses } from "./programme.js";
import { noteHands, noteStandings } from "./standings.js";
import { liveStories } from "./stories.js";

const LIVED_UNTIL = new Date(`${LIVED_LAST}T13:00:00Z`);

/** Hours of UTC at which the bot looks up. */
const LOOKS = {
  /** 07:30 and 08:00 in each zone (22:30 and 23:00 are the next day's in the east), some hours of the day, evening, and night. */
  long: [0, 0.5, 1, 3, 6, 9, 11, 14, 22.5, 23, 23.5],
  /** The morning, the middle and the end of the day in the west, which in the east are late in the morning, afternoon and evening. */
  short: [1, 6, 10],
};
/** Late in the morning in all three zones: a day is looked at once. */
const LOOKED_AT = 1;

export async function liveMonth(
  stage: Stage,
  count: number,
  { seed, form }: { seed: number; form: keyof typeof LOOKS },
): Promise<Month> {
  const { people, merges, trainers, admin } = await castOf(stage, count, seed);
  const chats = new Set<number>();
  const staff = staffOf(trainers);
  const staffChats = new Set(staff.map(({ phone }) => phone));
  const month: Month = {
    ...{ people, merges, unasked: [], announced: [], stories: [], trainers: staff, toTrainers: [] },
    ...{ standings: [], wrongHands: [] },
  };
  const chance = chanceOf(seed * 31 + 7);
  for (const now of looks(LOOKS[form])) {
    stage.clock.set(now);
    const hour = now.getUTCHours() + now.getUTCMinutes() / 60;
    if (ACTS_AT.includes(hour)) {
      for (const one of [...people]) await actOf(stage, one, now);
      await liveHandovers(stage, month, seed);
      if (hour === 6) {
        await runClasses(stage, trainers, people.slice(0, count), now, chance);
        await liveStories(stage, admin, month, seed);
        await liveMerges(stage, admin, month);
      }
    }
    // At any hour, the evening and Sundays too: an admin does not think of that.
    if (chance.happens(form === "long" ? 0.025 : 0.14)) await announce(stage, admin, month);
    for (const one of people) chats.add(one.phone.id);
    await stage.listen();
    const from = stage.sandbox.ledger.length;
    await stage.tick();
    const left = stage.sandbox.ledger.slice(from);
    month.unasked.push(...left.filter(({ chatId }) => chats.has(chatId)));
    month.toTrainers.push(...left.filter(({ chatId }) => staffChats.has(chatId)));
    if (hour === LOOKED_AT) {
      await noteStandings(stage, trainers, month);
      await noteHands(stage, month);
    }
  }
  return month;
}

const staffOf = (trainers: Map<number, KnownActor>) =>
  [...trainers].map(([classId, { person, telegramId }]) => ({ phone: telegramId, zone: zoneOf(person), classId }));

function* looks(hours: number[]): Generator<Date> {
  for (let day = "2024-05-30" as `${number}-${number}-${number}`; ; day = addDays(day, 1)) {
    for (const hour of hours) {
      const at = new Date(Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000);
      if (at > LIVED_UNTIL) return;
      if (at >= LIVED_FROM) yield at;
    }
  }
}
