// The words for plans, their states, lights and obstacles: the same in every list, receipt and export.

import type { Light, Obstacle, PlanState, PlanType } from "../../domain/work-plan.js";
import { addedObstacle } from "../question-words.js";

const types: Record<PlanType, string> = {
  information_services: "Layanan Informasi",
  community_engagement: "Pelibatan Masyarakat",
  advocacy: "Advokasi",
};

const states: Record<PlanState, string> = {
  unwritten: "belum diisi",
  none_yet: "belum punya rencana",
  not_started: "belum mulai",
  in_progress: "berjalan",
  stuck: "terkendala",
  done: "selesai",
};

/** Word and symbol, never colour alone. */
const lights: Record<Light, string> = { green: "🟢", yellow: "🟡", red: "🔴" };

const lightWords: Record<Light, string> = {
  green: "Lancar",
  yellow: "Perlu perhatian",
  red: "Terlambat",
};

const obstacles: Record<Obstacle, string> = {
  budget: "anggaran/APBDes",
  permission: "izin atau dukungan kepala desa",
  time: "waktu, tugas lain",
  staff: "tenaga",
  facilities: "tempat, koleksi, komputer",
  signal: "sinyal, gawai",
  few_participants: "peserta sedikit",
  reporting: "belum tahu cara melapor",
  manager_change: "pengelola berganti",
  illness: "sakit, duka, bencana",
  other: "lainnya",
};

export const planWords = {
  types,
  states,
  lights,
  /** "🟢 Lancar" */
  light: (light: Light) => `${lights[light]} ${lightWords[light]}`,
  obstacles,
  /** A stored obstacle in words; what we do not know is said as it was written. */
  obstacle: (stored: string) => (obstacles as Record<string, string>)[stored] ?? addedObstacle("id", stored) ?? stored,
};
