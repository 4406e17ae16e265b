// A trainer is away: from which day, until which, and who covers for them.
import { FURTHEST_AHEAD_DAYS, isOver, LONGEST_ABSENCE_DAYS, spanOf } from "../../../domain/caseload/cover.js";
import { action } from "../../../domain/messages/action.js";
import { type Person, zoneOf } from "../../../domain/people/person.js";
import { addDays, type Day, dayIn, weekday } from "../../../domain/time/calendar.js";
import type { AbsenceRecord, PossibleCover } from "../../../ports/people/absences.js";
import { shortDay } from "../../../texts/dates.js";
import {
  absenceWords,
  chooseCover,
  findAbsence,
  listPossibleCovers,
  sayAway,
  viewAway,
} from "../../../use-cases/index.js";
import type { Answers, Finished, Form, StepContext } from "../../forms/form.js";
import { choiceStep } from "../../forms/steps/choice-step.js";
import { dayStep } from "../../forms/steps/day-step.js";
import { refusal } from "../../kit/refuse.js";
import type { BotWorld } from "../../world.js";

interface AwayFacts {
  person: Person;
  isSelf: boolean;
}

type Context = StepContext<AwayFacts>;

const NOBODY = "nobody";
/** A day, two, a week, two weeks: how long sickness, leave and duties last mostly. */
const USUAL_DAYS = [0, 1, 2, 4, 6, 13];

export const awayForm: Form<AwayFacts> = {
  name: "away",
  version: 1,
  async load(world, actor, subject) {
    const view = await viewAway(world, actor, Number(/^person:(\d{1,9})$/.exec(subject)?.[1]));
    return view.kind === "found" ? { person: view.person, isSelf: view.isSelf } : null;
  },
  look: ({ person, isSelf }) => (isSelf ? null : { action: "staff.view", subject: `person:${person.id}` }),
  about: ({ cover }, facts) => cover.about(nameOf(facts)),
  isOvertaken: ({ person }, { answers }, { world }) =>
    answers.until !== undefined && String(answers.until) < dayIn(zoneOf(person), world.clock.now()),
  order: () => ["from", "until", "who"],
  clears: { from: ["until", "who"], until: ["who"] },
  steps: {
    from: dayStep<AwayFacts>({
      label: ({ cover }) => cover.from.label,
      ask: ({ texts, facts }) => texts.cover.from.ask(nameOf(facts)),
      direction: "ahead",
      today: ({ facts }, at) => dayIn(zoneOf(facts.person), at),
      perRow: 2,
      choices: (context) => {
        const { from } = context.texts.cover;
        const today = todayOf(context);
        const monday = addDays(today, 8 - weekday(today));
        const named = [
          { value: today, label: from.today },
          { value: addDays(today, 1), label: from.tomorrow },
        ];
        const others = [addDays(today, 2), monday, addDays(monday, 7)].filter((day) => day > addDays(today, 1));
        const labelled = [...new Set(others)].map((day) => ({
          value: day,
          label: shortDay(context.texts.language, day),
        }));
        return [...named, ...labelled];
      },
      check: (context, day) => {
        const last = addDays(todayOf(context), FURTHEST_AHEAD_DAYS);
        if (day < todayOf(context)) return context.texts.cover.past();
        return day > last ? context.texts.cover.far(last) : undefined;
      },
    }),
    until: dayStep<AwayFacts>({
      label: ({ cover }) => cover.until.label,
      ask: ({ texts, answers }) => texts.cover.until.ask(answers.from as Day),
      direction: "ahead",
      spansFrom: ({ answers }) => answers.from as Day,
      follows: ({ answers }) => answers.from as Day,
      today: ({ facts }, at) => dayIn(zoneOf(facts.person), at),
      perRow: 2,
      choices: ({ texts, answers }) =>
        USUAL_DAYS.map((days) => addDays(answers.from as Day, days)).map((day) => ({
          value: day,
          label: shortDay(texts.language, day),
        })),
      check: ({ texts, answers }, day) => {
        const from = answers.from as Day;
        if (day < from) return texts.cover.until.early(from);
        return day >= addDays(from, LONGEST_ABSENCE_DAYS) ? texts.cover.until.long(LONGEST_ABSENCE_DAYS) : undefined;
      },
    }),
    who: choiceStep<AwayFacts>({
      label: ({ cover }) => cover.who.label,
      ask: async (context) => {
        const none = (await possibleIn(context)).length === 0;
        return context.texts.cover.who.ask({ name: nameOf(context.facts), ...daysIn(context.answers), none });
      },
      choices: async (context) => choicesOf(context, await possibleIn(context)),
    }),
  },
  confirmLabel: ({ cover }) => cover.confirm,
  async summary(context) {
    const { texts, facts, answers } = context;
    const chosen = (await possibleIn(context)).find(({ person }) => String(person.id) === answers.who);
    return texts.cover.summary({
      ...{ name: nameOf(facts), ...daysIn(answers), coverName: chosen?.person.name ?? null },
    });
  },
  async finish({ world, actor, texts, facts, answers, saidAt }, { updateId }): Promise<Finished> {
    const input = { personId: facts.person.id, ...daysIn(answers), coverId: chosenIn(answers), updateId, saidAt };
    const outcome = await sayAway(world, actor, input);
    const { cover } = texts;
    const stays = (...steps: string[]) => Object.fromEntries(steps.map((step) => [step, answers[step] ?? null]));
    switch (outcome.kind) {
      case "said": {
        const words = { ...absenceWords(outcome.absence), left: outcome.left };
        return { ...cover.said(words), buttons: backTo(texts, facts) };
      }
      case "overlaps":
        return { ...cover.overlaps(absenceWords(outcome.absence)), buttons: backTo(texts, facts) };
      case "cover_unable":
        return { kind: "not_yet", say: cover.unable(), answers: stays("from", "until") };
      case "past":
        return { kind: "not_yet", say: cover.past(), answers: {} };
      case "too_long":
        return { kind: "not_yet", say: cover.until.long(LONGEST_ABSENCE_DAYS), answers: stays("from") };
      case "too_far":
        return {
          kind: "not_yet",
          say: cover.far(addDays(dayIn(zoneOf(facts.person), saidAt), FURTHEST_AHEAD_DAYS)),
          answers: {},
        };
      case "not_yours":
        return refusal({ actor, texts, world });
    }
  },
};

