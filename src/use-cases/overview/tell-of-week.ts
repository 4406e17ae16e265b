// Job: on Monday morning tells admins where what they reach stands, when something has changed in the week before; those of provinces on
// paper as well.
import { action } from "../../domain/messages/action.js";
import type { Button, Message, NewFile } from "../../domain/messages/message.js";
import { type Area, homeOf } from "../../domain/overview/area.js";
import { isWeekWorthSending } from "../../domain/overview/week.js";
import type { Reach } from "../../domain/people/admin-reach.js";
import { zoneOf } from "../../domain/people/person.js";
import { minutesOf, timeIn, weekday } from "../../domain/time/calendar.js";
import { WEEK_IS_TOLD } from "../../domain/time/day-plan.js";
import { hoursOf } from "../../domain/time/working-hours.js";
import { zonesPast } from "../../domain/time/zones-past.js";
import type { World } from "../../ports.js";
import { overviewFileName, overviewSheet } from "../../texts/files/sheets/overview-sheet.js";
import { type Texts, textsFor } from "../../texts/index.js";
import { postTo, type ToPost } from "../posting.js";
import { type Overview, type OverviewOutcome, overviewOf } from "./view-overview.js";

/**
 * Returns how many messages were new.
 * @throws what kept a paper from being drawn, when everybody has been told: those whose paper it was can ask for it by its button.
 */
export async function tellOfWeek(world: World): Promise<{ told: number }> {
  const now = world.clock.now();
  const { weekOfProvince } = hoursOf(world.settings.rest).speaking;
  const lastMinute = minutesOf(weekOfProvince) + WEEK_IS_TOLD.forMinutes;
  const mondays = zonesPast(weekOfProvince, now, world.settings.rest).filter(
    ({ zone, day }) => weekday(day) === WEEK_IS_TOLD.on && minutesOf(timeIn(zone, now)) < lastMinute,
  );
  if (mondays.length === 0) return { told: 0 };
  const heads = await world.store.overviews.heads();
  const keyOf = (id: number, day: string) => `week-of-province:${id}:${day}`;
  const told = await world.store.outbox.knownKeys(
    heads.flatMap(({ person }) => mondays.map(({ day }) => keyOf(person.id, day))),
  );
  // Those who reach equally far read the same: it is counted once for all of them.
  const read = new Map<string, Promise<OverviewOutcome>>();
  const failures: unknown[] = [];
  let count = 0;
  for (const { person, reach } of heads) {
    const monday = mondays.find(({ zone }) => zone === zoneOf(person));
    if (monday === undefined || told.has(keyOf(person.id, monday.day))) continue;
    const area = homeOf(reach);
    const reached = JSON.stringify(reach);
    const reading = read.get(reached) ?? overviewOf(world, reach, { area, cohortId: null });
    read.set(reached, reading);
    const overview = await reading;
    if (overview.kind !== "found" || !isWeekWorthSending(overview.numbers, overview.before?.numbers ?? null)) continue;
    let paper: NewFile | null = null;
    if (isOfProvinces(overview, reach)) {
      paper = await paperOf(world, textsFor(person.language), overview).catch((error: unknown) => {
        failures.push(error);
        return null;
      });
    }
    const post: ToPost = {
      ...{ key: keyOf(person.id, monday.day), kind: "week_of_province", to: person, names: [] },
      say: (texts) => weekMessage(texts, overview, area, paper),
    };
    count += await world.transaction((inside) => postTo(inside, [post]));
  }
  if (failures.length > 0) throw failures[0];
  return { told: count };
}

/** Of a province or some of them, whose heads pass it on in their office; all others get the same paper by its button. */
function isOfProvinces({ area }: Overview, reach: readonly Reach[]): boolean {
  return area.classId === null && reach.every(({ regionCode }) => regionCode?.length === "21".length);
}

async function paperOf({ sheets }: World, texts: Texts, overview: Overview): Promise<NewFile> {
  const bytes = await sheets.pdf([overviewSheet(texts, overview)]);
  const name = `${overviewFileName(texts, overview)}.pdf`;
  return { kind: "document", name, base64: Buffer.from(bytes).toString("base64") };
}

function weekMessage(texts: Texts, overview: Overview, area: Area, paper: NewFile | null): Message {
  const { week, open, files, withProvince } = texts.overview;
  const helped = overview.numbers.people.with_province;
  const toThem = action("people", "with_province", 0, false, area, overview.cohort.id);
  const buttons: Button[] = [
    ...(helped > 0 ? [{ label: withProvince(helped), data: toThem }] : []),
    { label: open, data: action("overview", area) },
    ...(paper === null ? [{ label: files.pdf, data: action("overview_file", area, "pdf") }] : []),
  ];
  return {
    ...week(overview),
    ...(paper !== null && { attachment: paper }),
    buttons: buttons.map((button) => [button]),
  };
}
