// Joining: consent, the questions of registration, the receipt.
import type { Day } from "../../domain/calendar.js";
import type { RichText } from "../../domain/message.js";
import type { ParticipantKind } from "../../domain/participant-kind.js";
import type { PlaceLevel } from "../../domain/place.js";
import type { Zone } from "../../domain/zone.js";
import { dayAndTime, daySpan, plainDay } from "../dates.js";
import { bold, italic, lines, paragraphs, rich } from "../rich.js";
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
      return rich`Berikutnya: ${next.title}, ${bold(dayAndTime("id", next.zone, next.startsAt))}. Agenda lengkap: /jadwal`;
    case "write_plans":
      return rich`Berikutnya: isi tiga rencana kerja lewat /rencana.`;
    case "report":
      return rich`Berikutnya: laporkan perkembangan rencana lewat /lapor.`;
  }
}

export const registration = {
  /** In the middle of a sentence. */
  about: "pendaftaran",
  kinds,
  placeLevels,
  unknownLink: () =>
    rich`Tautan itu sudah tidak berlaku, tetapi tidak apa-apa: Bapak/Ibu tetap bisa mendaftar di sini.`,
  alreadyIn: (className: string) => rich`Bapak/Ibu sudah terdaftar di kelas ${bold(className)}.`,

  phone: {
    label: "telepon",
    ask: () =>
      rich`Tekan tombol ${bold("Bagikan nomor saya")} di bawah. Bila nomor itu ada di daftar undangan, Bapak/Ibu tidak perlu mengetik apa-apa.`,
    share: "📱 Bagikan nomor saya",
    notYours: () =>
      rich`Itu nomor orang lain. Demi keamanan, hanya nomor milik Bapak/Ibu sendiri yang bisa dipakai: tekan tombol ${bold("Bagikan nomor saya")}.`,
    useButton: () => rich`Mohon tekan tombol ${bold("Bagikan nomor saya")}, atau ${bold("Lewati")}.`,
  },
  rosterRow: {
    label: "undangan",
    ask: () => rich`Nomor ini tercatat pada lebih dari satu undangan. Yang mana milik Bapak/Ibu?`,
    none: "Bukan semuanya",
  },
  name: {
    label: "nama",
    ask: () => rich`Siapa nama lengkap Bapak/Ibu?`,
    example: "Siti Rahmawati",
  },
  kind: { label: "jenis", ask: () => rich`Bapak/Ibu mewakili apa?` },
  place: {
    label: (level: PlaceLevel) => placeLabels[level],
    ask: (level: PlaceLevel, within: string | null) =>
      within === null
        ? rich`Di ${placeLevels[level]} mana? Pilih, atau ketik namanya.`
        : rich`Di ${placeLevels[level]} mana, di ${bold(within)}? Pilih, atau ketik namanya.`,
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
      rich`Belum ada kelas yang terbuka di ${bold(province)}. Silakan pilih provinsi tempat pelatihan.`,
  },
  libraryName: {
    label: "tempat tugas",
    ask: (kind: ParticipantKind) =>
      kind === "tbm" ? rich`Apa nama TBM Bapak/Ibu?` : rich`Apa nama perpustakaan Bapak/Ibu?`,
    usual: (village: string) => `Perpustakaan ${village}`,
    example: (kind: ParticipantKind) => (kind === "tbm" ? "TBM Pelita" : "Perpustakaan Cahaya Ilmu"),
  },
  officeName: (place: string) => `Dinas Perpustakaan ${place}`,
  summary: (data: RegistrationSummary) =>
    paragraphs(
      rich`Mohon periksa dulu, Bapak/Ibu:`,
      lines(
        rich`Nama: ${bold(data.name)}`,
        data.phone !== null && rich`Telepon: ${data.phone}`,
        rich`Asal: ${kinds[data.kind]}`,
        data.libraryName !== null && rich`Lembaga: ${bold(data.libraryName)}`,
        data.placeNames.length > 0 && rich`Tempat: ${data.placeNames.join(", ")}`,
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
  }) =>
    paragraphs(
      rich`Terima kasih, Bapak/Ibu sudah terdaftar 🎉`,
      lines(
        rich`Nomor peserta: ${bold(data.number)}`,
        data.libraryName !== null && rich`Lembaga: ${data.libraryName}`,
        rich`Kelas: ${bold(data.card.name)}, ${daySpan("id", data.card.startsOn, data.card.endsOn)}`,
        data.trainers.length > 0 && rich`Pelatih: ${data.trainers.join(" dan ")}`,
      ),
      data.plansDueOn !== null &&
        rich`Setelah pelatihan, tiga rencana kerja dilaksanakan sampai ${bold(plainDay("id", data.plansDueOn))}. Saya akan mengingatkan.`,
      data.next !== null && rich`👉 ${nextThing(data.next)}`,
      italic("Ketik /saya untuk melihat ini lagi."),
    ),
};
