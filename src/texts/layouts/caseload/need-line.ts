// One of those who need somebody, in one line of a list: "3. 🔴🔴🟡 Hasan Ahmad, Petajen – terlambat 6 hari, kabar terakhir 31 Mei".
import type { NeedReason } from "../../../domain/caseload/morning.js";
import type { RichText } from "../../../domain/messages/message.js";
import { type Light, PLAN_TYPES, type PlanType } from "../../../domain/plans/work-plan.js";
import { bold, lines, rich } from "../../rich.js";
import { shortened } from "../classes/session-words.js";

export interface NeedLine {
  names: string[];
  libraryName: string;
  village: string;
  lights: { type: PlanType; light: Light }[];
  reason: NeedReason;
  obstacle: string | null;
  /** Nothing reaches any of them. */
  isBlocked: boolean;
}

export interface NeedMarks {
  isNew?: boolean;
  isDone?: boolean;
}

export interface NeedWords {
  lights: Record<Light, string>;
  reason(reason: NeedReason): string;
  obstacle(stored: string): string;
  blocked: string;
}

/** Letters of the names that leave room for the reason, which is why the line is there; fewer where a list finds no room otherwise. */
const NAME = 24;
const NAMES = [NAME, 18, 12];
const VILLAGE = 16;
const OBSTACLE = 24;

/** As many letters as a list of eight may have beside its heading and its last lines. */
const LIST = 560;

/** `room`: in characters, for all of them, where there is less of it than usual. */
export function needLines(
  words: NeedWords,
  needs: readonly (NeedLine & NeedMarks)[],
  from: number,
  room = LIST,
): RichText {
  const made = (brief: number | null) =>
    lines(...needs.map((need, index) => needLine(words, need, from + index + 1, brief)));
  let list = made(null);
  for (const brief of NAMES) if (list.text.length > Math.min(room, LIST)) list = made(brief);
  return list;
}

/** `brief`: how many letters of the names, and nothing that could be left out; null: all of it. */
function needLine(words: NeedWords, need: NeedLine & NeedMarks, n: number, brief: number | null): RichText {
  const isBrief = brief !== null;
  const who = need.names.length === 0 ? need.libraryName : need.names.join(", ");
  const village =
    isBrief || need.village === "" || need.names.length === 0 ? "" : `, ${shortened(need.village, VILLAGE)}`;
  const name = rich`${bold(shortened(who, brief ?? NAME))}${village}`;
  if (need.isDone === true) return rich`${n}. ✅ ${name}`;
  const lights = PLAN_TYPES.flatMap((type) =>
    need.lights.filter((one) => one.type === type).map(({ light }) => words.lights[light]),
  ).join("");
  const why = [
    words.reason(need.reason),
    // Its sign stands before the name.
    !isBrief && need.isBlocked && words.blocked,
    !isBrief && need.obstacle !== null && shortened(words.obstacle(need.obstacle), OBSTACLE),
  ].filter((part) => part !== false);
  const marks = `${need.isNew === true ? "🆕" : ""}${markOf(need)}${lights}`;
  return rich`${n}. ${marks}${marks === "" ? "" : " "}${name} – ${why.join(" · ")}`;
}

function markOf({ reason, isBlocked }: NeedLine): string {
  if (reason.kind === "help") return "🆘";
  if (reason.kind === "question") return "💬";
  return isBlocked ? "🚫" : "";
}
