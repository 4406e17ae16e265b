// Four people at four forms at once, none of whom waits for our answers: seeded, so that a walk that went wrong can be gone once more.
import type { Update } from "grammy/types";
import { saidAt } from "../../../src/intake/handling-for.js";
import { handlingOf } from "../../../src/ports/queue/handling.js";
import { toJsonText } from "../../../src/storage/engine/json-text.js";
import { type Chance, chanceOf } from "../../simulation/random.js";
import type { Stage } from "../../support/stage/stage.js";
import { OPEN } from "../forms/every-form.js";
import { openRoute, type Question, ROUTES, type Route, type Scene } from "./every-question.js";
import { judge } from "./out-of-step-judge.js";
import { actAt, look, plainAnswer, type Said, type Walker } from "./out-of-step-walk.js";

const HOUR = 3_600_000;
const ROUNDS = 7;
/** More than any form has questions, corrections and doubts. */
const MOST_TO_THE_END = 40;

export interface Company {
  wrong: string[];
  /** How many forms were walked through, and how much was said at them. */
  forms: number;
  said: number;
}

/** Whoever answers a question of somebody else stands in for the trainer. */
const whoWalks = ({ form, open }: Route) => (form === "question" && open !== undefined ? "trainer" : OPEN[form].who);

/** All four are about one class, which cannot be over for the one and still to come for the other (readyFor). */
const IS_OVER: readonly string[] = ["feedback"];
const IS_AHEAD: readonly string[] = ["session", "shift_class", "class_detail"];
const clash = (one: Route, other: Route) => IS_OVER.includes(one.form) && IS_AHEAD.includes(other.form);

/** One way for each of the four, by chance. */
function routesFor(chance: Chance): Route[] {
  const routes: Route[] = [];
  for (const who of ["stranger", "participant", "trainer", "admin"] as const) {
    const fits = (route: Route) =>
      whoWalks(route) === who && !routes.some((one) => clash(one, route) || clash(route, one));
    routes.push(chance.oneOf(ROUTES.filter(fits)));
  }
  return routes;
}

export async function walkInCompany(stage: Stage, scene: Scene, seed: number): Promise<Company> {
  const chance = chanceOf(seed);
  const walkers: Walker[] = [];
  for (const route of routesFor(chance)) {
    const phone = await openRoute(stage, scene, route);
    const memory = { shown: new Map(), held: [], texts: new Map(), albums: new Map(), serial: 0 };
    walkers.push({ stage, phone, form: route.form, chance, ...memory });
  }
  const company: Company = { wrong: [], forms: walkers.length, said: 0 };
  const note = (walker: Walker, wrong: string[]) =>
    company.wrong.push(...wrong.map((one) => `${seed} ${walker.form}: ${one}`));
  for (let round = 0; round < ROUNDS; round++) {
    const turns = new Map<Walker, Said[]>();
    for (const walker of walkers) {
      const question = await look(walker);
      if (question !== null) turns.set(walker, actAt(walker, question));
    }
    for (const [walker, wrong] of await hear(stage, turns, chance.happens(0.2) ? chance.below(14) * HOUR : 0)) {
      note(walker, wrong);
    }
    company.said += [...turns.values()].flat().length;
  }
  for (const walker of walkers) note(walker, await toTheEnd(walker));
  return company;
}

/** Of an announcement: an album cannot ask whether it was read. */
const isPart = ({ value }: { value: string }) => value.startsWith("edit.") || value === "read";

/** Calmly, one answer after the other. */
async function toTheEnd(walker: Walker): Promise<string[]> {
  const { stage, held } = walker;
  const wrong = (await hear(stage, new Map([[walker, held.splice(0)]]), 0)).get(walker) ?? [];
  let lacks = 0;
  for (let n = 0; n < MOST_TO_THE_END; n++) {
    const question = await look(walker);
    if (question === null) return wrong;
    const onwards = question.buttons.find(({ value }) => /^(confirm|check|done|whole|sure\.\d+)$/.test(value));
    const isTicked = question.step !== "q.changed" && question.step !== "q.met";
    const goesOn = onwards !== undefined && (isTicked || n % 2 === 1);
    // What cannot be sent as it is lacks something: each of its parts is looked at in turn.
    const parts = question.step === "summary" && !goesOn ? question.buttons.filter(isPart) : [];
    const next = goesOn ? onwards : parts.length > 0 ? parts[lacks++ % parts.length] : undefined;
    const said = plainAnswer(walker, next === undefined ? question : { ...question, buttons: [next] }, true);
    wrong.push(...((await hear(stage, new Map([[walker, said]]), 0)).get(walker) ?? []));
  }
  return [...wrong, `cannot be ended: ${walker.phone.received().at(-1)?.text}`];
}

