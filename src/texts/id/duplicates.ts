// Data ganda: pasangan yang mungkin satu orang atau satu perpustakaan, penggabungannya, dan pembatalannya.
import type { MergeKind, SameReason } from "../../domain/merges/duplicates.js";
import type { WhatMoves } from "../../domain/merges/merge-side.js";
import type { ParticipantKind } from "../../domain/people/participant-kind.js";
import { digits } from "../digits.js";
import { shortened } from "../layouts/classes/session-words.js";
import { listed } from "../lists.js";
import { bold, lines, paragraphs, pressed, rich } from "../rich.js";

const name = (text: string) => bold(shortened(text, 50));
const undo = "↩️ Batalkan penggabungan";

const reasons: Record<SameReason, string> = {
  phone: "nomor telepon sama",
  place: "nama dan desa sama",
  name: "nama hampir sama",
  code: "desa yang sama",
};

const kinds: Record<ParticipantKind, string> = {
  desa: "Perpustakaan desa",
  kelurahan: "Perpustakaan kelurahan",
  tbm: "TBM",
  regency_office: "Dinas kabupaten/kota",
  province_office: "Dinas provinsi",
};

/** Yang ada saja. */
function moved({ plans, reports, questions, attendance, drafts, people }: WhatMoves, kind: MergeKind): string[] {
  const some = (count: number, what: string) => (count === 0 ? [] : [`${count} ${what}`]);
  return [
    ...some(people, "orang"),
    ...some(kind === "libraries" ? plans : 0, "rencana"),
    ...some(reports, "laporan"),
    ...some(questions, "percakapan"),
    ...some(attendance, "kehadiran"),
    ...some(drafts, "isian"),
  ];
}

