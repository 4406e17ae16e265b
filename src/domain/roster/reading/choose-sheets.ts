// Which sheets of a workbook are the roster. In doubt a person says.
import type { RosterChoices } from "./roster-reading.js";
import type { SheetTable } from "./sheet-table.js";

export type SheetChoice =
  | { readonly kind: "taken"; readonly sheets: readonly SheetTable[] }
  | { readonly kind: "asked"; readonly sheets: readonly SheetTable[] }
  /** No sheet has a heading that we know. */
  | { readonly kind: "unknown" };

/** Sheets that list other people, or nobody: never taken beside a better one. */
const NO_ROSTER =
  /\b(panitia|narasumber|nara sumber|pelatih|trainer|fasilitator|pengajar|instruktur|tamu|rekap\w*|ringkasan|contoh|petunjuk|template|format|referensi|ref|master|kode|absen\w*|daftar hadir|keuangan|anggaran|lama|old|backup|arsip|batal|cadangan)\b/i;

export function chooseSheets(tables: readonly SheetTable[], choices: RosterChoices): SheetChoice {
  const named = tables.filter(({ grid }) => choices.sheets?.includes(grid.name ?? "") === true);
  if (named.length > 0) return { kind: "taken", sheets: named };
  const withPeople = tables.filter(
    ({ hasHeading, lines, isDoubtful }) => hasHeading && (lines.length > 0 || isDoubtful),
  );
  const visible = withPeople.filter(({ grid }) => !grid.isHidden);
  if (withPeople.length === 0) return { kind: "unknown" };
  // Nobody sees that a hidden sheet is read.
  if (visible.length === 0) return { kind: "asked", sheets: withPeople };
  const only = onlyOne(visible);
  return only === undefined ? { kind: "asked", sheets: visible } : { kind: "taken", sheets: [only] };
}

/** The only one that can be meant: the others list other people, or cannot be joined to anybody's phone. */
function onlyOne(tables: readonly SheetTable[]): SheetTable | undefined {
  const rosters = tables.filter(({ grid }) => !NO_ROSTER.test(grid.name ?? ""));
  for (const some of [tables, rosters, rosters.filter(hasPhones)]) {
    if (some.length === 1) return some[0];
  }
  return undefined;
}

function hasPhones({ lines }: SheetTable): boolean {
  return lines.some(({ phone }) => phone !== "");
}
