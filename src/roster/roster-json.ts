// The verdicts in the shape that other programs read. Its names stay, whatever the code calls things.
import type { ParticipantKind } from "../domain/people/participant-kind.js";
import type { RosterReading } from "../domain/roster/reading/roster-reading.js";
import type { RowVerdict } from "../domain/roster/row-verdict.js";
import type { FileJudgement } from "./judge-file.js";

export interface RosterJson {
  fileVerdict: "read" | "refused" | "asked";
  refusedBecause?: string;
  fileFlags?: string[];
  /** Where one sheet was read. */
  sheet?: string;
  seconds: number;
  rows: RowJson[];
}

export interface RowJson {
  line: number;
  sheet?: string;
  verdict: "ok" | "error" | "doubt";
  reasons: string[];
  name: string;
  phone: string | null;
  code: string | null;
  kind: "desa" | "kelurahan" | "tbm" | "dinas-kab" | "dinas-prov" | null;
  /** Codes, the likeliest first. */
  candidates: string[];
  startOn: string | null;
  endOn: string | null;
  status: "new" | "changed" | "same";
}

const KINDS: Record<ParticipantKind, NonNullable<RowJson["kind"]>> = {
  desa: "desa",
  kelurahan: "kelurahan",
  tbm: "tbm",
  regency_office: "dinas-kab",
  province_office: "dinas-prov",
};

export function rosterJson({ reading, judged }: FileJudgement, seconds: number): RosterJson {
  const flags = fileFlagsOf(reading, judged?.codeSystem === "bps" || judged?.codeSystem === "clash");
  const sheet = onlySheetOf(reading);
  return {
    fileVerdict: reading.verdict,
    ...(reading.verdict === "refused" ? { refusedBecause: reading.refusedBecause } : {}),
    ...(flags.length === 0 ? {} : { fileFlags: flags }),
    ...(sheet === null ? {} : { sheet }),
    seconds: Math.round(seconds * 1000) / 1000,
    rows: (judged?.rows ?? []).map((row, n) => rowJson(row, judged?.comparison.statuses[n]?.status ?? "new")),
  };
}

function rowJson(row: RowVerdict, status: RowJson["status"]): RowJson {
  return {
    line: row.line,
    ...(row.sheet === null ? {} : { sheet: row.sheet }),
    verdict: row.verdict,
    reasons: [...row.reasons],
    name: row.name,
    phone: row.phone,
    code: row.place?.code ?? null,
    kind: row.kind === null ? null : KINDS[row.kind],
    candidates: row.candidates.map(({ code }) => code),
    startOn: row.startOn,
    endOn: row.endOn,
    status,
  };
}

function fileFlagsOf(reading: RosterReading, isOfOtherCodes: boolean): string[] {
  const flags = new Set<string>(reading.flags.map(({ flag }) => flag));
  if (isOfOtherCodes) flags.add("wrong-code-system");
  if (reading.verdict === "asked") flags.add(reading.askedBecause);
  return [...flags];
}

function onlySheetOf(reading: RosterReading): string | null {
  if (reading.verdict !== "read" || reading.tables.length !== 1) return null;
  return reading.tables[0]?.sheet ?? null;
}
