// Announcements: composing one, what it will come to, its approval.
import type {
  AnnouncementVariable,
  AnnouncementWeight,
  AudienceRole,
  PlanFilter,
  SkipCause,
} from "../../domain/announcements/announcement.js";
import { fitLabel } from "../../domain/messages/button-label.js";
import type { RichText } from "../../domain/messages/message.js";
import type { Zone } from "../../domain/time/zone.js";
import { dayAndTime } from "../dates.js";
import type { AnnouncementSummary } from "../layouts/announcement-views.js";
import { listed } from "../lists.js";
import { bold, bullets, italic, lines, paragraphs, pressed, rich } from "../rich.js";
import { announcementAfterwards } from "./announcement-afterwards.js";
import { announcementWords } from "./announcement-words.js";
import { common } from "./common.js";

const { count, people, ledger } = announcementWords;

const longestWords: Record<AnnouncementVariable, string> = {
  nama: "nama terpanjang",
  perpustakaan: "nama perpustakaan terpanjang",
  kelas: "nama kelas terpanjang",
};

const roles: Record<AudienceRole, string> = {
  participants: "Peserta",
  trainers: "Pelatih",
  everyone: "Peserta dan pelatih",
};

const plans: Record<PlanFilter, string> = {
  any: "Semua peserta",
  overdue: "Rencananya terlambat",
  unwritten: "Rencananya belum diisi",
};

const weights: Record<AnnouncementWeight, string> = { ordinary: "Biasa", emergency: "🚨 Darurat" };

const questions: Record<AnnouncementSummary["decision"], RichText> = {
  send: rich`Kirim pengumuman ini?`,
  propose: rich`Karena penerimanya sangat banyak, admin lain perlu menyetujui isinya dulu. Ajukan pengumuman ini?`,
  approve: rich`Setujui dan kirim pengumuman ini?`,
};

