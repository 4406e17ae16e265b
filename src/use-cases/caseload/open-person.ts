// Everything about one of the people looked after, on one page.
import { NEXT_ACTIONS, REPORTING_FORMS } from "../../domain/caseload/diagnosis.js";
import { byUrgency } from "../../domain/caseload/urgency.js";
import type { PauseReason } from "../../domain/people/pause.js";
import { isOwnPractice, trains } from "../../domain/people/permissions.js";
import type { KnownActor, Language } from "../../domain/people/person.js";
import { startLink } from "../../domain/registration/start-link.js";
import { inOrderAsked } from "../../domain/reports/questionnaire.js";
import { type Day, dayIn } from "../../domain/time/calendar.js";
import type { AboutPerson } from "../../ports/people/caseloads.js";
import type { OpenQuestion } from "../../ports/plans/forms.js";
import type { ProgressReport } from "../../ports/plans/reports.js";
import type { World } from "../../ports.js";
import { completedBy } from "../completion/who-completed.js";
import { reasonFor } from "../pauses/find-pause.js";
import { type FoundPerson, findPerson } from "./find-person.js";
import type { PersonInCare } from "./person-in-care.js";

/** The last ones that were noted: what was agreed on, and whether it was kept. */
const TALKS = 2;

export interface PersonPage extends AboutPerson {
  person: PersonInCare;
  nextAction: (typeof NEXT_ACTIONS)[keyof typeof NEXT_ACTIONS] | null;
  /** The last report on any of their plans. */
  report: ProgressReport | null;
  /** At which question a form was left. */
  stoppedAt: OpenQuestion | null;
  /** The plan that buttons act on: the one that needs it most; null where nothing is left to do. */
  planId: number | null;
  /** In which language they are written to. */
  language: Language;
  /** The link by which they join; null where they have, or nobody can by it. */
  joinLink: string | null;
  /** Their three plans are done and accepted. */
  hasCompleted: boolean;
  /** Of change; and whether their village is proposed as an example. */
  stories: { count: number; newestUnflagged: number | null; isChampion: boolean };
  isPractice: boolean;
  /** Its last day, and why, where that is for the one who looks; null: they do not pause. */
  pause: { untilOn: Day; reason: PauseReason | null } | null;
  /** They have stopped reminders: a trainer's too would not arrive. */
  wantsNoReminders: boolean;
  /** A trainer of theirs is looking, so their letters can be read. */
  isTheirTrainer: boolean;
}

export type OpenedPerson = ({ kind: "found" } & PersonPage) | Exclude<FoundPerson, { kind: "found" }>;

export async function openPerson(
  world: World,
  actor: KnownActor,
  id: { participantId: number } | { rosterRowId: number },
): Promise<OpenedPerson> {
  const found = await findPerson(world, actor, id);
  if (found.kind !== "found") return found;
  const { person } = found;
  const { store, settings } = world;
  const { plans, participantId, personId, standing, withProvinceSince } = person;
  const about = await store.caseloads.aboutPerson({
    planIds: plans.map(({ planId }) => planId),
    ...{
      participantId,
      talks: TALKS,
      tried: withProvinceSince === null ? null : { since: plans[0]?.lastHeardAt ?? null },
    },
  });
  const [last] = plans
    .filter(({ lastReportAt }) => lastReportAt !== null)
    .sort((a, b) => Number(b.lastReportAt) - Number(a.lastReportAt));
  const report = last === undefined ? null : await store.reports.latestOf(last.planId);
  const themselves = personId === null ? null : await store.people.find(personId);
  const wantsNoReminders = themselves?.optedOut.includes("reminders") ?? false;
  return {
    ...{ kind: "found" as const, ...about, person },
    wantsNoReminders,
    nextAction: nextActionFor(person, wantsNoReminders),
    report: report === null ? null : { ...report, answers: inOrderAsked(report.answers, settings.questions) },
    stoppedAt: standing === "stopped_midway" ? await stoppedAt(world, themselves?.telegramId ?? null) : null,
    planId:
      byUrgency(plans, () => person.today, settings.rest)[0]?.plan.planId ??
      plans.find(({ state }) => state !== "done")?.planId ??
      null,
    language: themselves?.language ?? "id",
    joinLink: participantId === null ? await linkOf(world, person) : null,
    hasCompleted: await hasCompleted(world, person),
    stories: await storiesOf(world, participantId),
    isPractice: isOwnPractice(actor, person.cohortId),
    isTheirTrainer: trains(actor, person.trainerIds),
    pause: await pauseOf(world, person, trains(actor, person.trainerIds)),
  };
}

async function storiesOf({ store }: World, participantId: number | null): Promise<PersonPage["stories"]> {
  if (participantId === null) return { count: 0, newestUnflagged: null, isChampion: false };
  const stories = await store.stories.ofParticipant(participantId);
  const newest = stories.find(({ flaggedAt, listedAt }) => flaggedAt === null && listedAt === null);
  const isChampion = await store.stories.isChampion(participantId);
  return { count: stories.length, newestUnflagged: newest?.id ?? null, isChampion };
}

async function hasCompleted({ store }: World, { participantId, plans }: PersonInCare): Promise<boolean> {
  // Of most something is open: then nothing more is asked.
  if (participantId === null || plans.length === 0 || plans.some(({ state }) => state !== "done")) return false;
  const participant = await store.participants.find(participantId);
  return participant !== null && (await completedBy(store, participant)).kind === "completed";
}

/** Who is with the province was reminded in vain, and who wants no reminders gets none: what is next is the telephone. */
function nextActionFor(
  { diagnosis, withProvinceSince }: PersonInCare,
  wantsNoReminders: boolean,
): PersonPage["nextAction"] {
  if (diagnosis === null) return null;
  const next = NEXT_ACTIONS[diagnosis];
  return (withProvinceSince !== null || wantsNoReminders) && next === "remind" ? "call" : next;
}

async function pauseOf({ store }: World, { personId, pausedUntilOn, today }: PersonInCare, isClose: boolean) {
  if (personId === null || pausedUntilOn === null) return null;
  const [longest] = await store.pauses.holding(personId, today);
  return { untilOn: pausedUntilOn, reason: longest === undefined ? null : reasonFor(isClose, longest.reason) };
}

async function stoppedAt({ store, forms }: World, telegramId: number | null): Promise<OpenQuestion | null> {
  if (telegramId === null) return null;
  const drafts = await store.drafts.unfinishedOf(telegramId);
  const [draft] = drafts.filter(({ form }) => (REPORTING_FORMS as readonly string[]).includes(form));
  return draft === undefined ? null : forms.openQuestion(draft);
}

/** Null where the link is closed or over. */
async function linkOf({ store, settings, clock }: World, { classId, zone }: PersonInCare): Promise<string | null> {
  const trainingClass = await store.classes.find(classId);
  if (trainingClass === null || trainingClass.joinClosedAt !== null) return null;
  const isOver = dayIn(zone, trainingClass.joinTokenExpiresAt) < dayIn(zone, clock.now());
  return isOver ? null : startLink(settings.botUsername, trainingClass.joinToken);
}
