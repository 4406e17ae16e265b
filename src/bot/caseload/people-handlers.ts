// /peserta: the people somebody looks after, by pages of eight, filtered or searched; and one person's page.

import { DIAGNOSES } from "../../domain/caseload/diagnosis.js";
import { PEOPLE_FILTERS, type PeopleFilter } from "../../domain/caseload/people-filter.js";
import { byUrgency } from "../../domain/caseload/urgency.js";
import { action, type Ids } from "../../domain/messages/action.js";
import { fitLabel, rowsThatFit } from "../../domain/messages/button-label.js";
import type { Button } from "../../domain/messages/message.js";
import { carriesOutPlans, isOffice, PARTICIPANT_KINDS } from "../../domain/people/participant-kind.js";
import { isOwnPractice } from "../../domain/people/permissions.js";
import { lightOf } from "../../domain/plans/work-plan.js";
import { dayIn } from "../../domain/time/calendar.js";
import type { CareRow } from "../../ports/people/caseloads.js";
import type { Texts } from "../../texts/index.js";
import { askOfficeForPlans, findPerson, listPeople, stopAskingForPlans } from "../../use-cases/index.js";
import type { BotContext, KnownContext } from "../context.js";
import { send, show } from "../kit/show.js";
import { menuButtons } from "../talk/menu.js";
import { caseButtons } from "./case-screen.js";

/** Longer than any name or village, short enough to be quoted back. */
const LONGEST_SEARCH = 60;

export async function searchPeople(ctx: KnownContext, typed: string): Promise<void> {
  await list(ctx, { filter: "all", page: 0, search: typed.slice(0, LONGEST_SEARCH), practice: false });
}

export async function showPeople(ctx: KnownContext, [filter, page, practice]: Ids<"people">): Promise<void> {
  await list(ctx, { filter, page, search: "", practice });
}

async function list(
  ctx: KnownContext,
  wish: { filter: PeopleFilter; page: number; search: string; practice: boolean },
): Promise<void> {
  const { actor } = ctx;
  const { caseload, common, practice } = ctx.texts;
  const { shown, total, from, page, last, counts } = await listPeople(ctx.world, actor, wish);
  const open = shown.map(
    (person, index): Button => ({
      label: fitLabel(person.name, undefined, { before: `${from + index + 1}. ` }),
      data:
        person.participantId !== null
          ? action("person", person.participantId)
          : action("invited", person.rosterRowId ?? 0),
    }),
  );
  const paging: Button[] = [
    ...(page > 0 ? [{ label: common.previous, data: action("people", wish.filter, page - 1, wish.practice) }] : []),
    // A search is not kept in a button: it is narrowed by typing more.
    ...(page < last && wish.search === ""
      ? [{ label: common.more, data: action("people", wish.filter, page + 1, wish.practice) }]
      : []),
  ];
  const filters = PEOPLE_FILTERS.filter((one) => isOffered(one, counts)).map((one) => ({
    label: caseload.filter(one, counts[one], one === wish.filter && wish.search === ""),
    data: action("people", one, 0, wish.practice),
  }));
  const text = caseload.list({ ...wish, total, from, people: shown });
  const back = wish.practice ? [{ label: practice.toPractice, data: action("practice") }] : [];
  const buttons = [...rowsThatFit(open, 2), paging, ...rowsThatFit(filters, 2), back].filter((row) => row.length > 0);
  await show(ctx, { ...text, buttons });
}

/** A kind that everybody or nobody is of sorts nothing out, nor does a cause that nobody has. */
function isOffered(filter: PeopleFilter, counts: Record<PeopleFilter, number>): boolean {
  if ((DIAGNOSES as readonly PeopleFilter[]).includes(filter)) return counts[filter] > 0;
  const isKind = (PARTICIPANT_KINDS as readonly PeopleFilter[]).includes(filter);
  return !isKind || (counts[filter] > 0 && counts[filter] < counts.all);
}

export async function showParticipant(ctx: KnownContext, [id]: Ids<"person">): Promise<void> {
  await showPerson(ctx, { participantId: id });
}

export async function showInvited(ctx: KnownContext, [id]: Ids<"invited">): Promise<void> {
  await showPerson(ctx, { rosterRowId: id });
}

