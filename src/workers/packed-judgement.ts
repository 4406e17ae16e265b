// What the thread that judges files hands over: a judgement whose people travel in parts.
import { type Packed, packed, unpacked } from "../files/bounds/in-parts.js";
import type { JudgedRoster, JudgedWorkbook, RosterJudgement } from "../ports/programme/roster-files.js";

type Without<Judged extends { rows: unknown }> = Omit<Judged, "rows">;

export interface PackedJudgement {
  judgement:
    | Exclude<RosterJudgement, JudgedRoster | JudgedWorkbook>
    | Without<JudgedRoster>
    | (Omit<JudgedWorkbook, "people"> & { people: Without<JudgedRoster> | null });
  rows: Packed;
}

export function packJudgement(judgement: RosterJudgement): PackedJudgement {
  if (judgement.kind === "judged") return withoutRows(judgement, (rest) => rest);
  if (judgement.kind !== "workbook") return { judgement, rows: [] };
  const { people } = judgement;
  if (people === null) return { judgement: { ...judgement, people }, rows: [] };
  return withoutRows(people, (rest) => ({ ...judgement, people: rest }));
}

function withoutRows(
  { rows, ...rest }: JudgedRoster,
  within: (rest: Without<JudgedRoster>) => PackedJudgement["judgement"],
): PackedJudgement {
  return { judgement: within(rest), rows: packed(rows) };
}

export async function unpackJudgement({ judgement, rows }: PackedJudgement): Promise<RosterJudgement> {
  switch (judgement.kind) {
    case "judged":
      return { ...judgement, rows: await unpacked(rows) };
    case "workbook": {
      const { people } = judgement;
      return { ...judgement, people: people === null ? null : { ...people, rows: await unpacked(rows) } };
    }
    default:
      return judgement;
  }
}
