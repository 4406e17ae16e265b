// What each side of a thread gets to see of a message: words, the photo, and the button that answers.

import type { Cover } from "../../domain/caseload/cover.js";
import { action } from "../../domain/messages/action.js";
import type { Album, Attachment, Button, Message, RichText } from "../../domain/messages/message.js";
import { LONGEST_CAPTION } from "../../domain/messages/message-bounds.js";
import type { KnownActor, Person } from "../../domain/people/person.js";
import { packed } from "../../domain/threads/thread-file.js";
import { cutTo } from "../../domain/words/cut-to.js";
import type { QuestionThread, WaitingWord } from "../../ports/plans/threads.js";
import { type Texts, textsFor } from "../../texts/index.js";
import { paragraphs } from "../../texts/rich.js";
import type { Written } from "./written.js";

/** Enough of it to know what is spoken of. */
const QUOTED = 120;

export function questionMessage(
  to: Person & { insteadOf?: Cover | null },
  thread: QuestionThread,
  written: Written,
): Message {
  const { threads, cover } = textsFor(to.language);
  const said = written.before ?? null;
  const before = said === null || said.text === "" ? null : { name: said.authorName, text: quoted(said.text) };
  const words = threads.toTrainer({ ...thread, askerName: thread.asker.name, text: written.text, before });
  const covering = cover.covering(to.insteadOf == null ? [] : [to.insteadOf]);
  const both = covering === undefined ? words : paragraphs(words, covering);
  return framed(withNote(both, threads, written), threads.answer, thread, written);
}

export function answerMessage(to: Person, thread: QuestionThread, written: Written): Message {
  const { threads } = textsFor(to.language);
  const said = written.before ?? null;
  const asked = said !== null && said.authorId === to.id && said.text !== "" ? quoted(said.text) : null;
  const words = withNote(threads.toAsker(written.author.name, written.text, asked), threads, written);
  const message = framed(words, threads.replyOn, thread, written);
  const thank = { label: threads.thank, data: action("thank", thread.id) };
  return { ...message, buttons: message.buttons.map((row) => [...row, thank]) };
}

function quoted(text: string): string {
  return cutTo(text, QUOTED);
}

/** What somebody who answers was never sent: the words, and the files that Telegram does not put beside them. */
export function unreadMessages(to: KnownActor, thread: QuestionThread, words: WaitingWord[]): Message[] {
  const { threads } = textsFor(to.language);
  return words.flatMap(({ messageId, text, files }) => {
    const written = { messageId, text, files, author: thread.asker };
    const card = threads.toTrainer({ ...thread, askerName: thread.asker.name, text, before: null });
    return [
      { ...withNote(card, threads, written), ...fileBeside(written) },
      ...filesBelow(written).map((attachment) => withoutWords({ threads }, thread.asker, attachment)),
    ];
  });
}

/** It says whose it is, and makes no sound: the words came with another message. */
export function withoutWords(
  { threads }: Pick<Texts, "threads">,
  { name }: Person,
  attachment: Attachment | Album,
): Message {
  return { ...threads.fileOf(name), attachment, silent: true };
}

/** … but for those that stood below it: of the longest caption our line takes a few characters, which stay in the thread. */
export function withOwnWords(
  texts: Pick<Texts, "threads">,
  author: Person,
  attachment: Attachment,
  words: string,
): Message {
  const bare = withoutWords(texts, author, attachment);
  const line = texts.threads.fileOf(author.name);
  const shown = cutTo(words, LONGEST_CAPTION - line.text.length - 2);
  return words === "" ? bare : { ...paragraphs(line, shown), attachment };
}

/** To an admin, where nobody teaches the class any more: they answer in the trainers' stead. */
export function provinceMessage({ threads }: Texts, thread: QuestionThread, written: Written): Message {
  const words = threads.withoutTrainer({ ...thread, askerName: thread.asker.name, text: written.text });
  const buttons = provinceButtons(threads, thread, false);
  return { ...withNote(words, threads, written), buttons, ...fileBeside(written) };
}

/** What an admin can do about it: answer themselves, hurry the trainers, look at whose question it is. */
export function provinceButtons(
  words: Texts["threads"],
  { id, participantId }: QuestionThread,
  hasTrainers: boolean,
): Button[][] {
  return [
    [{ label: words.answer, data: action("question", id), tone: "primary" }],
    ...(hasTrainers ? [[{ label: words.hurryTrainers, data: action("remind_trainers", id) }]] : []),
    [{ label: words.openAsker, data: action("person", participantId) }],
  ];
}

export function colleagueMessage(to: Person, thread: QuestionThread, written: Written): Message {
  const { threads } = textsFor(to.language);
  const words = threads.toColleague(written.author.name, thread.asker.name, written.text);
  return framed(withNote(words, threads, written), threads.answerToo, thread, written);
}

function framed(
  words: RichText,
  label: string,
  thread: QuestionThread,
  written: Written,
): Message & { buttons: Button[][] } {
  return { ...words, buttons: [[{ label, data: action("question", thread.id) }]], ...fileBeside(written) };
}

function withNote(words: RichText, threads: Texts["threads"], written: Written): RichText {
  const isBelow = filesBelow(written).length > 0;
  return isBelow ? paragraphs(words, threads.filesBelow(written.files.length)) : words;
}

/** Our frame and the names in it, around what somebody wrote. */
const FRAME = 220 + QUOTED;

/** The only file, where the words fit below it; what is more follows in messages of its own, which can have no button. */
function fileBeside({ text, files }: Written): { attachment?: Attachment } {
  const [only, ...more] = files;
  const fits = only !== undefined && more.length === 0 && text.length + FRAME <= LONGEST_CAPTION;
  return fits ? { attachment: { kind: only.kind, fileId: only.fileId } } : {};
}

export function filesBelow(written: Written): (Attachment | Album)[] {
  return fileBeside(written).attachment === undefined ? packed(written.files) : [];
}
