// Everybody that a trainer or admin looks after, joined or not, each with their plans and how they are doing.
import { type Page, pageOf } from "../../domain/paging.js";
import { PARTICIPANT_KINDS, type ParticipantKind } from "../../domain/people/participant-kind.js";
import type { KnownActor } from "../../domain/people/person.js";
import { normaliseName } from "../../domain/places/place-search.js";
import type { World } from "../../ports.js";
import { noteLook } from "../access.js";
import { careWanted, practiceSubject } from "./care-wanted.js";
import { type CaseFacts, factsOfCase } from "./follow-up/facts-of-case.js";
import { type PersonInCare, personInCare } from "./person-in-care.js";

/** Eight names and their buttons fit one screen. */
const PER_PAGE = 8;

export const PEOPLE_FILTERS = ["all", "late", "obstacle", "not_joined", "done", ...PARTICIPANT_KINDS] as const;
export type PeopleFilter = (typeof PEOPLE_FILTERS)[number];

const isOfKind = Object.fromEntries(
  PARTICIPANT_KINDS.map((wanted) => [wanted, ({ kind }: PersonInCare) => kind === wanted]),
) as Record<ParticipantKind, (person: PersonInCare) => boolean>;

const IS: Record<PeopleFilter, (person: PersonInCare) => boolean> = {
  all: () => true,
  late: ({ isLate }) => isLate,
  obstacle: ({ diagnosis }) => diagnosis === "obstacle",
  not_joined: ({ diagnosis }) => diagnosis === "not_joined",
  done: ({ isDone }) => isDone,
  ...isOfKind,
};

export async function listPeople(
  world: World,
  actor: KnownActor,
  wish: { filter: PeopleFilter; search: string; page?: number; practice?: boolean },
): Promise<Page<PersonInCare> & { people: PersonInCare[]; counts: Record<PeopleFilter, number> }> {
  const care = careWanted(actor, wish);
  const rows = await world.store.caseloads.peopleOf(care);
  const plans = plansByLibrary((await world.store.caseloads.plansOf(care)).map(factsOfCase));
  const everybody = rows.map((row) => personInCare(world, row, plans.get(row.libraryId ?? 0) ?? []));
  const counts = Object.fromEntries(
    PEOPLE_FILTERS.map((filter) => [filter, everybody.filter(IS[filter]).length]),
  ) as Record<PeopleFilter, number>;
  const people = everybody.filter(IS[wish.filter]).filter((person) => matches(person, wish.search));
  const page = pageOf(people, PER_PAGE, wish.page ?? 0);
  await noteLook(world, world.store, actor, {
    action: "people.list",
    subject: wish.practice === true ? practiceSubject(actor) : "people",
    details: {
      filter: wish.filter,
      count: people.length,
      page: page.page,
      ...(wish.search !== "" && { search: true }),
    },
    shown: page.shown.map(({ participantId, rosterRowId }) =>
      participantId === null ? `roster_row:${rosterRowId}` : `participant:${participantId}`,
    ),
  });
  return { ...page, people, counts };
}

function matches(person: PersonInCare, search: string): boolean {
  const wanted = normaliseName(search);
  return (
    wanted === "" ||
    [person.name, person.place, person.libraryName].some((text) => normaliseName(text).includes(wanted))
  );
}

function plansByLibrary(plans: CaseFacts[]): Map<number, CaseFacts[]> {
  const groups = new Map<number, CaseFacts[]>();
  for (const plan of plans) groups.set(plan.libraryId, [...(groups.get(plan.libraryId) ?? []), plan]);
  return groups;
}
