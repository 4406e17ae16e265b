// Kode dan nama wilayah yang berubah di data Kemendagri, bagi admin.
import type { ChangedPlace, PlaceNews } from "../../domain/places/place-changes.js";
import { digits } from "../digits.js";
import { bold, lines, paragraphs, rich } from "../rich.js";

const along = ({ libraries, rosterRows }: ChangedPlace) =>
  [libraries > 0 && `${libraries} perpustakaan`, rosterRows > 0 && `${rosterRows} undangan`].filter(Boolean).join(", ");

function line(change: ChangedPlace) {
  const { kind, code, before, now, to, parentBefore, parentNow } = change;
  const name = now === null || now === before ? before : `${before} → ${now}`;
  if (kind === "gone") {
    return rich`⚠️ ${bold(name)} (${code}) tidak ada lagi di data. ${along(change)} masih di sana; mohon tanyakan desanya yang sekarang.`;
  }
  if (kind === "renamed") return rich`✏️ ${bold(name)} (${code}): ${along(change)}`;
  const where = parentBefore === parentNow ? `${code} → ${to}` : `${parentBefore} → ${parentNow}, ${to}`;
  return rich`➡️ ${bold(name)}: ${where}. Ikut pindah: ${along(change)}`;
}

export const placeChanges = {
  menu: "📍 Wilayah yang berubah",
  page: ({ total, shown, others }: PlaceNews) =>
    paragraphs(
      bold("Wilayah yang berubah"),
      total === 0 ? "Tidak ada perpustakaan atau undangan di wilayah yang berubah." : lines(...shown.map(line)),
      others.moved + others.renamed + others.gone > 0 &&
        rich`Tanpa perpustakaan kita: ${digits.id(others.moved)} pindah kode, ${digits.id(others.renamed)} berganti nama, ${digits.id(others.gone)} tidak ada lagi.`,
      "Kode lama tetap dikenali.",
    ),
};
