// To those who answer for personal data: the wishes to be forgotten.
import { ERASURE_BOUND_HOURS } from "../../domain/own-data/erasure-bound.js";
import { bold, lines, paragraphs, rich } from "../rich.js";

interface ErasureRow {
  number: number;
  asked: string;
  due: string;
  /** Below zero: past the bound. */
  hoursLeft: number;
  /** Empty while it is not finished. */
  finished: string | null;
}

export const erasures = {
  list: (rows: ErasureRow[], counts: { unfinished: number; finished: number }) =>
    paragraphs(
      bold("Permintaan hapus data"),
      rich`Belum selesai: ${bold(String(counts.unfinished))} · selesai: ${bold(String(counts.finished))}. Batasnya ${ERASURE_BOUND_HOURS} jam sejak diminta.`,
      lines(
        ...rows.map(({ number, asked, due, hoursLeft, finished }) =>
          finished === null
            ? rich`${hoursLeft < 0 ? "🔴" : "⏳"} ${bold(`Nomor ${number}`)}: diminta ${asked}, batas ${due} (${hoursLeft < 0 ? `terlambat ${-hoursLeft} jam` : `sisa ${hoursLeft} jam`})`
            : rich`✅ ${bold(`Nomor ${number}`)}: diminta ${asked}, selesai ${finished}`,
        ),
      ),
    ),
};
