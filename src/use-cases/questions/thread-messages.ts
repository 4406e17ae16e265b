// What each side of a thread gets to see of a message: words, the photo, and the button that answers.
import { action } from "../../domain/action.js";
import type { Button, Message, RichText } from "../../domain/message.js";
import type { Person } from "../../domain/person.js";
import type { QuestionThread } from "../../ports/questions.js";
import { type Texts, textsFor } from "../../texts/index.js";
import type { Written } from "./pass-on.js";

export function questionMessage(to: Person, thread: QuestionThread, written: Written): Message {
  const { questions } = textsFor(to.language);
  return framed(
    questions.toTrainer({ ...thread, askerName: thread.asker.name, text: written.text }),
    questions.answer,
    thread,
    written,
  );
}

export function answerMessage(to: Person, thread: QuestionThread, written: Written): Message {
  const { questions } = textsFor(to.language);
  const message = framed(questions.toAsker(written.author.name, written.text), questions.replyOn, thread, written);
  const thank = { label: questions.thank, data: action("thank", thread.id) };
  return { ...message, buttons: message.buttons.map((row) => [...row, thank]) };
}

/** To an admin, where nobody teaches the class any more: they answer in the trainers' stead. */
export function provinceMessage({ questions }: Texts, thread: QuestionThread, { text, photoId }: Written): Message {
  return {
    ...questions.withoutTrainer({ ...thread, askerName: thread.asker.name, text }),
    buttons: provinceButtons(questions, thread, false),
    ...(photoId !== null && { attachment: { kind: "photo", fileId: photoId } }),
  };
}

/** What an admin can do about it: answer themselves, hurry the trainers, look at whose question it is. */
export function provinceButtons(
  words: Texts["questions"],
  { id, participantId }: QuestionThread,
  hasTrainers: boolean,
): Button[][] {
  return [
    [{ label: words.answer, data: action("question", id), tone: "primary" }],
    ...(hasTrainers ? [[{ label: words.remindTrainers, data: action("remind_trainers", id) }]] : []),
    [{ label: words.openAsker, data: action("person", participantId) }],
  ];
}

export function colleagueMessage(to: Person, thread: QuestionThread, written: Written): Message {
  const { questions } = textsFor(to.language);
  const words = questions.toColleague(written.author.name, thread.asker.name, written.text);
  return framed(words, questions.answerToo, thread, written);
}

function framed(
  words: RichText,
  label: string,
  thread: QuestionThread,
  { photoId }: Written,
): Message & { buttons: Button[][] } {
  return {
    ...words,
    buttons: [[{ label, data: action("question", thread.id) }]],
    ...(photoId !== null && { attachment: { kind: "photo", fileId: photoId } }),
  };
}
