// What trainers do for one or for many at once: what is shown before, what their people read, the receipt, and taking it back. More time for plans
// is in extensions.ts; what a trainer writes to somebody reaches them as a question does: threads.ts.

import { MOST_AT_ONCE } from "../../domain/caseload/care-act.js";
import type { RichText } from "../../domain/messages/message.js";
import type { PlanType } from "../../domain/plans/work-plan.js";
import type { Day } from "../../domain/time/calendar.js";
import { capital } from "../capital.js";
import { plainDay } from "../dates.js";
import { digits } from "../digits.js";
import { firstOf } from "../lists.js";
import { bold, bullets, italic, lines, paragraphs, pressed, rich } from "../rich.js";
import { planWords } from "./plan-words.js";

/** Who gets it when, and who does not and why; in numbers. */
export type Fates = Partial<Record<FateWord | "not_joined", number>>;
export type FateWord =
  | ("now" | "hours" | "budget" | "after_pause")
  | ("already_today" | "nothing_open" | "paused" | "opted_out" | "blocked" | "gone" | "no_account" | "erased");

/** Whom it is about. */
export type ScopeName =
  | { kind: "one"; name: string }
  | { kind: "class" | "regency"; name: string }
  /** Of a place or a class, if one is named. */
  | { kind: "late"; of?: string }
  | { kind: "filter"; name: string; of?: string };

const of = (scope: { of?: string }) => (scope.of === undefined || scope.of === "" ? "" : `, ${scope.of}`);

const why: Record<Exclude<FateWord, "now" | "hours" | "budget" | "after_pause"> | "not_joined", string> = {
  already_today: "sudah diingatkan hari ini",
  nothing_open: "tidak ada yang perlu diingatkan",
  paused: "sedang jeda",
  opted_out: "meminta tidak dikirimi",
  blocked: "memblokir bot",
  gone: "akunnya tidak aktif",
  no_account: "belum memakai bot",
  erased: "datanya baru dihapus",
  not_joined: "belum bergabung",
};

/** With the rest in one number the screen stays one. */
export const MOST_REASONS = 5;

