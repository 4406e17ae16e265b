// What each command does, in a few words: shown in the menu of the chat and in /bantuan.
import type { commands as Indonesian } from "../id/commands.js";

export const commands: typeof Indonesian = {
  start: "start, or open the main menu",
  me: "my registration",
  report: "report on a plan",
  plan: "the three work plans",
  progress: "progress: lights and next step",
  schedule: "my next sessions",
  classes: "my classes: participants, sessions, attendance",
  ask: "ask my trainer, or answer questions",
  optOut: "stop reminders or announcements",
  optIn: "turn all messages on again",
  ownData: "see my data",
  erase: "erase my data",
  erasures: "requests to erase data and their time",
  language: "change language · bahasa",
  announce: "write and follow announcements",
  cancel: "stop filling in",
  help: "list of what I can do",
  summary: "how things stand today",
  participants: "list and search participants",
  overdue: "overdue plans",
};
