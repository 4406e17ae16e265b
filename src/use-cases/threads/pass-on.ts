// Passes what was written in a thread on to the others in it: the asker, the class's trainers; each by name, never by number.

import type { Message } from "../../domain/messages/message.js";
import { isReachable, type Person } from "../../domain/people/person.js";
import type { ThreadFile } from "../../domain/threads/thread-file.js";
import { nextWorkingInstant } from "../../domain/time/working-hours.js";
import { waitsForNoAnswer } from "../../domain/words/small-talk.js";
import type { QuestionThread } from "../../ports/plans/threads.js";
import type { World } from "../../ports.js";
import { type Texts, textsFor } from "../../texts/index.js";
import { postTo } from "../posting.js";
import {
  answerMessage,
  colleagueMessage,
  filesBelow,
  provinceMessage,
  questionMessage,
  withOwnWords,
  withoutWords,
} from "./thread-messages.js";
import type { Written } from "./written.js";

export type PassedOn =
  /** `at`: the first instant at which it may disturb one of them; null: now. */
  | { kind: "sent"; to: string[]; at: Date | null }
  /** Nobody teaches the class any more: the province has it. */
  | { kind: "province" }
  /** Thanks, for trainers who are gone: nobody else is called for them. */
  | { kind: "kept" }
  /** The one it was for has blocked the bot, is gone, or never came. */
  | { kind: "unreachable"; to: string[] };

/** Call it in the transaction that adds the message. */
export async function passOn(inside: World, thread: QuestionThread, alone: Written): Promise<PassedOn> {
  const { author } = alone;
  const { before = await inside.store.threads.wordsBefore(thread.id, alone.messageId) } = alone;
  const written = { ...alone, before };
  const trainers = (await inside.store.classes.carersOf(thread.classId, inside.clock.now())).filter(
    ({ id }) => id !== author.id,
  );
  const isAsker = author.id === thread.asker.id;
  const isThanks = before !== null && alone.files.length === 0 && waitsForNoAnswer(alone.text);
  if (isAsker && trainers.length === 0 && isThanks) {
    await inside.store.threads.settle([alone.messageId], "failed");
    return { kind: "kept" };
  }
  if (isAsker && trainers.length === 0 && (await tellProvince(inside, thread, written))) {
    return { kind: "province" };
  }
  const receivers = isAsker ? trainers : [thread.asker];
  const reachable = receivers.filter(isReachable);
  const answers = isAsker ? questionMessage : answerMessage;
  const below = await newestPosts(inside, thread, [...reachable, ...(isAsker ? [] : trainers)]);
  const asReply = (message: Message, to: Person): Message => {
    const replyTo = below.get(to.id);
    return replyTo === undefined ? message : { ...message, replyTo };
  };
  const mattersTo = `thread_message:${written.messageId}`;
  await postTo(inside, [
    ...reachable.flatMap((to) =>
      wishes(
        thread,
        written,
        to,
        isAsker ? "question" : "answer",
        () => asReply(quietly(answers(to, thread, written), isAsker && waitsForNoAnswer(written.text)), to),
        [mattersTo],
      ),
    ),
    // Colleagues see what was answered, so that nobody answers twice or against each other.
    ...(isAsker ? [] : trainers).flatMap((to) =>
      wishes(thread, written, to, "question", () => asReply(colleagueMessage(to, thread, written), to), []),
    ),
  ]);
  if (reachable.length === 0) {
    await inside.store.threads.settle([written.messageId], "failed");
    return { kind: "unreachable", to: receivers.map(({ name }) => name) };
  }
  const now = inside.clock.now();
  const at = isAsker
    ? Math.min(
        ...reachable.map((to) =>
          nextWorkingInstant(inZone(thread, to).zone, now, inside.settings.rest, to.id).getTime(),
        ),
      )
    : now.getTime();
  return { kind: "sent", to: reachable.map(({ name }) => name), at: at > now.getTime() ? new Date(at) : null };
}

/** Thanks make no sound. */
function quietly(message: Message, isLight: boolean): Message {
  return isLight && message.attachment === undefined ? { ...message, silent: true } : message;
}

