// One person on one page: everything that is known of them, and everything that can be done about it.
import type { ListPlace } from "../../domain/caseload/people-filter.js";
import { groupedBy } from "../../domain/grouped-by.js";
import { action } from "../../domain/messages/action.js";
import { rowsThatFit } from "../../domain/messages/button-label.js";
import type { Button, Message } from "../../domain/messages/message.js";
import { carriesOutPlans, isOffice } from "../../domain/people/participant-kind.js";
import { actsFor, mayOperate } from "../../domain/people/permissions.js";
import type { KnownActor } from "../../domain/people/person.js";
import { dayIn, daysBetween } from "../../domain/time/calendar.js";
import type { Zone } from "../../domain/time/zone.js";
import { type Texts, textsFor } from "../../texts/index.js";
import type { PersonView, Tried } from "../../texts/layouts/caseload/person-page.js";
import { paragraphs } from "../../texts/rich.js";
import type { PersonPage } from "../../use-cases/index.js";

export function personScreen(texts: Texts, actor: KnownActor, page: PersonPage, place: ListPlace | null): Message {
  const instead = actsFor(actor, page.person.trainerIds);
  return {
    ...paragraphs(texts.cover.covering(instead === null ? [] : [instead]), texts.personPage.page(viewOf(page))),
    buttons: [...personButtons(texts, actor, page), [backToList(texts, place, page.isPractice)]],
  };
}

/** To the page of the list that one comes from; to all people where nobody knows. */
function backToList(texts: Texts, place: ListPlace | null, isPractice: boolean): Button {
  const { list, page, area, cohortId } = place ?? { list: "all", page: 0, area: null, cohortId: null };
  if (list === "overdue") return { label: texts.followUp.backToList, data: action("overdue", page, isPractice) };
  if (list === "needs") return { label: texts.morning.backToNeeds, data: action("needs", page, isPractice) };
  return { label: texts.caseload.backToList, data: action("people", list, page, isPractice, area, cohortId) };
}

/** What can be done about them, what is next first; each act has its line. */
function personButtons(texts: Texts, actor: KnownActor, page: PersonPage): Button[][] {
  const { followUp, careActs } = texts;
  const { person, planId, nextAction, report, isTheirTrainer } = page;
  const { participantId } = person;
  // The page says why, and how else: a letter would be asked for and then not arrive.
  const isReached = person.unreachableCause === null;
  const about = (label: string, name: "write" | "remind" | "talk" | "extend_for"): Button[] =>
    participantId === null ? [] : [{ label, data: action(name, { kind: "participant", participantId }) }];
  const ofPlans = (...parameters: Parameters<typeof about>) => (planId === null ? [] : about(...parameters));
  const remind = ofPlans(followUp.remind, "remind").map((button) => marked(button, nextAction === "remind"));
  return [
    [...threadButton(texts, page), ...(isTheirTrainer && isReached ? about(careActs.writeMenu, "write") : [])],
    [
      ...(nextAction === "wait" || !isReached || page.wantsNoReminders ? [] : remind),
      ...whatsAppButton(texts, actor, page),
    ],
    participantId === null
      ? untendedButtons(texts, person, planId)
      : [...ofPlans(careActs.talkMenu, "talk"), ...ofPlans(followUp.extend, "extend_for")],
    reviewButton(texts, page),
    letterButton(texts, page),
    report === null ? [] : reportButtons(texts, report),
    ...rowsThatFit(
      person.plans.map(({ planId: id, type, light }) => ({
        label: `${texts.planWords.lights[light]} ${texts.planWords.shortTypes[type]}`,
        data: action("case", id),
      })),
      2,
    ),
    ...storyButtons(texts, page),
    pauseButton(texts, page),
    standInButton(texts, page),
    flagButton(texts, page),
    whyButton(texts, actor, page),
  ].filter((row) => row.length > 0);
}

/** Of somebody who has not joined, where their plans were told of for them. */
function untendedButtons({ careActs, followUp }: Texts, { rosterRowId }: PersonPage["person"], planId: number | null) {
  if (planId === null || rosterRowId === null) return [];
  const scope = { kind: "roster_row" as const, rosterRowId };
  return [
    { label: careActs.talkMenu, data: action("talk", scope) },
    { label: followUp.extend, data: action("extend_for", scope) },
  ];
}

/** What is next stands out. */
function marked(button: Button, isNext: boolean): Button {
  return isNext ? { ...button, tone: "primary" } : button;
}

/** The last report in full, and what came with it as pictures. */
function reportButtons({ personPage }: Texts, { number, files }: NonNullable<PersonPage["report"]>): Button[] {
  return [
    { label: personPage.report(number), data: action("numbered", number) },
    ...(files > 0 ? [{ label: personPage.files(files), data: action("evidence", number) }] : []),
  ];
}

/** Their reports that nobody has looked at, one after another. */
function reviewButton({ personPage }: Texts, { person, nextAction, isTheirTrainer }: PersonPage): Button[] {
  const { participantId, plans } = person;
  if (participantId === null || !isTheirTrainer || !plans.some(({ awaitsReview }) => awaitsReview)) return [];
  const review = { label: personPage.review, data: action("review", null, participantId, false) };
  return [marked(review, nextAction === "review")];
}

