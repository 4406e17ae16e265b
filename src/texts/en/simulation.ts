// A wave lived through before it begins: what the people in it are called, and what an admin reads of it.
import type { PostKind } from "../../domain/messages/post-kind.js";
import type { Habit } from "../../domain/simulation/habits.js";
import type { SimulatedRole } from "../../domain/simulation/simulation.js";
import type { SimulationAsked, SimulationSummary } from "../layouts/simulation-words.js";
import { bold, bullets, lines, paragraphs, rich } from "../rich.js";

const ROLES: Record<SimulatedRole, string> = { participant: "participant", trainer: "trainer", admin: "admin" };

const HABITS: Record<Habit, string> = {
  diligent: "diligent: writes and reports in time",
  late: "late: writes and reports after being reminded",
  stops: "stops: reports once, then no more",
  silent: "silent: never answers",
};

const WHY: Partial<Record<PostKind, string>> = {
  session_reminder: "the class begins soon",
  online_link: "an online session begins in 15 minutes",
  class_day: "there is a class tomorrow or today",
  plan_reminder: "a plan is not written, not reported on, or due soon",
  overdue_alert: "there is news, or a follow-up that is overdue",
  daily_summary: "there was news that day",
  week_of_province: "the week begins, and something has changed",
  untended: "a class has no trainer",
  escalation: "nobody has dealt with it for long",
};

export const simulation = {
  names: {
    participant: (n: number) => `Participant ${n}`,
    trainer: (n: number) => `Trainer ${n}`,
    admin: (n: number) => `Admin ${n}`,
  },
  activity: "An example of an activity",

  button: "🧪 Simulate the wave",
  start: "▶️ Start the simulation",
  ask: ({ wave, classes, people, leftOut, days }: SimulationAsked) =>
    paragraphs(
      rich`🧪 ${bold(`Simulation of wave ${wave}`)}`,
      lines(
        rich`${classes} ${classes === 1 ? "class" : "classes"} with ${people} made-up participants, ${days} days from four days before the first class.`,
        ...(leftOut === 0 ? [] : [rich`${leftOut} more are left out, so that it ends within minutes.`]),
      ),
      rich`You get an Excel file: every message, its time where it is read, and why. Nothing is sent to anybody.`,
    ),
  noClass: () => rich`There is no class here yet. Please add one first, then simulate it.`,
  progress: (done: number, total: number) => rich`🧪 Simulating: day ${done} of ${total}. One moment, please.`,
  busy: () =>
    rich`Another simulation is running, and only one can run at a time. Nothing is lost: please press again in two minutes.`,
  failed: () => rich`The simulation did not end: it took too long. Please try again later, or one province alone.`,
  done: ({ wave, people, messages, mostADay, mostAWeek, held }: SimulationSummary) =>
    paragraphs(
      rich`🧪 ${bold(`Simulation of wave ${wave} is done`)}`,
      bullets([
        `${messages.participant} messages to ${people} participants`,
        `${messages.trainer} messages to trainers, ${messages.admin} to admins`,
        `at most ${mostADay} messages a day and ${mostAWeek} in 7 days to one participant`,
        `${held} messages held back, for example because the day's share was used up`,
      ]),
      "Everybody in this file is made up. Nothing was sent.",
    ),
  fileName: "simulation-of-wave",
  roles: ROLES,
  habits: HABITS,
  why: (kinds: readonly PostKind[], names: Record<PostKind, string>) =>
    kinds.map((kind) => WHY[kind] ?? names[kind]).join("; "),
  sheets: {
    messages: "Messages",
    days: "By day",
    held: "Held back",
    about: "About",
    columns: {
      ...{ day: "Day", time: "Local time", zone: "Zone", className: "Class", role: "Role", name: "Made-up name" },
      ...{ habit: "Habit", kind: "Kind of message", why: "Why", text: "What it says", count: "Count", end: "Its end" },
      ...{ participant: "Participants", trainer: "Trainers", admin: "Admins" },
    },
    span: (from: string, until: string) =>
      `Simulated from ${from} to ${until}. Everybody here is made up; nothing was sent.`,
    /** Below it, a line each. */
    assumed: [
      "All participants are taken to have joined before the class. Trainers and admins do nothing.",
      "Times are rounded to five minutes.",
      ...Object.values(HABITS).map((habit) => `Habit: ${habit}.`),
    ],
  },
};
