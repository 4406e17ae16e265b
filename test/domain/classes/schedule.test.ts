// What a class's schedule asks to be said, and when.
import { describe, expect, test } from "vitest";
import {
  changeNoticeAt,
  classDays,
  lastDayToRemindOf,
  reminderKey,
  remindersOf,
  remindersOwed,
  type SessionTimes,
} from "../../../src/domain/classes/schedule.js";
import { type Day, dayIn, instantAt } from "../../../src/domain/time/calendar.js";
import { DAY_PLAN } from "../../../src/domain/time/day-plan.js";
import { DEFAULT_HOLIDAYS, restDaysOf } from "../../../src/domain/time/holidays.js";
import { isWorkingInstant } from "../../../src/domain/time/working-hours.js";
import type { Zone } from "../../../src/domain/time/zone.js";

const JAKARTA: Zone = "Asia/Jakarta";
const rest = restDaysOf(DEFAULT_HOLIDAYS);
let ids = 0;

function session(day: Day, from: string, until: string, more: Partial<SessionTimes> & { zone?: Zone } = {}) {
  const { zone = JAKARTA, ...fields } = more;
  return {
    id: ++ids,
    startsAt: instantAt(zone, day, from),
    endsAt: instantAt(zone, day, until),
    mode: "in_person" as const,
    cancelledAt: null,
    ...fields,
  };
}

function said(sessions: SessionTimes[], zone: Zone = JAKARTA): string[] {
  const firstDay = classDays(zone, sessions)[0]?.day ?? "2024-01-01";
  return remindersOf(zone, sessions, firstDay, rest).map(
    ({ name, day, dueAt }) => `${name} of ${day} at ${dueAt.toISOString()}`,
  );
}

describe("class days", () => {
  test("sessions of one local day are one class day, by start", () => {
    const afternoon = session("2024-06-05", "13:00", "15:00");
    const morning = session("2024-06-05", "08:30", "10:00");
    const days = classDays(JAKARTA, [afternoon, morning, session("2024-06-06", "08:00", "10:00")]);
    expect(days.map(({ day }) => day)).toEqual(["2024-06-05", "2024-06-06"]);
    expect(days[0]?.sessions).toEqual([morning, afternoon]);
  });

  test("a cancelled session makes no class day", () => {
    const cancelled = session("2024-06-05", "08:30", "10:00", { cancelledAt: new Date("2024-06-01T00:00:00Z") });
    expect(classDays(JAKARTA, [cancelled])).toEqual([]);
  });

  test("the day is the class's, not UTC's: 06:00 in Papua is the evening before in London", () => {
    const early = session("2024-06-05", "06:00", "08:00", { zone: "Asia/Jayapura" });
    expect(classDays("Asia/Jayapura", [early])[0]?.day).toBe("2024-06-05");
  });
});

