// The words for plans, their states, lights and obstacles: the same in every list, receipt and export.

import type { planWords as Indonesian } from "../id/plan-words.js";
import { obstacleWords } from "../questions/question-words.js";
import { rich } from "../rich.js";

const obstacles: typeof Indonesian.obstacles = {
  budget: "budget (APBDes)",
  permission: "permission, village support",
  time: "time, many duties",
  staff: "not enough staff",
  facilities: "place, books, computers",
  signal: "signal, phone",
  few_participants: "few participants",
  reporting: "not sure how to report",
  manager_change: "change of manager",
  illness: "illness, mourning, disaster",
  other: "other",
};

const lights: typeof Indonesian.lights = { green: "🟢", yellow: "🟡", red: "🔴", paused: "⏸️" };
const lightWords: typeof lights = { green: "On track", yellow: "To be continued", red: "Late", paused: "Paused" };

const wordsOf = obstacleWords("en", obstacles);

const answering: typeof Indonesian.answering = (plans) => {
  if (plans.every(({ kind }) => kind === "write")) {
    return rich`Writing them takes a few minutes. A photo of the paper form will do as well.`;
  }
  return plans.some(({ kind }) => kind === "ask")
    ? rich`If there is an obstacle, that is all right: just tell us, so that your trainer can help.`
    : rich`Any progress or obstacles? Reporting takes two or three buttons.`;
};

export const planWords: typeof Indonesian = {
  types: {
    information_services: "Information services",
    community_engagement: "Community engagement",
    advocacy: "Advocacy",
  },
  shortTypes: { information_services: "Information", community_engagement: "Engagement", advocacy: "Advocacy" },
  states: {
    unwritten: "not written yet",
    none_yet: "no plan yet",
    not_started: "not started",
    in_progress: "in progress",
    stuck: "stuck",
    done: "done",
  },
  lights,
  light: ({ light, state }) => `${lights[light]} ${state === "done" ? "Done" : lightWords[light]}`,
  answering,
  obstacles,
  obstacle: (stored, version) => wordsOf(stored, version) ?? stored,
  knownObstacle: wordsOf,
};
