// The page of a draft announcement: all of it at a glance, a button for each part, and what comes before it is sent.
import {
  type AnnouncementContent,
  contentProblem,
  mostCharacters,
} from "../../../domain/announcements/announcement.js";
import { action } from "../../../domain/messages/action.js";
import { rowsThatFit } from "../../../domain/messages/button-label.js";
import type { Button, Message } from "../../../domain/messages/message.js";
import { zoneOf } from "../../../domain/people/person.js";
import { dayIn } from "../../../domain/time/calendar.js";
import type { Texts } from "../../../texts/index.js";
import type { DraftPage } from "../../../texts/layouts/announcements/announcement-draft.js";
import { openingOf } from "../../../texts/opening-of.js";
import { noteSamples, previewAnnouncement, problemWords } from "../../../use-cases/index.js";
import type { Answers, Summary, View } from "../../forms/form.js";
import { audienceWords, type Preview, summaryWords } from "../announcement-summary.js";
import {
  type AnnouncementContext,
  asksRead,
  contentOf,
  draftOf,
  draftReach,
  filesIn,
  isEmergency,
  localTimeIn,
  zonesLeftIn,
} from "./announcement-answers.js";
import { hostOf } from "./link-steps.js";

/** Behind the page: who gets it when, who does not and why, and the button that sends. */
const CHECK = "check";
const SAMPLE = "sample";
const SAMPLES = "samples";
const READ = "read";

export async function draftPage(context: AnnouncementContext): Promise<Summary> {
  const preview = await previewOf(context);
  if (context.view.at === CHECK && preview?.problem === null) return checkPage(context, preview);
  const words = context.texts.announcement.draft;
  return { ...words.page(await factsOf(context, preview)), confirm: null, buttons: buttonsOf(context, preview) };
}

/** What the page's own buttons do; the copies are shown above it, and only when they are asked for. */
export async function pressOnPage(
  context: AnnouncementContext,
  value: string,
): Promise<{ view: View; answers?: Answers; show?: Message[] } | null> {
  if (value === CHECK) return { view: { at: CHECK } };
  if (value === "page") return { view: {} };
  if (value === READ) return { view: {}, answers: { read: !asksRead(context.answers) } };
  if (value !== SAMPLE && value !== SAMPLES) return null;
  const content = contentOf(context.answers);
  const preview = await previewOf(context);
  const isUnfit = preview?.problem?.kind === "too_long_filled" || contentProblem(content) !== null;
  // What cannot be sent is shown as it was written, so that one sees what to change.
  if (preview === null || isUnfit || preview.samples.length === 0) {
    return { view: {}, show: asReceived(context.texts, [content]) };
  }
  const all = value === SAMPLES ? preview.samples : preview.samples.slice(0, 1);
  const sampled = preview.sampled.slice(0, all.length);
  await noteSamples(context.world, context.actor, "draft", { sampled });
  return { view: { sampled: true }, show: asReceived(context.texts, all) };
}

/**
 * As a phone shows them, with the button that asks whether it was read; a file is sent once, and the other copies are their words. Pressed
 * by somebody who only looks at it, that button says so.
 */
export function asReceived({ language }: Texts, copies: readonly AnnouncementContent[]): Message[] {
  return copies.map(({ asksRead: labels, attachment, buttons = [], ...words }, at) => {
    const ask =
      labels === undefined ? [] : [[{ label: labels[language].ask, data: action("read_announcement", NONE) }]];
    const below = [...buttons, ...ask];
    return {
      ...words,
      ...(attachment !== undefined && at === 0 && { attachment }),
      ...(below.length > 0 && { buttons: below }),
    };
  });
}

/** No announcement has this number. */
const NONE = 0;

async function previewOf({ world, actor, answers, facts }: AnnouncementContext): Promise<Preview | null> {
  const draft = draftOf(answers);
  if (draft === null) return null;
  const outcome = await previewAnnouncement(world, actor, draft, zonesLeftIn(facts), facts.changing);
  return outcome.kind === "preview" ? outcome : null;
}