describe("reminders", () => {
  // Keeps P13.
  test("a class from Thursday has H-3, H-1 and one agenda a day, however many sessions", () => {
    const sessions = [
      session("2024-06-06", "08:30", "10:00"),
      session("2024-06-06", "13:00", "15:00"),
      session("2024-06-07", "08:00", "10:00"),
    ];
    expect(said(sessions)).toEqual([
      "H-3 of 2024-06-06 at 2024-06-03T01:00:00.000Z",
      "H-1 of 2024-06-06 at 2024-06-05T01:00:00.000Z",
      "agenda of 2024-06-06 at 2024-06-06T00:30:00.000Z",
      "agenda of 2024-06-07 at 2024-06-07T00:30:00.000Z",
    ]);
  });

  test("the class's zone decides when: Papua is told two hours before Java", () => {
    const of = (zone: Zone) => said([session("2024-06-06", "08:30", "10:00", { zone })], zone);
    expect(of("Asia/Jayapura")[0]).toBe("H-3 of 2024-06-06 at 2024-06-02T23:00:00.000Z");
    expect(of("Asia/Makassar")[0]).toBe("H-3 of 2024-06-06 at 2024-06-03T00:00:00.000Z");
    expect(of("Asia/Jakarta")[0]).toBe("H-3 of 2024-06-06 at 2024-06-03T01:00:00.000Z");
  });

  // Keeps P13.
  test("a day that starts before 08:00 has its agenda the evening before", () => {
    expect(said([session("2024-06-06", "07:59", "10:00")]).at(-1)).toBe(
      "agenda of 2024-06-06 at 2024-06-05T11:00:00.000Z",
    );
    expect(said([session("2024-06-06", "08:00", "10:00")]).at(-1)).toBe(
      "agenda of 2024-06-06 at 2024-06-06T00:30:00.000Z",
    );
  });

  test("an office that begins at nine says it the evening before of all that starts by then, or half an hour later", () => {
    const hours = { ...DAY_PLAN, workingHours: { from: "09:00", until: "17:00" } };
    const agendaOf = (from: string) =>
      remindersOf(JAKARTA, [session("2024-06-06", from, "12:00")], "2024-06-06", { ...rest, hours })
        .filter(({ name }) => name === "agenda")
        .map(({ dueAt }) => dueAt.toISOString());
    expect(["08:30", "09:00", "09:29"].flatMap(agendaOf)).toEqual(Array(3).fill("2024-06-05T11:00:00.000Z"));
    expect(agendaOf("09:30")).toEqual(["2024-06-06T02:00:00.000Z"]);
  });

  test("a class from Monday is reminded on Friday and Saturday, never on Sunday", () => {
    expect(said([session("2024-06-24", "08:30", "10:00")])).toEqual([
      "H-3 of 2024-06-24 at 2024-06-21T01:00:00.000Z",
      "H-1 of 2024-06-24 at 2024-06-22T01:00:00.000Z",
      "agenda of 2024-06-24 at 2024-06-24T00:30:00.000Z",
    ]);
  });

  test("over a long weekend H-3 makes room, so that both come and on two days", () => {
    // Saturday 1 June 2024 was Pancasila Day.
    expect(said([session("2024-06-03", "08:30", "10:00")]).slice(0, 2)).toEqual([
      "H-3 of 2024-06-03 at 2024-05-30T01:00:00.000Z",
      "H-1 of 2024-06-03 at 2024-05-31T01:00:00.000Z",
    ]);
  });

  test("a class that meets on a Sunday has its agenda on Saturday evening", () => {
    expect(said([session("2024-06-23", "09:00", "10:00")]).at(-1)).toBe(
      "agenda of 2024-06-23 at 2024-06-22T11:00:00.000Z",
    );
  });

  // Keeps P13.
  test("an online session is announced once more, 15 minutes before", () => {
    const online = session("2024-06-06", "13:30", "15:00", { mode: "online" });
    expect(said([online]).at(-1)).toBe("soon of 2024-06-06 at 2024-06-06T06:15:00.000Z");
  });

  test("every reminder of a year of classes is due within working hours and before its session ends", () => {
    for (let n = 0; n < 366; n += 1) {
      const day = dayIn(JAKARTA, new Date(Date.UTC(2024, 0, 5 + n, 5)));
      for (const reminder of remindersOf(JAKARTA, [session(day, "07:00", "09:00")], day, rest)) {
        expect(isWorkingInstant(JAKARTA, reminder.dueAt, rest), `${reminder.name} of ${day}`).toBe(true);
        expect(reminder.dueAt < reminder.notAfter, `${reminder.name} of ${day}`).toBe(true);
        const said = dayIn(JAKARTA, reminder.dueAt);
        expect(day <= lastDayToRemindOf(said, rest), `${reminder.name} of ${day} is looked at`).toBe(true);
      }
    }
  });
});

