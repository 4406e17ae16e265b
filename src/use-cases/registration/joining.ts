// What is remembered between a link and the end of registration: the class, and which notice was read. It is kept as a draft that
// no form reads, so that it dies as drafts do; who refuses leaves nothing (refuse-consent.ts).
import type { Actor, Language } from "../../domain/people/person.js";
import type { TrainingClass } from "../../ports/programme/classes.js";
import { type Draft, REMEMBERED } from "../../ports/queue/drafts.js";
import type { World } from "../../ports.js";
import { openClassLink } from "../classes/open-class-link.js";

const VERSION = 1;
/** In place of a link's token where there is none: a button's ids cannot be empty. */
export const NO_TOKEN = "-";

export interface ShownNotice {
  token: string;
  language: Language;
  version: string;
  isInvitation: boolean;
}

/** The class of the link is theirs from here on, whatever they press or type next. */
export async function rememberClass(
  { store, clock }: Pick<World, "store" | "clock">,
  { telegramId }: Actor,
  { joinToken }: TrainingClass,
): Promise<void> {
  await store.drafts.open(telegramId, REMEMBERED, joinToken, VERSION, clock.now());
}

/** The notice now stands on their screen: a typed "ya" is said to it. */
export async function rememberNotice(
  { store, clock }: World,
  { telegramId }: Actor,
  shown: ShownNotice,
  updateId: number,
): Promise<void> {
  const now = clock.now();
  const draft = await store.drafts.open(telegramId, REMEMBERED, shown.token, VERSION, now);
  await store.drafts.keep(draft, { answers: { shown: { ...shown } }, editing: null, updateId }, now);
}

/** What they have begun, the one touched last first: unfinishedDrafts(), read once for all who ask in one update. */
export type Begun = () => Promise<readonly Draft[]>;

export async function shownNotice(begun: Begun): Promise<ShownNotice | null> {
  const [latest] = await rememberedIn(begun);
  return (latest?.answers.shown as ShownNotice | undefined) ?? null;
}

/** Nothing is waited for any more. */
export async function forgetJoining(world: World, actor: Actor): Promise<void> {
  await world.store.drafts.removeForm(actor.telegramId, REMEMBERED);
}

/** The class of the last link opened that still is open; null for those who are in a class already. */
export async function rememberedClass(
  world: World,
  actor: Actor,
  { saidAt, begun }: { saidAt: Date; begun: Begun },
): Promise<TrainingClass | null> {
  if (actor.roles.length > 0) return null;
  if (actor.takesPart) return null;
  for (const { subject } of await rememberedIn(begun)) {
    const opened = subject === NO_TOKEN ? null : await openClassLink(world, actor, subject, saidAt);
    if (opened?.kind === "open") return opened.trainingClass;
  }
  return null;
}

/** Links and codes, and the notice that was shown. */
export async function rememberedIn(begun: Begun): Promise<Draft[]> {
  return (await begun()).filter(({ form }) => form === REMEMBERED);
}

/**
 * The one registration of this account. With a class it is that class's, and takes along what was answered before the link was
 * opened; without one it is the one that was begun.
 */
export async function registrationSubject(
  world: World,
  actor: Actor,
  trainingClass: TrainingClass | null,
  { updateId, begun: allBegun }: { updateId: number; begun: Begun },
): Promise<string> {
  const { drafts } = world.store;
  const begun = (await allBegun()).filter(({ form }) => form === "registration");
  // From here on the registration itself says which class it is for.
  await forgetJoining(world, actor);
  if (trainingClass === null) return begun[0]?.subject ?? "new";
  const subject = `class:${trainingClass.id}`;
  const others = begun.filter((draft) => draft.subject !== subject);
  const [latest] = others;
  if (latest !== undefined && begun.every((draft) => draft.subject !== subject)) {
    const now = world.clock.now();
    const draft = await drafts.open(actor.telegramId, "registration", subject, latest.version, now);
    const answers = answersFor(trainingClass, latest.answers);
    await drafts.keep(draft, { answers, editing: null, updateId }, now);
  }
  for (const { id } of others) await drafts.remove(id);
  return subject;
}

/** What the number led to: it is asked for anew, because each class has its own roster. */
const OF_NUMBER = [
  ...["phone", "knownPerson", "knownAs", "invitedRows", "rosterRow", "rosterRowId", "rosterLibrary", "rosterProvince"],
  ...["placeCode", "classId"],
];

/** Not what was found, or looked for in vain, for another class, nor places of another province. */
function answersFor({ provinceCode, id }: TrainingClass, answers: Draft["answers"]): Draft["answers"] {
  const { province: _province, trainingClass: _class, view: _view, ...kept } = answers;
  if (typeof kept.phone === "string" && kept.classId !== id) for (const name of OF_NUMBER) delete kept[name];
  const place = String(kept.regency ?? kept.placeCode ?? provinceCode);
  const ofPlace = ["regency", "district", "village", "libraryName", "placeCode"];
  if (!place.startsWith(provinceCode)) for (const name of ofPlace) delete kept[name];
  return kept;
}
