// What each command does, in a few words: shown in the menu of the chat and in /bantuan.
import type { commands as Indonesian } from "../id/commands.js";

export const commands: typeof Indonesian = {
  start: "start, or open the main menu",
  me: "see my registration",
  report: "report on a plan",
  plan: "write or change my work plans",
  progress: "see how my three plans are going",
  schedule: "see the training schedule",
  classes: "see participants, sessions and attendance",
  ask: "ask my trainer, or answer questions",
  optOut: "stop reminders or announcements",
  optIn: "turn all messages on again",
  ownData: "see my data",
  erase: "erase my data",
  erasures: "check requests to erase data",
  language: "change language · bahasa",
  announce: "write and follow announcements",
  programme: "set up cohorts, classes and sessions",
  roster: "take in a roster from Excel",
  goOn: "go on with saved answers",
  cancel: "stop filling in",
  help: "see what I can do",
  summary: "read today's summary",
  participants: "find and list participants",
  review: "review new and changed reports",
  overdue: "see overdue plans",
};
