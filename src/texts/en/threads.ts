// /ask: questions to the trainers of one's class, their answers, and what a trainer writes first; what is said to both sides, and to the province
// of a question that waits.

import { UNANSWERED_HOURS } from "../../domain/threads/waiting.js";
import { cutTo } from "../../domain/words/cut-to.js";
import { dayAndMonth, dayAndTime } from "../dates.js";
import { digits } from "../digits.js";
import type { threads as Indonesian } from "../id/threads.js";
import { listed } from "../lists.js";
import { bold, italic, lines, paragraphs, pressed, rich } from "../rich.js";

/** Enough of a long question to know which it was: the whole of it opens with the answer. */
const QUOTED = 300;

const askedStates = {
  unread: "📨 Not read by a trainer yet",
  read: "👀 Read, not answered yet",
  answered: "✅ Answered",
};

const send = "✅ Send";
const nothingMore = "Nothing more";

export const threads: typeof Indonesian = {
  menu: "💬 Ask trainer",
  inShort: "write your question, or send photos with a caption.",
  /** In the middle of a sentence. */
  aboutAnswer: (name) => `the answer to ${name}`,
  about: "the question to your trainers",
  label: "question",
  ask: (trainers) =>
    paragraphs(
      rich`Please write your question for ${trainers.length === 1 ? "your trainer" : "the trainers"}${trainers.length > 0 ? rich` (${listed("en", trainers)})` : ""}, or send photos with a caption.`,
      rich`Your phone number is not sent with it; trainers can only see it on the list of participants.`,
    ),
  askedOpen: "🔄 Check status",
  asked: ({ state, escalatedAt }) =>
    paragraphs(
      lines(rich`Your message to the trainers:`, bold(askedStates[state])),
      escalatedAt !== null && rich`As it has no answer yet, the province has been told.`,
    ),
  escalated: (data) =>
    paragraphs(
      rich`⏳ No answer for more than ${UNANSWERED_HOURS} hours`,
      lines(
        rich`${bold(data.askerName)}${data.libraryName === null ? "" : rich`, ${data.libraryName}`}`,
        rich`Class ${data.className} · since ${dayAndTime("en", data.zone, data.sinceAt)}`,
      ),
      data.text !== "" && rich`“${cutTo(data.text, QUOTED)}”`,
      data.trainers.length === 0
        ? rich`This class has no trainer yet. Please help.`
        : rich`${data.trainers.length === 1 ? "Trainer" : "Trainers"}: ${listed("en", data.trainers)}. Please remind them.`,
    ),
  lastState: {
    unread: "Your last question: not opened by a trainer yet.",
    read: "Your last question: read by a trainer, not answered yet.",
    answered: "Your last question: answered.",
  },
  lastAnswer: (trainer, text) => rich`The last answer, from ${bold(trainer)}: “${text}”`,
  textOrPhoto: () => rich`Please send it as text, as a photo with a caption, or as a voice message.`,
  noVideo: () =>
    rich`Sorry, I cannot pass on videos yet. Please send a photo of it, a voice message, or tell it in words.`,
  oddFile: () => rich`Sorry, I do not pass on files of that kind. You can send photos, PDF, Word, Excel or PowerPoint.`,
  tooMany: (most) => rich`${most} files are enough for one question. Now please write your question.`,
  nowWrite: () => rich`Now please write your question, or press ${pressed(send)}.`,
  send,
  addHere: () =>
    rich`Is there anything to add for your trainer? Write it here, or send a photo or a voice message. If not, press ${pressed(nothingMore)}.`,
  nothingMore,
  nothingAdded: () => rich`All right. Your trainer's answer will appear here.`,
  fileOf: (author) => rich`📎 From ${bold(author)}`,
  filesBelow: (n) => (n === 1 ? rich`📎 The file is below.` : rich`📎 ${n} files are below.`),
  example: "May I move the date of the activity?",

  sent: (to, at) =>
    at === null
      ? rich`✅ Sent to ${listed("en", to)}. The answer will appear here.`
      : rich`✅ Saved. It is outside working hours, so ${listed("en", to)} will get it on ${bold(at)}. The answer will appear here.`,
  sentToProvince: () =>
    rich`✅ Saved. This class has no trainer at the moment, so your message goes to the provincial office. An answer may take a while.`,
  nowAt: (to, at) =>
    at === null
      ? rich`The trainers of your class have changed. Your question is with ${listed("en", to)} now.`
      : rich`The trainers of your class have changed. ${listed("en", to)} will get your question on ${bold(at)}.`,
  nowAtProvince: () =>
    rich`Your class has no trainer at the moment, so your question has been passed on to the provincial office. An answer may take a while.`,
  withoutTrainer: (card) =>
    paragraphs(
      rich`💬 A message from ${bold(card.askerName)}`,
      italic([card.libraryName, card.className].filter((part) => part !== null).join(" · ")),
      card.text !== "" && rich`“${card.text}”`,
      rich`This class has no trainer at the moment. Please help.`,
    ),
  chooseOne: () =>
    rich`Your reply was ${bold("not sent")}, because that message holds several conversations. Please choose one, and write the reply again. What you wrote is still there above.`,
  replySent: (to) => rich`✅ Sent to ${listed("en", to)}.`,
  questionStays: () =>
    rich`Your question is saved, but the trainers cannot be reached on Telegram at the moment. If it is urgent, please contact the organisers.`,
  answerStays: (asker) =>
    asker === ""
      ? rich`This answer did not arrive: the participant no longer uses this service.`
      : rich`Your answer to ${bold(asker)} has not arrived: they cannot be reached on Telegram at the moment. It is saved, and they will see it under /ask when they are back.`,
  noClass: () => rich`You are not registered in a class yet, so there is no trainer to ask.`,
  notYours: () => rich`That conversation is not from your class. If that is a mistake, please ask an admin.`,

  toTrainer: (card) =>
    paragraphs(
      rich`💬 Message from ${bold(card.askerName)}`,
      italic([card.libraryName, card.className].filter((part) => part !== null).join(" · ")),
      card.text !== "" && card.text,
      card.before !== null && italic(rich`Before that, ${card.before.name}: “${card.before.text}”`),
    ),
  answer: "Answer",
  toAsker: (trainer, text, asked) =>
    paragraphs(
      rich`💬 Answer from ${bold(trainer)}`,
      text !== "" && text,
      asked !== null && italic(rich`You asked: “${asked}”`),
    ),
  replyOn: "Reply",
  /** Beside the reply: ends the talk, and is passed on. */
  thank: "🙏 Thank you",
  thanked: () => rich`You are welcome 🙏 I have passed it on to your trainer.`,
  thanksKept: () => rich`You are welcome 🙏 This class has no trainer at the moment, so I have kept your thanks here.`,
  fromTrainer: (trainer, text) => paragraphs(rich`✉️ Message from your trainer ${bold(trainer)}`, text),
  toColleague: (trainer, asker, text) =>
    paragraphs(rich`${bold(trainer)} answered ${bold(asker)}`, text !== "" && text),
  answerToo: "Add an answer",

  answering: (card) =>
    paragraphs(
      rich`${bold(card.askerName)}${card.libraryName === null ? "" : rich`, ${card.libraryName}`}:`,
      rich`“${card.text}”`,
      rich`Write your answer, or press one of these.`,
    ),
  answeringToo: ({ by, askerName, text }) =>
    by === ""
      ? rich`The question of ${bold(askerName)} has been answered. Is there anything to add?`
      : paragraphs(
          rich`${by === null ? "You have" : rich`${bold(by)} has`} written to ${bold(askerName)}:`,
          rich`“${text}”`,
          rich`Is there anything to add? Write it, or press one of these.`,
        ),
  goingOn: (last) => paragraphs(last !== "" && rich`“${last}”`, rich`Please write your reply.`),
  noAnswerNeeded: "No answer needed",
  wroteAgain: (name) => rich`Meanwhile ${bold(name)} has written again. That message still waits for your answer.`,
  closed: () => rich`All right, marked as done.`,
  wordless: { photo: "(photo)", document: "(document)", voice: "(voice message)" },
  /** The answer is still to come, and so the question goes on waiting. */
  hold: "Thank you, let me check first.",
  stillWaits: () => rich`The question still waits for your answer.`,
  /** To a trainer: what nobody has answered for a working day, the oldest first. */
  repeated: (data) =>
    paragraphs(
      rich`⏳ Still waiting for your answer: ${bold(String(data.total))} ${data.total === 1 ? "question" : "questions"}.`,
      lines(
        ...data.shown.map(
          (one, index) =>
            rich`${index + 1}. ${bold(one.askerName)}, since ${dayAndMonth("en", one.sinceOn)}: “${one.text}”`,
        ),
      ),
    ),
  /** Above the menu of those who answer. */
  waitingSince: (count, since) =>
    rich`💬 ${digits.en(count)} waiting for an answer${since === null ? "" : `, ${count === 1 ? "" : "the oldest "}since ${dayAndMonth("en", since)}`}.`,
  quick: ["Yes, please go ahead.", "I will call you.", "Let us talk when we meet."],

  inboxMenu: "💬 Questions",
  hurryTrainers: "🔔 Remind trainers",
  openAsker: "👤 The participant",
  hurried: (card) =>
    paragraphs(
      rich`⏳ A reminder from ${bold(card.adminName)}: the question of ${bold(card.askerName)} has had no answer since ${dayAndMonth("en", card.sinceOn)}.`,
      italic([card.libraryName, card.className].filter((part) => part !== null).join(" · ")),
      card.text !== "" && rich`“${cutTo(card.text, QUOTED)}”`,
    ),
  trainersHurried: ({ names, unreachable }) =>
    lines(
      names.length > 0 && rich`All right, I will remind ${listed("en", names)} in working hours.`,
      unreachable.length > 0 &&
        rich`${listed("en", unreachable)} cannot be reached through this bot. Please contact them directly.`,
    ),
  nobodyToHurry: () => rich`This class has no trainer at the moment. Please answer it yourself.`,
  answeredMeanwhile: () => rich`That question has been answered. Thank you for looking after it 🙏`,
  inbox: (count, practice) =>
    count === 0
      ? rich`No question is waiting for an answer.`
      : lines(
          rich`Questions waiting for an answer${practice ? " (practice)" : ""}: ${bold(String(count))}, the oldest first:`,
        ),
  askOwn: "Ask my own trainer",
};
