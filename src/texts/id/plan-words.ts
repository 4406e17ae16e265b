// The words for plans, their states, lights and obstacles: the same in every list, receipt and export.

import type { PlanState } from "../../domain/plans/plan-state.js";
import type { Light, Obstacle, PlanType } from "../../domain/plans/work-plan.js";
import { obstacleWords } from "../questions/question-words.js";

const types: Record<PlanType, string> = {
  information_services: "Layanan Informasi",
  community_engagement: "Pelibatan Masyarakat",
  advocacy: "Advokasi",
};

const shortTypes: Record<PlanType, string> = {
  information_services: "Informasi",
  community_engagement: "Pelibatan",
  advocacy: "Advokasi",
};

const states: Record<PlanState, string> = {
  unwritten: "belum diisi",
  none_yet: "belum punya rencana",
  not_started: "belum mulai",
  in_progress: "berjalan",
  stuck: "ada kendala",
  done: "selesai",
};

/** Word and symbol, never colour alone. */
const lights: Record<Light, string> = { green: "🟢", yellow: "🟡", red: "🔴", paused: "⏸️" };

const lightWords: Record<Light, string> = {
  green: "Lancar",
  yellow: "Perlu dilanjutkan",
  red: "Terlambat",
  paused: "Jeda",
};

const obstacles: Record<Obstacle, string> = {
  budget: "anggaran/APBDes",
  permission: "izin/dukungan kades/lurah",
  time: "waktu, banyak tugas",
  staff: "kurang petugas",
  facilities: "tempat, buku, komputer",
  signal: "sinyal, HP",
  few_participants: "peserta sedikit",
  reporting: "belum tahu cara melapor",
  manager_change: "pengelola berganti",
  illness: "sakit, duka, bencana",
  other: "lainnya",
};

const wordsOf = obstacleWords("id", obstacles);

export const planWords = {
  types,
  /** On buttons that also name somebody. */
  shortTypes,
  states,
  lights,
  /** "🟢 Lancar" */
  light: ({ light, state }: { light: Light; state: PlanState }) =>
    `${lights[light]} ${state === "done" ? "Selesai" : lightWords[light]}`,
  obstacles,
  /** A stored obstacle in words; what we do not know is said as it was written. `version`: of the questions a form was begun with. */
  obstacle: (stored: string, version?: number) => wordsOf(stored, version) ?? stored,
  /** Undefined where there are no words for it. */
  knownObstacle: wordsOf,
};
