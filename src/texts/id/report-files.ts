// Photos and documents: asked for in a report or a plan, or sent just after a receipt.

import { LARGEST_FILE_MB } from "../../domain/files/largest-file.js";
import type { PlanType } from "../../domain/plans/work-plan.js";
import type { EvidenceFault } from "../../domain/reports/evidence.js";
import { capital } from "../capital.js";
import { bold, paragraphs, pressed, rich } from "../rich.js";
import { common } from "./common.js";
import { planWords } from "./plan-words.js";

const { types } = planWords;

export interface FileCounts {
  photos: number;
  documents: number;
}

/** What fits beside the words of the button. */
const LONGEST_ON_BUTTON = 13;

/** "3 foto dan 1 dokumen" */
function fileCounts({ photos, documents }: FileCounts): string {
  if (documents === 0) return `${photos} foto`;
  return photos === 0 ? `${documents} dokumen` : `${photos} foto dan ${documents} dokumen`;
}

export const reportFiles = {
  count: (n: number) => `${n} berkas`,
  label: "foto/dokumen",
  ask: () =>
    paragraphs(
      rich`Ada foto atau dokumen kegiatannya? Kirim ke sini, boleh beberapa sekaligus.`,
      rich`Foto anak-anak hanya bila orang tuanya mengizinkan, ya.`,
    ),
  received: (counts: FileCounts) => rich`Terima kasih, ${fileCounts(counts)} diterima 📎`,
  more: () => rich`Kirim lagi bila masih ada, atau tekan ${pressed(common.done)}.`,
  /** They were still on their way when the question was answered. */
  late: (counts: FileCounts) =>
    rich`Yang menyusul sudah saya simpan di laporan ini juga: ${fileCounts(counts)} diterima 📎`,
  /** … when all was sent; `number`: of the report, null for a plan on paper. */
  cameLate: (number: string | null) =>
    number === null
      ? rich`Foto yang menyusul sudah saya simpan di rencana itu juga 📎`
      : rich`Foto yang menyusul sudah saya tambahkan ke laporan ${bold(number)} 📎`,
  notWhatTheySay: ({ files, type }: { files: number; type: PlanType }) =>
    rich`Maaf, ${files} berkas yang Bapak/Ibu kirim untuk ${bold(types[type])} ternyata bukan foto, PDF, Word, Excel, atau PowerPoint, jadi tidak bisa saya simpan. Bila perlu, mohon kirim lagi sebagai foto atau PDF.`,
  known: () => rich`Berkas itu sudah pernah dikirim, jadi tidak saya simpan dua kali.`,
  tooMany: (most: number) =>
    rich`Cukup ${most} berkas untuk satu laporan. Tekan ${pressed(common.done)} untuk melanjutkan.`,
  fault: (fault: EvidenceFault) =>
    fault === "too_large"
      ? rich`Berkas itu lebih besar dari ${LARGEST_FILE_MB} MB, jadi tidak bisa saya simpan. Mohon kirim yang lebih kecil, atau sebagai foto.`
      : rich`Jenis berkas itu belum bisa saya simpan. Yang bisa: foto, PDF, Word, Excel, atau PowerPoint.`,
  only: () => rich`Di langkah ini saya menunggu foto atau dokumen. Bila tidak ada, tekan tombol di bawah.`,
  instead: (what: "voice" | "video" | "sticker" | "location") =>
    ({
      voice: rich`Maaf, pesan suara belum bisa saya simpan. Mohon kirim foto atau dokumen, atau tekan tombol di bawah bila tidak ada. Ceritanya bisa ditulis nanti.`,
      video: rich`Maaf, video belum bisa saya simpan. Mohon kirim fotonya saja, satu atau dua sudah cukup.`,
      sticker: rich`Terima kasih stikernya 🙂 Di langkah ini saya menunggu foto atau dokumen. Bila tidak ada, tekan tombol di bawah.`,
      location: rich`Lokasi tidak perlu dikirim. Di langkah ini saya menunggu foto atau dokumen. Bila tidak ada, tekan tombol di bawah.`,
    })[what],
};

/** Files that come just after a receipt. */
export const addFiles = {
  about: (number: string) => `foto untuk laporan ${number}`,
  ask: ({
    number,
    type,
    isReviewed,
    ...counts
  }: FileCounts & { number: string; type: PlanType; isReviewed: boolean }) =>
    paragraphs(
      rich`${fileCounts(counts)} diterima 📎`,
      isReviewed && rich`Laporan ini sudah diperiksa pelatih. Tambahannya akan terlihat sebagai perubahan.`,
      rich`Ditambahkan ke laporan ${bold(number)} (${types[type]})?`,
    ),
  yes: (number: string) => (number.length <= LONGEST_ON_BUTTON ? `Ya, tambahkan ke ${number}` : "Ya, tambahkan"),
  /** The question has changed since, and what was sent is no longer with it. */
  sendAgain: (number: string) => rich`Mohon kirim lagi foto untuk laporan ${bold(number)}, ya.`,
  added: ({ number, ...counts }: FileCounts & { number: string }) =>
    rich`${capital(fileCounts(counts))} sudah saya tambahkan ke laporan ${bold(number)}. Terima kasih 🙏`,
  declined: () => rich`Baik, tidak saya simpan. Bila untuk rencana lain, kirim lewat laporannya, ya.`,
};