interface CoverFacts {
  absence: AbsenceRecord;
  isSelf: boolean;
}

/** Another cover for an absence that stands. */
export const coverForm: Form<CoverFacts> = {
  name: "cover",
  version: 1,
  async load(world, actor, subject) {
    const found = await findAbsence(world, actor, Number(/^absence:(\d{1,9})$/.exec(subject)?.[1]));
    if (found.kind !== "found" || isOver(found.absence, world.clock.now())) return null;
    return { absence: found.absence, isSelf: found.absence.personId === actor.person.id };
  },
  about: ({ cover }, { absence }) => cover.aboutCover(absence.person.name),
  order: () => ["who"],
  steps: {
    who: choiceStep<CoverFacts>({
      label: ({ cover }) => cover.who.label,
      ask: async ({ texts, world, facts: { absence, isSelf } }) => {
        const none = (await listPossibleCovers(world, absence.personId, absence)).length === 0;
        const { name, from, until } = absenceWords(absence);
        return texts.cover.who.ask({ name: isSelf ? null : name, from, until, none });
      },
      choices: async (context) => {
        const { absence } = context.facts;
        return choicesOf(context, await listPossibleCovers(context.world, absence.personId, absence));
      },
    }),
  },
  async finish({ world, actor, texts, facts: { absence, isSelf }, answers }): Promise<Finished> {
    const outcome = await chooseCover(world, actor, { absenceId: absence.id, coverId: chosenIn(answers) });
    const { cover } = texts;
    if (outcome.kind === "cover_unable") return { kind: "not_yet", say: cover.unable(), answers: {} };
    if (outcome.kind === "not_yours") return refusal({ actor, texts, world });
    const said = outcome.kind === "chosen" ? cover.changed(absenceWords(outcome.absence)) : cover.over();
    return { ...said, buttons: backTo(texts, { person: absence.person, isSelf }) };
  },
};

function backTo(texts: Context["texts"], { person, isSelf }: AwayFacts) {
  return [[{ label: texts.cover.menu, data: isSelf ? action("away") : action("away", person.id) }]];
}

function choicesOf({ texts }: Pick<Context, "texts">, possible: PossibleCover[]) {
  const { who } = texts.cover;
  const people = possible.map(({ person, sharesClass }) => ({
    ...{ value: String(person.id), label: who.choice(person.name, sharesClass) },
  }));
  return [...people, { value: NOBODY, label: who.nobody, always: true }];
}

function possibleIn({ world, facts, answers }: { world: BotWorld; facts: AwayFacts; answers: Answers }) {
  const { from, until } = daysIn(answers);
  return listPossibleCovers(world, facts.person.id, spanOf(zoneOf(facts.person), from, until));
}

function chosenIn({ who }: Answers): number | null {
  return who === NOBODY ? null : Number(who);
}

function daysIn(answers: Answers) {
  return { from: answers.from as Day, until: answers.until as Day };
}

function nameOf({ person, isSelf }: AwayFacts): string | null {
  return isSelf ? null : person.name;
}

function todayOf({ facts, saidAt }: Context): Day {
  return dayIn(zoneOf(facts.person), saidAt);
}
