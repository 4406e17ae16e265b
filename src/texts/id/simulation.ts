// A wave lived through before it begins: what the people in it are called, and what an admin reads of it.
import type { PostKind } from "../../domain/messages/post-kind.js";
import type { Habit } from "../../domain/simulation/habits.js";
import type { SimulatedRole } from "../../domain/simulation/simulation.js";
import type { SimulationAsked, SimulationSummary } from "../layouts/simulation-words.js";
import { bold, bullets, lines, paragraphs, rich } from "../rich.js";

const ROLES: Record<SimulatedRole, string> = { participant: "peserta", trainer: "pelatih", admin: "admin" };

const HABITS: Record<Habit, string> = {
  diligent: "rajin: menulis dan melapor tepat waktu",
  late: "terlambat: menulis dan melapor sesudah diingatkan",
  stops: "berhenti: melapor sekali, lalu tidak lagi",
  silent: "diam: tidak pernah menjawab",
};

/** Why each kind leaves by itself. What is left out leaves only when somebody does something, and nobody does in a simulation. */
const WHY: Partial<Record<PostKind, string>> = {
  session_reminder: "kelasnya segera mulai",
  online_link: "sesi daring mulai 15 menit lagi",
  class_day: "besok atau hari ini ada kelas",
  plan_reminder: "rencana belum ditulis, belum dilaporkan, atau batas waktunya dekat",
  overdue_alert: "ada kabar baru atau tindak lanjut yang terlambat",
  daily_summary: "ada kabar baru hari itu",
  week_of_province: "awal minggu, dan ada yang berubah",
  untended: "ada kelas tanpa pelatih",
  escalation: "sudah lama belum ditangani",
};

export const simulation = {
  names: {
    participant: (n: number) => `Peserta ${n}`,
    trainer: (n: number) => `Pelatih ${n}`,
    admin: (n: number) => `Admin ${n}`,
  },
  /** What a made-up plan says. */
  activity: "Contoh kegiatan",

  button: "🧪 Simulasi gelombang",
  start: "▶️ Mulai simulasi",
  ask: ({ wave, classes, people, leftOut, days }: SimulationAsked) =>
    paragraphs(
      rich`🧪 ${bold(`Simulasi gelombang ${wave}`)}`,
      lines(
        rich`${classes} kelas dengan ${people} peserta rekaan, ${days} hari sejak empat hari sebelum kelas pertama.`,
        ...(leftOut === 0 ? [] : [rich`${leftOut} kelas lain tidak ikut, supaya selesai dalam beberapa menit.`]),
      ),
      rich`Hasilnya berkas Excel: setiap pesan, jamnya di tempat penerima, dan sebabnya. Tidak ada pesan yang dikirim kepada siapa pun.`,
    ),
  noClass: () => rich`Belum ada kelas di sini. Mohon tambahkan kelas dulu, lalu simulasikan.`,
  progress: (done: number, total: number) =>
    rich`🧪 Simulasi berjalan: hari ke-${done} dari ${total}. Mohon tunggu sebentar.`,
  busy: () =>
    rich`Simulasi lain sedang berjalan, dan hanya satu yang bisa berjalan. Tidak ada yang hilang: mohon tekan lagi dua menit lagi.`,
  failed: () =>
    rich`Simulasinya tidak selesai: butuh waktu terlalu lama. Mohon coba lagi nanti, atau satu provinsi saja.`,
  done: ({ wave, people, messages, mostADay, mostAWeek, held }: SimulationSummary) =>
    paragraphs(
      rich`🧪 ${bold(`Simulasi gelombang ${wave} selesai`)}`,
      bullets([
        `${messages.participant} pesan untuk ${people} peserta`,
        `${messages.trainer} pesan untuk pelatih, ${messages.admin} untuk admin`,
        `paling banyak ${mostADay} pesan sehari dan ${mostAWeek} pesan dalam 7 hari untuk seorang peserta`,
        `${held} pesan ditahan, misalnya karena jatah hari itu penuh`,
      ]),
      "Semua orang di berkas ini rekaan. Tidak ada yang dikirim.",
    ),
  fileName: "simulasi-gelombang",
  roles: ROLES,
  habits: HABITS,
  why: (kinds: readonly PostKind[], names: Record<PostKind, string>) =>
    kinds.map((kind) => WHY[kind] ?? names[kind]).join("; "),
  sheets: {
    messages: "Pesan",
    days: "Per hari",
    held: "Ditahan",
    about: "Tentang",
    columns: {
      ...{ day: "Hari", time: "Jam setempat", zone: "Zona", className: "Kelas", role: "Peran", name: "Nama rekaan" },
      ...{ habit: "Kebiasaan", kind: "Jenis pesan", why: "Sebab", text: "Isi pesan", count: "Jumlah", end: "Akhirnya" },
      ...{ participant: "Peserta", trainer: "Pelatih", admin: "Admin" },
    },
    span: (from: string, until: string) =>
      `Simulasi dari ${from} sampai ${until}. Semua orang di sini rekaan; tidak ada pesan yang dikirim.`,
    /** Below it, a line each. */
    assumed: [
      "Semua peserta dianggap sudah bergabung sebelum kelas. Pelatih dan admin tidak berbuat apa-apa.",
      "Jam dibulatkan ke lima menit.",
      ...Object.values(HABITS).map((habit) => `Kebiasaan: ${habit}.`),
    ],
  },
};
