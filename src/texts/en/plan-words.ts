// The words for plans, their states, lights and obstacles: the same in every list, receipt and export.

import type { planWords as Indonesian } from "../id/plan-words.js";
import { addedObstacle } from "../question-words.js";

const obstacles: typeof Indonesian.obstacles = {
  budget: "budget (APBDes)",
  permission: "permission or support of the village head",
  time: "time, other duties",
  staff: "staff",
  facilities: "place, collection, computer",
  signal: "signal, device",
  few_participants: "few participants",
  reporting: "does not know how to report",
  manager_change: "change of manager",
  illness: "illness, mourning, disaster",
  other: "other",
};

const lights: typeof Indonesian.lights = { green: "🟢", yellow: "🟡", red: "🔴" };
const lightWords: typeof lights = { green: "On track", yellow: "Needs attention", red: "Late" };

export const planWords: typeof Indonesian = {
  types: {
    information_services: "Information services",
    community_engagement: "Community engagement",
    advocacy: "Advocacy",
  },
  states: {
    unwritten: "not written yet",
    none_yet: "no plan yet",
    not_started: "not started",
    in_progress: "in progress",
    stuck: "stuck",
    done: "done",
  },
  lights,
  light: (light) => `${lights[light]} ${lightWords[light]}`,
  obstacles,
  obstacle: (stored) => (obstacles as Record<string, string>)[stored] ?? addedObstacle("en", stored) ?? stored,
};
