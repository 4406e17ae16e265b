// A pause: of one who takes part, said by them or for them; and of everybody of a place.
import type { PauseReason } from "../../domain/people/pause.js";
import type { RungKind } from "../../domain/plans/plan-reminder.js";
import type { LibraryNamed } from "../../domain/plans/work-plan.js";
import type { Day } from "../../domain/time/calendar.js";
import { dayAndMonth, longDay, plainDay } from "../dates.js";
import { digits } from "../digits.js";
import { plansByLibrary } from "../layouts/plans-by-library.js";
import { bold, lines, paragraphs, pressed, rich } from "../rich.js";
import { planWords } from "./plan-words.js";
import type { DuePlan } from "./work-plans.js";

const to = (name: string) => (name === "" ? rich`Bapak/Ibu` : rich`Bapak/Ibu ${bold(name)}`);

/** hardship: said by a report that names illness, mourning and disasters as one. */
const reasons: Record<PauseReason, string> = {
  illness: "sakit",
  leave: "cuti",
  mourning: "duka",
  disaster: "bencana",
  hardship: "sakit, duka, atau bencana",
  other: "lainnya",
};

export interface PauseView {
  /** Null: of the one who reads it. */
  name: string | null;
  untilOn: Day;
  /** Null: not for the one who reads it. */
  reason: PauseReason | null;
  /** The place that pauses as a whole; null: it is the person's own. */
  place: string | null;
  /** The last day of their own pause beside that of the place; null: there is none. */
  ownUntilOn: Day | null;
}

const because = (reason: PauseReason | null) => (reason === null || reason === "other" ? "" : ` (${reasons[reason]})`);

