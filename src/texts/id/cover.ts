// When a trainer is away, and who covers for them.
import type { Day } from "../../domain/time/calendar.js";
import { dayAndMonth, daySpan, longDay } from "../dates.js";
import { digits } from "../digits.js";
import { bold, italic, lines, paragraphs, rich } from "../rich.js";

interface Absent {
  name: string;
  coverName: string | null;
  from: Day;
  until: Day;
}

const span = ({ from, until }: { from: Day; until: Day }) =>
  from === until ? longDay("id", from) : daySpan("id", from, until);

const why = {
  away: "sedang tidak bertugas",
  unreachable: "memblokir bot atau akunnya tidak aktif",
  not_joined: "belum membuka undangan",
};

/** More names than that are not read here. */
const MOST_NAMES = 1;

const fewOf = (trainers: readonly { name: string; why: keyof typeof why }[]) =>
  [
    ...trainers.slice(0, MOST_NAMES).map((one) => `${one.name} ${why[one.why]}`),
    ...(trainers.length > MOST_NAMES ? [`dan ${trainers.length - MOST_NAMES} lainnya`] : []),
  ].join("; ");

export const cover = {
  menu: "🏖 Tidak bertugas",
  /** Everywhere where somebody sees people of another trainer. */
  covering: (covers: readonly { name: string; until: Day }[]) =>
    covers.length === 0
      ? undefined
      : rich`🤝 Menggantikan ${covers.map(({ name, until }) => `${name} sampai ${dayAndMonth("id", until)}`).join("; ")}`,
  /** On the pages of those whom it concerns: a trainer is away now. */
  covered: (away: { name: string; coverName: string | null; until: Day }) =>
    away.coverName === null
      ? rich`🏖 ${away.name} tidak bertugas sampai ${dayAndMonth("id", away.until)}. ⚠️ Belum ada pengganti`
      : rich`🏖 ${away.name} digantikan oleh ${away.coverName} sampai ${dayAndMonth("id", away.until)}`,
  youAreCovered: ({ coverName, until }: { coverName: string | null; until: Day }) =>
    coverName === null
      ? rich`🏖 Bapak/Ibu tidak bertugas sampai ${dayAndMonth("id", until)}. ⚠️ Belum ada pengganti`
      : rich`🏖 Bapak/Ibu digantikan oleh ${coverName} sampai ${dayAndMonth("id", until)}`,
  moreAway: (count: number) => rich`🏖 ${count} pelatih lain juga tidak bertugas`,
  signature: (name: string, awayName: string | null) =>
    awayName === null ? name : `${name} (menggantikan ${awayName})`,
  page: (data: { name: string; isSelf: boolean; absences: Absent[]; covering: Absent[] }) =>
    paragraphs(
      bold(data.isSelf ? "Waktu tidak bertugas" : `Waktu tidak bertugas: ${data.name}`),
      data.absences.length === 0
        ? data.isSelf
          ? rich`Sakit, cuti, atau ada tugas lain? Beri tahu di sini. Peserta tetap terlayani oleh rekan yang menggantikan.`
          : rich`Belum ada.`
        : lines(
            ...data.absences.map(
              (one) =>
                rich`🏖 ${span(one)} · ${one.coverName === null ? "⚠️ belum ada pengganti" : `digantikan ${one.coverName}`}`,
            ),
          ),
      data.covering.length > 0 && lines(...data.covering.map((one) => rich`🤝 Menggantikan ${one.name}: ${span(one)}`)),
    ),
  say: "➕ Beri tahu tidak bertugas",
  chooseFor: (from: Day) => `🤝 Ganti pengganti (${dayAndMonth("id", from)})`,
  back: "✅ Sudah kembali",
  callOff: (from: Day) => `✖️ Batalkan (${dayAndMonth("id", from)})`,
  cannot: "🙏 Maaf, tidak bisa",
  cannotFor: (name: string) => `🙏 Tidak bisa: ${name}`,
  chooseAnother: "🤝 Pilih pengganti lain",
  about: (name: string | null) => (name === null ? "waktu tidak bertugas" : `waktu tidak bertugas ${name}`),
  aboutCover: (name: string) => `pengganti ${name}`,
  from: {
    label: "Mulai",
    ask: (name: string | null) =>
      name === null
        ? rich`Mulai hari apa Bapak/Ibu tidak bertugas? Alasannya tidak perlu ditulis.`
        : rich`Mulai hari apa ${name} tidak bertugas? Alasannya tidak perlu ditulis.`,
    today: "Hari ini",
    tomorrow: "Besok",
  },
  until: {
    label: "Sampai",
    ask: (from: Day) => rich`Mulai ${bold(longDay("id", from))}. Sampai hari apa, termasuk hari itu?`,
    early: (from: Day) => rich`Hari terakhirnya ${longDay("id", from)} atau sesudahnya.`,
    long: (days: number) =>
      rich`Paling lama ${days} hari. Untuk waktu yang lebih panjang, mohon minta admin menunjuk pelatih lain.`,
  },
  far: (last: Day) => rich`Paling jauh ${longDay("id", last)}.`,
  past: () => rich`Hari itu sudah lewat. Pilih hari ini atau sesudahnya.`,
  who: {
    label: "Pengganti",
    ask: (data: { name: string | null; from: Day; until: Day; none: boolean }) =>
      data.none
        ? rich`Tidak ada rekan sekelas atau seprovinsi yang bisa menggantikan pada ${span(data)}. Bila kelas tidak punya pelatih lain, admin provinsi akan diberi tahu.`
        : paragraphs(
            data.name === null
              ? rich`Siapa yang menggantikan Bapak/Ibu pada ${span(data)}?`
              : rich`Siapa yang menggantikan ${data.name} pada ${span(data)}?`,
            italic("🏫 = mengajar kelas yang sama"),
          ),
    choice: (name: string, sharesClass: boolean) => `${sharesClass ? "🏫 " : ""}${name}`,
    nobody: "Tanpa pengganti",
  },
  summary: (data: { name: string | null; from: Day; until: Day; coverName: string | null }) =>
    paragraphs(
      data.name === null ? rich`Bapak/Ibu tidak bertugas:` : rich`${data.name} tidak bertugas:`,
      lines(
        rich`🏖 ${bold(span(data))}`,
        data.coverName === null ? rich`⚠️ Tanpa pengganti` : rich`🤝 Digantikan ${bold(data.coverName)}`,
      ),
      data.coverName === null
        ? rich`Kelas yang tidak punya pelatih lain akan ditangani admin provinsi.`
        : rich`Pesan pagi, pertanyaan, dan permintaan bantuan peserta sampai kepadanya, lalu kembali dengan sendirinya.`,
    ),
  confirm: "✅ Simpan",
  said: (data: Absent & { left: string[] }) =>
    paragraphs(
      rich`✅ Tercatat: ${span(data)}, ${data.coverName === null ? "tanpa pengganti" : `digantikan ${data.coverName}`}.`,
      data.coverName !== null && rich`Kami sudah memberi tahu ${data.coverName}.`,
      data.left.length > 0 &&
        rich`Pada waktu itu juga ada yang menunggu digantikan: ${data.left.join(", ")}. Kami minta memilih pengganti lain.`,
    ),
  overlaps: (other: { from: Day; until: Day }) =>
    rich`Untuk ${span(other)} sudah tercatat. Mohon batalkan yang itu dahulu.`,
  unable: () => rich`Rekan itu tidak bisa menggantikan pada hari-hari tersebut. Mohon pilih yang lain.`,
  over: () => rich`Waktu tidak bertugas itu sudah selesai.`,
  changed: (data: Absent) =>
    data.coverName === null
      ? rich`✅ Tercatat: ${span(data)}, tanpa pengganti.`
      : rich`✅ ${data.coverName} menggantikan ${data.name} pada ${span(data)}.`,
  ended: () => rich`✅ Tercatat. Peserta kembali ditangani seperti biasa.`,
  declined: (data: Absent) =>
    rich`✅ Baik, Bapak/Ibu tidak menggantikan ${data.name} pada ${span(data)}. Kami sudah memberi tahu.`,
  chosen: (data: Absent & { people: number }) =>
    paragraphs(
      rich`🤝 Mohon bantuannya: ${bold(data.name)} tidak bertugas pada ${bold(span(data))}, dan Bapak/Ibu dipilih sebagai pengganti.`,
      rich`${digits.id(data.people)} peserta. Pesan pagi, pertanyaan, dan permintaan bantuan mereka sampai kepada Bapak/Ibu pada hari-hari itu, lalu kembali dengan sendirinya.`,
    ),
  noMore: (data: Absent) =>
    rich`✅ Bapak/Ibu tidak perlu lagi menggantikan ${data.name} pada ${span(data)}. Terima kasih.`,
  saidForYou: (data: Absent & { byName: string }) =>
    rich`🏖 ${data.byName} mencatat Bapak/Ibu tidak bertugas pada ${span(data)}, ${data.coverName === null ? "tanpa pengganti" : `digantikan ${data.coverName}`}.`,
  endedForYou: (data: Absent & { byName: string }) =>
    rich`✅ ${data.byName} membatalkan waktu tidak bertugas Bapak/Ibu (${span(data)}). Peserta kembali kepada Bapak/Ibu.`,
  saidNo: (data: Absent & { isSelf: boolean }) =>
    data.isSelf
      ? rich`🙏 ${data.coverName ?? "Rekan itu"} tidak bisa menggantikan Bapak/Ibu pada ${span(data)}. Siapa yang bisa?`
      : rich`🙏 ${data.coverName ?? "Rekan itu"} tidak bisa menggantikan ${data.name} pada ${span(data)}. Siapa yang bisa?`,
  coverIsAway: (data: Absent & { awayFrom: Day; awayUntil: Day }) =>
    rich`⚠️ ${data.coverName ?? "Pengganti"} juga tidak bertugas pada ${span({ from: data.awayFrom, until: data.awayUntil })}, jadi tidak bisa menggantikan Bapak/Ibu waktu itu. Siapa yang bisa?`,
  untended: (
    classes: { className: string; people: number; trainers: { name: string; why: keyof typeof why }[] }[],
    total: number,
  ) =>
    paragraphs(
      rich`⚠️ ${bold(total === 1 ? "Satu kelas tanpa pelatih yang bisa dihubungi" : `${total} kelas tanpa pelatih yang bisa dihubungi`)}`,
      lines(
        ...classes.map(
          ({ className, people, trainers }) =>
            rich`• ${className} (${people} peserta): ${trainers.length === 0 ? "belum ada pelatih" : fewOf(trainers)}`,
        ),
      ),
      rich`Mohon tunjuk pelatih atau pengganti. Sampai saat itu, pertanyaan pesertanya masuk kepada Bapak/Ibu.`,
    ),
  trainersOf: (className: string) => `👥 ${className}`,
};