function letterButton({ completion }: Texts, { person: { participantId }, hasCompleted }: PersonPage): Button[] {
  if (participantId === null || !hasCompleted) return [];
  return [{ label: completion.open, data: action("letter", participantId) }];
}

/** To go on in their letters; what waits for an answer comes before all else. */
function threadButton({ personPage }: Texts, { person, threadId, isTheirTrainer }: PersonPage): Button[] {
  const id = person.threadId ?? threadId;
  if (id === null || !isTheirTrainer) return [];
  const label = person.threadId === null ? personPage.letters : personPage.answer;
  return [marked({ label, data: action("question", id) }, person.threadId !== null)];
}

/** With a text ready, in their language. Nobody of a practice has a number that is theirs. */
function whatsAppButton({ personPage }: Texts, { person: me }: KnownActor, page: PersonPage): Button[] {
  const { person, isPractice, nextAction, joinLink, language, isTheirTrainer: isTrainer } = page;
  if (person.phone === null || isPractice) return [];
  const { toInvite, toWrite } = textsFor(language).personPage;
  const { name, libraryName, className } = person;
  const isInvitation = nextAction === "invite";
  const ready = isInvitation
    ? toInvite({ name, writer: me.name, isTrainer, className, link: joinLink })
    : toWrite({ name, writer: me.name, isTrainer, libraryName });
  const url = `https://wa.me/${person.phone.replace(/\D/g, "")}?text=${encodeURIComponent(ready)}`;
  const label = isInvitation ? personPage.invite : personPage.whatsApp;
  return [marked({ label, url }, isInvitation || nextAction === "call" || nextAction === "help")];
}

/** Their stories, and what can be proposed for others to learn from, in one tap. */
function storyButtons({ storyDesk: { staff } }: Texts, { person: { participantId }, stories }: PersonPage): Button[][] {
  if (participantId === null) return [];
  const { count, newestUnflagged, isChampion } = stories;
  const all = { label: staff.button(count), data: action("stories_of", participantId) };
  const flag =
    newestUnflagged === null ? [] : [{ label: staff.flagNewest, data: action("flag_story", newestUnflagged, "on") }];
  const champion = isChampion ? staff.unchampion : staff.champion;
  return [
    count === 0 ? [] : [all, ...flag],
    [{ label: champion, data: action("champion", participantId, isChampion ? "off" : "on") }],
  ];
}

/** To say for them that they pause, or to see until when. */
function pauseButton({ pauses }: Texts, { person: { participantId, personId } }: PersonPage): Button[] {
  return participantId === null || personId === null
    ? []
    : [{ label: pauses.menu, data: action("pause", participantId) }];
}

/** Of somebody who cannot write to the bot: what they tell by telephone or on paper is filled in for them. */
function standInButton({ standIn }: Texts, { person }: PersonPage): Button[] {
  const { participantId, rosterRowId, unreachableCause } = person;
  const canWrite = participantId !== null && unreachableCause === null;
  if (canWrite || !carriesOutPlans(person)) return [];
  return [{ label: standIn.open, data: action("stand_in", participantId, rosterRowId) }];
}

/** Of somebody who joined from an office: to ask them for plans, or no longer. */
function flagButton({ caseload }: Texts, { person }: PersonPage): Button[] {
  const { participantId } = person;
  if (participantId === null || !isOffice(person.kind)) return [];
  return carriesOutPlans(person)
    ? [{ label: caseload.unaskPlans, data: action("ask_unask_plans", participantId) }]
    : [{ label: caseload.askForPlans, data: action("ask_plans", participantId) }];
}

/** For operators: why a message came, or did not. */
function whyButton({ why }: Texts, actor: KnownActor, { person: { participantId } }: PersonPage): Button[] {
  return participantId !== null && mayOperate(actor) ? [{ label: why.open, data: action("why", participantId) }] : [];
}

/** Each way once: how often, and the last time. */
function triedIn(tries: PersonPage["tries"], zone: Zone): Tried[] {
  return [...groupedBy(tries, ({ way }) => way)].flatMap(([way, alike]) => {
    const last = alike.at(-1);
    return last === undefined ? [] : [{ way, times: alike.length, on: dayIn(zone, last.at), by: last.byName }];
  });
}

function viewOf(page: PersonPage): PersonView {
  const { person, report, talks, tries, extensions, stoppedAt, pause, wantsNoReminders } = page;
  const { today, zone, withProvinceSince: since } = person;
  return {
    ...person,
    unreachable: person.unreachableCause,
    ...{ stoppedAt, pause, wantsNoReminders },
    withProvince: since === null ? null : { since, tried: triedIn(tries, zone) },
    plans: person.plans.map(({ planId, type, state, dueOn, light }) => ({
      ...{ type, state, dueOn, light },
      daysLate: state === "done" ? 0 : Math.max(0, daysBetween(dueOn, today)),
      extendedBy: extensions.find((one) => one.planId === planId && one.until === dueOn)?.byName ?? null,
    })),
    report: report === null ? null : { ...report, type: report.planType, on: dayIn(zone, report.reportedAt) },
    talks: talks.map(({ at, way, note, byName }) => ({ way, on: dayIn(zone, at), note, by: byName })),
  };
}
