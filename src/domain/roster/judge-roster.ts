// From the lines of a roster to a verdict for each, and to what is to be said of the whole file. Pure: nothing is written.

import { kindAt, type ParticipantKind, placeLevelOf } from "../people/participant-kind.js";
import type { Place } from "../places/place.js";
import type { Day } from "../time/calendar.js";
import { duplicateFaults } from "./duplicate-faults.js";
import { type CodeSystem, codeSystemOf } from "./places/code-system.js";
import { type Location, locateRow } from "./places/locate-row.js";
import { officeLevelOf } from "./places/office-level.js";
import type { PlaceNames } from "./places/place-names.js";
import { type CodeReading, readCodeCell } from "./places/read-code-cell.js";
import { readWrittenPlaces } from "./places/read-written-place.js";
import type { WrittenPlaces } from "./places/written-places.js";
import { readRosterDays } from "./reading/read-roster-days.js";
import { type KindReading, readRosterKind } from "./reading/read-roster-kind.js";
import { readRosterName } from "./reading/read-roster-name.js";
import { readRosterPhone } from "./reading/read-roster-phone.js";
import { saidText } from "./reading/said-text.js";
import type { RosterLine } from "./roster-line.js";
import { type Fault, type RowVerdict, verdictOf } from "./row-verdict.js";

export interface RosterVerdict {
  readonly rows: readonly RowVerdict[];
  /** Whose codes the file holds; "bps" and "clash" are to be said before anything else. */
  readonly codeSystem: CodeSystem;
}

/** A line with what it says of its place, before the whole file has told how its codes are to be taken. */
interface ReadLine {
  readonly line: RosterLine;
  readonly code: CodeReading;
  readonly kind: KindReading;
  /** Where the office may be of two levels. */
  readonly officeCandidates: readonly Place[];
  readonly written: WrittenPlaces;
}

/**
 * @param today decides the year of days without one
 * @param tell hears at each line how many are done; each is looked at twice, so half of it counts each time
 */
export function judgeRoster(
  lines: readonly RosterLine[],
  names: PlaceNames,
  today: Day,
  tell: (done: number) => void = () => {},
): RosterVerdict {
  const read = lines.map((line, n) => {
    tell(Math.floor(n / 2));
    return readLine(line, names);
  });
  const codeSystem = codeSystemOf(names, read);
  const judged = read.map((each, n) => {
    tell(Math.floor((lines.length + n) / 2));
    return judgeLine(each, names, codeSystem, today);
  });
  const duplicates = duplicateFaults(
    judged.map(({ row }) => ({ name: row.name, phone: row.phone, placeCode: row.place?.code ?? null })),
  );
  const rows = judged.map(({ row, faults }, n) => {
    const duplicate = duplicates[n];
    return { ...row, ...verdictOf(duplicate ? [...faults, duplicate] : faults) };
  });
  return { rows, codeSystem };
}

function readLine(line: RosterLine, names: PlaceNames): ReadLine {
  const institution = saidText(line.institution);
  const said = readRosterKind(saidText(line.kind), institution);
  const code = readCodeCell(saidText(line.code));
  if (said !== "office") {
    return {
      line,
      code,
      kind: said,
      officeCandidates: [],
      written: readWrittenPlaces(names, line, said, targetOf(said)),
    };
  }
  const { kind, candidates } = officeLevelOf(names, code, institution, readWrittenPlaces(names, line, said, "regency"));
  const level = kind ?? said;
  return {
    line,
    code,
    kind: level,
    officeCandidates: candidates,
    written: readWrittenPlaces(names, line, level, targetOf(level)),
  };
}

function judgeLine(read: ReadLine, names: PlaceNames, system: CodeSystem, today: Day) {
  const { line } = read;
  const name = readRosterName(line.name);
  const phone = readRosterPhone(line.phone, line.phoneIsRounded);
  const days = readRosterDays(line.startOn, line.endOn, today);
  const location = whereabouts(read, names, system);
  const kind = kindOfLine(read.kind, location.place);
  const faults: Fault[] = [
    ...(name.ok ? [] : [{ reason: name.reason, severity: "error" } as const]),
    ...(phone.ok ? [] : [{ reason: phone.reason, severity: phone.severity }]),
    ...location.reasons.map((reason) => ({ reason, severity: severityOf(reason, location) })),
    ...(isKindOpen(read.kind) ? [{ reason: "unknown-kind", severity: "doubt" } as const] : []),
    ...(days.ok ? [] : [{ reason: "bad-date", severity: "error" } as const]),
  ];
  const row = {
    sheet: line.sheet,
    line: line.line,
    name: name.name,
    phone: phone.ok ? phone.phone : null,
    place: location.place,
    kind,
    institution: saidText(line.institution),
    className: saidText(line.className),
    candidates: location.candidates,
    startOn: days.ok ? days.startOn : null,
    endOn: days.ok ? days.endOn : null,
  };
  return { row, faults };
}

/** An office of unknown level has no place: the fault is its kind, and the candidates are what it may be of. */
function whereabouts(
  { kind, code, officeCandidates, written }: ReadLine,
  names: PlaceNames,
  system: CodeSystem,
): Location {
  if (kind === "office") return { place: null, reasons: [], candidates: officeCandidates };
  return locateRow(names, code, written, targetOf(kind), system);
}

function targetOf(kind: KindReading): "province" | "regency" | "village" {
  if (kind === "village" || kind === "other" || kind === "silent") return "village";
  return kind === "office" ? "regency" : placeLevelOf(kind);
}

function isKindOpen(kind: KindReading): boolean {
  return kind === "other" || kind === "office";
}

/** Where nothing is said of it, the place says what it has. */
function kindOfLine(kind: KindReading, place: Place | null): ParticipantKind | null {
  if (kind === "tbm" || kind === "regency_office" || kind === "province_office") return kind;
  if (kind === "other" || kind === "office") return null;
  if (place !== null) return kindAt(kind === "kelurahan" ? kind : "desa", place.code);
  return kind === "desa" || kind === "kelurahan" ? kind : null;
}

/** Where there is something to choose from, somebody can choose; else the line must be changed. */
function severityOf(reason: Location["reasons"][number], { candidates }: Location): Fault["severity"] {
  return reason === "missing-place" || reason === "unknown-place" || candidates.length === 0 ? "error" : "doubt";
}
