// At whatever time of day a question is asked: no button offers a day or time that is past, and each is taken when it is pressed.
import { describe, expect, test } from "vitest";
import { extensionForm } from "../../src/bot/caseload/acts/extension-form.js";
import { moveSessionForm } from "../../src/bot/classes/move-session-form.js";
import type { Answers, Step, StepContext } from "../../src/bot/forms/form.js";
import { pressData, readPress } from "../../src/bot/forms/presses/press.js";
import { planForm } from "../../src/bot/plans/plan-form.js";
import { classForm } from "../../src/bot/programme/forms/class-form.js";
import { copyClassForm } from "../../src/bot/programme/forms/copy-class-form.js";
import { sessionForm } from "../../src/bot/programme/forms/session-form.js";
import { shiftClassForm } from "../../src/bot/programme/forms/shift-class-form.js";
import { waveForm } from "../../src/bot/programme/forms/wave-form.js";
import type { BotWorld } from "../../src/bot/world.js";
import { changeNoticeAt } from "../../src/domain/classes/schedule.js";
import { canSnoozeUntil, snoozeChoices } from "../../src/domain/plans/snooze.js";
import { addDays, type Day, dayIn, instantAt, isDay } from "../../src/domain/time/calendar.js";
import { DEFAULT_HOLIDAYS, restDaysOf } from "../../src/domain/time/holidays.js";
import { isWorkingInstant } from "../../src/domain/time/working-hours.js";
import { ZONES, type Zone } from "../../src/domain/time/zone.js";
import type { World } from "../../src/ports.js";
import { textsFor } from "../../src/texts/index.js";
import { audienceTerms } from "../../src/use-cases/announcements/audience-terms.js";
import { runs } from "../support/runs.js";

const rest = restDaysOf(DEFAULT_HOLIDAYS);

/** From before a class of 3 to 7 June to the days after its plans are due, by steps that meet every quarter of an hour of the day. */
const INSTANTS = Array.from(
  { length: runs("INSTANTS", { quick: 80, long: 400 }) },
  (_, n) => new Date(new Date("2024-06-01T00:00:00Z").getTime() + n * (2 * 60 + 15) * 60_000),
);

const PROVINCES: Record<Zone, string> = {
  "Asia/Jakarta": "21",
  "Asia/Pontianak": "61",
  "Asia/Makassar": "63",
  "Asia/Jayapura": "81",
};

function classIn(zone: Zone) {
  const days = { startsOn: "2024-06-03", endsOn: "2024-06-07", plansDueOn: "2024-07-07" } as const;
  return { id: 1, name: "Kelas", venue: "Aula", provinceCode: PROVINCES[zone], zone, ...days };
}

/** A session of the class's second day, in the afternoon. */
function sessionIn(zone: Zone) {
  const startsAt = instantAt(zone, "2024-06-04", "13:00");
  return { id: 1, title: "Sesi", startsAt, endsAt: new Date(startsAt.getTime() + 5_400_000) };
}

interface Question {
  step: Step<never> | undefined;
  facts(zone: Zone, today: Day): unknown;
  answers?(today: Day): Answers;
  /** By whose clock days are counted, where it is not the class's. */
  zone?: Zone;
}

const usualTimes = ["07:30", "08:00", "13:00", "15:30", "20:00"];
const moving = (zone: Zone) => ({ session: sessionIn(zone), trainingClass: classIn(zone), usualTimes, revision: 0 });
const ofClass = (zone: Zone) => ({ trainingClass: classIn(zone), model: classIn(zone), from: "2024-06-03" });
const wave = { startsOn: "2024-06-03", endsOn: "2024-06-30" };
const inClass = (zone: Zone) => ({ wave, provinceCode: PROVINCES[zone] });
const onDay = (name: string) => (today: Day) => ({ [name]: today });

