// Where an area stands, laid out alike in both languages: the numbers with their bars, the kinds of plan beside each other, the worst first.
import type { Diagnosis } from "../../domain/caseload/diagnosis.js";
import { READABLE } from "../../domain/caseload/summary.js";
import type { RichText } from "../../domain/messages/message.js";
import { shortName } from "../../domain/messages/short-name.js";
import { percentOf } from "../../domain/numbers/percent.js";
import { isProvinceItself, type Part } from "../../domain/overview/area.js";
import {
  allPlans,
  causesIn,
  lightOfArea,
  type Numbers,
  type PlanNumbers,
  wellOf,
  worstFirst,
} from "../../domain/overview/numbers.js";
import { type AreaLight, PLAN_TYPES, type PlanType } from "../../domain/plans/work-plan.js";
import type { Zone } from "../../domain/time/zone.js";
import { bold, lines, paragraphs } from "../rich.js";
import { barOf } from "./classes/class-day.js";

/** When numbers were counted, and by which clock that is said. */
export interface Counted {
  countedAt: Date;
  zone: Zone;
}

export interface OverviewView extends Counted {
  /** Null: the whole country. */
  name: string | null;
  cohort: { name: string };
  numbers: Numbers;
  before: { on: string; numbers: Numbers } | null;
  part: Part;
  parts: readonly { key: string; name: string; numbers: Numbers }[];
}

export interface OverviewWords {
  number(count: number): string;
  title(name: string | null, cohort: string): string;
  counted(counted: Counted, people: number): string;
  joined: string;
  plans: string;
  /** "ditulis 71 % · dilaporkan 54 % · ditinjau 40 % · selesai 8 %" */
  shares(percents: { written: string; reported: string; reviewed: string; done: string }): string;
  types: Record<PlanType, string>;
  late(plans: number): string;
  causes: Record<Diagnosis, string>;
  silent: string;
  worst: string;
  light(light: AreaLight): string;
  since(on: string, change: { joined: string; reported: string; done: string }): string;
  nobody: string;
  awaiting(people: number): string;
  /** `fresh`: how many of them since a week. */
  withProvince(people: number, fresh: number): string;
  /** Nothing was kept of the beginning of the week. */
  nothingKept: string;
}

/** More causes than that push the rest off a small phone's screen; all of them stand in the files. */
const MOST_CAUSES = 3;
const WORST = 5;
const LONGEST_NAME = 16;

/** In the order of the line above it. */
function percentsOf({ plans, written, reported, reviewed, done }: PlanNumbers): string {
  return [written, reported, reviewed, done].map((part) => percent(part, plans)).join(" · ");
}

export function percent(part: number, whole: number): string {
  const found = percentOf(part, whole);
  return found === null ? "–" : `${found} %`;
}

/** `isBrief`: without the kinds of plan. Of a region with long names and large numbers fewer of the worst are named. */
export function overviewText(view: OverviewView, words: OverviewWords, isBrief = false): RichText {
  const named = worstOf(view);
  const pages = named.map((_, n) => textWith(named.slice(0, named.length - n), view, words, isBrief));
  return pages.find(({ text }) => text.length <= READABLE) ?? textWith([], view, words, isBrief);
}

function textWith(worst: readonly Worst[], view: OverviewView, words: OverviewWords, isBrief: boolean): RichText {
  const { numbers, before } = view;
  const { people } = numbers;
  const plans = allPlans(numbers);
  const light = lightOfArea(numbers);
  const causes = causesIn(numbers).slice(0, MOST_CAUSES);
  return paragraphs(
    lines(bold(words.title(view.name, view.cohort.name)), words.counted(view, people.people)),
    people.people === 0 && words.nobody,
    people.people > 0 &&
      lines(
        light !== null && `${words.light(light)} · ${percent(wellOf(numbers), people.people)}`,
        `${words.joined} ${barOf(people.joined, people.people)} ${words.number(people.joined)} (${percent(people.joined, people.people)})`,
      ),
    plans.plans > 0 &&
      lines(
        bold(words.plans),
        words.shares({
          written: percent(plans.written, plans.plans),
          reported: percent(plans.reported, plans.plans),
          reviewed: percent(plans.reviewed, plans.plans),
          done: percent(plans.done, plans.plans),
        }),
        ...(isBrief ? [] : PLAN_TYPES.map((type) => `${words.types[type]}: ${percentsOf(numbers.plans[type])}`)),
        plans.late > 0 && words.late(plans.late),
      ),
    causes.length > 0 &&
      `${words.silent} ${causes.map((cause) => `${words.causes[cause]} ${words.number(people[cause])}`).join(" · ")}`,
    people.awaiting_review > 0 && words.awaiting(people.awaiting_review),
    people.with_province > 0 && words.withProvince(people.with_province, people.new_with_province),
    worst.length > 0 && `${words.worst} ${worst.map(({ name, share }) => `${name} ${share}`).join(", ")}`,
    before !== null && words.since(before.on, changeOf(numbers, before.numbers, words)),
    before === null && people.people > 0 && words.nothingKept,
  );
}

interface Worst {
  name: string;
  share: string;
}

/** The parts that need help most, where there is more than one to compare; none of those that are well. */
function worstOf({ part, parts }: OverviewView): Worst[] {
  const places = parts.filter(({ key }) => !isProvinceItself(part, key));
  if (places.length < 2) return [];
  return worstFirst(places)
    .filter(({ numbers }) => lightOfArea(numbers) === "red" || lightOfArea(numbers) === "yellow")
    .slice(0, WORST)
    .map(({ name, numbers }) => ({
      name: shortName(name, LONGEST_NAME),
      share: percent(wellOf(numbers), numbers.people.people),
    }));
}

function changeOf(now: Numbers, then: Numbers, { number }: OverviewWords) {
  const said = (difference: number) => `${difference < 0 ? "−" : "+"}${number(Math.abs(difference))}`;
  const [is, was] = [allPlans(now), allPlans(then)];
  return {
    joined: said(now.people.joined - then.people.joined),
    reported: said(is.reported - was.reported),
    done: said(is.done - was.done),
  };
}
