// The page of a draft announcement: what it says, to whom, when, how urgent; and the questions behind its buttons.
import type { AnnouncementWeight } from "../../domain/announcements/announcement.js";
import type { LinkProblem } from "../../domain/announcements/link-button.js";
import { type LocalTime, type LocalTimeProblem, partsOf } from "../../domain/announcements/local-time.js";
import type { Day } from "../../domain/time/calendar.js";
import type { Hours } from "../../domain/time/day-plan.js";
import { bareTime, clockTime, longDay, shortDay, shortDayAndTime } from "../dates.js";
import type { DraftPage } from "../layouts/announcements/announcement-draft.js";
import { bold, italic, lines, paragraphs, pressed, rich } from "../rich.js";
import { announcementWords } from "./announcement-words.js";

const { count, people } = announcementWords;

const weights: Record<AnnouncementWeight, string> = { ordinary: "Biasa", emergency: "🚨 Darurat" };

/** "Senin, 8 Juli 2024 pukul 08.00 waktu setempat" */
const timeWords = (at: LocalTime) => {
  const { day, time } = partsOf(at);
  return `${longDay("id", day)} pukul ${bareTime("id", time)} waktu setempat`;
};

const files = ({ kind, count: n }: { kind: "photo" | "document"; count: number }) =>
  `📎 ${n} ${kind === "photo" ? "foto" : "berkas"}`;

const linkProblems: Record<LinkProblem, string> = {
  not_a_link: "Itu belum berupa alamat halaman.",
  not_https: "Alamatnya harus diawali https:// supaya aman dibuka.",
  with_password: "Alamat itu memuat nama pengguna atau kata sandi. Mohon kirim tanpa itu.",
  too_long: "Alamatnya terlalu panjang.",
};

const timeProblem = (problem: LocalTimeProblem, { from, until }: Hours["workingHours"]): string =>
  ({
    past: "Waktu itu sudah lewat.",
    rest_day: "Hari itu Minggu atau hari libur, jadi tidak ada yang dikirimi pesan.",
    at_night: `Pesan hanya dikirim pukul ${bareTime("id", from)} sampai ${bareTime("id", until)}.`,
  })[problem];

