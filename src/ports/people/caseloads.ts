// What a trainer (or an admin of a region) looks after, read in one go: plans with their follow-ups, and people.

import type { ContactWay } from "../../domain/caseload/care-act.js";
import type { PeopleFilter } from "../../domain/caseload/people-filter.js";
import type { LateCounts } from "../../domain/caseload/summary.js";
import type { ProvinceRule, TryWay } from "../../domain/caseload/with-province.js";
import type { ParticipantKind } from "../../domain/people/participant-kind.js";
import type { Care, CareSubject } from "../../domain/people/permissions.js";
import type { UnreachableCause } from "../../domain/people/person.js";
import type { PlanState } from "../../domain/plans/plan-state.js";
import type { PlanType } from "../../domain/plans/work-plan.js";
import type { Day } from "../../domain/time/calendar.js";
import type { Zone } from "../../domain/time/zone.js";
import type { PageWish } from "../page-wish.js";

/** One plan as the person who follows it up sees it. */
export interface PlanCase extends CareSubject {
  planId: number;
  type: PlanType;
  state: PlanState;
  dueOn: Day;
  /** The last day of the latest pause, see domain/plans/deadline.ts; may be past. */
  pausedUntil: Day | null;
  /** The last day of the class in which the plan is made. */
  classEndsOn: Day;
  lastReportAt: Date | null;
  /** When a trainer last noted a talk outside the bot. */
  lastContactAt: Date | null;
  /** Each time that staff reminded its people of it, or spoke to them. */
  triedAt: Date[];
  activity: string | null;
  /** From the last report, if it named one. */
  obstacle: string | null;
  /** Who said so; null where nothing was said. Erasing them erases it. */
  obstacleById: number | null;
  classId: number;
  className: string;
  zone: Zone;
  libraryId: number;
  libraryName: string;
  village: string;
  /**
   * Those who manage the library now, by name; `personIds` in the same order. Where nobody does, those who were invited for it and have
   * not joined; `rosterRowIds` in the same order.
   */
  names: string[];
  personIds: number[];
  rosterRowIds: number[];
  /** Their pages: in this class, else where they take part; null for who takes part nowhere. In the same order. */
  participantIds: (number | null)[];
  /** None of them can be reached. */
  isBlocked: boolean;
  restUntil: Day | null;
  /** To when one of them put off its reminder since the last word about it, or a pause did. */
  putOffUntil: Date | null;
  /** When the library's people last reported, asked for help or wrote to their trainers; null: never. */
  lastHeardAt: Date | null;
  /** How often one of them has put off its reminder since the last word about it; the most of any. */
  snoozed: number;
  /** Since when a plea for help waits for an answer. */
  helpSinceAt: Date | null;
  /** Whether a follow-up about being overdue is open, and one about being stuck. */
  isOpen: boolean;
  isStuck: boolean;
  /** There is a report, and no trainer has looked at its latest version. */
  awaitsReview: boolean;
}

/** What ranking needs to know of a plan, once for each trainer of its class: small, because a summary reads all of them. */
export type PlanInBrief = Pick<
  PlanCase,
  | ("personIds" | "rosterRowIds")
  | ("planId" | "libraryId" | "cohortId" | "zone" | "state" | "dueOn" | "classEndsOn" | "lastReportAt")
  | ("restUntil" | "putOffUntil" | "lastHeardAt" | "helpSinceAt" | "isOpen" | "isStuck")
> & {
  trainerId: number;
  /** Of those who act for the library: whom a reminder reaches. */
  remindableIds: number[];
};

/** Somebody on a roster or in a class, with what tells how they are doing. */
export interface CareRow extends CareSubject {
  participantId: number | null;
  rosterRowId: number | null;
  /** Null until they join. */
  personId: number | null;
  joinedAt: Date | null;
  name: string;
  phone: string | null;
  kind: ParticipantKind;
  /** See carriesOutPlans(). */
  flagged: boolean;
  classId: number;
  className: string;
  zone: Zone;
  classEndsOn: Day;
  libraryId: number | null;
  libraryName: string;
  place: string;
  unreachableCause: UnreachableCause | null;
  /** Until then they pause; may be past. */
  pausedUntil: Date | null;
  /** A plan or report was begun and not sent. */
  hasDraft: boolean;
  /** Their oldest thread in which they wait for an answer, and since when. */
  threadId: number | null;
  askedAt: Date | null;
}

