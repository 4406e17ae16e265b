// To operators who ask why somebody got a message on a day, or did not.
import type { FateEnd, FateReason } from "../../domain/fates/fate.js";
import type { OptOut } from "../../domain/messages/post-kind.js";
import type { UnreachableCause } from "../../domain/people/person.js";
import { bold, lines, paragraphs, rich } from "../rich.js";

const ENDS: Record<FateEnd, string> = {
  sent: "✅ terkirim",
  unknown: "❔ belum pasti sampai",
  underway: "📤 sedang dikirim",
  waiting: "⏳ menunggu",
  given_up: "❌ tidak dapat dikirim",
  taken_back: "↩️ ditarik sebelum terkirim",
  expired: "⌛ terlambat, tidak dikirim",
  held: "⏸ ditahan",
  not_owed: "➖ tidak perlu",
  coming: "🕗 belum waktunya",
  missing: "⚠️ tidak ada",
};

const REASONS: Record<FateReason, string> = {
  quiet_hours: "di luar jam kerja penerima",
  message_budget: "jatah pesan hari itu sudah penuh",
  unreachable: "bot diblokir, atau akunnya tidak ada lagi",
  no_account: "belum terhubung dengan bot",
  opted_out: "minta tidak dikirimi pesan seperti ini",
  no_zone: "zona waktunya belum diketahui",
  too_late: "sudah lewat waktunya",
  answered: "sudah dijawab sebelumnya",
  snoozed: "ditunda oleh penerima",
  on_pause: "penerima sedang jeda",
  telegram_busy: "Telegram meminta menunggu",
  telegram_away: "Telegram atau jaringan terganggu",
  not_found: "akunnya tidak ditemukan di Telegram",
  refused: "isinya ditolak Telegram",
  sent_apart: "dikirim satu per satu",
  process_died: "bot berhenti saat mengirim",
  database_away: "basis data terputus",
  paused: "pengumumannya dijeda",
  withdrawn: "pengumumannya dibatalkan",
  restored: "data dipulihkan dari cadangan",
  erased: "datanya dihapus",
  no_right: "bukan lagi tugas penerima",
  undone: "dibatalkan oleh pengirim",
  changed: "keadaannya berubah lebih dulu",
  joined_later: "bergabung setelah itu",
  not_joined: "belum bergabung saat itu",
  done: "rencananya sudah selesai",
  nothing_new: "tidak ada yang baru",
  not_yet: "akan dikirim pada waktunya",
  not_known: "sebabnya tidak tercatat; mohon tanyakan ke tim teknis",
};

const STOPPED: Record<OptOut, string> = { reminders: "pengingat", announcements: "pengumuman" };
const AWAY: Record<UnreachableCause, string> = { blocked: "bot diblokir", gone: "akunnya tidak ada lagi" };

export interface FateLine {
  time: string;
  what: string;
  end: FateEnd;
  reason: FateReason | null;
  until: string | null;
  together: number;
}

export interface NowOf {
  account: boolean;
  away: UnreachableCause | null;
  stopped: readonly OptOut[];
  pausedUntil: string | null;
  isRest: boolean;
}

export const why = {
  ends: ENDS,
  reasons: REASONS,
  open: "🔎 Kenapa?",
  before: "◀ Sebelumnya",
  after: "Berikutnya ▶",
  day: ({ name, day, total }: { name: string; day: string; total: number }, now: NowOf, shown: FateLine[]) =>
    paragraphs(
      lines(rich`🔎 ${bold(name)}`, rich`${day} · ${total} pesan`),
      factsOf(now),
      shown.length === 0 ? "Hari itu tidak ada pesan untuknya, dan tidak ada yang ditahan." : lines(...shown.map(line)),
    ),
};

function line({ time, what, end, reason, until, together }: FateLine) {
  const because = reason === null ? "" : `: ${REASONS[reason]}`;
  const later = until === null ? "" : `, sampai ${until}`;
  const joined = together === 0 ? "" : `, sepesan dengan ${together} lainnya`;
  return rich`${time} · ${bold(what)}\n${ENDS[end]}${because}${later}${joined}`;
}

function factsOf({ account, away, stopped, pausedUntil, isRest }: NowOf) {
  const facts = [
    isRest && "Hari libur: yang tidak mendesak menunggu hari kerja.",
    !account && "Sekarang: belum terhubung dengan bot.",
    away !== null && `Sekarang: ${AWAY[away]}.`,
    stopped.length > 0 && `Sekarang: tidak mau ${stopped.map((one) => STOPPED[one]).join(" dan ")}.`,
    pausedUntil !== null && `Sedang jeda sampai ${pausedUntil}.`,
  ].filter((fact) => fact !== false);
  return facts.length === 0 ? undefined : lines(...facts);
}