async function factsOf(context: AnnouncementContext, preview: Preview | null): Promise<DraftPage> {
  const { world, texts, actor, answers, facts, keptAt } = context;
  const content = contentOf(answers);
  const draft = draftOf(answers);
  const own = contentProblem(content);
  const problem = preview === null ? own : preview.problem;
  const zone = zoneOf(actor.person);
  const [link] = (content.buttons ?? []).flat();
  return {
    changing: facts.changing?.id ?? null,
    keptAt,
    isOld: dayIn(zone, keptAt) !== dayIn(zone, world.clock.now()),
    zone,
    opening: openingOf(content.text, OPENING),
    files: filesIn(content.attachment),
    link: link !== undefined && "url" in link ? { label: link.label, host: hostOf(link.url) } : null,
    audience:
      draft === null
        ? null
        : openingOf(await audienceWords(world, texts, actor, draft.audience, draftReach(context)), AUDIENCE),
    reachable: preview?.reachable ?? 0,
    localTime: localTimeIn(answers),
    emergency: isEmergency(answers),
    asksRead: asksRead(answers),
    length: preview?.length ?? lengthOf(content),
    problem: problem === null ? null : problemWords(texts, problem),
  };
}

/** With the rest of the page it stays below what a small phone shows at once. */
const OPENING = 100;
const AUDIENCE = 150;

function lengthOf(content: ReturnType<typeof contentOf>): DraftPage["length"] {
  const written = content.text.length;
  return { written, longest: written, most: mostCharacters(content) };
}

function buttonsOf(context: AnnouncementContext, preview: Preview | null): Button[][] {
  const { texts, answers, view, press } = context;
  const words = texts.announcement.draft;
  const edit = (label: string, step: string): Button => ({ label, data: press(`edit.${step}`) });
  const copies = preview?.samples.length ?? 0;
  const sample: Button =
    view.sampled === true && copies > 1
      ? { label: words.samples(copies), data: press(SAMPLES) }
      : { label: words.sample, data: press(SAMPLE) };
  const mayBeUrgent = draftOf(answers)?.audience.role !== "trainers";
  const parts = [
    ...[sample, edit(words.content, "content"), edit(words.audience, "audience"), edit(words.when, "when")],
    ...[edit(words.link, "linkUrl"), { label: words.read(asksRead(answers)), data: press(READ) }],
    ...(mayBeUrgent ? [edit(words.weight, "weight")] : []),
  ];
  const isReady = preview !== null && preview.problem === null;
  const go: Button[][] = isReady ? [[{ label: goLabel(context, preview), data: press(CHECK), tone: "success" }]] : [];
  const later = { label: words.later, data: press("menu") };
  const discard = { label: words.discard, data: press("cancel") };
  return [...go, ...rowsThatFit(parts, 2), [discard, later]];
}

function goLabel({ texts, answers, facts }: AnnouncementContext, { needsApproval, reachable }: Preview): string {
  const words = texts.announcement.draft;
  if (needsApproval) return words.propose(reachable);
  if (facts.changing !== null) return words.change;
  return localTimeIn(answers) === null ? words.send(reachable) : words.schedule(reachable);
}

async function checkPage(context: AnnouncementContext, preview: Preview): Promise<Summary> {
  const { world, texts, actor, answers, facts, press } = context;
  const words = texts.announcement.draft;
  const draft = draftOf(answers);
  const audience = draft === null ? "" : await audienceWords(world, texts, actor, draft.audience, draftReach(context));
  const isTimed = localTimeIn(answers) !== null;
  const own = facts.changing !== null ? "change" : isTimed ? "schedule" : "send";
  const decision = preview.needsApproval ? "propose" : own;
  const confirm = decision === "send" ? words.reallySend(preview.reachable) : words.reallyGo;
  return {
    ...summaryWords(texts, audience, preview, { decision, samples: 0 }),
    confirm,
    buttons: [[{ label: words.toPage, data: press("page") }]],
  };
}
