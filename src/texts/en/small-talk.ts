// Answers to what people write as they would to a person: thanks, greetings, worries.
import { plainDay } from "../dates.js";
import type { smallTalk as Indonesian } from "../id/small-talk.js";
import { bold, paragraphs, pressed, rich } from "../rich.js";
import { reports } from "./reports.js";
import { threads } from "./threads.js";
import { workPlans } from "./work-plans.js";

const to = (name: string) => (name === "" ? "" : rich`, ${bold(name)}`);

const partOfDay = (hour: number) => (hour < 4 || hour >= 18 ? "evening" : hour < 12 ? "morning" : "afternoon");

export const smallTalk: typeof Indonesian = {
  thanks: (name) => rich`You are welcome${to(name)} 🙏`,
  hello: (name, hour) => rich`Good ${partOfDay(hour)}${to(name)}. How can I help?`,
  greeting: (reply, name) => rich`${reply}${to(name)}. How can I help?`,
  who: () =>
    rich`I am the bot of Perpusnas for participants of Bimtek SPP-TIK, not a person. What you write with ${pressed(threads.menu)} is read by your trainers themselves.`,
  official: (contact) =>
    rich`It is good to be careful. I never ask for money, passwords, PINs, one-time codes or photos of your ID card. To make sure, please ask the organisers or ${contact}.`,
  broken: () =>
    rich`Sorry for the trouble. What you filled in is saved. If it still does not work, write with ${pressed(threads.menu)}: what you pressed, and what happened.`,
  lost: () =>
    paragraphs(
      rich`No problem, let us take it slowly.`,
      rich`${pressed(workPlans.open)} is for writing your work plans, ${pressed(reports.open)} for telling how they are going. If it is still not clear, please ask your trainer.`,
    ),
  later: () =>
    rich`All right, at any time 🙏 If you want to be reminded again, press ${pressed(workPlans.snooze.later)} below the reminder.`,
  done: () => rich`That is great! Which plan is done?`,
  notYet: () => rich`That is all right. If there is an obstacle, press the button below.`,
  obstacle: "⚠️ An obstacle",
  ok: () => rich`All right 🙏`,
  voice: () =>
    rich`Sorry, I cannot listen to voice messages yet. Please write a few words, or send the voice message to your trainer with ${pressed(threads.menu)}.`,
  picture: () => rich`Thank you. This photo or file is not saved yet. Which plan is it for?`,
  sticker: () => rich`😊🙏`,
  grief: (name) => rich`We are sorry to hear that${to(name)}. Please look after your family and yourself first.`,
  worry: (name) =>
    rich`I hope that you and your family are well${to(name)}. If there is illness or misfortune, please take a pause: no reminders come, and the due days of your plans move along.`,
  pause: () => rich`Of course. While you pause there are no reminders, and the due days of your plans move along.`,
  moreTime: "Please give us more time for our work plans.",
  feast: (name) => rich`Thank you${to(name)}. Warm wishes to your family 🙏`,
  forgiveness: (name) => rich`The same to you${to(name)}, with all good wishes 🙏`,
  rude: () => rich`I am sorry that I made you angry. To get help quickly, please write to your trainer.`,
  foreign: () =>
    rich`Sorry, so far I only understand Indonesian and English. Please choose a button below, or write to your trainer.`,
  due: (day, daysLeft) =>
    daysLeft < 0
      ? rich`Your work plans were due on ${bold(plainDay("en", day))}, ${-daysLeft} ${daysLeft === -1 ? "day" : "days"} ago. That is all right, just tell us how they are going.`
      : daysLeft === 0
        ? rich`Your work plans are due ${bold("today")}, ${plainDay("en", day)}. Reporting takes two or three buttons.`
        : rich`Your work plans are due on ${bold(plainDay("en", day))}, ${daysLeft} ${daysLeft === 1 ? "day" : "days"} left.`,
  letter: () =>
    paragraphs(
      rich`The completion letter comes once all three work plans are done and the trainer has accepted the last report about each. Then it can be taken at ${pressed(workPlans.open)}.`,
      rich`For a certificate of the training, please ask the organisers.`,
    ),
  organisers: () => rich`Sorry, I do not know that. Please ask the organisers, or write with ${pressed(threads.menu)}.`,
};
