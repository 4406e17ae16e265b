// A pause begins: why, and until when; for oneself, or for somebody one looks after. And one that lasts gets another last day.
import { action } from "../../domain/messages/action.js";
import type { Button } from "../../domain/messages/message.js";
import {
  canPauseUntil,
  isPauseReason,
  lastDayOf,
  MOST_PAUSE_DAYS,
  PAUSE_REASONS,
  USUAL_PAUSE_DAYS,
} from "../../domain/people/pause.js";
import { type Person, zoneOf } from "../../domain/people/person.js";
import { addDays, type Day, dayIn } from "../../domain/time/calendar.js";
import type { PauseRecord } from "../../ports/people/pauses.js";
import type { Texts } from "../../texts/index.js";
import { findOwnPause, findPausing, movePauseEnd, pausePerson } from "../../use-cases/index.js";
import type { Answers, Finished, Form, Step, StepContext } from "../forms/form.js";
import { choiceStep } from "../forms/steps/choice-step.js";
import { dayStep } from "../forms/steps/day-step.js";
import { refusal } from "../kit/refuse.js";

interface PauseFacts {
  person: Person;
  /** Null: they speak for themselves. */
  participantId: number | null;
  /** The pause that is to last longer; null: a new one. */
  pause: PauseRecord | null;
}

/** Also what the form of a place asks. */
export function untilStep<Facts>(about: {
  today(facts: Facts, at: Date, answers: Answers): Day;
  fromOn(facts: Facts, at: Date, answers: Answers): Day;
  untilOn(facts: Facts): Day | null;
}): Step<Facts> {
  const todayOf = ({ facts, saidAt, answers }: StepContext<Facts>) => about.today(facts, saidAt, answers);
  const fromOf = ({ facts, saidAt, answers }: StepContext<Facts>) => about.fromOn(facts, saidAt, answers);
  return dayStep<Facts>({
    label: ({ pauses }) => pauses.until.label,
    ask: ({ texts }) => texts.pauses.until.ask(),
    direction: "ahead",
    today: ({ facts, answers }, at) => about.today(facts, at, answers),
    // "7 hari" is the day of the button that says so: of a new pause today is the first of them.
    spansFrom: (context) => about.untilOn(context.facts) ?? lastDayOf(todayOf(context), 0),
    choices: (context) => {
      // From the end of the one that lasts, else from today.
      const before = about.untilOn(context.facts);
      return USUAL_PAUSE_DAYS.map((days) => ({
        days,
        value: before === null ? lastDayOf(todayOf(context), days) : addDays(before, days),
      }))
        .filter(({ value }) => canPauseUntil(fromOf(context), value, todayOf(context)))
        .map(({ days, value }) => ({ value, label: context.texts.pauses.until.choice(days, value) }));
    },
    check: (context, day) =>
      canPauseUntil(fromOf(context), day, todayOf(context))
        ? undefined
        : context.texts.pauses.until.notThen(MOST_PAUSE_DAYS),
  });
}

function reasonStep<Facts>(name: (facts: Facts) => string | null): Step<Facts> {
  return choiceStep<Facts>({
    label: ({ pauses }) => pauses.reason.label,
    ask: ({ texts, facts }) => texts.pauses.reason.ask(name(facts)),
    perRow: 2,
    choices: ({ texts }) =>
      PAUSE_REASONS.map((reason) => ({ value: reason, label: texts.pauses.reason.choices[reason] })),
  });
}

const nameOf = ({ person, participantId }: PauseFacts) => (participantId === null ? null : person.name);
const todayOf = ({ person }: PauseFacts, at: Date) => dayIn(zoneOf(person), at);

export const pauseForm: Form<PauseFacts> = {
  name: "pause",
  version: 1,
  async load(world, actor, subject) {
    const [, kind = "", id = ""] = /^(self|participant|pause):?(\d{0,9})$/.exec(subject) ?? [];
    if (kind === "pause") {
      const found = await findOwnPause(world, actor, Number(id));
      if (found.kind !== "found") return null;
      const { person, pause, isSelf, participantId } = found;
      return { person, pause, participantId: isSelf ? null : participantId };
    }
    if (kind === "") return null;
    const participantId = kind === "self" ? null : Number(id);
    const found = await findPausing(world, actor, participantId);
    return found.kind === "found" ? { person: found.person, participantId, pause: null } : null;
  },
  about: ({ pauses }, facts) => pauses.about(nameOf(facts)),
  isOvertaken: ({ pause, person }, _, { world }) =>
    pause !== null && pause.untilOn < dayIn(zoneOf(person), world.clock.now()),
  order: (_, { pause }) => (pause === null ? ["reason", "until"] : ["until"]),
  steps: {
    reason: reasonStep(nameOf),
    until: untilStep<PauseFacts>({
      today: todayOf,
      fromOn: (facts, at) => facts.pause?.fromOn ?? todayOf(facts, at),
      untilOn: ({ pause }) => pause?.untilOn ?? null,
    }),
  },
  async finish({ world, actor, texts, facts, answers, saidAt }, { updateId }): Promise<Finished> {
    const { participantId, pause } = facts;
    const untilOn = answers.until as Day;
    const reason = isPauseReason(answers.reason) ? answers.reason : "other";
    const outcome =
      pause === null
        ? await pausePerson(world, actor, { participantId, reason, untilOn, updateId, saidAt })
        : await movePauseEnd(world, actor, { pauseId: pause.id, untilOn });
    switch (outcome.kind) {
      case "paused":
      case "changed": {
        // Undoing takes the whole pause back; of one that only lasts longer now, its page can set the last day right.
        const slip: Button =
          outcome.kind === "paused" && outcome.isNew
            ? { label: texts.pauses.undo, data: action("undo_pause", outcome.pause.id) }
            : { label: texts.pauses.menu, data: action("pause", participantId) };
        return {
          ...texts.pauses.begun({ name: nameOf(facts), untilOn }),
          buttons: [[slip], wayBack(texts, participantId)],
        };
      }
      case "not_then":
        return { kind: "not_yet", say: texts.pauses.until.notThen(MOST_PAUSE_DAYS), answers: { reason } };
      case "over":
        return { ...texts.pauses.over(), buttons: [wayBack(texts, participantId)] };
      default:
        return refusal({ actor, texts, world });
    }
  },
};

export function wayBack(texts: Texts, participantId: number | null): Button[] {
  return participantId === null
    ? [{ label: texts.common.menu, data: action("menu") }]
    : [{ label: texts.pauses.backToPerson, data: action("person", participantId) }];
}