export const duplicates = {
  menu: (count: number) => (count === 0 ? "👥 Data ganda" : `👥 Data ganda (${digits.id(count)})`),
  list: (total: number) =>
    total === 0
      ? rich`👥 Tidak ada data ganda yang perlu dilihat.`
      : paragraphs(
          rich`👥 ${bold("Data ganda")}: ${digits.id(total)} pasangan`,
          rich`Setiap pasangan mungkin satu orang atau satu perpustakaan. Tekan untuk membandingkan keduanya.`,
        ),
  line: (kind: MergeKind, [first, second]: readonly [string, string]) =>
    `${kind === "people" ? "👤" : "📚"} ${shortened(first, 14)} · ${shortened(second, 14)}`,
  mergedLine: (kind: MergeKind, [went, stays]: readonly [string, string]) =>
    `${kind === "people" ? "👤" : "📚"} ${shortened(went, 13)} → ${shortened(stays, 13)}`,
  mergesMenu: (count: number) => `↩️ Baru digabung (${digits.id(count)})`,
  merges: (any: boolean) =>
    any
      ? rich`Yang baru digabung masih bisa dibatalkan. Tekan untuk melihatnya.`
      : rich`Tidak ada penggabungan yang masih bisa dibatalkan.`,
  back: "⬅️ Data ganda",
  maybePerson: "👥 Mungkin satu orang",
  maybeLibrary: "👥 Mungkin satu perpustakaan",
  because: (all: readonly string[]) => `Sebabnya: ${listed("id", all)}.`,
  reasons,
  kinds,
  stays: "tetap",
  goes: "digabungkan ke nomor 1",
  account: (hasJoined: boolean, isReachable: boolean): string =>
    hasJoined ? (isReachable ? "sudah bergabung" : "akunnya tidak bisa dihubungi") : "belum bergabung",
  entries: ({ plans, reports, questions }: Record<"plans" | "reports" | "questions", number>) =>
    `${plans} rencana, ${reports} laporan, ${questions} percakapan`,
  lastWord: (day: string) => `kabar terakhir ${day}`,
  moves: (all: readonly string[]) =>
    all.length === 0 ? rich`Tidak ada isian yang perlu pindah.` : rich`Yang pindah ke nomor 1: ${listed("id", all)}.`,
  moved,
  merge: "✅ Gabungkan",
  swap: "🔁 Nomor 2 yang tetap",
  two: { people: "🙅 Bukan orang yang sama", libraries: "🙅 Bukan perpustakaan yang sama" },
  ask: (
    {
      stays,
      goes,
      account,
      doublePlans,
    }: Record<"stays" | "goes", string> & {
      account: "first" | "second" | "brought" | "none";
      doublePlans: number;
    },
    kind: MergeKind,
  ) =>
    paragraphs(
      rich`Gabungkan ${name(goes)} ke ${name(stays)}?`,
      lines(
        kind === "people"
          ? rich`Kelas, rencana, laporan, percakapan, dan kehadirannya menjadi satu.`
          : rich`Orang, rencana, laporan, dan daftar undangannya menjadi satu.`,
        (account === "first" || account === "second") &&
          rich`Dari dua akun Telegram, yang dipakai seterusnya milik nomor ${account === "first" ? 1 : 2}. Kedua akun diberi tahu.`,
        account === "brought" && rich`Akun Telegram ${name(goes)} ikut pindah, dan diberi tahu.`,
        doublePlans > 0 &&
          rich`Pada ${doublePlans} rencana keduanya sudah menulis. Tulisan nomor 1 yang berlaku; yang lain tetap bisa dibaca.`,
      ),
      rich`Penggabungan bisa dibatalkan selama tujuh hari.`,
    ),
  confirm: "✅ Ya, gabungkan",
  notNow: "⬅️ Kembali",
  merged: ({ stays, goes, until }: Record<"stays" | "goes" | "until", string>) =>
    paragraphs(
      rich`✅ ${name(goes)} sudah digabungkan ke ${name(stays)}.`,
      rich`Bila keliru, tekan ${pressed(undo)}, paling lambat ${bold(until)}.`,
    ),
  mergedForGood: ({ stays, goes }: Record<"stays" | "goes", string>) =>
    rich`${name(goes)} digabungkan ke ${name(stays)} lebih dari tujuh hari yang lalu, jadi tidak bisa dibatalkan lagi.`,
  undo,
  undone: ({ stays, goes }: Record<"stays" | "goes", string>, accountIsBack: boolean) =>
    paragraphs(
      rich`↩️ ${name(goes)} dan ${name(stays)} sudah dipisahkan lagi, seperti sebelum digabung.`,
      rich`Yang ditulis sejak digabung tetap pada ${name(stays)}.`,
      !accountIsBack && rich`Akun Telegram ${name(goes)} sudah dipakai orang lain, jadi tidak ikut kembali.`,
    ),
  laterFirst: ({ stays }: Record<"stays", string>) =>
    rich`${name(stays)} digabungkan lagi sesudah itu. Mohon batalkan penggabungan yang terakhir lebih dulu.`,
  saidTwo: () => rich`Baik, keduanya berbeda. Pasangan ini tidak ditanyakan lagi.`,
  problems: {
    staff: () =>
      rich`Salah satunya memegang atau pernah memegang peran pelatih atau admin, jadi tidak bisa digabungkan di sini.`,
    unlike: () => rich`Dinas dan perpustakaan tidak bisa digabungkan.`,
    gone: () => rich`Salah satunya sudah digabungkan atau dihapus. Mohon lihat lagi daftarnya.`,
  },
  told: {
    kept: (who: string) =>
      rich`Bapak/Ibu, pendaftaran ganda atas nama ${name(who)} kini digabung. Semua isian ada di sini, di akun ini.`,
    given: (who: string) =>
      paragraphs(
        rich`Bapak/Ibu, pendaftaran ganda atas nama ${name(who)} kini digabung. Mohon lanjutkan di akun Telegram yang satunya; isian dari akun ini sudah ada di sana.`,
        rich`Akun ini tidak menerima pesan lagi. Bila keliru, mohon hubungi pelatih atau dinas.`,
      ),
  },
  toldUndone: {
    kept: (who: string) =>
      rich`Bapak/Ibu, penggabungan pendaftaran atas nama ${name(who)} dibatalkan. Isian dari pendaftaran yang lain tidak ada lagi di sini.`,
    given: () =>
      rich`Bapak/Ibu, penggabungan pendaftaran dibatalkan. Semua isian sebelumnya ada lagi di akun ini, silakan lanjutkan.`,
  },
  /** Di bawah rencana yang menyatukan dua tulisan. */
  alsoWritten: (texts: readonly string[]) =>
    rich`📎 Juga ditulis sebelum digabung: ${texts.map((text) => shortened(text, 80)).join("; ")}`,
};