export const announcementDraft = {
  page: (data: DraftPage) =>
    paragraphs(
      lines(
        rich`📣 ${bold(data.changing === null ? "Draf pengumuman" : `Mengubah pengumuman ${data.changing}`)} · tersimpan ${(data.isOld ? shortDayAndTime : clockTime)("id", data.zone, data.keptAt)}`,
        italic(`“${data.opening}”`),
        data.files !== null && files(data.files),
        data.link !== null && rich`🔗 ${data.link.label} → ${data.link.host}`,
      ),
      lines(
        data.audience === null
          ? rich`Kepada: ${bold("belum dipilih")}`
          : rich`Kepada: ${bold(data.audience)} · ${bold(people(data.reachable))}`,
        rich`Kirim: ${bold(data.localTime === null ? "sekarang" : timeWords(data.localTime))}${data.localTime === null ? ", pada jam kerja penerima" : ""}`,
        data.emergency && rich`🚨 ${bold("Darurat")}`,
        data.asksRead && "👍 Penerima diminta menandai sudah membaca",
        rich`Panjang: ${count(data.length.written)} dari ${count(data.length.most)} huruf${
          data.length.longest > data.length.written ? ` (${count(data.length.longest)} dengan nama terpanjang)` : ""
        }`,
      ),
      data.problem === null
        ? data.audience === null && rich`Tekan ${pressed(announcementDraft.audience)} untuk memilih penerimanya.`
        : rich`⚠️ ${data.problem}`,
    ),
  sample: "👀 Contoh",
  samples: (n: number) => `👀 ${n} contoh`,
  content: "✏️ Isi",
  audience: "👥 Kepada",
  when: "🕗 Waktu",
  link: "🔗 Tombol",
  weight: "🚨 Darurat",
  /** Whether its receivers are asked to say that they have read it: pressed, it is the other way round. */
  read: (isAsked: boolean) => `${isAsked ? "☑️" : "⬜"} Sudah baca?`,
  send: (n: number) => `✅ Kirim ke ${people(n)}`,
  schedule: (n: number) => `✅ Jadwalkan: ${people(n)}`,
  propose: (n: number) => `✅ Ajukan untuk ${people(n)}`,
  change: "✅ Simpan perubahan",
  reallySend: (n: number) => `✅ Ya, kirim ke ${people(n)}`,
  reallyGo: "✅ Ya",
  /** They mended the message of which the draft was made. */
  editedMessage: () =>
    rich`Perubahan pada pesan lama tidak terbaca oleh saya, jadi draf pengumumannya tetap. Tekan ${pressed(announcementDraft.content)}, lalu kirim isi yang baru.`,
  toPage: "⬅️ Kembali",
  later: "💾 Lanjut nanti",
  discard: "🗑 Buang draf",
  entry: (opening: string, age: string) => `📝 ${age} · ${opening}`,

  ask: {
    label: "isi",
    content: () =>
      paragraphs(
        rich`Silakan kirim isi pengumumannya, Bapak/Ibu: tulisan, foto, berkas, atau album dengan keterangan. Huruf tebal, miring, dan tautan ikut terbawa.`,
        rich`Agar terasa pribadi, boleh memakai {nama}, {perpustakaan}, dan {kelas}. Contoh: ${italic("Bapak/Ibu {nama}, laporan ditunggu sampai Jumat.")}`,
      ),
    /** A file came alone: its words are asked for. */
    wordsFor: (alone: Parameters<typeof files>[0]) =>
      rich`${files(alone)} sudah saya simpan. Sekarang tulis isi pengumumannya, ya: sebagian peserta membaca tanpa gambar.`,
    other: (hasFile: boolean) =>
      paragraphs(
        hasFile
          ? rich`Kirim tulisan baru; foto atau berkasnya tetap ikut. Kirim foto atau berkas lain untuk menggantinya.`
          : rich`Kirim tulisan yang baru, atau foto/berkas untuk disertakan.`,
        rich`Yang bisa dipakai: {nama}, {perpustakaan}, dan {kelas}.`,
      ),
    withoutFile: "🗑 Tanpa berkas",
    onlyTextOrFile: () => rich`Mohon kirim berupa tulisan, foto, atau berkas.`,
    /** It came while something else was asked, and there is a file or a caption already. */
    notTaken: (kind: "photo" | "document") =>
      rich`${kind === "photo" ? "Foto" : "Berkas"} itu belum ikut. Supaya ikut terkirim: tekan ${pressed(announcementDraft.content)}, lalu kirim bersama tulisannya dalam satu pesan.`,
    taken: (kind: "photo" | "document") => rich`📎 ${kind === "photo" ? "Foto" : "Berkas"} ditambahkan ke pengumuman.`,
  },
  whenAsk: {
    label: "waktu",
    ask: (time: string) =>
      paragraphs(
        rich`Kapan dikirim? Tulis hari dan jamnya, misalnya ${bold(`Senin ${bareTime("id", time)}`)}.`,
        rich`Jam itu menurut ${bold("waktu setempat")}: pukul ${bareTime("id", time)} di WIT, WITA, dan WIB masing-masing.`,
      ),
    now: "⚡ Sekarang",
    preset: (day: Day, time: string) => `${shortDay("id", day)} ${bareTime("id", time)}`,
    time: (day: Day) => rich`Jam berapa pada ${bold(longDay("id", day))}? Menurut waktu setempat.`,
    whichDay: () => rich`Hari yang mana?`,
    unread: (time: string) =>
      rich`Waktunya belum bisa saya baca. Contoh: ${bold(`Senin ${bareTime("id", time)}`)} atau ${bold("8 Juli pukul 9")}`,
    problem: (problem: LocalTimeProblem, hours: Hours["workingHours"]) =>
      rich`${timeProblem(problem, hours)} Mohon pilih waktu lain.`,
    words: (at: LocalTime | null) => (at === null ? "sekarang" : timeWords(at)),
  },
  linkAsk: {
    label: "tombol",
    url: () =>
      paragraphs(
        rich`Tombol di bawah pengumuman membuka satu halaman. Kirim alamatnya, misalnya ${bold("https://perpusnas.go.id/jadwal")}.`,
      ),
    none: "Tanpa tombol",
    nameLabel: "tulisan tombol",
    name: (host: string) =>
      rich`Apa yang tertulis di tombol ke ${host}? Pendek saja, misalnya ${bold("Lihat jadwal")}.`,
    example: "Lihat jadwal",
    problem: (problem: LinkProblem) => rich`${linkProblems[problem]} Contoh: ${bold("https://perpusnas.go.id/jadwal")}`,
  },
  weightAsk: {
    label: "biasa/darurat",
    ask: () =>
      paragraphs(
        rich`Pengumuman ini biasa atau darurat?`,
        rich`Yang ${bold("darurat")} dikirim pada jam kerja terdekat, juga kepada yang hari ini sudah menerima pesan. Pilih ini hanya bila besok sudah terlambat.`,
      ),
    options: weights,
  },
  /** Of one that has left for everybody, or was stopped, while it was being changed. */
  changedMeanwhile: (by: string) =>
    rich`${bold(by)} baru saja mengubah pengumuman ini, jadi isian Bapak/Ibu belum disimpan. Bila isian di bawah ini yang berlaku, tekan simpan sekali lagi.`,
  tooLate: () =>
    rich`Pengumuman itu sudah terkirim ke semua zona atau dihentikan, jadi tidak bisa diubah lagi. Isian ini tetap tersimpan.`,
  unchanged: () => rich`Belum ada yang berubah.`,
};
