// /audit: who did what.

import { fitLabel } from "../../domain/messages/button-label.js";
import type { AuditLine, AuditPerson } from "../../domain/own-data/audit-line.js";
import type { AuditedKind } from "../../domain/own-data/audited.js";
import type { Day } from "../../domain/time/calendar.js";
import { type Zone, zoneLabel } from "../../domain/time/zone.js";
import { plainDay, shortDayAndTime } from "../dates.js";
import { digits } from "../digits.js";
import { type AuditWords, kindOf, shortName, shortPurpose, withPurposes } from "../layouts/audit-line.js";
import { bold, italic, lines, paragraphs, rich } from "../rich.js";
import { auditActions } from "./audit-actions.js";

const kinds: Record<AuditedKind | "all", string> = {
  seen: "Dilihat",
  exported: "Diunduh",
  changed: "Diubah",
  sent: "Dikirim",
  decided: "Diputuskan",
  all: "Semua",
};

const filtered = ({ filter: { kind, day, who }, whom }: AuditWords) =>
  [
    ...(kind === null ? [] : [kinds[kind].toLowerCase()]),
    ...(who === undefined ? [] : [`oleh ${shortName(who ?? "–")}`]),
    ...(whom === undefined ? [] : [`tentang ${shortName(whom ?? "–")}`]),
    ...(day === null ? [] : [plainDay("id", day)]),
  ].join(" · ");

const subjects: Record<string, (number: string) => string> = {
  announcement: (n) => `pengumuman ${n}`,
  "roster-import": (n) => `berkas peserta ${n}`,
  rules: (n) => `versi ${n}`,
};

export const audit = {
  about: "saringan catatan kegiatan",
  aboutFile: "catatan kegiatan",
  kinds,
  kindOf,
  actions: auditActions,
  who: ({ actorId, who }: AuditLine) => (actorId === null ? "bot" : who === null || who === "" ? "(dihapus)" : who),
  /** Null: of no one thing. */
  aboutWhom: ({ subject, about }: AuditLine) => {
    const [kind = "", number = ""] = subject.split(":");
    return subjects[kind]?.(number) ?? (about === "" ? "(dihapus)" : about);
  },
  page: (words: AuditWords) => {
    const { count, isMore, lines: shown, zone } = words;
    const only = filtered(words);
    return withPurposes((purposes) =>
      paragraphs(
        lines(
          rich`📋 ${bold("Catatan kegiatan")} · ${isMore ? `lebih dari ${digits.id(count)}` : digits.id(count)} baris`,
          only !== "" && italic(only),
        ),
        shown.length === 0 && "Tidak ada catatan seperti itu di wilayah Bapak/Ibu.",
        ...shown.map((line) => {
          const whom = audit.aboutWhom(line);
          return lines(
            rich`${shortDayAndTime("id", zone, line.at)} · ${bold(shortName(audit.who(line)))}`,
            rich`${auditActions[line.action] ?? line.action}${whom === null ? "" : `: ${shortName(whom)}`}`,
            purposes && line.purpose !== null && italic(`“${shortPurpose(line.purpose)}”`),
          );
        }),
      ),
    );
  },
  newer: "⬅️ Lebih baru",
  older: "Lebih lama ➡️",
  find: { who: "👤 Siapa", whom: "👥 Tentang", day: "📅 Hari" },
  noFilter: "Tampilkan semua lagi",
  files: { xlsx: "📄 Excel", csv: "📄 CSV" },
  nameLabel: "nama",
  askName: (what: "who" | "whom") =>
    what === "who"
      ? rich`Kegiatan siapa, Bapak/Ibu? Silakan tulis namanya atau sebagian.`
      : rich`Tentang siapa, Bapak/Ibu? Silakan tulis namanya atau sebagian, atau nomor pesertanya.`,
  nameExample: "Siti",
  nobody: () => rich`Tidak ada nama seperti itu di wilayah Bapak/Ibu. Silakan coba bagian nama yang lain.`,
  askWhich: () => rich`Yang mana?`,
  found: ({ name, hint }: AuditPerson) => fitLabel(name, undefined, hint === null ? {} : { behind: ` · ${hint}` }),
  dayLabel: "hari",
  askDay: () => rich`Hari apa, Bapak/Ibu? Silakan pilih atau tulis tanggalnya.`,
  dayChoice: (day: Day, ago: number) => `${ago === 0 ? "Hari ini" : "Kemarin"}, ${plainDay("id", day)}`,
  notThen: () => rich`Catatan hari itu tidak ada. Mohon tulis tanggal dalam dua tahun terakhir.`,
  back: "⬅️ Kembali ke catatan",
  file: (rows: number, isAll: boolean) =>
    isAll
      ? rich`Catatan kegiatan: ${rows} baris. Mohon dijaga, karena memuat nama.`
      : rich`Catatan kegiatan: ${rows} baris terbaru; yang lebih lama tidak ikut. Saring menurut hari untuk mengunduhnya. Mohon dijaga, karena memuat nama.`,
  fileName: "catatan-kegiatan",
  sheet: "Catatan",
  aboutSheet: "Keterangan",
  zoneNote: (zone: Zone) => `Jam menurut ${zoneLabel(zone)}.`,
  columns: {
    day: "Hari",
    time: "Jam",
    who: "Oleh",
    kind: "Jenis",
    what: "Kegiatan",
    about: "Tentang",
    place: "Wilayah",
    purpose: "Keperluan",
    details: "Rincian",
  },
};
