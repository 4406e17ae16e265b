// The lines of a roster that did not go in, as a workbook in the sender's own columns and order, to be mended and sent again.

import type { CellOut, ColumnOut, SheetOut } from "../../domain/files/workbook.js";
import type { NewFile } from "../../domain/messages/message.js";
import type { JudgedLine, JudgedRoster, OfferedPlace } from "../../ports/programme/roster-files.js";
import type { Texts } from "../../texts/index.js";
import type { BotWorld } from "../world.js";
import type { Fault } from "./roster/roster-lines.js";

interface Problem {
  row: JudgedLine;
  fault: Fault;
}

export async function problemsFile(
  world: BotWorld,
  { roster }: Texts,
  { columns }: JudgedRoster,
  problems: readonly Problem[],
): Promise<NewFile> {
  const sheet = problemsSheet(roster, columns, problems);
  const bytes = await world.workbooks.write({ sheets: [sheet] });
  return { kind: "document", name: roster.problemsFile, base64: Buffer.from(bytes).toString("base64") };
}

/** Somebody of another province or class may well belong: it is asked about. */
function verdictOf({ verdict }: JudgedLine, fault: Fault): "error" | "doubt" {
  if (verdict !== "ok") return verdict;
  return fault === "other-province" || fault === "other-class" ? "doubt" : "error";
}

/** The code is what is read of it; the rest is for the one who chooses. */
function chosenAs({ code, name, within }: OfferedPlace): string {
  return `${code} ${[name, ...within].join(", ")}`;
}

/** A doubtful place is chosen in the cell of its code: of two villages of one name only the code tells which is meant. */
function problemsSheet(
  words: Texts["roster"],
  columns: JudgedRoster["columns"],
  problems: readonly Problem[],
): SheetOut {
  const codeAt = columns.findIndex(({ role }) => role === "code");
  const own = columns.map(({ heading, role }): ColumnOut => ({ heading, width: role === "name" ? 30 : 20 }));
  const added: ColumnOut[] = codeAt < 0 ? [{ heading: words.columns.code, width: 60 }] : [];
  const verdict: ColumnOut[] = [
    { heading: words.columns.line, width: 8 },
    { heading: words.columns.verdict, width: 10 },
    { heading: words.columns.reason, width: 50 },
  ];
  const rows = problems.map(({ row, fault }): CellOut[] => [
    ...own.map((_, n) => row.cells[n] ?? ""),
    ...added.map(() => ""),
    String(row.line),
    words.verdicts[verdictOf(row, fault)],
    (row.reasons.length === 0 ? [fault] : row.reasons).map((reason) => words.reasons[reason]).join("; "),
  ]);
  const column = codeAt < 0 ? own.length : codeAt;
  const choices = problems.flatMap(({ row: { candidates } }, row) =>
    candidates.length === 0 ? [] : [{ row, column, values: candidates.map(chosenAs) }],
  );
  return { name: words.problemsSheet, columns: [...own, ...added, ...verdict], rows, choices };
}
