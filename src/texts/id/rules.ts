// Aturan & pertanyaan, bagi admin nasional.

import type { RichText } from "../../domain/messages/message.js";
import type { ChangedBy } from "../../domain/rules/rebase-rules.js";
import type { RuleDifference } from "../../domain/rules/rule-differences.js";
import type { RuleEffect } from "../../domain/rules/rule-effects.js";
import type { RuleFault } from "../../domain/rules/rule-fault.js";
import type { RuleSheet } from "../../domain/rules/sheets/rule-sheets.js";
import { asMuchAsFits, listBetween, someNames, someTabs, whatChanges } from "../files/workbooks/rule-room.js";
import { listed } from "../lists.js";
import { bold, lines, paragraphs, pressed, rich } from "../rich.js";
import { ruleWords } from "./rule-words.js";

/** Lembar lain di berkas itu. */
const notRead = (unread: readonly string[]) =>
  someTabs(unread) !== "" && `Lembar yang tidak dikenal tidak dibaca: ${someTabs(unread)}.`;

const rest = (more: number) => `dan ${more} lagi`;

const download = "📥 Unduh Excel";
const send = "📤 Kirim Excel";

const changes = (
  differences: readonly RuleDifference[],
  effects: readonly RuleEffect[],
  beside: { above?: RichText | false; below?: string | false } = {},
) =>
  whatChanges({
    differences: differences.map(ruleWords.difference),
    effects: effects.map(ruleWords.effect),
    heads: { differences: "Yang berubah:", effects: "Akibatnya:" },
    rest,
    ...beside,
  });

const whose = (by: string | null) => (by === null ? "seorang admin" : by);

/** Siapa yang mengubah aturan sesudah berkas diunduh. */
const changers = ({ isOwn, others }: ChangedBy) =>
  listed(
    "id",
    someNames([...(isOwn ? ["Bapak/Ibu sendiri"] : []), ...others.map(whose)], (n) => `${n} admin lain`),
  );

const stays = "Penyimpanan yang sudah dipersingkat tetap begitu, karena itulah yang dijanjikan kepada peserta.";

