// What the screens of an announcement say alike: how many people, and what became of each.
import type { LedgerEntry } from "../../domain/announcements/announcement.js";
import { digits } from "../digits.js";

const count = digits.id;
const people = (n: number) => `${count(n)} orang`;

const ledger: Record<LedgerEntry, string> = {
  sent: "terkirim",
  waiting: "menunggu giliran",
  unknown: "belum pasti sampai",
  failed: "gagal",
  blocked: "memblokir bot",
  gone: "akun Telegram tidak aktif",
  not_joined: "belum bergabung",
  opted_out: "minta tidak dikirimi pengumuman",
  stopped: "tidak jadi dikirim",
};

export const announcementWords = { count, people, ledger };