describe("what is owed", () => {
  const owed = (sessions: SessionTimes[], now: string, firstDay: Day = "2024-06-06") =>
    remindersOwed({ zone: JAKARTA, firstDay, sessions }, rest, new Date(now)).map(({ name }) => name);
  const sessions = [session("2024-06-06", "08:30", "10:00"), session("2024-06-06", "13:00", "15:00")];

  test("a reminder is owed from its minute on", () => {
    expect(owed(sessions, "2024-06-03T00:59:59Z")).toEqual([]);
    expect(owed(sessions, "2024-06-03T01:00:00Z")).toEqual(["H-3"]);
  });

  test("after an outage of hours the same day's is still owed; on the next day it is not", () => {
    expect(owed(sessions, "2024-06-03T12:59:00Z")).toEqual(["H-3"]);
    expect(owed(sessions, "2024-06-04T01:00:00Z")).toEqual([]);
  });

  test("the agenda is owed until the first session ends", () => {
    expect(owed(sessions, "2024-06-06T02:59:00Z")).toEqual(["agenda"]);
    expect(owed(sessions, "2024-06-06T03:00:00Z")).toEqual([]);
  });

  // Keeps P13.
  test("a session created ten hours ahead is owed neither H-3 nor H-1", () => {
    expect(owed([session("2024-06-06", "08:30", "10:00")], "2024-06-05T15:30:00Z")).toEqual([]);
    expect(owed([session("2024-06-06", "08:30", "10:00")], "2024-06-06T00:30:00Z")).toEqual(["agenda"]);
  });

  test("when the agenda comes the evening before, it takes H-1's place", () => {
    const early = [session("2024-06-06", "07:00", "09:00")];
    expect(owed(early, "2024-06-05T10:59:00Z")).toEqual(["H-1"]);
    expect(owed(early, "2024-06-05T11:00:00Z")).toEqual(["agenda"]);
  });

  test("a later day of the class is no first day", () => {
    expect(owed([session("2024-06-06", "08:30", "10:00")], "2024-06-05T02:00:00Z", "2024-06-04")).toEqual([]);
  });
});

test("an online session that moved has another key for its link, a class day keeps its one", () => {
  const online = session("2024-06-06", "13:30", "15:00", { mode: "online", id: 900 });
  const moved = { ...online, startsAt: instantAt(JAKARTA, "2024-06-06", "14:00") };
  const keys = (one: SessionTimes) =>
    remindersOf(JAKARTA, [one], "2024-06-06", rest).map((reminder) => reminderKey(7, reminder));
  expect(keys(online).slice(0, 3)).toEqual(keys(moved).slice(0, 3));
  expect(keys(online)[3]).not.toBe(keys(moved)[3]);
});

describe("telling of a change", () => {
  const at = (now: string, nextStart: string) =>
    changeNoticeAt(JAKARTA, new Date(now), new Date(nextStart), rest).toISOString();

  test("by day it is told at once, on a Sunday too when Monday would be too late", () => {
    expect(at("2024-06-25T03:00:00Z", "2024-06-28T01:30:00Z")).toBe("2024-06-25T03:00:00.000Z");
    expect(at("2024-06-23T03:00:00Z", "2024-06-24T01:30:00Z")).toBe("2024-06-23T03:00:00.000Z");
  });

  // Keeps P25.
  test("on a Sunday it waits for Monday when that leaves three hours", () => {
    expect(at("2024-06-23T03:00:00Z", "2024-06-25T01:30:00Z")).toBe("2024-06-24T00:30:00.000Z");
  });

  test("at night it waits for the morning when that leaves three hours", () => {
    expect(at("2024-06-05T15:00:00Z", "2024-06-06T06:00:00Z")).toBe("2024-06-06T00:30:00.000Z");
    expect(at("2024-06-05T20:00:00Z", "2024-06-06T06:00:00Z")).toBe("2024-06-06T00:30:00.000Z");
  });

  test("at night it is told at once when the morning would be too late", () => {
    expect(at("2024-06-05T15:00:00Z", "2024-06-06T01:30:00Z")).toBe("2024-06-05T15:00:00.000Z");
  });
});