export const rules = {
  menu: "⚙️ Aturan & pertanyaan",
  download,
  send,
  history: "🕓 Riwayat",
  back: "⬅️ Aturan",
  home: (now: { number: number; at: string; by: string | null } | null, changes: number) =>
    paragraphs(
      bold("Aturan & pertanyaan"),
      now === null
        ? "Semua masih seperti bawaan program."
        : rich`Yang berlaku: versi ${now.number}, sejak ${now.at}, dari ${whose(now.by)}. Berbeda dari bawaan: ${changes}.`,
      rich`Pertanyaan laporan, kendala, pengingat, jam, hari libur, batas pesan, dan penyimpanan ada dalam satu berkas Excel. Tekan ${pressed(download)}, ubah berkasnya, lalu kirim kembali lewat ${pressed(send)}.`,
      "Belum ada yang berubah sebelum Bapak/Ibu melihat akibatnya dan setuju.",
    ),
  caption: () => rich`Ini aturan yang sedang berlaku. Ubah di berkas ini, lalu kirim kembali lewat ${pressed(send)}.`,
  file: "aturan.xlsx",
  form: {
    about: "aturan",
    label: "Berkas",
    ask: () => rich`Silakan kirim berkas aturan yang sudah diubah, sebagai Excel.`,
    notRules: () =>
      rich`Di berkas itu tidak ada lembar aturan. Mohon pakai berkas dari tombol ${pressed(download)}, dengan judul kolom seperti semula.`,
    unreadable: (why: RichText) =>
      paragraphs(why, rich`Yang diperlukan di sini berkas Excel dari tombol ${pressed(download)}.`),
    confirm: "✅ Berlakukan",
    nothing: (unread: readonly string[], older: ChangedBy | null) =>
      older === null
        ? paragraphs("Tidak ada yang berubah: berkas itu sama dengan aturan yang berlaku.", notRead(unread))
        : paragraphs(
            rich`Tidak ada yang berubah. Sesudah berkas itu diunduh, ${changers(older)} mengubah aturan; itu tetap berlaku, karena baris yang masih seperti saat diunduh dihitung tidak diubah.`,
            rich`Untuk mengubah lagi, mohon pakai berkas yang baru dari ${pressed(download)}.`,
            notRead(unread),
          ),
    faulty: (faults: readonly RuleFault[]) =>
      paragraphs(
        "Aturan ini belum dapat dipakai, dan tidak ada yang berubah:",
        asMuchAsFits(faults.map(ruleWords.fault), rest),
        "Mohon perbaiki berkasnya, lalu kirim lagi.",
      ),
    clash: (faults: readonly RuleFault[], by: ChangedBy) =>
      listBetween(
        rich`Belum ada yang berubah. Berkasnya sendiri benar, tetapi tidak cocok dengan yang diubah ${changers(by)} sesudah berkas itu diunduh:`,
        faults.map(ruleWords.fault),
        { below: rich`Mohon unduh berkas yang baru lewat ${pressed(download)}, lalu ubah di sana.`, rest },
      ),
    summary: (
      differences: readonly RuleDifference[],
      effects: readonly RuleEffect[],
      {
        missing,
        unread,
        meanwhile,
      }: { missing: readonly RuleSheet[]; unread: readonly string[]; meanwhile: ChangedBy | null },
    ) =>
      changes(differences, effects, {
        above:
          meanwhile !== null &&
          rich`⚠️ Sesudah berkas ini diunduh, ${changers(meanwhile)} mengubah aturan. Itu tetap berlaku, kecuali yang di bawah; baris yang masih seperti saat diunduh dihitung tidak diubah.`,
        below: notRead(unread) || (missing.length > 0 && "Lembar yang tidak ada di berkas tetap seperti semula."),
      }),
    changedMeanwhile: () =>
      rich`Sementara itu aturan sudah berubah, jadi belum ada yang disimpan. Mohon lihat sekali lagi di bawah ini.`,
    done: (number: number) =>
      paragraphs(
        rich`✅ Aturan versi ${number} sudah berlaku. Bila ternyata keliru, versi sebelumnya dapat dikembalikan lewat ${pressed("🕓 Riwayat")}.`,
        rich`Untuk perubahan berikutnya, mohon pakai berkas yang baru dari ${pressed(download)}.`,
      ),
  },
  details: {
    caption: () => rich`Rinciannya ada di berkas ini.`,
    file: "rincian-aturan.xlsx",
    faults: "Perlu diperbaiki",
    differences: "Yang berubah",
    effects: "Akibatnya",
  },
  versions: () => rich`Versi aturan, yang terbaru di atas. Silakan pilih satu untuk melihat isinya.`,
  version: (number: number, day: string) => `Versi ${number}, ${day}`,
  shipped: "Bawaan program",
  one: (
    { number, at, by, takesBack }: { number: number; at: string; by: string | null; takesBack: number | null },
    differences: readonly RuleDifference[],
  ) =>
    paragraphs(
      bold(`Versi ${number}`),
      rich`Berlaku sejak ${at}, dari ${whose(by)}.`,
      takesBack !== null && (takesBack === 0 ? "Mengembalikan bawaan program." : `Mengembalikan versi ${takesBack}.`),
      lines(bold("Yang berubah saat itu:"), asMuchAsFits(differences.map(ruleWords.difference), rest)),
    ),
  takeBack: "↩️ Kembalikan",
  yes: "↩️ Ya, kembalikan",
  no: "⬅️ Tidak jadi",
  ask: (
    number: number,
    {
      differences,
      effects,
      keepsLess,
    }: { differences: readonly RuleDifference[]; effects: readonly RuleEffect[]; keepsLess: boolean },
  ) =>
    paragraphs(
      number === 0 ? "Kembali ke bawaan program?" : `Kembali ke versi ${number}?`,
      changes(differences, effects, { below: keepsLess && stays }),
    ),
  same: (keepsLess: boolean) =>
    keepsLess
      ? paragraphs("Tidak ada lagi yang dapat dikembalikan.", stays)
      : rich`Aturan itu sudah berlaku, jadi tidak ada yang berubah.`,
  gone: () => rich`Versi itu tidak ada.`,
  askAgain: () => rich`Sementara itu aturan berubah lagi. Mohon lihat sekali lagi sebelum mengembalikan.`,
  takenBack: (number: number) => rich`↩️ Sudah dikembalikan, sebagai versi ${number}.`,
};
