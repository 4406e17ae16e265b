// Whose library it is: who waits to be let in, the trainer's yes or no, and what becomes of entries.
import type { PlanType } from "../../domain/plans/work-plan.js";
import type { Zone } from "../../domain/time/zone.js";
import { dayAndTime } from "../dates.js";
import { digits } from "../digits.js";
import { shortened } from "../layouts/classes/session-words.js";
import { listed } from "../lists.js";
import { bold, bullets, italic, lines, paragraphs, pressed, rich } from "../rich.js";
import { planWords } from "./plan-words.js";

export interface AdmissionRequest {
  name: string;
  /** Shared, and vouched for by Telegram; yet not on the list. */
  hasPhone: boolean;
  library: string;
  className: string;
  managers: string[];
  entries: { plans: number; reports: number };
  waitsSince: { at: Date; zone: Zone };
  /** unanswered: no trainer answered, so the province is asked · begun: nobody was there, so they have begun. */
  why: "asked" | "unanswered" | "begun";
}

export interface PlanWordsApart {
  type: PlanType;
  activity: string | null;
}

const MOST_NAMES = 3;

const some = (names: string[]) =>
  names.length > MOST_NAMES
    ? `${names.slice(0, MOST_NAMES).join(", ")}, dan ${names.length - MOST_NAMES} orang lagi`
    : listed(
        "id",
        names.map((name) => `${name}`),
      );

const counted = ({ plans, reports }: { plans: number; reports: number }) =>
  listed("id", [...(plans > 0 ? [`${plans} rencana`] : []), ...(reports > 0 ? [`${reports} laporan`] : [])]);

/** What went out of a library with somebody, and what stays there. */
export interface PartedWords {
  plans: number;
  reports: number;
  stays: PlanType[];
}

const typesIn = (types: PlanType[]) =>
  listed(
    "id",
    types.map((type) => planWords.types[type]),
  );

const partedLines = ({ plans, reports, stays }: PartedWords) =>
  plans + reports + stays.length > 0 &&
  paragraphs(
    plans + reports > 0 &&
      rich`Isiannya (${counted({ plans, reports })}) keluar dari perpustakaan dan disimpan terpisah.`,
    stays.length > 0 && rich`Yang sudah dilanjutkan rekan tetap di perpustakaan: ${typesIn(stays)}.`,
  );

const undoYes = "↩️ Batalkan, tolak";
const samePersonUndo = "↩️ Batalkan, bukan dia";