export const announcement = {
  about: "pengumuman",
  aboutFile: "daftar penerima pengumuman",
  menu: "📣 Pengumuman",
  list: () => rich`Pengumuman terakhir. Tekan salah satu untuk melihat kabarnya, atau buat yang baru.`,
  create: "✍️ Buat baru",
  listEntry: (day: string, opening: string) => fitLabel(opening, undefined, { before: `${day} · ` }),

  content: {
    label: "isi",
    ask: () =>
      paragraphs(
        rich`Silakan kirim isi pengumumannya, Bapak/Ibu: tulisan, atau satu foto/berkas dengan keterangan. Huruf tebal, miring, dan tautan ikut terbawa.`,
        rich`Agar terasa pribadi, boleh memakai {nama}, {perpustakaan}, dan {kelas}. Contoh: ${italic("Bapak/Ibu {nama}, laporan ditunggu sampai Jumat.")}`,
      ),
    onlyTextOrFile: () => rich`Mohon kirim berupa tulisan, atau satu foto/berkas dengan keterangan.`,
    noAlbum: () => rich`Baru satu foto yang bisa disertakan. Mohon kirim satu foto saja, dengan keterangannya.`,
    /** It came at a later question. */
    notTaken: (kind: "photo" | "document") =>
      rich`${kind === "photo" ? "Foto" : "Berkas"} itu belum ikut. Supaya ikut terkirim: sesudah pertanyaan ini dan sebelum mengirim, tekan ${pressed(common.change(announcement.content.label))}, lalu kirim bersama tulisannya dalam satu pesan.`,
  },
  scope: {
    label: "wilayah",
    ask: () => rich`Untuk wilayah mana?`,
    country: "Seluruh Indonesia",
    all: (regions: string) => `Semua di ${regions}`,
    province: "Satu provinsi",
    trainingClass: "Satu kelas",
  },
  province: { label: "provinsi", ask: () => rich`Provinsi yang mana?` },
  trainingClass: {
    label: "kelas",
    ask: () => rich`Kelas yang mana?`,
    option: (name: string, day: string) => fitLabel(name, undefined, { behind: ` · ${day}` }),
  },
  role: { label: "penerima", ask: () => rich`Siapa yang menerima?`, options: roles },
  plans: { label: "peserta", ask: () => rich`Peserta yang mana?`, options: plans },
  weight: {
    label: "biasa/darurat",
    ask: () =>
      paragraphs(
        rich`Pengumuman ini biasa atau darurat?`,
        rich`Yang ${bold("darurat")} dikirim pada jam kerja terdekat, juga kepada yang hari ini sudah menerima pesan. Pilih ini hanya bila besok sudah terlambat.`,
      ),
    options: weights,
  },
  audience: (role: AudienceRole, place: string, filter: PlanFilter) =>
    filter === "any" ? `${roles[role]} · ${place}` : `${roles[role]} · ${place} · ${plans[filter].toLowerCase()}`,

  problems: {
    empty: () => rich`Isinya masih kosong. Silakan tulis pengumumannya.`,
    wordless: () =>
      rich`Mohon kirim sekali lagi dengan keterangan yang memuat isinya: sebagian peserta membaca tanpa gambar.`,
    too_long: ({ most, over }: { most: number; over: number }) =>
      rich`${bold(`${count(over)} huruf terlalu panjang`)}: paling banyak ${count(most)} huruf. Mohon ringkas isinya.`,
    too_long_filled: (fault: { most: number; over: number; variable: AnnouncementVariable; longest: number }) =>
      rich`${bold(`${count(fault.over)} huruf terlalu panjang`)}: ${longestWords[fault.variable]} ${count(fault.longest)} huruf, dan seluruhnya paling banyak ${count(fault.most)} huruf. Mohon ringkas isinya.`,
    unknown_variable: (written: string) =>
      rich`Saya tidak mengenal ${bold(written)}. Yang bisa dipakai: {nama}, {perpustakaan}, dan {kelas}. Mohon kirim ulang isinya.`,
    missing_words: (variable: string, n: number, example: string | null) =>
      example === null
        ? rich`${people(n)} tidak punya ${bold(`{${variable}}`)}. Mohon hapus dari isinya, atau ubah penerimanya.`
        : rich`${people(n)} tidak punya ${bold(`{${variable}}`)}, misalnya ${example}. Mohon hapus dari isinya, atau ubah penerimanya.`,
    no_approver: (above: number) =>
      rich`Untuk lebih dari ${people(above)}, admin lain dengan wilayah yang sama perlu menyetujui, tetapi belum ada. Mohon persempit penerimanya, atau minta admin lain ditambahkan.`,
    approvers_unreachable: (above: number, names: string[]) =>
      rich`Untuk lebih dari ${people(above)}, admin lain perlu menyetujui, tetapi ${listed("id", names)} sedang tidak bisa dihubungi lewat bot ini. Mohon hubungi langsung supaya membuka bot ini lagi, atau persempit penerimanya.`,
    nobody: () => rich`Belum ada yang bisa menerima pengumuman ini. Mohon ubah penerimanya.`,
    same_just_published: (author: string) =>
      rich`Pengumuman yang sama persis baru saja dikirim oleh ${author}, jadi yang ini tidak dikirim lagi. Lihat di /pengumuman.`,
  },

  duration: (seconds: number) => (seconds < 60 ? "kurang dari 1 menit" : `sekitar ${Math.ceil(seconds / 60)} menit`),
  summary: (data: AnnouncementSummary) => {
    const unreached = (Object.entries(data.skipped) as [SkipCause, number][]).filter(([, n]) => n > 0);
    const total = unreached.reduce((sum, [, n]) => sum + n, 0);
    return paragraphs(
      data.problem ??
        (data.samples > 1
          ? rich`Di atas: ${data.samples} contoh pesan, persis seperti yang akan diterima, mulai dari nama terpanjang.`
          : rich`Di atas: pesannya, persis seperti yang akan diterima.`),
      rich`Untuk: ${bold(data.audience)}`,
      lines(
        rich`✅ Menerima: ${bold(people(data.reachable))}`,
        ...data.zones.map(({ label, zone, count: n, waitsUntil }) =>
          waitsUntil === null
            ? rich`• ${label}: ${people(n)}, langsung`
            : rich`• ${label}: ${people(n)}, mulai ${dayAndTime("id", zone, waitsUntil)}`,
        ),
      ),
      total > 0 &&
        lines(
          rich`⛔ Tidak terjangkau: ${people(total)}`,
          bullets(unreached.map(([cause, n]) => `${ledger[cause]}: ${count(n)}`)),
        ),
      data.reachable > 0 && rich`⏱ Lama: ${announcement.duration(data.seconds)}`,
      data.emergency &&
        rich`🚨 ${bold("Darurat")}: dikirim juga kepada yang sudah cukup menerima pesan hari ini atau pekan ini.`,
      data.withoutRoom !== null &&
        data.withoutRoom > 0 &&
        rich`Yang sudah cukup menerima pesan hari ini atau pekan ini (${people(data.withoutRoom)}) mendapat giliran pada hari kerja sesudahnya.`,
      data.problem === null && questions[data.decision],
    );
  },
  confirm: (n: number) => `✅ Kirim ke ${people(n)}`,

  propose: (n: number) => `✅ Ajukan untuk ${people(n)}`,
  approval: {
    request: (author: string, n: number, emergency: boolean) =>
      rich`${bold(author)} mengajukan pengumuman${emergency ? " darurat" : ""} untuk ${people(n)}. Mohon periksa isinya, Bapak/Ibu. Pengumuman baru dikirim setelah disetujui, paling lambat dalam 24 jam.`,
    review: "Periksa",
    approve: "✅ Setujui dan kirim",
    reject: "Tolak",
    open: "Lihat pengumuman",
    withdraw: "Tarik kembali",
    /** `from`: when the first of them is written to; null: now. */
    approved: (id: number, by: string, from: { at: Date; zone: Zone } | null) =>
      from === null
        ? rich`Pengumuman ${id} disetujui ${by} dan sedang dikirim.`
        : rich`Pengumuman ${id} disetujui ${by}. Dikirim mulai ${dayAndTime("id", from.zone, from.at)}, pada jam kerja penerima.`,
    refused: (id: number, by: string) =>
      rich`Pengumuman ${id} ditolak ${by}, jadi tidak dikirim. Silakan buat yang baru bila perlu.`,
    rejected: () => rich`Baik, pengumuman itu tidak dikirim. Pembuatnya sudah diberi tahu.`,
    own: () => rich`Pengumuman sendiri perlu disetujui oleh admin lain.`,
    decidedBefore: () => rich`Pengumuman itu sudah diputuskan sebelumnya.`,
    expired: () => rich`Pengajuan itu sudah lebih dari 24 jam, jadi tidak berlaku lagi. Mohon diajukan ulang.`,
  },

  ...announcementAfterwards,
};
