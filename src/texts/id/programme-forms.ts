// The questions by which an office sets up the programme. For admins alone.

import type { RichText } from "../../domain/messages/message.js";
import { DAYS_FOR_PLANS, LONGEST_CLASS_DAYS } from "../../domain/programme/new-class.js";
import type { Day } from "../../domain/time/calendar.js";
import { type Zone, zoneLabel } from "../../domain/time/zone.js";
import { daySpan, plainDay, shortDay } from "../dates.js";
import { bold, lines, paragraphs, rich } from "../rich.js";

const daysProblems = {
  ends_first: "Hari terakhir tidak boleh sebelum hari pertama.",
  too_long: `Kelas paling lama ${LONGEST_CLASS_DAYS} hari. Mohon periksa tanggalnya.`,
  too_far: "Tanggal itu terlalu jauh dari hari ini. Mohon periksa tahunnya.",
};

export const programmeForms = {
  cohort: {
    about: "angkatan baru",
    year: {
      label: "Tahun",
      ask: () => rich`Angkatan tahun berapa?`,
      example: "2026",
      wrong: (from: number, to: number) => rich`Mohon tulis tahunnya saja, antara ${from} dan ${to}.`,
    },
    name: {
      label: "Nama angkatan",
      ask: () => rich`Apa nama angkatan ini?`,
      usual: (year: number) => `Bimtek SPP-TIK ${year}`,
      example: "Bimtek SPP-TIK 2026",
    },
    done: (name: string) => paragraphs(rich`✅ Angkatan ${bold(name)} sudah dibuat.`, "Berikutnya: gelombang pertama."),
    exists: (name: string) => rich`Tahun itu sudah punya angkatan: ${bold(name)}.`,
  },
  wave: {
    about: (number: number) => `gelombang ${number}`,
    from: {
      label: "Hari pertama",
      ask: (number: number) => rich`Kapan gelombang ${number} dimulai? Pilih, atau tulis tanggalnya.`,
    },
    to: {
      label: "Hari terakhir",
      ask: (from: Day) => rich`Kapan gelombang ini berakhir? Dimulai ${plainDay("id", from)}.`,
    },
    done: (number: number, from: Day, to: Day) =>
      paragraphs(rich`✅ Gelombang ${number} sudah dibuat: ${daySpan("id", from, to)}.`, "Berikutnya: kelas-kelasnya."),
    exists: (number: number) => rich`Gelombang ${number} sudah ada.`,
  },
  class: {
    about: "kelas baru",
    from: { label: "Hari pertama", ask: () => rich`Kapan kelas ini dimulai?` },
    to: { label: "Hari terakhir", ask: (from: Day) => rich`Kapan hari terakhirnya? Dimulai ${plainDay("id", from)}.` },
    name: { label: "Nama kelas", ask: () => rich`Apa nama kelas ini?`, example: "Bimtek SPP-TIK Jambi" },
    venue: {
      label: "Tempat",
      ask: () => rich`Di mana kelas ini diadakan? Tulis nama gedung dan kotanya.`,
      example: "Hotel Bintan, Tanjungpinang",
      online: "Daring",
    },
    confirm: "✅ Buat kelas",
    summary: (words: {
      name: string;
      wave: { number: number; cohortName: string };
      venue: string;
      startsOn: Day;
      endsOn: Day;
      plansDueOn: Day;
      zone: Zone;
    }) =>
      paragraphs(
        rich`Kelas ${bold(words.name)}`,
        lines(
          rich`🎓 ${words.wave.cohortName}, gelombang ${words.wave.number}`,
          rich`🗓 ${daySpan("id", words.startsOn, words.endsOn)}`,
          rich`📍 ${words.venue}`,
          rich`🕗 Waktu setempat: ${zoneLabel(words.zone)}`,
          rich`⏳ Batas rencana: ${plainDay("id", words.plansDueOn)} (hari terakhir + ${DAYS_FOR_PLANS} hari)`,
        ),
        "Sudah benar?",
      ),
    done: (name: string) => paragraphs(rich`✅ Kelas ${bold(name)} sudah dibuat.`, "Berikutnya: sesi-sesinya."),
    exists: (name: string) => rich`Kelas ${bold(name)} sudah ada di provinsi ini.`,
    days: (problem: keyof typeof daysProblems) => rich`${daysProblems[problem]}`,
  },
  copy: {
    about: (name: string) => `salinan kelas ${name}`,
    from: {
      label: "Hari pertama",
      ask: (name: string, sessions: number) =>
        rich`Kelas ${bold(name)} disalin dengan ${sessions} sesinya. Kapan kelas baru dimulai?`,
    },
    wave: {
      label: "Gelombang",
      ask: (cohortName: string, number: number) =>
        rich`Kelas baru ini untuk gelombang mana? Kelas yang disalin ada di ${cohortName}, gelombang ${number}.`,
      choice: (number: number, from: Day) => `Gelombang ${number} · ${shortDay("id", from)} ${from.slice(0, 4)}`,
    },
    confirm: "✅ Salin",
    done: (name: string, sessions: number) =>
      rich`✅ Kelas ${bold(name)} sudah dibuat dengan ${sessions} sesi. Tautan sesi daring perlu diisi lagi.`,
  },
  shift: {
    about: (name: string) => `jadwal kelas ${name}`,
    to: {
      label: "Hari pertama",
      ask: (name: string, startsOn: Day) =>
        rich`Kelas ${bold(name)} dimulai ${plainDay("id", startsOn)}. Menjadi tanggal berapa?`,
    },
    confirm: "✅ Geser",
    summary: (words: {
      name: string;
      was: { from: Day; to: Day };
      is: { from: Day; to: Day };
      told: number;
      untold: number;
      held: number;
    }) =>
      paragraphs(
        rich`Geser semua sesi ${bold(words.name)}?`,
        lines(
          rich`Semula: ${daySpan("id", words.was.from, words.was.to)}`,
          rich`→ Menjadi: ${bold(daySpan("id", words.is.from, words.is.to))}`,
        ),
        ...(words.held === 0 ? [] : [rich`${words.held} sesi yang sudah dimulai tetap pada waktunya.`]),
        rich`Batas rencana ikut bergeser. ${words.told} orang yang sudah tahu jadwalnya diberi tahu; ${words.untold} lainnya menerima pengingat yang benar.`,
      ),
    done: (name: string, from: Day, told: number) =>
      rich`✅ Kelas ${bold(name)} sekarang dimulai ${plainDay("id", from)}. ${told} orang diberi tahu.`,
    refused: {
      begun: () => rich`Kelas ini sudah dimulai. Sesinya dapat dipindahkan satu per satu di halaman kelas.`,
      past: () => rich`Tanggal itu sudah lewat. Mohon pilih tanggal lain.`,
      session_past: () =>
        rich`Dengan tanggal itu ada sesi yang jatuh di waktu yang sudah lewat. Mohon pilih tanggal yang lebih jauh.`,
      too_far: () => rich`${daysProblems.too_far}`,
      same: () => rich`Kelas ini memang dimulai pada tanggal itu.`,
      changed: () => rich`Jadwal kelas ini baru saja diubah. Mohon lihat lagi.`,
    },
  },
  session: {
    about: (className: string) => `sesi kelas ${className}`,
    title: {
      label: "Judul sesi",
      ask: () => rich`Apa judul sesinya?`,
      opening: "Pembukaan",
      closing: "Penutupan",
      example: "Literasi informasi",
    },
    day: {
      label: "Hari",
      ask: () => rich`Pada hari apa?`,
      outside: (from: Day, to: Day) =>
        rich`Kelas ini berlangsung ${daySpan("id", from, to)}. Mohon pilih salah satu harinya.`,
    },
    time: {
      label: "Jam mulai",
      ask: (zone: string) => rich`Pukul berapa sesi dimulai (${zone})?`,
      past: () => rich`Waktu itu sudah lewat. Mohon pilih jam lain.`,
    },
    minutes: {
      label: "Lama",
      ask: () => rich`Berapa lama sesinya?`,
      choice: (minutes: number) =>
        minutes % 60 === 0
          ? `${minutes / 60} jam`
          : minutes < 60
            ? `${minutes} menit`
            : `${String(minutes / 60).replace(".", ",")} jam`,
    },
    mode: { label: "Cara", ask: () => rich`Tatap muka atau daring?`, in_person: "Tatap muka", online: "Daring" },
    place: { label: "Ruang", ask: () => rich`Di ruang mana?`, example: "Aula lantai 2" },
    link: {
      label: "Tautan",
      ask: () => rich`Kirim tautan rapatnya.`,
      later: "Menyusul",
      wrong: () =>
        rich`Tautan dimulai dengan https://, misalnya https://zoom.us/j/123. Mohon salin lagi dari aplikasi rapat.`,
    },
    confirm: "✅ Tambah sesi",
    confirmAnyway: "✅ Tetap tambah",
    summary: (className: string, session: RichText, warning: RichText | undefined) =>
      paragraphs(rich`Sesi baru kelas ${bold(className)}`, session, warning, "Sudah benar?"),
    done: (title: string, sessions: number, told: number) =>
      paragraphs(
        rich`✅ Sesi ${bold(title)} ditambahkan. Kelas ini sekarang punya ${sessions} sesi.`,
        told > 0 && rich`${told} orang yang sudah tahu jadwal hari itu diberi tahu.`,
      ),
    exists: (title: string) => rich`Sesi ${bold(title)} pada waktu itu sudah ada.`,
  },
  detail: {
    about: (name: string) => `pengaturan kelas ${name}`,
    name: { label: "Nama", ask: (now: string) => rich`Sekarang: ${bold(now)}. Apa nama barunya?` },
    venue: { label: "Tempat", ask: (now: string) => rich`Sekarang: ${bold(now)}. Di mana tempat barunya?` },
    ends: {
      label: "Hari terakhir",
      ask: (from: Day, now: Day) =>
        rich`Kelas ini dimulai ${plainDay("id", from)}. Hari terakhirnya sekarang ${bold(plainDay("id", now))}. Menjadi tanggal berapa?`,
    },
    due: {
      label: "Batas rencana",
      ask: (now: Day) => rich`Sekarang: ${bold(plainDay("id", now))}. Sampai tanggal berapa?`,
    },
    zone: { label: "Zona waktu", ask: (now: Zone) => rich`Sekarang: ${bold(zoneLabel(now))}. Zona waktu apa?` },
    done: (name: string, told: number) =>
      told === 0
        ? rich`✅ Kelas ${bold(name)} sudah diubah.`
        : rich`✅ Kelas ${bold(name)} sudah diubah. ${told} orang diberi tahu.`,
    refused: {
      name_taken: () => rich`Nama itu sudah dipakai kelas lain. Mohon beri nama yang berbeda.`,
      has_participants: () =>
        rich`Kelas ini sudah diikuti peserta, dan mereka sudah diberi tahu. Batas waktu dapat diundur lewat daftar terlambat.`,
      before_end: () => rich`Batas rencana tidak boleh sebelum hari terakhir kelas.`,
      bad_days: () =>
        rich`Hari terakhir tidak boleh sebelum hari pertama, dan kelas paling lama ${LONGEST_CLASS_DAYS} hari.`,
    },
  },
};