export const admission = {
  yes: "✅ Ya, terima",
  no: "Tidak",
  request: (asks: AdmissionRequest) =>
    paragraphs(
      asks.why === "unanswered" &&
        italic(`Belum dijawab pelatih sejak ${dayAndTime("id", asks.waitsSince.zone, asks.waitsSince.at)}.`),
      rich`${bold(shortened(asks.name, 60))} mendaftar di kelas ${bold(asks.className)} untuk ${bold(shortened(asks.library, 60))}. ${asks.hasPhone ? "Nomornya tidak ada di daftar undangan." : "Nomornya tidak dibagikan."}`,
      asks.managers.length > 0 && rich`Perpustakaan ini sudah diisi oleh ${some(asks.managers)}.`,
      asks.entries.plans + asks.entries.reports > 0 &&
        rich`Isiannya sementara disimpan terpisah: ${counted(asks.entries)}.`,
      asks.why === "begun" && rich`Perpustakaan itu belum diisi siapa pun, jadi ia sudah bisa mulai mengisi.`,
      rich`Apakah benar ia mengelola perpustakaan itu?`,
    ),
  colleagueWaits: ({ name, library }: { name: string; library: string }) =>
    rich`Bapak/Ibu, ${bold(shortened(name, 60))} mendaftar untuk ${bold(shortened(library, 60))} juga. Pelatih akan memastikan dulu; sampai saat itu isian perpustakaan tidak terlihat olehnya.`,
  colleagueJoined: ({ name, library }: { name: string; library: string }) =>
    rich`Kabar untuk Bapak/Ibu: ${bold(shortened(name, 60))} sekarang ikut mengisi rencana dan laporan ${bold(shortened(library, 60))}.`,
  colleagueLeft: ({ name, library, ...parted }: { name: string; library: string } & PartedWords) =>
    paragraphs(
      rich`Kabar untuk Bapak/Ibu: ${bold(shortened(name, 60))} tidak lagi ikut mengisi rencana dan laporan ${bold(shortened(library, 60))}.`,
      partedLines(parted),
    ),
  invitedJoined: ({ name, library, managers }: { name: string; library: string; managers: string[] }) =>
    rich`${bold(shortened(name, 60))} bergabung di ${bold(shortened(library, 60))} sesuai undangan, bersama ${some(managers)}.`,
  nowWaits: (library: string) =>
    paragraphs(
      rich`Bapak/Ibu, orang lain sudah diterima untuk ${bold(shortened(library, 60))}. Supaya isian tidak tertukar, pelatih kami minta memastikan siapa saja pengelolanya.`,
      rich`Isian Bapak/Ibu tetap tersimpan dan bisa dilanjutkan. Sesudah pelatih setuju, isian itu menjadi milik perpustakaan.`,
    ),
  /** Above the plans of somebody who waits, and below their receipt. */
  waits: () =>
    rich`⏳ Menunggu pelatih memastikan bahwa Bapak/Ibu mengelola perpustakaan ini. Sementara itu silakan mengisi: isian baru terlihat oleh Bapak/Ibu sendiri.`,
  refused: () =>
    rich`Menurut pelatih, Bapak/Ibu bukan pengelola perpustakaan ini. Bila keliru, mohon hubungi pelatih lewat /tanya.`,
  admitted: ({
    library,
    plans,
    reports,
    apart,
  }: {
    library: string;
    plans: number;
    reports: number;
    apart: PlanType[];
  }) =>
    paragraphs(
      rich`Pelatih sudah memastikan: Bapak/Ibu sekarang ikut mengisi rencana dan laporan ${bold(shortened(library, 60))} ✅`,
      plans + reports > 0 && rich`Isian Bapak/Ibu sudah menjadi milik perpustakaan: ${counted({ plans, reports })}.`,
      apart.length > 0 &&
        rich`Rencana ${typesIn(apart)} sudah diisi rekan, jadi isian Bapak/Ibu belum dipakai. Tekan tombolnya untuk membandingkan.`,
    ),
  compare: (type: PlanType) => `Bandingkan ${planWords.types[type]}`.slice(0, 30),
  turnedAway: ({ library, trainers, stays }: { library: string; trainers: string[]; stays: PlanType[] }) =>
    paragraphs(
      rich`Mohon maaf, Bapak/Ibu. Pelatih belum bisa memastikan bahwa Bapak/Ibu mengelola ${bold(shortened(library, 60))}, jadi isian perpustakaan itu tidak dibuka di sini.`,
      trainers.length > 0
        ? rich`Bila ini keliru, mohon tanyakan kepada ${some(trainers)} dengan tombol di bawah. Isian Bapak/Ibu tetap tersimpan.`
        : rich`Bila ini keliru, mohon tanyakan dengan tombol di bawah. Isian Bapak/Ibu tetap tersimpan.`,
      stays.length > 0 && rich`Yang sudah dilanjutkan rekan menjadi milik perpustakaan: ${typesIn(stays)}.`,
    ),
  compared: ({ own, ofLibrary }: { own: PlanWordsApart; ofLibrary: PlanWordsApart }) =>
    paragraphs(
      rich`Rencana ${bold(planWords.types[own.type])}`,
      lines(bold("Sekarang di perpustakaan:"), shortened(ofLibrary.activity ?? "–", 180)),
      lines(bold("Isian Bapak/Ibu:"), shortened(own.activity ?? "–", 180)),
      rich`Pakai isian Bapak/Ibu sebagai gantinya? Laporan yang sudah ada tetap tersimpan.`,
    ),
  adopt: "Ya, pakai isian saya",
  keepTheirs: "Biarkan seperti sekarang",
  adopted: (type: PlanType) => rich`Baik, rencana ${bold(planWords.types[type])} sekarang memakai isian Bapak/Ibu.`,
  notThere: () => rich`Isian itu sudah tidak ada. Silakan pilih dari menu di bawah.`,

  menu: (count: number) => `⏳ Menunggu izin (${digits.id(count)})`,
  menuOf: (className: string, count: number) => `⏳ ${className} (${digits.id(count)})`,
  toList: "👤 Izin bergabung",
  list: ({
    className,
    waiting,
    begun,
    refused,
  }: {
    className: string;
    waiting: number;
    begun: number;
    refused: number;
  }) =>
    waiting + begun + refused === 0
      ? rich`Tidak ada yang menunggu izin di kelas ${bold(className)}.`
      : paragraphs(
          rich`Mendaftar di kelas ${bold(className)} tanpa nomor dari daftar undangan:`,
          bullets([
            ...(waiting > 0 ? [`⏳ ${waiting} menunggu izin, karena perpustakaannya sudah diisi orang lain`] : []),
            ...(begun > 0 ? [`▫️ ${begun} sudah mengisi untuk perpustakaan yang belum diisi siapa pun`] : []),
            ...(refused > 0 ? [`🚫 ${refused} ditolak`] : []),
          ]),
          rich`Pilih nama untuk melihat dan memutuskan.`,
        ),
  entry: (name: string, admission: "waiting" | "begun" | "refused" | "admitted") =>
    `${{ waiting: "⏳", begun: "▫️", refused: "🚫", admitted: "✅" }[admission]} ${shortened(name, 26)}`,
  about: (name: string, library: string) => rich`${bold(shortened(name, 60))}, ${bold(shortened(library, 60))}.`,
  standing: {
    admitted: () => rich`Sudah diterima.`,
    begun: () => rich`Mengisi untuk perpustakaan yang belum diisi orang lain.`,
    waiting: () => rich`Menunggu izin.`,
    refused: () => rich`Ditolak.`,
  },
  decidedBy: (admission: "admitted" | "refused", name: string) =>
    admission === "admitted"
      ? rich`Sudah diterima oleh ${bold(shortened(name, 60))}.`
      : rich`Ditolak oleh ${bold(shortened(name, 60))}.`,
  said: {
    yes: ({ name, library, plans }: { name: string; library: string; plans: number }) =>
      rich`${bold(shortened(name, 60))} sekarang ikut mengisi untuk ${bold(shortened(library, 60))}.${plans > 0 ? ` ${plans} rencana dari isiannya dipakai.` : ""} Sudah saya kabarkan kepadanya.`,
    no: ({ name, library, parted }: { name: string; library: string; parted: PartedWords | null }) =>
      paragraphs(
        rich`${bold(shortened(name, 60))} tidak diterima untuk ${bold(shortened(library, 60))}. Sudah saya kabarkan kepadanya dengan baik-baik, beserta kepada siapa ia bisa bertanya.`,
        parted !== null && partedLines(parted),
      ),
    invited: (name: string) =>
      rich`Nomor ${bold(shortened(name, 60))} ada di daftar undangan kelas ini, jadi tidak bisa ditolak di sini. Bila undangannya keliru, mohon hubungi panitia.`,
  },
  undoYes,
  undoNo: "↩️ Batalkan, terima",
  back: "⬅️ Daftar izin",
  gone: () => rich`Pendaftaran itu sudah tidak ada.`,

  /** Somebody joined by hand, and the roster plainly has them. */
  same: {
    ask: ({ name, onRoster, library, className }: Record<"name" | "onRoster" | "library" | "className", string>) =>
      paragraphs(
        rich`${bold(shortened(name, 60))} mendaftar di kelas ${bold(className)} untuk ${bold(shortened(library, 60))} tanpa nomor dari daftar undangan.`,
        rich`Di daftar undangan ada ${bold(shortened(onRoster, 60))} dari desa/kelurahan yang sama. Apakah mereka orang yang sama?`,
      ),
    yes: "✅ Ya, orang yang sama",
    no: "Bukan",
    linked: (name: string, onRoster: string) =>
      rich`Baik, ${bold(shortened(name, 60))} adalah ${bold(shortened(onRoster, 60))} di daftar undangan, dan sekarang tercatat sudah bergabung.`,
    apart: (name: string, onRoster: string) =>
      rich`Baik, ${bold(shortened(name, 60))} bukan ${bold(shortened(onRoster, 60))} di daftar undangan. Undangan itu tetap tercatat belum bergabung.`,
    /** A no, after a yes that the one who says no may not have seen. */
    isLinked: (name: string, onRoster: string) =>
      rich`Oleh seorang pelatih, ${bold(shortened(name, 60))} sudah dicatat sebagai ${bold(shortened(onRoster, 60))} di daftar undangan. Bila keliru, tekan ${pressed(samePersonUndo)}.`,
    /** Below the taking apart: their place in the library is another matter. */
    stillIn: (name: string, library: string) =>
      rich`${bold(shortened(name, 60))} tetap ikut mengisi untuk ${bold(shortened(library, 60))}. Bila itu juga keliru, tekan ${pressed(undoYes)}.`,
    taken: () => rich`Undangan itu sudah dipakai peserta lain.`,
    toPerson: "👤 Lihat pendaftarannya",
    undo: samePersonUndo,
  },

  link: {
    menu: "🔗 Atur tautan",
    page: ({ name, isClosed }: { name: string; isClosed: boolean }) =>
      paragraphs(
        rich`Tautan kelas ${bold(name)} ${isClosed ? "sedang ditutup: tidak ada yang bisa mendaftar dengannya." : "sedang terbuka."}`,
        rich`Bila tautan tersebar ke orang lain, buat tautan baru: yang lama langsung tidak berlaku.`,
      ),
    close: "Tutup tautan",
    renew: "Buat tautan baru",
    sure: {
      close: (name: string) =>
        rich`Tutup tautan kelas ${bold(name)}? Sesudah itu tidak ada yang bisa mendaftar dengannya sampai dibuat tautan baru.`,
      renew: (name: string) =>
        rich`Buat tautan baru untuk kelas ${bold(name)}? Tautan dan kode QR yang lama langsung tidak berlaku.`,
    },
    confirm: { close: "Ya, tutup tautan", renew: "Ya, buat yang baru" },
    keep: "Tidak jadi",
    closed: (name: string) => rich`Tautan kelas ${bold(name)} sudah ditutup.`,
    renewed: (name: string, link: string) =>
      paragraphs(rich`Tautan baru kelas ${bold(name)} sudah berlaku. Yang lama tidak berlaku lagi:`, link),
    changed: () => rich`Tautan itu baru saja diubah. Ini yang terbaru:`,
    /** To somebody who opens a closed link, or one that was replaced. */
    ask: ({ className, trainers }: { className: string; trainers: string[] }) =>
      trainers.length > 0
        ? rich`Maaf, tautan kelas ${bold(className)} itu sudah ditutup. Mohon minta tautan yang baru kepada pelatih: ${some(trainers)}.`
        : rich`Maaf, tautan kelas ${bold(className)} itu sudah ditutup. Mohon minta tautan yang baru kepada panitia pelatihan.`,
  },
};
