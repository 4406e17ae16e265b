// After a class: what people think of it, and what trainers and admins read of that.
import type { feedback as indonesian } from "../id/feedback.js";
import { bold, lines, paragraphs, rich } from "../rich.js";

const STEPS = ["Very poor", "Poor", "Fair", "Good", "Very good"];

export const feedback: typeof indonesian = {
  invitation: (className) =>
    paragraphs(
      rich`Thank you for taking part in ${bold(className)}.`,
      "What do you think of it? It takes two minutes, one question at a time. Your answers carry no name unless you want them to.",
    ),
  begin: "📝 Give feedback",
  about: (className) => `your feedback on ${className}`,
  promise: () =>
    rich`🔒 No name, no number. Results are shown only once there are five answers, and always five at a time.`,
  step: (step) => `${step} · ${STEPS[step - 1]}`,
  example: "The practice of writing a work plan",
  nameLabel: "name",
  askName: () => rich`Would you like to put your name to it? Then trainers and admins know who wrote it.`,
  withoutName: "🔒 Without a name",
  withName: "✍️ With my name",
  summary: (className) => rich`Your feedback on ${bold(className)}:`,
  howKept: (isNamed) =>
    isNamed
      ? rich`✍️ Your name goes to the trainers and admins with it.`
      : rich`🔒 It is sent without your name and number. Afterwards it cannot be changed, because we do not know whose answer is whose.`,
  changeName: (isNamed) => (isNamed ? "🔒 Without a name" : "✍️ Add my name"),
  send: (isNamed) => (isNamed ? "✅ Send with my name" : "✅ Send without a name"),
  thanks: (isNamed) =>
    isNamed
      ? rich`Thank you. Your feedback was sent with your name.`
      : rich`Thank you. Your feedback was taken without your name.`,
  givenBefore: () => rich`We have your feedback on this class. Thank you!`,
  tooSoon: () => rich`The class is not over yet. We will ask you after its last day.`,

  menu: "📝 Feedback",
  toResults: "⬅️ Feedback",
  words: "💬 Read what they wrote",
  wordsTitle: (className) => rich`${bold(`What people wrote: ${className}`)}`,
  title: (name) => bold(`Feedback: ${name ?? "all regions"}`),
  answers: (released, waiting, named) =>
    lines(
      released === 0 ? undefined : rich`${released} answers without a name`,
      named === 0 ? undefined : rich`${named} ${named === 1 ? "answer" : "answers"} with a name`,
      released > 0 && waiting > 0 && rich`${waiting} more ${waiting === 1 ? "waits" : "wait"} until there are five`,
    ),
  tooFew: (count, needed) => rich`Not enough answers yet (${count} of ${needed}).`,
  noClassYet: () => rich`No class has five answers yet.`,
  scaleNote: (hasNamed) =>
    rich`Averages${hasNamed ? " of the answers without a name," : ""} from 1 (very poor) to 5 (very good).`,
  perWave: "From wave to wave",
  wave: (cohortName, number) => `${cohortName}, wave ${number}`,
  number: (mean) => mean.toFixed(1),
  files: { picture: "🖼 Picture", xlsx: "📊 Excel" },
  fileCaption: (name, released) => rich`Feedback: ${name ?? "all regions"}, ${released} answers without a name.`,
  sheet: {
    fileName: "feedback",
    about: "About",
    title: (name) => `Feedback: ${name ?? "all regions"}`,
    words: "Words",
    question: "Question",
    mean: "Average",
    answers: "Answers",
    part: "Part",
    wave: "Wave",
    all: "All",
    text: "Text",
    name: "Name",
    change: "Change",
  },
};