export const pauses = {
  menu: "⏸ Jeda",
  begin: "⏸ Mulai jeda",
  longer: "⏸ Perpanjang",
  end: "▶️ Akhiri jeda",
  undo: "↩️ Urungkan",
  goOn: "▶️ Lanjut",
  noNeed: "Tidak perlu jeda",
  toPerson: "Lihat orangnya",
  backToPerson: "⬅️ Ke orangnya",
  reasons,
  about: (name: string | null) => (name === null ? "permintaan jeda" : `permintaan jeda ${name}`),
  /** The page of somebody who pauses. */
  page: ({ name, untilOn, reason, place, ownUntilOn }: PauseView) =>
    paragraphs(
      rich`⏸ ${name === null ? "Bapak/Ibu" : bold(name)} sedang jeda sampai ${bold(longDay("id", untilOn))}${because(reason)}.`,
      place !== null && rich`Jeda ini berlaku untuk semua peserta di ${place}.`,
      ownUntilOn !== null &&
        rich`${name === null ? "Jeda Bapak/Ibu sendiri" : "Jedanya sendiri"}: sampai ${plainDay("id", ownUntilOn)}.`,
      rich`Selama jeda tidak ada pengingat, dan batas waktu rencana ikut mundur.${name === null ? " Melapor tetap boleh kapan saja." : ""}`,
    ),
  reason: {
    label: "alasan",
    ask: (name: string | null) =>
      paragraphs(
        name === null
          ? rich`Bapak/Ibu boleh jeda dulu: tidak ada pengingat, dan batas waktu rencana ikut mundur.`
          : rich`Selama jeda ${bold(name)} tidak diingatkan, dan batas waktu rencananya ikut mundur.`,
        rich`Apa alasannya?`,
      ),
    choices: {
      illness: "🤒 Sakit",
      leave: "🌴 Cuti",
      mourning: "🕊 Duka",
      disaster: "🌊 Bencana",
      other: "Lainnya",
    },
  },
  until: {
    label: "sampai",
    ask: () => rich`Jeda sampai kapan? Pilih, atau tulis tanggalnya.`,
    choice: (days: number, on: Day) =>
      `${days === 7 ? "1 minggu" : days === 14 ? "2 minggu" : "1 bulan"}: ${dayAndMonth("id", on)}`,
    notThen: (most: number) => rich`Jeda paling lama ${most} hari, dan mulai hari ini. Mohon pilih tanggal lain.`,
  },
  /** The receipt. */
  begun: ({ name, untilOn }: { name: string | null; untilOn: Day }) =>
    paragraphs(
      rich`⏸ Baik, ${name === null ? "Bapak/Ibu" : bold(name)} jeda sampai ${bold(longDay("id", untilOn))}.`,
      name === null
        ? rich`Sampai hari itu tidak saya ingatkan, dan batas waktu rencana ikut mundur. Pelatih saya beri tahu.`
        : rich`Sampai hari itu tidak diingatkan, dan batas waktu rencananya ikut mundur. Yang bersangkutan saya beri tahu.`,
    ),
  ended: (name: string | null) =>
    name === null
      ? rich`Jedanya sudah diakhiri. Selamat datang kembali, Bapak/Ibu.`
      : rich`Jeda ${bold(name)} sudah diakhiri.`,
  /** Their own; that of their place goes on. */
  endedButPlace: ({ name, place, untilOn }: { name: string | null; place: string; untilOn: Day }) =>
    rich`Jeda ${name === null ? "Bapak/Ibu sendiri" : bold(name)} sudah diakhiri. Jeda untuk semua peserta di ${bold(place)} masih berlaku sampai ${longDay("id", untilOn)}.`,
  undone: () => rich`Baik, jedanya dibatalkan. Semuanya seperti semula.`,
  /** `name`: of the person or place; null: of the one who reads it, or it is not known. */
  over: (name: string | null = null) => rich`Jeda ${name === null ? "itu" : bold(name)} sudah selesai.`,
  tooLateToUndo: () => rich`Jeda itu sudah lebih dari sehari. Untuk menghentikannya, tekan ${pressed("Akhiri jeda")}.`,
  /** To the trainer, once. */
  told: ({ name, untilOn, reason }: { name: string; untilOn: Day; reason: PauseReason }) =>
    rich`⏸ ${bold(name)} jeda sampai ${longDay("id", untilOn)}${because(reason)}. Sampai hari itu tidak diingatkan, dan rencananya tidak dihitung terlambat.`,
  begunForYou: ({ name, untilOn }: { name: string; untilOn: Day }) =>
    rich`${bold(name)}, Bapak/Ibu dicatat jeda sampai ${longDay("id", untilOn)}. Sampai hari itu tidak ada pengingat, dan batas waktu rencana ikut mundur.`,
  endedForYou: (name: string) =>
    rich`${bold(name)}, jeda Bapak/Ibu sudah diakhiri. Pengingat berjalan lagi seperti biasa.`,
  /** `libraries`: all that they act for. `asked`: the plans of which a reminder is due by then, for which this stands. */
  welcomeBack: ({
    name,
    plans,
    libraries,
    asked,
  }: {
    name: string;
    plans: readonly DuePlan[];
    libraries: readonly LibraryNamed[];
    asked: readonly { kind: RungKind }[];
  }) =>
    paragraphs(
      rich`Selamat datang kembali, ${to(name)}. Masa jeda sudah selesai.`,
      plans.length === 0
        ? rich`Tidak ada yang tertinggal.`
        : lines(
            "Yang masih ditunggu:",
            plansByLibrary(
              plans,
              ({ type, state, dueOn }) =>
                rich`• ${planWords.types[type]}: ${planWords.states[state]}, batas ${plainDay("id", dueOn)}`,
              { libraries },
            ),
          ),
      asked.length > 0 && planWords.answering(asked),
    ),
  /** Said in a talk: at once, for a week. */
  saidInPassing: ({ name, untilOn }: { name: string; untilOn: Day }) =>
    paragraphs(
      rich`Kami turut prihatin, ${to(name)}. Rencana kerja bisa menunggu.`,
      rich`Bapak/Ibu saya catat jeda sampai ${bold(longDay("id", untilOn))}: tidak ada pengingat, dan batas waktu ikut mundur. Pelatih saya beri tahu.`,
    ),
  /** Of everybody of a regency or province, for admins. */
  places: {
    label: "wilayah",
    regencyLabel: "kabupaten/kota",
    tellsLabel: "kabar",
    confirm: "✅ Jeda sekarang",
    menu: "⏸ Jeda wilayah",
    begin: "➕ Jeda wilayah baru",
    toList: "⬅️ Jeda wilayah",
    toPeople: "👥 Yang sedang jeda",
    open: "Buka jeda itu",
    whole: "Seluruh provinsi",
    row: (name: string, untilOn: Day) => `${name} · sampai ${dayAndMonth("id", untilOn)}`,
    list: (count: number) =>
      paragraphs(
        rich`⏸ ${bold("Jeda wilayah")}`,
        count === 0
          ? rich`Saat ini tidak ada wilayah yang jeda. Jeda wilayah dipakai bila ada bencana.`
          : rich`${count} wilayah sedang jeda.`,
      ),
    ask: () => rich`Wilayah mana yang jeda karena bencana?`,
    askRegency: () => rich`Kabupaten/kota yang mana?`,
    askTells: () => rich`Perlukah peserta di sana diberi kabar sekarang?`,
    summary: (data: {
      name: string;
      people: number;
      trainers: number;
      plans: number;
      waiting: number;
      untilOn: Day;
      tells: boolean;
    }) =>
      paragraphs(
        rich`⏸ ${bold(data.name)} jeda sampai ${bold(longDay("id", data.untilOn))}.`,
        lines(
          rich`Peserta: ${digits.id(data.people)} · pelatih yang diberi tahu: ${digits.id(data.trainers)}`,
          rich`Rencana yang batas waktunya mundur: ${digits.id(data.plans)}`,
          rich`Pesan yang menunggu: ${data.waiting}. Pengingat ditarik, yang lain ditahan sampai jeda selesai.`,
          data.tells ? "Peserta mendapat satu kabar." : "Peserta tidak diberi kabar.",
        ),
        rich`Peserta yang bergabung selama itu ikut jeda.`,
      ),
    begun: ({ place, people, untilOn }: { place: string; people: number; untilOn: Day }) =>
      rich`⏸ ${bold(place)} jeda sampai ${bold(longDay("id", untilOn))}: ${digits.id(people)} orang. Pelatihnya diberi tahu.`,
    already: ({ place, untilOn }: { place: string; untilOn: Day }) =>
      rich`${bold(place)} sudah jeda sampai ${longDay("id", untilOn)}.`,
    page: (data: { place: string; untilOn: Day; people: number; trainers: number; plans: number }) =>
      paragraphs(
        rich`⏸ ${bold(data.place)} jeda sampai ${bold(longDay("id", data.untilOn))}.`,
        rich`Peserta: ${digits.id(data.people)} · pelatih: ${digits.id(data.trainers)} · rencana: ${digits.id(data.plans)}`,
      ),
    /** To an admin of a part of it. */
    ofOthers: ({ place, untilOn }: { place: string; untilOn: Day }) =>
      paragraphs(
        rich`⏸ ${bold(place)} jeda sampai ${bold(longDay("id", untilOn))}.`,
        rich`Wilayah Bapak/Ibu ikut jeda. Perubahannya diatur oleh admin ${place}.`,
      ),
    sure: (place: string) => rich`Akhiri jeda ${bold(place)} sekarang? Pengingat akan berjalan lagi.`,
    ended: (place: string) => rich`Jeda ${bold(place)} sudah diakhiri.`,
    told: ({ place, people, untilOn }: { place: string; people: number; untilOn: Day }) =>
      rich`⏸ Karena bencana, ${bold(place)} jeda sampai ${longDay("id", untilOn)}: ${digits.id(people)} peserta Bapak/Ibu. Sampai hari itu tidak diingatkan, dan rencananya tidak dihitung terlambat.`,
    begunForYou: ({ place, untilOn }: { place: string; untilOn: Day }) =>
      paragraphs(
        rich`Kami turut prihatin atas bencana di ${bold(place)}. Semoga Bapak/Ibu sekeluarga selamat.`,
        rich`Rencana kerja bisa menunggu: sampai ${longDay("id", untilOn)} tidak ada pengingat, dan batas waktunya ikut mundur.`,
      ),
    endedForYou: (place: string) =>
      rich`Masa jeda di ${bold(place)} sudah diakhiri. Pengingat berjalan lagi seperti biasa.`,
  },
};