/** Handles what everybody has said, each chat in its order and all chats at once, so much later. */
async function hear(stage: Stage, turns: Map<Walker, Said[]>, later: number): Promise<Map<Walker, string[]>> {
  const { sandbox, clock } = stage;
  const own = new Set([...turns.values()].flat().map(({ update }) => update.update_id));
  const others = sandbox.takeUpdates().filter((update) => !own.has(update.update_id) && !isHeld(turns, update));
  if (others.length > 0) throw new Error("Somebody else spoke.");
  const receivedAt = clock.now();
  clock.advance(later);
  const each = await Promise.all(
    [...turns].map(async ([walker, all]) => [walker, await handleInTurn(walker, all, receivedAt)] as const),
  );
  // Now and then something else comes into the chat.
  if (later > 0) await stage.settle();
  return new Map(each);
}

const isHeld = (turns: Map<Walker, Said[]>, { update_id: id }: Update) =>
  [...turns.keys()].some(({ held }) => held.some(({ update }) => update.update_id === id));

async function handleInTurn(walker: Walker, all: Said[], receivedAt: Date): Promise<string[]> {
  const { stage, phone, form, albums } = walker;
  const wrong: string[] = [];
  for (const [n, said] of all.entries()) {
    const before = await look(walker);
    const files = await filesOf(stage, phone);
    noteTexts(walker);
    const update = JSON.parse(toJsonText(said.update)) as Update;
    const handling = { chatId: phone.id, saidAt: saidAt({ payload: update, receivedAt }), steps: 0, isOver: false };
    await handlingOf(handling, () => stage.handle(update));
    const heard = noteTexts(walker).join("\n");
    const after = await look(walker);
    // A second tap of the same burst is of no effect.
    if (isSamePress(update, all[n - 1]?.update)) continue;
    if (before !== null) wrong.push(...judge(form, said, { before, after: sameForm(before, after), heard }));
    else if (heard === "" && update.message?.photo === undefined)
      wrong.push(`${said.what} is not answered after the end`);
    const albumId = update.message?.media_group_id;
    if (albumId === undefined) continue;
    const isKept = (await filesOf(stage, phone)) !== files || isChanged(before, after);
    if (!isKept && heard === "" && albums.get(albumId) !== false) wrong.push(`${said.what} of an album is lost`);
    // Who was told of one part that was not kept knows it of those behind it.
    if (!albums.has(albumId) || (!isKept && heard !== "")) albums.set(albumId, isKept);
  }
  return wrong;
}

/** Returns what is new since the last time. */
function noteTexts({ phone, texts }: Walker): string[] {
  const fresh = phone.received().filter(({ message_id: id, text }) => text !== undefined && texts.get(id) !== text);
  for (const { message_id: id, text = "" } of fresh) texts.set(id, text);
  return fresh.map(({ text = "" }) => text);
}

const isSamePress = ({ callback_query: one }: Update, before: Update | undefined) =>
  one !== undefined &&
  one.data === before?.callback_query?.data &&
  one.message?.message_id === before?.callback_query?.message?.message_id;

const isChanged = (before: Question | null, after: Question | null) =>
  JSON.stringify(answersOf(before)) !== JSON.stringify(answersOf(after));

/** Without how the question stands there: of a photo that was refused, it says which. */
const answersOf = (question: Question | null) => {
  const { view: _, ...answers } = question?.draft.answers ?? {};
  return answers;
};

/** How many one person has sent, to reports and into threads: others send theirs at the same time. */
async function filesOf({ db }: Stage, phone: { id: number }): Promise<number> {
  const telegramId = BigInt(phone.id);
  const written = await db.threadMessage.findMany({ where: { author: { telegramId } }, select: { files: true } });
  const inThreads = written.map(({ files }) => (Array.isArray(files) ? files.length : 0));
  return inThreads.reduce((sum, n) => sum + n, await db.evidence.count({ where: { sender: { telegramId } } }));
}

/** Another draft of the same form is none of theirs: this one has ended. */
const sameForm = (before: Question, after: Question | null) => (after?.draft.id === before.draft.id ? after : null);
