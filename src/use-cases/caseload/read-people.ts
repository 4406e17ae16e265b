// A page of people with their plans. Lists, files and pictures all read here, so that their rows and numbers are the same.
import { groupedBy } from "../../domain/grouped-by.js";
import type { Care } from "../../domain/people/permissions.js";
import type { CareRow, PeoplePage, PeopleWish } from "../../ports/people/caseloads.js";
import { letOthersGoFirst } from "../../ports/queue/waiting.js";
import type { World } from "../../ports.js";
import { factsOfCase } from "./follow-up/facts-of-case.js";
import { lateDaysNow } from "./follow-up/late-days.js";
import { type PersonInCare, personInCare } from "./person-in-care.js";
import { plansToldOf } from "./told-of.js";

/** People read and judged at once: in a tenth of a second, so that others are answered between two parts of a long list. */
const PART = 250;

export interface PeopleRead extends Omit<PeoplePage, "shown"> {
  people: PersonInCare[];
}

export async function readPeople(world: World, care: Care, wish: PeopleWish): Promise<PeopleRead> {
  const { shown, ...page } = await world.store.caseloads.peoplePage(care, lateDaysNow(world), wish);
  return { ...page, people: await readInFull(world, care, shown) };
}

export async function readInFull(world: World, care: Care, shown: Keys): Promise<PersonInCare[]> {
  const people: PersonInCare[] = [];
  for (let from = 0; from < shown.length; from += PART) {
    if (from > 0) await letOthersGoFirst();
    people.push(...(await inFull(world, care, shown.slice(from, from + PART))));
  }
  return people;
}

type Keys = PeoplePage["shown"];

/** Those who are gone since the page was read are left out. */
async function inFull(world: World, care: Care, shown: Keys): Promise<PersonInCare[]> {
  const { caseloads } = world.store;
  const rows = await caseloads.peopleOf(care, {
    participantIds: shown.flatMap(({ participantId }) => participantId ?? []),
    rosterRowIds: shown.flatMap(({ rosterRowId }) => rosterRowId ?? []),
  });
  const keyOf = (one: Keys[number]) => `${one.participantId} ${one.rosterRowId}`;
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  const libraryIds = rows.flatMap(({ libraryId }) => libraryId ?? []);
  const plans = groupedBy(
    (await caseloads.plansOf(care, { libraryIds })).map(factsOfCase),
    ({ libraryId }) => libraryId,
  );
  const told = await plansToldOf(world, care, rows);
  const plansFor = ({ participantId, rosterRowId, libraryId }: CareRow) =>
    participantId === null ? told.get(rosterRowId)?.map(factsOfCase) : plans.get(libraryId ?? 0);
  return shown.flatMap((one) => {
    const row = byKey.get(keyOf(one));
    return row === undefined ? [] : [personInCare(world, row, plansFor(row) ?? [])];
  });
}
