// The verdicts in words, for a terminal: what is to be said of the file, then every line that is not fine.
import type { Place, PlaceLevel } from "../domain/places/place.js";
import type { RosterPerson, RosterStatus } from "../domain/roster/compare-roster.js";
import type { PlaceNames } from "../domain/roster/places/place-names.js";
import type { RosterReading } from "../domain/roster/reading/roster-reading.js";
import type { RowVerdict } from "../domain/roster/row-verdict.js";
import type { Texts } from "../texts/index.js";
import type { FileJudgement } from "./judge-file.js";
import type { RosterOptions } from "./read-arguments.js";

const SIGNS = { ok: "✅", doubt: "❓", error: "❌" } as const;

export function describeRoster(judgement: FileJudgement, options: RosterOptions, texts: Texts): string {
  const { reading, judged, names } = judgement;
  const words = texts.rosterTerminal;
  if (reading.verdict === "refused") return told(texts.roster.form.file.refused(reading.refusedBecause).text);
  if (reading.verdict === "asked") return told(words.asked[reading.askedBecause], ...offers(reading));
  if (judged === null) return "";
  const { rows, comparison, codeSystem } = judged;
  const count = (verdict: RowVerdict["verdict"]) => rows.filter((row) => row.verdict === verdict).length;
  const others = options.className === null ? [] : rows.filter(({ className }) => className !== options.className);
  return told(
    words.counts({ rows: rows.length, ok: count("ok"), doubt: count("doubt"), errors: count("error") }),
    words.codes[codeSystem],
    ...reading.flags.map(({ flag, count: many, which }) => `${words.flags[flag](many)}${listed(which)}`),
    others.length === 0 ? "" : words.otherClass(others.length, options.className ?? ""),
    options.against === null ? "" : statusesOf(comparison.statuses, comparison.missing.length, texts),
    ...rows.flatMap((row, n) => describeRow(row, comparison.statuses[n], names, texts)),
  );
}

function told(...lines: readonly string[]): string {
  return `${lines.filter((line) => line !== "").join("\n")}\n`;
}

function offers(reading: RosterReading & { verdict: "asked" }): readonly string[] {
  return reading.sheets.map(({ sheet, table }) =>
    [`  ${sheet ?? "–"}:`, ...table.columns.map(({ letter, heading, role }) => `${letter} ${heading} (${role})`)].join(
      " ",
    ),
  );
}

function listed(which: readonly string[]): string {
  return which.length === 0 ? "" : `: ${which.join(", ")}`;
}

function statusesOf(
  statuses: readonly RosterStatus<RosterPerson>[],
  missing: number,
  { rosterTerminal: roster }: Texts,
): string {
  const count = (status: RosterStatus<RosterPerson>["status"]) =>
    statuses.filter((each) => each.status === status).length;
  const counts = roster.statuses(count("new"), count("changed"), count("same"));
  return missing === 0 ? counts : `${counts}\n${roster.missing(missing)}`;
}

/** Nothing for a line that is fine and changes nothing. */
function describeRow(
  row: RowVerdict,
  status: RosterStatus<RosterPerson> | undefined,
  names: PlaceNames,
  { rosterTerminal: roster }: Texts,
): readonly string[] {
  const changes = status?.status === "changed" ? status.changes : [];
  if (row.verdict === "ok" && changes.length === 0) return [];
  const where = row.sheet === null ? roster.line(row.line) : `${row.sheet}, ${roster.line(row.line)}`;
  const reasons = row.reasons.map((reason) => roster.reasons[reason]);
  const changed = changes.map(({ from, to }) => roster.change(from, to));
  const said = [...(row.name === "" ? [] : [row.name]), ...reasons, ...changed].join(" · ");
  const candidates = row.candidates.map((place) => `     ${wholeName(place, names, roster.district)}`);
  return [
    `${SIGNS[row.verdict]} ${where}: ${said}`,
    ...(candidates.length === 0 ? [] : [`   ${roster.candidates}:`, ...candidates]),
  ];
}

const LENGTHS: Readonly<Record<PlaceLevel, readonly number[]>> = {
  province: [],
  regency: [2],
  district: [5, 2],
  village: [8, 5, 2],
};

/** "32.01.06.2001 Sukamaju, Kec. Jonggol, Kab. Bogor, Jawa Barat" */
function wholeName(place: Place, names: PlaceNames, district: (name: string) => string): string {
  const above = LENGTHS[place.level].map((length) => {
    const name = names.find(place.code.slice(0, length))?.name ?? "";
    return length === 8 ? district(name) : name;
  });
  return `${place.code} ${[place.name, ...above].join(", ")}`;
}
