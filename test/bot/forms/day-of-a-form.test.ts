// A day that is typed without its year is read by what the form asks about, and one that is far off is asked about.
import { expect, test } from "vitest";
import type { Answers, Step, StepContext } from "../../../src/bot/forms/form.js";
import { pauseForm } from "../../../src/bot/pauses/pause-form.js";
import { planForm } from "../../../src/bot/plans/plan-form.js";
import { classForm } from "../../../src/bot/programme/forms/class-form.js";
import { sessionForm } from "../../../src/bot/programme/forms/session-form.js";
import { waveForm } from "../../../src/bot/programme/forms/wave-form.js";
import { guardianForm } from "../../../src/bot/stories/guardian-form.js";
import { addDays } from "../../../src/domain/time/calendar.js";
import { textsFor } from "../../../src/texts/index.js";
import { rich } from "../../../src/texts/rich.js";

const OCTOBER = new Date("2026-10-01T02:00:00Z");
const JULY = new Date("2026-07-10T02:00:00Z");

type Of<Facts> = { saidAt: Date; facts: Facts; answers?: Answers };

function reads<Facts>(step: Step<Facts> | undefined, text: string, { saidAt, facts, answers = {} }: Of<Facts>) {
  const context = { texts: textsFor("id"), facts, answers, view: {}, saidAt, actor: { person: { zone: null } } };
  return step?.read(context as unknown as StepContext<Facts>, { kind: "text", text });
}

const day = (value: string) => ({ kind: "answer", value });
const wave = { saidAt: OCTOBER, facts: { cohortId: 1, number: 2 } };
const trainingClass = { zone: "Asia/Jakarta" as const, startsOn: "2026-05-18", endsOn: "2026-05-22" };

test("a wave of next year begins next year, and its last day follows its first", async () => {
  expect(await reads(waveForm.steps.from, "19 Mei", wave)).toEqual(day("2027-05-19"));
  const answers = { from: "2027-05-19" };
  expect(await reads(waveForm.steps.to, "30 Mei", { ...wave, answers })).toEqual(day("2027-05-30"));
  expect(await reads(waveForm.steps.to, "18 Mei", { ...wave, answers })).toMatchObject({ kind: "problem" });
});

test("a wave that is years away is asked about", async () => {
  expect(await reads(waveForm.steps.from, "19 Mei 2206", wave)).toEqual({
    kind: "problem",
    say: rich`Tanggal itu terlalu jauh dari hari ini. Mohon periksa tahunnya.`,
  });
});

test("a class of next year's wave is next year's, and one of a wave that is over is of that one", async () => {
  const of = (startsOn: string) =>
    ({ saidAt: OCTOBER, facts: { wave: { startsOn }, provinceCode: "21" } }) as unknown as Of<never>;
  expect(await reads(classForm.steps.from, "19 Mei", of("2027-05-10"))).toEqual(day("2027-05-19"));
  expect(await reads(classForm.steps.from, "19 Mei", of("2026-05-10"))).toEqual(day("2026-05-19"));
});

test("a session is on a day of its class, and a plan's activity may have been since the class", async () => {
  const session = { saidAt: OCTOBER, facts: { trainingClass } } as unknown as Of<never>;
  expect(await reads(sessionForm.steps.day, "19 Mei", session)).toEqual(day("2026-05-19"));
  const plan = { dueOn: "2026-06-21", trainingClass };
  const written = { saidAt: OCTOBER, facts: { plan } } as unknown as Of<never>;
  expect(await reads(planForm.steps.targetOn, "20 Juli", written)).toEqual(day("2026-07-20"));
});

test("a parent's consent is of the December that is past", async () => {
  const consent = { saidAt: JULY, facts: { story: { zone: "Asia/Jakarta" } } } as unknown as Of<never>;
  expect(await reads(guardianForm.steps.on, "3 Des", consent)).toEqual(day("2025-12-03"));
});

test("a pause of seven days in words is that of the button, and a longer one is counted from its end", async () => {
  const until = pauseForm.steps.until;
  const of = (pause: object | null) =>
    ({ saidAt: JULY, facts: { person: { zone: "Asia/Jakarta" }, participantId: null, pause } }) as unknown as Of<never>;
  const lasting = { fromOn: "2026-07-06", untilOn: "2026-07-12" };
  for (const [pause, last] of [
    [null, "2026-07-09"],
    [lasting, "2026-07-12"],
  ] as const) {
    const context = { texts: textsFor("id"), answers: {}, view: {}, press: (value: string) => value, ...of(pause) };
    const { buttons = [] } = (await until?.ask(context as unknown as StepContext<never>)) ?? {};
    const offered = buttons.flat().map((button) => ("data" in button ? button.data : ""));
    for (const [words, days] of [
      ["7 hari", 7],
      ["seminggu", 7],
      ["a week", 7],
      ["2 minggu", 14],
      ["14 days", 14],
    ] as const) {
      expect(await reads(until, words, of(pause))).toEqual(day(addDays(last, days)));
      expect(offered).toContain(addDays(last, days));
    }
  }
});
