// Joining: consent, the questions of registration, the receipt.

import type { RichText } from "../../domain/messages/message.js";
import type { ParticipantKind } from "../../domain/people/participant-kind.js";
import type { PlaceLevel, VillageKind } from "../../domain/places/place.js";
import type { Day } from "../../domain/time/calendar.js";
import type { Zone } from "../../domain/time/zone.js";
import { capital } from "../capital.js";
import { dayAndTime, daySpan, plainDay } from "../dates.js";
import { listed } from "../lists.js";
import { bold, italic, lines, paragraphs, pressed, rich } from "../rich.js";
import { common } from "./common.js";

export interface ClassCard {
  name: string;
  venue: string;
  startsOn: Day;
  endsOn: Day;
}

export interface RegistrationSummary {
  name: string;
  phone: string | null;
  kind: ParticipantKind;
  libraryName: string | null;
  placeNames: string[];
  className: string;
}

/** What somebody who is registered does next. */
export type NextThing =
  | { kind: "session"; title: string; startsAt: Date; zone: Zone }
  | { kind: "write_plans" }
  | { kind: "report" };

const kinds: Record<ParticipantKind, string> = {
  desa: "Perpustakaan desa",
  kelurahan: "Perpustakaan kelurahan",
  tbm: "Taman Bacaan Masyarakat (TBM)",
  regency_office: "Dinas kabupaten/kota",
  province_office: "Dinas provinsi",
};

const placeLevels: Record<PlaceLevel, string> = {
  province: "provinsi",
  regency: "kabupaten/kota",
  district: "kecamatan",
  village: "desa/kelurahan",
};

/** On the button that changes it. */
const placeLabels: Record<PlaceLevel, string> = {
  ...placeLevels,
  regency: "kab./kota",
  village: "desa",
};

function nextThing(next: NextThing): RichText {
  switch (next.kind) {
    case "session":
      return rich`Berikutnya: ${next.title}, ${bold(dayAndTime("id", next.zone, next.startsAt))}. Jadwal lengkap: tekan ${bold("Jadwal")}.`;
    case "write_plans":
      return rich`Berikutnya: tekan ${bold("Rencana")} di bawah untuk mengisi tiga rencana kerja.`;
    case "report":
      return rich`Berikutnya: tekan ${bold("Lapor")} di bawah untuk melaporkan perkembangan rencana.`;
  }
}

const share = "📱 Bagikan nomor saya";