async function showPerson(ctx: KnownContext, id: { participantId: number } | { rosterRowId: number }): Promise<void> {
  const { actor } = ctx;
  const { caseload } = ctx.texts;
  const found = await findPerson(ctx.world, actor, id);
  if (found.kind !== "found") return refuse(ctx, found.kind);
  const { person } = found;
  const plans = person.plans.map((plan) => ({ ...plan, light: lightOf(plan, person.today) }));
  const contacts = plans.flatMap(({ lastContactAt, zone }) =>
    lastContactAt === null ? [] : dayIn(zone, lastContactAt),
  );
  const text = caseload.card({
    ...person,
    plans,
    lastReportOn: latest(plans.flatMap(({ lastReportOn }) => lastReportOn ?? [])),
    lastContactOn: latest(contacts),
  });
  // The buttons act on the plan that needs it most; each plan's own page has them too.
  const most =
    byUrgency(person.plans, () => person.today, ctx.world.settings.rest)[0]?.plan ??
    person.plans.find(({ state }) => state !== "done");
  const isPractice = isOwnPractice(actor, person.cohortId);
  const ofPlans = plans.map(({ planId, type, light }): Button[] => [
    { label: `${ctx.texts.planWords.lights[light]} ${ctx.texts.planWords.types[type]}`, data: action("case", planId) },
  ]);
  await show(ctx, {
    ...text,
    buttons: [
      ...ofPlans,
      ...(most === undefined ? [] : caseButtons(ctx.texts, most.planId)),
      ...flagButton(ctx.texts, person),
      [{ label: caseload.backToList, data: action("people", "all", 0, isPractice) }],
    ],
  });
}

/** Under the page of somebody who joined from an office: to ask them for plans, or no longer. */
function flagButton({ caseload }: Texts, person: CareRow): Button[][] {
  const { participantId } = person;
  if (participantId === null || !isOffice(person.kind)) return [];
  return carriesOutPlans(person)
    ? [[{ label: caseload.unaskPlans, data: action("ask_unask_plans", participantId) }]]
    : [[{ label: caseload.askForPlans, data: action("ask_plans", participantId) }]];
}

export async function askForPlans(ctx: KnownContext, [id]: Ids<"ask_plans">): Promise<void> {
  const { actor } = ctx;
  const outcome = await askOfficeForPlans(ctx.world, actor, { participantId: id, saidAt: ctx.saidAt });
  const { caseload } = ctx.texts;
  const buttons = [[{ label: caseload.backToPerson, data: action("person", id) }]];
  switch (outcome.kind) {
    case "asked":
      return show(ctx, { ...caseload.plansAsked(outcome), buttons });
    case "too_late":
      return show(ctx, { ...caseload.tooLateForPlans(outcome.dueOn), buttons });
    default:
      return refuse(ctx, outcome.kind);
  }
}

export async function askUnaskPlans(ctx: KnownContext, [id]: Ids<"ask_unask_plans">): Promise<void> {
  const { actor } = ctx;
  const found = await findPerson(ctx.world, actor, { participantId: id });
  if (found.kind !== "found") return refuse(ctx, found.kind);
  const { name, libraryName, plans, flagged } = found.person;
  // An old button: their page says how it is now.
  if (!flagged) return showParticipant(ctx, [id]);
  const { caseload } = ctx.texts;
  const hasEntries = plans.some(({ state }) => state !== "unwritten");
  const hasColleagues = plans.some(({ personIds }) => personIds.length > 1);
  await show(ctx, {
    ...caseload.askUnaskPlans({ name, libraryName, hasEntries, hasColleagues }),
    buttons: [
      [{ label: caseload.confirmUnask, data: action("unask_plans", id), tone: "danger" }],
      [{ label: caseload.keepAsking, data: action("person", id) }],
    ],
  });
}

export async function unaskPlans(ctx: KnownContext, [id]: Ids<"unask_plans">): Promise<void> {
  const { actor } = ctx;
  const outcome = await stopAskingForPlans(ctx.world, actor, { participantId: id });
  if (outcome.kind !== "stopped") return refuse(ctx, outcome.kind);
  const { caseload } = ctx.texts;
  await show(ctx, {
    ...caseload.plansUnasked(outcome),
    buttons: [[{ label: caseload.backToPerson, data: action("person", id) }]],
  });
}

async function refuse(ctx: BotContext, kind: "not_yours" | "gone"): Promise<void> {
  const { caseload } = ctx.texts;
  const say = kind === "gone" ? caseload.gone() : caseload.notYours();
  await send(ctx, { ...say, buttons: menuButtons(ctx.actor, ctx.texts) });
}

function latest<T extends string>(days: T[]): T | null {
  return days.sort().at(-1) ?? null;
}
