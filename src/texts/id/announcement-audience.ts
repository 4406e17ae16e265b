// Whom an announcement is for: choosing them, and saying who was chosen.
import type { AudienceList, AudienceRole, JoinedFilter, PlanFilter } from "../../domain/announcements/audience.js";
import { fitLabel } from "../../domain/messages/button-label.js";
import type { ParticipantKind } from "../../domain/people/participant-kind.js";
import type { AudienceView } from "../layouts/announcements/announcement-draft.js";
import { bold, italic, lines, paragraphs, pressed, rich } from "../rich.js";
import { announcementWords } from "./announcement-words.js";

const { count, people } = announcementWords;

const roles: Record<AudienceRole, string> = {
  participants: "Peserta",
  trainers: "Pelatih",
  everyone: "Peserta dan pelatih",
};

const plans: Record<PlanFilter, string> = {
  any: "Semua peserta",
  unwritten: "Rencananya belum diisi",
  unreported: "Belum melapor",
  overdue: "Rencananya terlambat",
  done: "Rencananya selesai",
};

const joined: Record<JoinedFilter, string> = {
  any: "Sudah atau belum",
  joined: "Sudah bergabung",
  not_joined: "Belum bergabung",
};

const kinds: Record<ParticipantKind, string> = {
  desa: "Perpustakaan desa",
  kelurahan: "Perpustakaan kelurahan",
  tbm: "TBM",
  regency_office: "Dinas kab./kota",
  province_office: "Dinas provinsi",
};

const lists: Record<AudienceList, string> = {
  places: "📍 Wilayah",
  classes: "🏫 Kelas",
  waves: "🌊 Gelombang",
  cohorts: "📅 Angkatan",
  kinds: "🏷 Jenis",
  trainers: "🧑‍🏫 Pelatih",
};

const questions: Record<AudienceList, string> = {
  places: "Wilayah mana saja? Tekan kabupatennya bila tidak seluruh provinsi.",
  classes: "Kelas mana saja?",
  waves: "Gelombang mana saja?",
  cohorts: "Angkatan mana saja?",
  kinds: "Jenis peserta yang mana?",
  trainers: "Peserta dari pelatih yang mana? Boleh juga tulis sebagian namanya.",
};

/** "Jambi, Riau +3" */
const some = (names: readonly string[]) =>
  names.length <= 3 ? names.join(", ") : `${names.slice(0, 3).join(", ")} +${names.length - 3}`;

function placeOf({ practiceName, className, provinceName, asksPlaces, names, regions }: AudienceView): string {
  if (practiceName !== null) return practiceName;
  if (className !== null) return `kelas ${className}`;
  if (provinceName !== null) return provinceName;
  if (asksPlaces) return some(names.places);
  return regions === null ? "Seluruh Indonesia" : some(regions);
}

export const announcementAudience = {
  label: "penerima",
  words: (view: AudienceView) =>
    [
      roles[view.role],
      placeOf(view),
      some(view.names.classes.map((name) => `kelas ${name}`)),
      some(view.names.waves.map(({ number, cohort }) => `gelombang ${number} ${cohort}`)),
      some(view.names.cohorts),
      some(view.kinds.map((kind) => kinds[kind].toLowerCase())),
      view.names.trainers.length > 0 && `pelatih ${some(view.names.trainers)}`,
      view.plans !== "any" && plans[view.plans].toLowerCase(),
      view.joined !== "any" && joined[view.joined].toLowerCase(),
      view.names.others > 0 && `${count(view.names.others)} pilihan di luar wilayah Bapak/Ibu`,
    ]
      .filter((part) => part !== false && part !== "")
      .join(" · "),

  ask: (chosen: string, counts: { reachable: number; unreached: number }) =>
    paragraphs(
      rich`👥 Untuk siapa pengumuman ini?`,
      rich`Sekarang: ${bold(chosen)}`,
      announcementAudience.counted(counts),
      italic("Tekan bagian yang ingin diubah. Semua tersimpan sendiri."),
    ),
  counted: ({ reachable, unreached }: { reachable: number; unreached: number }) =>
    lines(
      rich`✅ Menerima: ${bold(people(reachable))}`,
      unreached > 0 && rich`⛔ Tidak terjangkau: ${people(unreached)}`,
    ),
  list: (list: AudienceList, counts: { reachable: number; unreached: number }, typed: string) =>
    paragraphs(
      rich`${questions[list]} Boleh beberapa.`,
      typed !== "" && rich`Yang memuat “${typed}”:`,
      announcementAudience.counted(counts),
    ),
  nothing: () => rich`Tidak ada yang cocok di wilayah Bapak/Ibu.`,
  lists,
  role: { button: "👤 Peran", ask: () => rich`Siapa yang menerima?`, options: roles },
  plans: { button: "📝 Rencana", ask: () => rich`Peserta yang mana?`, options: plans },
  joined: {
    button: "📲 Bergabung",
    ask: () => rich`Yang sudah bergabung dengan bot, atau yang belum?`,
    options: joined,
  },
  kinds,
  box: (isTicked: boolean, name: string, room?: number) =>
    fitLabel(name, room, { before: isTicked ? "☑️ " : "⬜ ", isName: true }),
  regencies: "Kabupaten ▸",
  className: (name: string, day: string) => `${name} · ${day}`,
  wave: (number: number, cohort: string) => `Gelombang ${number} · ${cohort}`,
  all: "Semua",
  whole: "Program, bukan latihan",
  saved: {
    button: "⭐ Tersimpan",
    list: (names: readonly string[]) =>
      names.length === 0
        ? rich`Belum ada pilihan penerima yang disimpan. Pilih penerimanya dulu, lalu tekan ${pressed(announcementAudience.saved.save)}.`
        : rich`Pilihan yang disimpan. Tekan namanya untuk memakainya; orangnya dihitung lagi, selalu dalam wilayah Bapak/Ibu.`,
    save: "💾 Simpan ini",
    name: (chosen: string) =>
      paragraphs(rich`Beri nama pilihan ini, misalnya ${bold("Jambi belum melapor")}.`, rich`Isinya: ${chosen}`),
    tooLong: (most: number) => rich`Namanya terlalu panjang. Paling banyak ${most} huruf.`,
    forget: "🗑 Hapus",
    gone: () => rich`Pilihan itu sudah tidak ada.`,
  },
};