export const registration = {
  /** In the middle of a sentence. */
  about: "pendaftaran",
  kinds,
  placeLevels,
  unknownLink: () =>
    rich`Tautan itu sudah tidak berlaku, tetapi tidak apa-apa: Bapak/Ibu tetap bisa mendaftar di sini.`,
  fillIn: "▶️ Isi pendaftaran",
  finishFirst: () =>
    rich`Pendaftaran Bapak/Ibu belum selesai. Mohon selesaikan dulu; sesudah itu menu ini bisa langsung dipakai.`,
  alreadyIn: (className: string) => rich`Bapak/Ibu sudah terdaftar di kelas ${bold(className)}.`,

  phone: {
    label: "telepon",
    ask: () =>
      paragraphs(
        rich`Supaya cepat, tekan ${pressed(share)} di bagian paling bawah layar. Bila nomornya ada di daftar undangan, tidak ada yang perlu diketik.`,
        rich`Tidak berkenan juga boleh: tekan ${pressed(common.skip)}.`,
      ),
    share,
    notYours: () => rich`Nomor yang terkirim bukan nomor akun ini. Mohon tekan tombol ${pressed(share)}.`,
    useButton: () => rich`Mohon tekan tombol ${pressed(share)}, atau ${pressed(common.skip)}.`,
  },
  rosterRow: {
    label: "undangan",
    ask: () => rich`Nomor ini tercatat pada lebih dari satu undangan. Yang mana milik Bapak/Ibu?`,
    none: "Tidak ada yang cocok",
  },
  name: {
    label: "nama",
    ask: () => rich`Siapa nama lengkap Bapak/Ibu?`,
    example: "Siti Rahmawati",
  },
  kind: { label: "jenis", ask: () => rich`Bapak/Ibu bertugas di mana?` },
  place: {
    label: (level: PlaceLevel) => placeLabels[level],
    ask: (level: PlaceLevel, within: string | null) =>
      within === null
        ? rich`${capital(placeLevels[level])} mana? Pilih, atau tulis namanya.`
        : rich`${capital(placeLevels[level])} mana di ${bold(within)}? Pilih, atau tulis namanya.`,
    found: (typed: string) => rich`Yang mirip dengan “${typed}”:`,
    notFound: (typed: string) =>
      rich`Saya tidak menemukan “${typed}” di sini. Periksa ejaannya, atau pilih dari daftar.`,
    all: "Lihat semua",
  },
  classClosed: () => rich`Maaf, kelas itu sudah ditutup. Silakan pilih kelas lain, atau tanyakan kepada panitia.`,
  trainingClass: {
    label: "kelas",
    ask: () => rich`Kelas mana yang Bapak/Ibu ikuti?`,
    none: (province: string) =>
      rich`Belum ada kelas di ${bold(province)}. Tekan ${pressed(common.back)}, lalu pilih provinsi tempat Bapak/Ibu mengikuti pelatihan.`,
  },
  libraryName: {
    label: "tempat tugas",
    ask: (kind: ParticipantKind) =>
      kind === "tbm" ? rich`Apa nama TBM Bapak/Ibu?` : rich`Apa nama perpustakaan Bapak/Ibu?`,
    usual: (kind: VillageKind, village: string) =>
      `Perpustakaan ${{ desa: "Desa ", kelurahan: "Kelurahan ", other: "" }[kind]}${village}`,
    example: (kind: ParticipantKind) => (kind === "tbm" ? "TBM Pelita" : "Perpustakaan Cahaya Ilmu"),
  },
  officeName: (place: string) => `Dinas Perpustakaan ${place}`,
  summary: (data: RegistrationSummary) =>
    paragraphs(
      rich`Mohon periksa dulu, Bapak/Ibu:`,
      lines(
        rich`Nama: ${bold(data.name)}`,
        data.phone !== null && rich`Telepon: ${data.phone}`,
        rich`Jenis: ${kinds[data.kind]}`,
        data.libraryName !== null && rich`Tempat tugas: ${bold(data.libraryName)}`,
        data.placeNames.length > 0 && rich`Lokasi: ${data.placeNames.join(", ")}`,
        rich`Kelas: ${bold(data.className)}`,
      ),
      common.isRight(),
    ),
  confirm: "✅ Benar, daftarkan",
  receipt: (data: {
    number: string;
    libraryName: string | null;
    card: ClassCard;
    trainers: string[];
    plansDueOn: Day | null;
    next: NextThing | null;
    /** Where they are not let into their library (yet). */
    note: RichText | null;
  }) =>
    paragraphs(
      rich`Terima kasih, Bapak/Ibu sudah terdaftar 🎉`,
      lines(
        rich`Nomor peserta: ${bold(data.number)}`,
        data.libraryName !== null && rich`Tempat tugas: ${data.libraryName}`,
        rich`Kelas: ${bold(data.card.name)}, ${daySpan("id", data.card.startsOn, data.card.endsOn)}`,
        data.trainers.length > 0 && rich`Pelatih: ${listed("id", data.trainers)}`,
      ),
      data.plansDueOn !== null &&
        rich`Batas waktu tiga rencana kerja: ${bold(plainDay("id", data.plansDueOn))}. Nanti saya ingatkan.`,
      data.note !== null && data.note,
      data.next !== null && rich`👉 ${nextThing(data.next)}`,
      italic("Ketik /saya untuk melihat ini lagi."),
    ),
};