const QUESTIONS: Record<string, Question> = {
  "the target of a plan": {
    step: planForm.steps.targetOn as Step<never>,
    facts: (zone) => ({ plan: { dueOn: "2024-06-20", trainingClass: classIn(zone) }, libraries: [] }),
  },
  "more time for a plan": {
    step: extensionForm.steps.until as Step<never>,
    facts: (zone) => ({
      choices: [
        { scope: { kind: "late" }, name: { kind: "late" }, plans: 3, from: "2024-06-20", to: "2024-06-20", zone },
      ],
    }),
  },
  "the day to which a session is moved": { step: moveSessionForm.steps.day as Step<never>, facts: moving },
  "the time to which a session is moved": {
    step: moveSessionForm.steps.time as Step<never>,
    facts: moving,
    answers: onDay("day"),
  },
  "the day of a new session": { step: sessionForm.steps.day as Step<never>, facts: ofClass },
  "the time of a new session": {
    step: sessionForm.steps.time as Step<never>,
    facts: ofClass,
    answers: onDay("day"),
  },
  "the first day of a class": { step: classForm.steps.from as Step<never>, facts: inClass },
  "the last day of a class": { step: classForm.steps.to as Step<never>, facts: inClass, answers: onDay("from") },
  "the last day of a class that has begun": {
    step: classForm.steps.to as Step<never>,
    facts: inClass,
    answers: (today) => ({ from: addDays(today, -3) }),
  },
  "the first day of a copied class": { step: copyClassForm.steps.from as Step<never>, facts: ofClass },
  "the day to which a class is shifted": {
    step: shiftClassForm.steps.to as Step<never>,
    facts: (zone, today) => ({
      trainingClass: { ...classIn(zone), startsOn: addDays(today, 1) },
      from: addDays(today, 1),
    }),
  },
  "the last day of a wave that has begun": {
    step: waveForm.steps.to as Step<never>,
    facts: () => ({ cohortId: 1, number: 1 }),
    zone: "Asia/Jakarta",
    answers: (today) => ({ from: addDays(today, -6) }),
  },
};

function contextAt({ facts, answers }: Question, zone: Zone, saidAt: Date): StepContext<never> {
  const today = dayIn(zone, saidAt);
  return {
    world: { clock: { now: () => saidAt } } as BotWorld,
    actor: undefined as never,
    texts: textsFor("id"),
    facts: facts(zone, today) as never,
    answers: answers?.(today) ?? {},
    view: {},
    saidAt,
    keptAt: saidAt,
    press: (value) => pressData(1, "step", value),
  };
}

describe.each(Object.entries(QUESTIONS))("%s", (_name, question) => {
  test.each(question.zone === undefined ? ZONES : [question.zone])("is never one that is past in %s", async (zone) => {
    let offered = 0;
    for (const now of INSTANTS) {
      const context = contextAt(question, zone, now);
      const today = dayIn(zone, now);
      const buttons = (await question.step?.ask(context))?.buttons?.flat() ?? [];
      for (const button of buttons) {
        const value = ("data" in button ? readPress(button.data)?.value : undefined) ?? "";
        const isAhead = isDay(value) ? value >= today : instantAt(zone, today, value) > now;
        if (!isAhead) throw new Error(`At ${now.toISOString()} ${value} is offered.`);
        const taken = await question.step?.read(context, { kind: "press", value });
        if (taken?.kind !== "answer") throw new Error(`At ${now.toISOString()} ${value} is offered, and not taken.`);
        offered += 1;
      }
    }
    expect(offered).toBeGreaterThan(40);
  });
});

test.each(ZONES)("a reminder is put off, and anything unasked is sent, to working hours ahead in %s", (zone) => {
  for (const now of INSTANTS) {
    for (const { at } of snoozeChoices(zone, now, rest)) {
      expect(at.getTime()).toBeGreaterThan(now.getTime());
      expect(canSnoozeUntil({ zone, rest, lastDay: null }, at, now)).toBe(true);
    }
    const world = { clock: { now: () => now }, settings: { rest } } as World;
    const dueAt = audienceTerms(world, { roles: [] } as never).zones.find((one) => one.zone === zone)?.dueAt;
    expect(dueAt?.getTime()).toBeGreaterThanOrEqual(now.getTime());
    expect(isWorkingInstant(zone, dueAt ?? now, rest)).toBe(true);
    const soon = new Date(now.getTime() + 60_000);
    expect(changeNoticeAt(zone, now, soon, rest).getTime()).toBeGreaterThanOrEqual(now.getTime());
  }
});
