// Others were quicker than somebody who was changing a report.
import type { ReportState } from "../../domain/plans/work-plan.js";
import type { ReportChange } from "../../domain/reports/report-changes.js";
import type { Zone } from "../../domain/time/zone.js";
import { dayAndTime } from "../dates.js";
import { bold, bullets, lines, paragraphs, rich } from "../rich.js";
import { planWords } from "./plan-words.js";
import { reportWords } from "./report-words.js";

const { states } = planWords;
const { change } = reportWords;

/** More lines of two shortened texts each would hide the question below them. */
const MOST_CHANGES = 3;

const keptAndAsked = rich`Isian Bapak/Ibu masih ada. Mana yang dipakai?`;

export const reportMeanwhile = {
  label: "pilihan",
  changed: (data: {
    number: string;
    author: string;
    reportedAt: Date;
    zone: Zone;
    changes: readonly ReportChange[];
    isReviewed: boolean;
  }) =>
    paragraphs(
      data.changes.length > 0 &&
        lines(
          rich`Selagi Bapak/Ibu mengisi, ${bold(data.author)} mengubah laporan ${data.number} (${dayAndTime("id", data.zone, data.reportedAt)}):`,
          bullets(data.changes.slice(0, MOST_CHANGES).map(change)),
        ),
      data.changes.length > MOST_CHANGES && rich`Dan ${data.changes.length - MOST_CHANGES} perubahan lain.`,
      data.changes.length === 0 &&
        !data.isReviewed &&
        rich`Selagi Bapak/Ibu mengisi, ${bold(data.author)} menyimpan laporan ${data.number} lagi.`,
      data.isReviewed && rich`Pelatih sudah memeriksa laporan ${data.number} selagi Bapak/Ibu mengisi.`,
      keptAndAsked,
    ),
  newer: (data: {
    number: string;
    author: string;
    reportedAt: Date;
    zone: Zone;
    state: ReportState;
    own: ReportState | "unchanged";
  }) =>
    paragraphs(
      rich`Selagi Bapak/Ibu mengisi, ${bold(data.author)} mengirim laporan yang lebih baru (${dayAndTime("id", data.zone, data.reportedAt)}): ${data.number}, ${states[data.state]}.`,
      rich`Isian Bapak/Ibu: ${data.own === "unchanged" ? "tidak ada perubahan" : states[data.own]}.`,
      keptAndAsked,
    ),
  mine: "✅ Pakai isian saya",
  theirs: "Pakai yang terbaru",
  left: () => rich`Baik, yang dipakai laporan ini. Isian Bapak/Ibu tadi tidak dikirim.`,
};
