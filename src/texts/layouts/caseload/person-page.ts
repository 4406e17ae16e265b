// Everything about one person on one screen, laid out alike in both languages: who, why nothing is heard, the plans, the last word, talks.
import type { ContactWay } from "../../../domain/caseload/care-act.js";
import type { PersonStanding } from "../../../domain/caseload/diagnosis.js";
import { READABLE } from "../../../domain/caseload/summary.js";
import type { TryWay } from "../../../domain/caseload/with-province.js";
import type { RichText } from "../../../domain/messages/message.js";
import type { PauseReason } from "../../../domain/people/pause.js";
import type { UnreachableCause } from "../../../domain/people/person.js";
import type { PlanState } from "../../../domain/plans/plan-state.js";
import type { Light, PlanType } from "../../../domain/plans/work-plan.js";
import type { TypedAnswer } from "../../../domain/reports/questionnaire.js";
import type { Day } from "../../../domain/time/calendar.js";
import { bold, italic, lines, paragraphs } from "../../rich.js";
import { shortened } from "../classes/session-words.js";
import { libraryAt } from "../library-at.js";

/** What fits beside its line on a phone: enough to know which it was. */
const NAME = 40;
const NAME_BESIDE = 16;
const WORDS = 30;
const QUOTE = 60;

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
  /** Why nothing that is written in the bot arrives; null: it does. */
  unreachable: UnreachableCause | null;
  /** They have stopped reminders. */
  wantsNoReminders: boolean;
  /** Its last day, and why, where that is for the one who looks. */
  pause: { untilOn: Day; reason: PauseReason | null } | null;
  lastHeardOn: Day | null;
  helpSince: Day | null;
  askedOn: Day | null;
  /** That the province helps: since when, and what was tried since the last word of theirs; null: it does not. */
  withProvince: { since: Day; tried: Tried[] } | null;
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
    onBehalf: boolean;
  } | null;
  /** The latest first. */
  talks: { on: Day; way: ContactWay | null; note: string | null; by: string | null }[];
}

/** How often in this way, and who did so last, when. */
export interface Tried {
  way: TryWay;
  times: number;
  on: Day;
  by: string | null;
}

export interface PersonWords {
  /** "Kelas Kepri 1 · 📞 +62…": without marks, so that phones make the number one to press. */
  inClass(className: string, phone: string | null): string;
  /** Why nothing is heard and what is next; false: they are on course, or it is said already that nothing reaches them. */
  cause(view: PersonView): string | false;
  /** Why they cannot be written to, and how else. */
  unreachable(cause: UnreachableCause, phone: string | null): string;
  /** Why no reminder arrives, and how else. */
  noReminders(phone: string | null): string;
  help(since: Day): string;
  asked(since: Day): string;
  rests(to: Day): string;
  /** `asks`: also what is next; it is said already where nothing reaches them. */
  withProvince(since: Day, asks: boolean): string;
  /** "Sudah diingatkan 2× (5 Jul, Rina), ditelepon 1× (8 Jul, Budi)" */
  tried(tries: Tried[]): string;
  plan(plan: PersonPlan): string;
  reported(report: NonNullable<PersonView["report"]>): string;
  /** What it counts; false: nothing. */
  numbers(answers: TypedAnswer[]): string | false;
  lastHeard(on: Day | null): string;
  talk(talk: PersonView["talks"][number]): string;
}

/**
 * Of a long name, note or story the beginning. What does not fit is left out: the older talk, what was counted, what was told, who gave time,
 * who tried, then what was tried and until when it rests.
 */
export function personPage(words: PersonWords, view: PersonView): RichText {
  const { report, talks } = view;
  const said = report?.story ?? report?.nextStep ?? null;
  const everything = { talks: talks.length, numbers: true, said: true, givers: true, tries: "by whom" as const };
  const nothingMore = { talks: 0, numbers: false, said: false, givers: false };
  const briefer = [
    everything,
    { ...everything, talks: 1 },
    { ...everything, talks: 1, numbers: false },
    { ...nothingMore, talks: 1, givers: true, tries: "by whom" as const },
    { ...nothingMore, givers: true, tries: "by whom" as const },
    { ...nothingMore, tries: "by whom" as const },
    { ...nothingMore, tries: "how" as const },
    { ...nothingMore, tries: "untold" as const },
  ];
  const pages = briefer.map((room) => {
    const counted = report !== null && room.numbers && words.numbers(report.answers);
    return paragraphs(
      heading(words, view),
      some(
        view.helpSince !== null && words.help(view.helpSince),
        view.askedOn !== null && words.asked(view.askedOn),
        view.unreachable !== null && words.unreachable(view.unreachable, view.phone),
        // Being silent is what the lines of the province say, and more: another reminder is not what helps.
        (view.withProvince === null || view.standing !== "silent") && words.cause(view),
        view.wantsNoReminders && view.unreachable === null && words.noReminders(view.phone),
        ...provinceLines(words, view, room.tries),
      ),
      some(...view.plans.map((plan) => words.plan(room.givers ? withShortNames(plan) : { ...plan, extendedBy: null }))),
      // Where nobody has joined, what a trainer has told of for them.
      (view.standing !== "not_joined" || report !== null) &&
        some(
          (report === null || (view.lastHeardOn !== null && view.lastHeardOn > report.on)) &&
            words.lastHeard(view.lastHeardOn),
          report !== null &&
            words.reported({
              ...report,
              obstacle: report.obstacle === null ? null : shortened(report.obstacle, WORDS),
            }),
          counted,
          said !== null && room.said && italic(`“${shortened(said, QUOTE)}”`),
        ),
      lines(
        ...talks.slice(0, room.talks).map(({ on, way, note, by }) =>
          words.talk({
            ...{ on, way },
            note: note === null ? null : shortened(note, QUOTE),
            by: by === null ? null : shortened(by, WORDS),
          }),
        ),
        view.restsTo !== null && room.tries !== "untold" && words.rests(view.restsTo),
      ),
    );
  });
  return pages.find(({ text }) => text.length <= READABLE) ?? (pages.at(-1) as RichText);
}

function provinceLines(
  words: PersonWords,
  { withProvince: helped, unreachable }: PersonView,
  tries: "by whom" | "how" | "untold",
): string[] {
  if (helped === null) return [];
  const tried = helped.tried.map((one) => ({
    ...one,
    by: one.by === null || tries === "how" ? null : shortened(one.by, NAME_BESIDE),
  }));
  return [words.withProvince(helped.since, unreachable === null), ...(tries === "untold" ? [] : [words.tried(tried)])];
}

/** Lines of a paragraph; false where there are none. */
function some(...parts: Parameters<typeof lines>): RichText | false {
  const said = lines(...parts);
  return said.text !== "" && said;
}

function heading(words: PersonWords, view: PersonView): RichText {
  return lines(
    bold(shortened(view.name, NAME)),
    shortened(libraryAt(view.libraryName, view.place), NAME),
    words.inClass(shortened(view.className, WORDS), view.phone),
  );
}

function withShortNames(plan: PersonPlan): PersonPlan {
  return { ...plan, extendedBy: plan.extendedBy === null ? null : shortened(plan.extendedBy, NAME_BESIDE) };
}
