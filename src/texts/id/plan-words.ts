// The words for plans, their states, lights and obstacles: the same in every list, receipt and export.

import type { RichText } from "../../domain/messages/message.js";
import type { RungKind } from "../../domain/plans/plan-reminder.js";
import type { PlanState } from "../../domain/plans/plan-state.js";
import type { Light, Obstacle, PlanType } from "../../domain/plans/work-plan.js";
import { obstacleWords } from "../questions/question-words.js";
import { rich } from "../rich.js";

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

/** Below the plans that a message asks for: how little it takes to answer. */
function answering(plans: readonly { kind: RungKind }[]): RichText {
  if (plans.every(({ kind }) => kind === "write")) {
    return rich`Mengisinya hanya beberapa menit. Foto formulir di kertas juga boleh.`;
  }
  return plans.some(({ kind }) => kind === "ask")
    ? rich`Tidak apa-apa bila ada kendala: cukup beri tahu, supaya pelatih bisa membantu.`
    : rich`Ada kemajuan atau kendala? Melapor cukup dengan menekan dua atau tiga tombol.`;
}

export const planWords = {
  types,
  /** On buttons that also name somebody. */
  shortTypes,
  states,
  lights,
  /** "🟢 Lancar" */
  light: ({ light, state }: { light: Light; state: PlanState }) =>
    `${lights[light]} ${state === "done" ? "Selesai" : lightWords[light]}`,
  answering,
  obstacles,
  /** A stored obstacle in words; what we do not know is said as it was written. `version`: of the questions a form was begun with. */
  obstacle: (stored: string, version?: number) => wordsOf(stored, version) ?? stored,
  /** Undefined where there are no words for it. */
  knownObstacle: wordsOf,
};
