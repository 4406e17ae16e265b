// Everything about one person on one screen, laid out alike in both languages: who, why nothing is heard, the plans, the last word, talks.
import type { PersonStanding } from "../../domain/caseload/diagnosis.js";
import type { RichText } from "../../domain/messages/message.js";
import type { PlanState } from "../../domain/plans/plan-state.js";
import type { Light, PlanType } from "../../domain/plans/work-plan.js";
import type { TypedAnswer } from "../../domain/reports/questionnaire.js";
import type { Day } from "../../domain/time/calendar.js";
import { bold, italic, lines, paragraphs } from "../rich.js";
import { libraryAt } from "./library-at.js";
import { shortened } from "./session-words.js";

/** What fits beside its line on a phone: enough to know which it was. */
const NAME = 60;
const QUOTE = 80;

export interface PersonPlan {
  type: PlanType;
  state: PlanState;
  light: Light;
  dueOn: Day;
  /** 0: in time, or done. */
  daysLate: number;
  /** Who gave more time; null: nobody did. */
  extendedBy: string | null;
}

export interface PersonView {
  name: string;
  libraryName: string;
  place: string;
  className: string;
  phone: string | null;
  standing: PersonStanding;
  /** Their account at Telegram is gone. */
  isGone: boolean;
  quietTo: Day | null;
  lastHeardOn: Day | null;
  helpSince: Day | null;
  askedOn: Day | null;
  /** When all that is late was dealt with: to this day. */
  restsTo: Day | null;
  stoppedAt: { about: string; question: string | null } | null;
  plans: PersonPlan[];
  report: {
    number: string;
    type: PlanType;
    state: PlanState;
    on: Day;
    obstacle: string | null;
    answers: TypedAnswer[];
    story: string | null;
    nextStep: string | null;
    files: number;
  } | null;
  /** The latest first. */
  talks: { on: Day; note: string | null; by: string | null }[];
}

export interface PersonWords {
  /** "Kelas Kepri 1 · 📞 +62…": without marks, so that phones make the number one to press. */
  inClass(className: string, phone: string | null): string;
  /** Why nothing is heard and what is next; false: they are on course. */
  cause(view: PersonView): string | false;
  help(since: Day): string;
  asked(since: Day): string;
  rests(to: Day): string;
  plan(plan: PersonPlan): string;
  reported(report: NonNullable<PersonView["report"]>): string;
  /** What it counts; false: nothing. */
  numbers(answers: TypedAnswer[]): string | false;
  lastHeard(on: Day | null): string;
  talk(talk: PersonView["talks"][number]): string;
}

/** Of a long name, note or story the beginning; what is left out stands behind the buttons. */
export function personPage(words: PersonWords, view: PersonView): RichText {
  const { report } = view;
  const said = report?.story ?? report?.nextStep ?? null;
  return paragraphs(
    lines(
      bold(shortened(view.name, NAME)),
      shortened(libraryAt(view.libraryName, view.place), NAME),
      words.inClass(shortened(view.className, NAME), view.phone),
    ),
    view.helpSince !== null && words.help(view.helpSince),
    view.askedOn !== null && words.asked(view.askedOn),
    words.cause(view),
    view.plans.length > 0 && lines(...view.plans.map((plan) => words.plan(plan))),
    view.standing !== "not_joined" &&
      lines(
        report === null || (view.lastHeardOn !== null && view.lastHeardOn > report.on)
          ? words.lastHeard(view.lastHeardOn)
          : false,
        report !== null && words.reported(report),
        report !== null && words.numbers(report.answers),
        said !== null && italic(`“${shortened(said, QUOTE)}”`),
      ),
    (view.talks.length > 0 || view.restsTo !== null) &&
      lines(
        ...view.talks.map((talk) =>
          words.talk({ ...talk, note: talk.note === null ? null : shortened(talk.note, QUOTE) }),
        ),
        view.restsTo !== null && words.rests(view.restsTo),
      ),
  );
}