/** A part of the plans that are looked after; nothing given: all of them. */
export interface PlanFilter {
  planIds?: number[];
  libraryIds?: number[];
  /** All of the libraries that have one of these plans. */
  besidePlans?: number[];
  /** Of these classes, or of this place, those for whose library nobody acts. */
  untendedIn?: number[] | { placeCode: string };
}

/** Some of the people who are looked after; nothing given: everybody. */
export interface PersonFilter {
  participantIds?: number[];
  rosterRowIds?: number[];
}

/** A zone's day, the last due day of which a trainer can hear on it (latestDueDayToAlert), and when the province helps. */
export interface LateDay extends ProvinceRule {
  zone: Zone;
  today: Day;
  dueUntil: Day;
}

/** A page of the late plans that are the trainer's turn. */
export interface OwedPlans {
  late: LateCounts;
  /** Libraries for which nobody acts and nobody was invited; late.owed counts each for one. */
  unmanned: number;
  /** People who were invited for such a library and have not joined; late.owed counts them too. */
  notJoined: number;
  /** Of the people whose plans are owed: how many a reminder reaches. */
  remindable: number;
  /** Ids of plans, in the order of byUrgency(); those of one library and cohort together, where the most urgent of them stands. */
  entries: number[][];
  /** How many entries there are on all pages. */
  count: number;
  page: number;
}

export interface PeopleWish extends PageWish {
  filter: PeopleFilter;
  /** Of this class alone, counts too; missing or null: of all that are looked after. */
  classId?: number | null;
}

/** A page of everybody of the filter: those who ask for help, those with a question, then all others by name. */
export interface PeoplePage {
  /** How many people each filter has; the diagnoses and these two add up to all. */
  counts: Record<PeopleFilter | "on_course" | "finished", number>;
  total: number;
  /** Of all of the filter: how many a trainer's reminder reaches, and how many a letter to several. */
  remindable: number;
  writable: number;
  page: number;
  shown: { participantId: number | null; rosterRowId: number | null }[];
}

export interface PeopleSearch {
  /** As normaliseName() has it, and not empty; part of a name, of a library's or of a place's. */
  search: string;
  most: number;
}

/** The first of everybody who is found, in the order of a page. */
export interface PeopleFound extends Pick<PeoplePage, "shown"> {
  total: number;
}

/** What somebody's page shows beside their plans. */
export interface AboutPerson {
  /** The extension that is in force, of each plan that has one. */
  extensions: { planId: number; until: Day; byName: string }[];
  /** Talks outside the bot that were noted, the latest first; once each, however many plans they were about. */
  talks: { at: Date; way: ContactWay | null; note: string | null; byName: string | null }[];
  /** What staff tried since the last word of theirs, the earliest first; once each, however many plans it was about. */
  tries: { at: Date; way: TryWay; byName: string | null }[];
  /** Their latest thread with their trainers. */
  threadId: number | null;
}

export interface CaseloadsPort {
  /** By due day. A null care looks at everybody, no matter who looks after them: for jobs, and for telling "gone" from "not yours". */
  plansOf(care: Care | null, filter?: PlanFilter): Promise<PlanCase[]>;
  /** What is not done in these trainers' classes and due before this day or with an open follow-up; by due day. */
  plansInBrief(trainerIds: number[], dueBefore: Day, now: Date): Promise<PlanInBrief[]>;
  /** What is late and owed on these days (latenessOf); without a wish, all of it in one page. */
  owedPlans(care: Care, days: LateDay[], wish: PageWish | null): Promise<OwedPlans>;
  /** How many people have late plans, by whose turn it is: as lateCounts() on these days. */
  countLate(care: Care, days: LateDay[]): Promise<LateCounts>;
  /** Of how many people a plan that is not done has a plea for help open. */
  countHelp(care: Care): Promise<number>;
  /** On these days; the rows themselves are read by peopleOf(). */
  peoplePage(care: Care, days: LateDay[], wish: PeopleWish): Promise<PeoplePage>;
  peopleFound(care: Care, wish: PeopleSearch): Promise<PeopleFound>;
  /** Of these plans, and of this participant; at most so many talks, and what was tried since then (null: ever), where it is asked for. */
  aboutPerson(of: {
    planIds: number[];
    participantId: number | null;
    talks: number;
    tried: { since: Date | null } | null;
  }): Promise<AboutPerson>;
  /** Those who joined and those who have not, by name. */
  peopleOf(care: Care | null, filter?: PersonFilter): Promise<CareRow[]>;
}
