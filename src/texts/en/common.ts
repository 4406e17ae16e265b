// What is said everywhere: buttons, steps, and what to do when something was not understood.

import { capital } from "../capital.js";
import type { common as Indonesian } from "../id/common.js";
import { bold, italic, lines, paragraphs, pressed, rich } from "../rich.js";

/** Letters of a word and the space behind it, on average. */
const LETTERS_A_WORD = 5.5;

export const common: typeof Indonesian = {
  back: "⬅️ Back",
  cancel: "Cancel",
  skip: "Skip",
  skipIfNone: () => rich`If there is none, press ${pressed("Skip")}.`,
  yes: "Yes",
  no: "No",
  more: "Next ➡️",
  previous: "⬅️ Previous",
  done: "✅ Done",
  change: (field) => `✏️ ${capital(field)}`,
  menu: "Main menu",
  isRight: () => rich`Is that right? If something is not, press that part.`,
  step: (n, of) => `Step ${n} of ${of}`,
  correcting: (field) => `Changing ${field}`,
  oldMenu: () => rich`That button belongs to an old menu. Here is the current one:`,
  away: () =>
    rich`What you entered here is kept, but you cannot go on with it now: we do not have you as one of those who look after its library. If that is a mistake, please ask: /ask`,
  gone: () => rich`That button no longer works. Please choose from the menu below.`,
  startedAgain: () =>
    rich`The questions have just been improved, so we begin again from the first. Sorry for the trouble.`,
  noted: () => rich`Thank you, noted.`,
  nothingToStop: () => rich`There is nothing being filled in right now.`,
  leaveAsk: (about) => rich`Let us stop ${bold(about)} here. Should I save your answers or discard them?`,
  saveForLater: "💾 Save for later",
  throwAway: "🗑 Discard",
  backToQuestion: "⬅️ Back to the question",
  putAside: (about) =>
    paragraphs(
      rich`All right, ${bold(about)} is saved.`,
      rich`When you are ready, press ${pressed("Continue")}. Saved answers are in the main menu, too.`,
    ),
  notBegun: () => rich`All right, we leave it at that. Nothing was begun.`,
  thrownAway: (about) => rich`All right, ${bold(about)} is discarded.`,
  resumed: (about) => rich`Let us go on with ${bold(about)}. So far:`,
  resumedEmpty: (about) => rich`Let us go on with ${bold(about)}.`,
  andMore: (n) => `and ${n} more`,
  now: (value) => rich`Now: ${value}`,
  skipped: "skipped",
  saved: {
    open: (n) => `📂 Saved answers (${n})`,
    list: (entries, from) =>
      paragraphs(
        bold("Not finished yet"),
        lines(...entries.map(({ about, day }, at) => rich`${from + at + 1}. ${capital(about)}, last filled in ${day}`)),
      ),
    none: () => rich`There are no saved answers.`,
    goOn: (n) => `▶️ ${n}. Continue`,
    throwAway: (n) => `🗑 ${n}. Discard`,
  },
  sentBefore: () =>
    rich`Your message was sent before this question appeared, so I have not recorded it. Please answer this question.`,
  repliedElsewhere: () =>
    rich`Your message replied to another message, so I have not recorded it. Please answer this question.`,
  wordHasNoUse: (word, atTheEnd) =>
    atTheEnd
      ? rich`Everything is answered. Please choose one of the buttons below.`
      : word === "back"
        ? rich`This is the first question, so there is no going back.`
        : word === "skip"
          ? rich`This question needs an answer, so it cannot be skipped.`
          : rich`Before we go on, please answer this question.`,
  waitingForTheRest: () =>
    rich`That is a long message, so I am waiting for the rest. Once it is complete, press below.`,
  thatIsAll: "✅ That is all",
  keyboardAway: () => rich`All right.`,
  screenRefused: () =>
    rich`Sorry, the next screen cannot be shown. Your answers are safe. Please go back, or discard them.`,
  pageRefused: () => rich`Sorry, that page cannot be shown. Please choose something else from the main menu.`,
  notUnderstoodHere: (example) => rich`Sorry, I could not read that answer. For example: ${bold(example)}`,
  pressAButton: () => rich`Please choose one of the buttons below.`,
  whichDay: (typed) => rich`“${typed}” can mean more than one day. Please choose one.`,
  dayUnread: {
    unreadable: () => rich`Sorry, I could not read that date. For example: ${bold("4 June")} or ${bold("tomorrow")}`,
    impossible: () => rich`There is no such day in the calendar. For example: ${bold("4 June")}`,
    contradiction: () => rich`The weekday and the date do not match. Please write the date alone: ${bold("4 June")}`,
  },
  timeUnread: {
    unreadable: () => rich`Sorry, I could not read that time. For example: ${bold("13:30")}`,
    impossible: () => rich`There is no such time. For example: ${bold("13:30")}`,
  },
  onlyText: () =>
    rich`Sorry, here I can only read text, not photos, stickers or voice messages. Please type your answer; a few words will do.`,
  tooLong: (max) =>
    rich`That answer is rather long. Please keep it to ${max} letters at most (about ${Math.round(max / LETTERS_A_WORD)} words).`,
  tooShort: () => rich`That answer is too short. Please write a little more.`,
  editedMessage: () => rich`I cannot read changes to an old message. Please send it as a new one.`,
  rescue: ({ about, question }) =>
    paragraphs(
      rich`${bold(capital(about))} is not finished yet. Everything you filled in is saved, so you can go right on.`,
      question === null
        ? rich`Everything is answered. Please check it and send it.`
        : rich`Still open: ${italic(question)}`,
    ),
  goOn: "▶️ Continue",
  notUnderstood: (ask) =>
    ask === null
      ? rich`Sorry, I did not understand that. Please choose from the menu below.`
      : rich`Sorry, I did not understand that. Please choose a button below, or press ${pressed(ask)} to write to your trainer.`,
  noSuchCommand: (typed) =>
    rich`There is no command ${typed}. All commands are listed under /help, or choose a button below.`,
  onlyInPrivate: () => rich`I can only help in a private chat.`,
  somethingWentWrong: () =>
    rich`Sorry, something went wrong on our side; it was not your fault. Your answers are saved. Please try again in about five minutes.`,
  tooMuchAtOnce: () =>
    rich`Sorry, so much came from you within a minute that I have not read all of it. Please wait a moment, then send again what was not answered.`,
  notAllowed: () => rich`Sorry, that menu is not available to you. Please choose from the menu below.`,
  notRegistered: () =>
    rich`You are not registered yet. Press ${bold("Start")} to register; it takes about two minutes.`,
  start: "Start",
  languageName: "English",
  languageChosen: () => rich`All right, I will use English from now on.`,
  chooseLanguage: () => rich`Pilih bahasa · Choose a language`,
  help: (commands, others) =>
    paragraphs(
      bold("What I can help with"),
      lines(...commands.map(({ command, about }) => rich`/${command} – ${about}`)),
      others.length === 0
        ? "You can also simply press the buttons. No need to worry: plans and reports can be changed later."
        : rich`Others: ${others.map((name) => `/${name}`).join(" ")}`,
    ),
  main: (name) => (name === "" ? rich`How can I help?` : rich`How can I help, ${bold(name)}?`),
};
