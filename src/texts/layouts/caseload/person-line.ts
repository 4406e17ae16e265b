// One person in a list, laid out alike in both languages: "1. 🆕🔴🔴🟡 Hasan Ahmad, Petajen – 2 terlambat, kabar 31 Mei".
import type { PersonStanding } from "../../../domain/caseload/diagnosis.js";
import { READABLE } from "../../../domain/caseload/summary.js";
import type { RichText } from "../../../domain/messages/message.js";
import type { UnreachableCause } from "../../../domain/people/person.js";
import { type Light, PLAN_TYPES, type PlanType } from "../../../domain/plans/work-plan.js";
import { addDays, type Day } from "../../../domain/time/calendar.js";
import { bold, lines, rich } from "../../rich.js";
import { shortened } from "../classes/session-words.js";

export interface PersonLine {
  name: string;
  place: string;
  plans: { type: PlanType; light: Light }[];
  standing: PersonStanding;
  /** Why nothing written in the bot reaches them; null: it does. */
  unreachableCause: UnreachableCause | null;
  /** How many plans are late. */
  late: number;
  /** When anything was last heard; null: never. */
  lastHeardOn: Day | null;
  joinedOn: Day | null;
  helpSince: Day | null;
  askedOn: Day | null;
  pausedUntilOn: Day | null;
  /** Since when the province helps with them; null: it does not. Lists alone say so: files and pictures may be handed on. */
  withProvinceSince: Day | null;
  today: Day;
}

export interface LineWords {
  lights: Record<Light, string>;
  /** How they are doing, for a line that their lights begin. */
  standing(line: PersonLine): string;
  withProvince: string;
}

/** Letters of a name and of a village: eight lines and their buttons then fit a small phone. */
const NAME = 24;
const VILLAGE = 16;

/** The rest of a screen is its heading and what can be typed; or that nobody there can be reminded. */
const LIST = READABLE * 0.8;
const LIST_BEYOND_REACH = READABLE * 0.65;

/** In letters, for the people of a screen: the heading of a place says its name too. */
export function roomForPeople({
  areaName,
  isBeyondReach,
}: {
  areaName: string | null;
  isBeyondReach: boolean;
}): number {
  return (isBeyondReach ? LIST_BEYOND_REACH : LIST) - (areaName?.length ?? 0);
}

/** `room`: in letters; what is said besides goes first, and the mark of the province stays. */
export function personLines(words: LineWords, people: readonly PersonLine[], from: number, room: number): RichText {
  const fuller: Besides[] = [
    { village: true, province: true },
    { village: false, province: true },
  ];
  const page = (besides: Besides) =>
    lines(...people.map((one, index) => personLine(words, one, from + index + 1, besides)));
  return fuller.map(page).find(({ text }) => text.length <= room) ?? page({ village: false, province: false });
}

interface Besides {
  village: boolean;
  province: boolean;
}

function personLine(words: LineWords, line: PersonLine, n: number, besides: Besides): RichText {
  const village = besides.village && line.place !== "" ? `, ${shortened(line.place, VILLAGE)}` : "";
  const helped = besides.province && line.withProvinceSince !== null ? words.withProvince : "";
  const said = [words.standing(line), helped].filter((part) => part !== "").join(", ");
  const marks = [markOf(line), lightsOf(words, line)].join("");
  return rich`${n}. ${marks}${marks === "" ? "" : " "}${bold(shortened(line.name, NAME))}${village}${said === "" ? "" : ` – ${said}`}`;
}

/** In the order of the plans, as on every other screen. */
function lightsOf({ lights }: LineWords, { plans }: PersonLine): string {
  return PLAN_TYPES.flatMap((type) =>
    plans.filter((plan) => plan.type === type).map(({ light }) => lights[light]),
  ).join("");
}

function markOf(line: PersonLine): string {
  if (line.helpSince !== null) return "🆘";
  if (line.askedOn !== null) return "💬";
  if (line.standing === "not_joined") return "⚪";
  if (isNew(line)) return "🆕";
  if (line.withProvinceSince !== null) return "🏛";
  return line.standing === "blocked" ? "🚫" : "";
}

/** They joined or were heard of since yesterday. */
function isNew({ today, lastHeardOn, joinedOn }: PersonLine): boolean {
  const yesterday = addDays(today, -1);
  return [lastHeardOn, joinedOn].some((day) => day !== null && day >= yesterday);
}

/** Which word stands for a day in a list. */
export function nearDay(day: Day, today: Day): "today" | "yesterday" | null {
  if (day === today) return "today";
  return day === addDays(today, -1) ? "yesterday" : null;
}
