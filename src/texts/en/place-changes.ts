// Codes and names of places that changed in the ministry's data, for admins.
import type { ChangedPlace, PlaceNews } from "../../domain/places/place-changes.js";
import { digits } from "../digits.js";
import { bold, lines, paragraphs, rich } from "../rich.js";

const along = ({ libraries, rosterRows }: ChangedPlace) =>
  [
    libraries > 0 && (libraries === 1 ? "1 library" : `${libraries} libraries`),
    rosterRows > 0 && (rosterRows === 1 ? "1 invited person" : `${rosterRows} invited people`),
  ]
    .filter(Boolean)
    .join(", ");

function line(change: ChangedPlace) {
  const { kind, code, before, now, to, parentBefore, parentNow } = change;
  const name = now === null || now === before ? before : `${before} → ${now}`;
  if (kind === "gone") {
    return rich`⚠️ ${bold(name)} (${code}) is no longer in the data. Still there: ${along(change)}. Please ask which village it is now.`;
  }
  if (kind === "renamed") return rich`✏️ ${bold(name)} (${code}): ${along(change)}`;
  const where = parentBefore === parentNow ? `${code} → ${to}` : `${parentBefore} → ${parentNow}, ${to}`;
  return rich`➡️ ${bold(name)}: ${where}. Moved along: ${along(change)}`;
}

export const placeChanges = {
  menu: "📍 Places that changed",
  page: ({ total, shown, others }: PlaceNews) =>
    paragraphs(
      bold("Places that changed"),
      total === 0 ? "No library and nobody invited is in a place that changed." : lines(...shown.map(line)),
      others.moved + others.renamed + others.gone > 0 &&
        rich`Without any of our libraries: ${digits.en(others.moved)} got another code, ${digits.en(others.renamed)} another name, ${digits.en(others.gone)} are gone.`,
      "Old codes are still recognised.",
    ),
};