/** In each one's chat the last message of this thread, where there is one: what follows is shown as a reply to it. */
async function newestPosts({ store }: World, { id }: QuestionThread, people: Person[]): Promise<Map<number, number>> {
  const newest = new Map<number, number>();
  for (const { id: personId, telegramId } of people) {
    const messageId = telegramId === null ? null : await store.threads.lastPostIn(id, telegramId);
    if (messageId !== null) newest.set(personId, messageId);
  }
  return newest;
}

/** `before`: how many came before it. */
interface AlbumFile {
  file: ThreadFile;
  words: string;
  before: number;
}

/** A file whose album has been passed on already: it follows with no more than its own words, to those who have the others. */
export async function passFileOn(
  inside: World,
  thread: QuestionThread,
  { messageId, author, file, words, before }: Omit<Written, "text" | "files" | "before"> & AlbumFile,
): Promise<void> {
  const trainers = (await inside.store.classes.carersOf(thread.classId, inside.clock.now())).filter(
    ({ id }) => id !== author.id,
  );
  const isAsker = author.id === thread.asker.id;
  const isProvinces = isAsker && trainers.length === 0;
  const receivers = isProvinces
    ? await inside.store.classes.adminsOver(thread.classId)
    : isAsker
      ? trainers
      : [thread.asker, ...trainers];
  const kind = (to: Person) => (isProvinces ? "escalation" : to.id === thread.asker.id ? "answer" : "question");
  await postTo(
    inside,
    receivers.filter(isReachable).map((to) => ({
      ...wishFor(thread, { messageId, author }, to, kind(to), `file.${before}`, [`thread_message:${messageId}`]),
      say: (texts) => withOwnWords(texts, author, { kind: file.kind, fileId: file.fileId }, words),
    })),
  );
}

/** The message with its words and its button, and below it the files that Telegram does not put there. */
function wishes(
  thread: QuestionThread,
  written: Written,
  to: Person,
  kind: "question" | "answer" | "escalation",
  say: () => Message,
  subjects: string[],
) {
  return [
    { ...wishFor(thread, written, to, kind, null, subjects), say },
    ...filesBelow(written).map((attachment, at) => ({
      ...wishFor(thread, written, to, kind, `files.${at}`, subjects),
      say: (texts: Texts) => withoutWords(texts, written.author, attachment),
    })),
  ];
}

function wishFor(
  thread: QuestionThread,
  { messageId, author, before }: Pick<Written, "messageId" | "author" | "before">,
  to: Person,
  kind: "question" | "answer" | "escalation",
  part: string | null,
  subjects: string[],
) {
  // Words of somebody else stand only above what the asker writes, and above the first of its messages.
  const isQuoting = author.id === thread.asker.id && part === null && before != null;
  const quoted = isQuoting ? [before.authorId] : [];
  const names = kind === "escalation" ? [thread.asker.id] : [thread.asker.id, author.id, ...quoted];
  const key = `thread_message:${messageId}:${to.id}${part === null ? "" : `:${part}`}`;
  return { key, kind, to: inZone(thread, to), names, subjects: [`thread:${thread.id}`, ...subjects] };
}

/** A trainer whose zone is not known lives by the clock of the class. */
function inZone(thread: QuestionThread, to: Person) {
  return { ...to, zone: to.zone ?? thread.zone };
}

/** The class has no trainer (any more): its question waits for nobody, so the province hears of it at once. */
async function tellProvince(inside: World, thread: QuestionThread, written: Written): Promise<boolean> {
  const admins = await inside.store.classes.adminsOver(thread.classId);
  if (admins.length === 0) return false;
  const now = inside.clock.now();
  if (await inside.store.threads.markEscalated(thread.id, now)) {
    // The asker sees in their own data who was told.
    await inside.store.audit.record(
      { actorId: null, action: "question.escalate", subject: `person:${thread.asker.id}` },
      now,
    );
  }
  const subjects = [`thread_message:${written.messageId}`];
  await postTo(
    inside,
    admins.flatMap((to) =>
      wishes(
        thread,
        written,
        to,
        "escalation",
        () => provinceMessage(textsFor(to.language), thread, written),
        subjects,
      ),
    ),
  );
  return true;
}