const skipped = (counts: Fates) => {
  const found = (Object.keys(why) as (keyof typeof why)[])
    .map((one) => ({ one, count: Number(counts[one] ?? 0) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  const total = found.reduce((sum, { count }) => sum + count, 0);
  const listed = found.slice(0, MOST_REASONS);
  const rest = total - listed.reduce((sum, { count }) => sum + count, 0);
  const reasons = listed.map(({ one, count }) => `${why[one]} (${digits.id(count)})`);
  return total === 0
    ? undefined
    : rich`🚫 ${digits.id(total)} dilewati: ${[...reasons, ...(rest > 0 ? [`lainnya (${digits.id(rest)})`] : [])].join(", ")}`;
};

const sending = ({ now = 0, hours = 0, budget = 0, after_pause: later = 0 }: Fates) =>
  [
    now > 0 && `✅ ${now} sekarang`,
    hours > 0 && `🕗 ${hours} pada jam kerja`,
    budget > 0 && `📆 ${budget} hari berikutnya (jatah pesan)`,
    later > 0 && `⏸ ${later} setelah jeda`,
  ]
    .filter((word) => word !== false)
    .join(" · ");

const sent = (counts: Fates, verb: string) => {
  const { now = 0, hours = 0, budget = 0, after_pause: later = 0 } = counts;
  return lines(
    now > 0 && rich`✅ ${now} orang ${verb} satu menit lagi.`,
    hours > 0 && rich`🕗 ${hours} orang ${verb} pada jam kerja.`,
    budget > 0 && rich`📆 ${budget} orang ${verb} pada hari berikutnya, karena jatah pesannya sudah terpakai.`,
    later > 0 && rich`⏸ ${later} orang ${verb} setelah jedanya selesai.`,
    now + hours + budget + later === 0 && rich`Tidak ada yang ${verb}.`,
    skipped(counts),
  );
};

const one: Record<FateWord, string> = {
  now: "menerimanya satu menit lagi.",
  hours: "menerimanya pada jam kerja.",
  budget: "menerimanya pada hari kerja berikutnya, karena jatah pesannya sudah terpakai.",
  already_today: "sudah diingatkan hari ini.",
  nothing_open: "tidak punya rencana yang perlu diingatkan.",
  after_pause: "sedang jeda, menerimanya setelah kembali.",
  paused: "sedang jeda, jadi tidak diingatkan dulu.",
  opted_out: "meminta tidak dikirimi, mohon dihubungi langsung.",
  blocked: "memblokir bot ini, mohon dihubungi langsung.",
  gone: "akun Telegramnya sudah tidak aktif, mohon dihubungi langsung.",
  no_account: "belum memakai bot ini, mohon dihubungi langsung.",
  erased: "baru saja menghapus datanya.",
};

const about = (scope: ScopeName) => {
  switch (scope.kind) {
    case "one":
      return scope.name;
    case "late":
      return `semua yang terlambat${of(scope)}`;
    case "class":
      return `kelas ${scope.name}`;
    case "regency":
      return scope.name;
    case "filter":
      return `peserta: ${scope.name.toLowerCase()}${of(scope)}`;
  }
};

/** Names; of many the first ones. */
const few = (names: string[]) =>
  firstOf(
    names,
    (more) => `${more} lagi`,
    (name) => name,
  ).join(", ");

const ways = { telephoned: "📞 Ditelepon", visited: "🚶 Dikunjungi", wrote: "💬 WhatsApp" };
export const talked = { telephoned: "ditelepon", visited: "dikunjungi", wrote: "dikirimi WhatsApp" };

const send = "✅ Kirim";
const pickLabel = "orang";

export const careActs = {
  about,
  remindMenu: (count: number) => `🔔 Ingatkan semua (${digits.id(count)})`,
  /** In place of the button that reminds all. */
  beyondReach: () =>
    rich`🚫 Pengingat tidak sampai: bot diblokir, akun tidak aktif, atau dihentikan. Tekan nomornya untuk WhatsApp atau catatan telepon.`,
  writeMenu: "✉️ Tulis pesan",
  writeToAll: "✉️ Tulis ke semua",
  talkMenu: "✅ Sudah bicara",
  extendMenu: "📅 Perpanjang",
  /** Before a reminder leaves. `sample`: what the first of them will read. */
  remindAsk: (data: { scope: ScopeName; total: number; counts: Fates; sample: RichText | null }) =>
    paragraphs(
      rich`🔔 ${bold(`Pengingat untuk ${digits.id(data.total)} orang`)} (${about(data.scope)})`,
      data.sample === null ? undefined : lines(italic("Contoh isinya:"), data.sample),
      data.total > 0 && lines(sending(data.counts), skipped(data.counts)),
    ),
  /** What they read; `line`: the trainer's own words, with the name in its place. */
  nudge: (data: { name: string; trainer: string; plans: { type: PlanType; dueOn: Day }[]; line: string | null }) =>
    paragraphs(
      rich`Bapak/Ibu ${bold(data.name)}, pelatih ${data.trainer} menanyakan kabar rencana kerja ini:`,
      bullets(
        data.plans.map(({ type, dueOn }) => rich`${bold(planWords.types[type])}, batas ${plainDay("id", dueOn)}`),
      ),
      data.line !== null && rich`“${data.line}” – ${data.trainer}`,
      rich`Bagaimana perkembangannya? Cukup tekan dua tombol.`,
    ),
  report: "Laporkan sekarang",
  doneAlready: () => rich`Rencana ini sudah selesai. Tidak perlu diingatkan lagi 🎉`,
  writeAsk: (data: { scope: ScopeName; total: number; counts: Fates; sample: string }) =>
    paragraphs(
      rich`✉️ ${bold(`Pesan untuk ${digits.id(data.total)} orang`)} (${about(data.scope)}). Masing-masing menerimanya sendiri dan bisa membalas.`,
      rich`“${data.sample}”`,
      data.total > 0 && lines(sending(data.counts), skipped(data.counts)),
    ),
  nobodyToTell: () =>
    rich`Saat ini tidak ada yang bisa dikirimi. Tekan ${pressed(`✏️ ${capital(pickLabel)}`)} atau kembali.`,
  /** Since they looked at it, others came or went: what is on the screen now is asked anew. */
  changed: (data: { added: string[]; removed: string[] }) =>
    lines(
      rich`Sejak tadi daftarnya berubah. Mohon dilihat sekali lagi, lalu tekan ${pressed(send)}.`,
      data.added.length > 0 && rich`Bertambah: ${few(data.added)}`,
      data.removed.length > 0 && rich`Berkurang: ${few(data.removed)}`,
    ),
  send,
  lineLabel: "isi",
  lineAsk: () =>
    rich`Tulis tambahan Bapak/Ibu di bawah pengingat itu. Kata ${bold("{nama}")} saya ganti dengan nama masing-masing.`,
  lineExample: "Saya di kantor sampai pukul empat, silakan mampir",
  noLine: "Tanpa tambahan",
  pickLabel,
  pickAsk: (data: { chosen: number; total: number }) =>
    rich`Siapa yang dikirimi? Tekan nama untuk memilih atau melepas. Terpilih ${bold(`${digits.id(data.chosen)} dari ${digits.id(data.total)}`)}.`,
  pick: (name: string, isChosen: boolean) => `${isChosen ? "☑️" : "⬜"} ${name}`,
  pickAll: "Semua",
  pickNone: "Kosongkan",
  pickDone: "✅ Sudah",
  textLabel: "isi",
  textAsk: (data: { scope: ScopeName; isOne: boolean }) =>
    data.isOne
      ? rich`Tulis pesan untuk ${bold(about(data.scope))}. Ia bisa membalas, dan jawabannya sampai di sini.`
      : rich`Tulis pesan untuk ${bold(about(data.scope))}. Kata ${bold("{nama}")} saya ganti dengan nama masing-masing.`,
  textExample: "Besok saya ke kantor desa pukul sembilan",
  reminded: (counts: Fates) => sent(counts, "diingatkan"),
  written: (counts: Fates) => sent(counts, "menerima pesan ini"),
  toOne: (results: { name: string; fate: FateWord }[]) =>
    results.length === 0
      ? rich`Belum ada yang bergabung dari perpustakaan ini, jadi tidak ada yang bisa dikirimi.`
      : lines(...results.map(({ name, fate }) => rich`${bold(name)} ${one[fate]}`)),
  tooMany: (total: number) =>
    rich`Ini mengenai ${bold(`${digits.id(total)} orang`)}, dan sekaligus paling banyak ${digits.id(MOST_AT_ONCE)} orang. Bagian mana dulu? Setelah itu bagian berikutnya bisa dipilih lagi.`,
  /** Nothing smaller can be chosen. */
  tooManyAtAll: (total: number) =>
    rich`Ini mengenai ${bold(`${digits.id(total)} orang`)}, dan sekaligus paling banyak ${digits.id(MOST_AT_ONCE)} orang. Untuk sebanyak itu gunakan pengumuman.`,
  part: (name: string, people: number) => `${name} (${digits.id(people)})`,
  byClass: "🏫 Per kelas",
  byPlace: "🗺 Per wilayah",
  nobody: () => rich`Tidak ada orang di sana yang Bapak/Ibu dampingi saat ini.`,
  noPlans: () => rich`Orang ini tidak diminta mengisi rencana kerja, jadi tidak ada yang perlu ditindaklanjuti.`,

  aboutReminder: (scope: ScopeName) => `pengingat untuk ${about(scope)}`,
  aboutMessage: (scope: ScopeName) => `pesan untuk ${about(scope)}`,

  ways,
  askWay: (name: string) => rich`Bagaimana Bapak/Ibu berbicara dengan ${bold(name)}?`,
  talked: (data: { names: string[]; way: keyof typeof talked; restUntil: Day }) =>
    rich`Tercatat: ${bold(data.names.join(", "))} ${talked[data.way]}. Tidak muncul lagi di daftar terlambat sampai ${bold(plainDay("id", data.restUntil))}, kecuali ada kabar baru.`,
  addNote: "📝 Tambah catatan",
  noteAsk: () => rich`Tulis catatan singkat tentang pembicaraan itu.`,
  noteLabel: "catatan",
  noteExample: "Menunggu dana desa cair bulan depan",
  aboutNote: "catatan pembicaraan",
  noted: () => rich`Catatan tersimpan.`,
  noteGone: () => rich`Pembicaraan itu sudah dibatalkan, jadi catatannya tidak disimpan.`,

  undo: "↩️ Urungkan",
  undone: (data: { of: "remind" | "write" | "extend" | "talk"; takenBack: number; left: number }) =>
    data.of === "talk"
      ? rich`Baik, catatan pembicaraan itu dibatalkan. Daftar terlambat kembali seperti semula.`
      : lines(
          data.left === 0 ? rich`Baik, semuanya dibatalkan.` : rich`Dibatalkan sejauh yang belum terkirim.`,
          data.takenBack > 0 && rich`${data.takenBack} pesan saya tarik sebelum terkirim.`,
          data.left > 0 &&
            (data.of === "extend"
              ? rich`${data.left} orang sudah diberi tahu, jadi batas waktu mereka tetap diperpanjang.`
              : rich`${data.left} pesan sudah terkirim dan tidak bisa ditarik.`),
        ),
  undoneAlready: () => rich`Ini sudah dibatalkan tadi.`,
  undoTooLate: () => rich`Sudah lebih dari sepuluh menit, jadi tidak bisa dibatalkan lagi.`,
  notYours: () =>
    rich`Maaf, itu bukan milik Bapak/Ibu, jadi tidak ada yang saya ubah. Bila ini keliru, mohon tanyakan kepada admin.`,
};
