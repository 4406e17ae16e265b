// Whether an announcement may be sent as it stands: its text, the words of its receivers, and whether there are any.
import {
  type AnnouncementContent,
  type AnnouncementVariable,
  APPROVAL_ABOVE,
  type ContentProblem,
  contentProblem,
  longestRendering,
  mostCharacters,
  variablesIn,
} from "../../domain/announcements/announcement.js";
import { type LocalTime, localTimeProblem, zonesDue } from "../../domain/announcements/local-time.js";
import type { Hours } from "../../domain/time/day-plan.js";
import { hoursOf } from "../../domain/time/working-hours.js";
import type { Zone } from "../../domain/time/zone.js";
import type { AudiencePreview } from "../../ports/announcements/announcements.js";
import type { World } from "../../ports.js";

export type AnnouncementProblem =
  | ContentProblem
  /** Nobody would get it: anyone who is meant has not joined, or there is no such person within reach. */
  | { kind: "nobody" }
  /** So many that a second admin must approve it, and no other admin's reach covers it. */
  | { kind: "no_approver"; above: number }
  /** There are some, but they have blocked the bot or are gone: nobody could be asked. */
  | { kind: "approvers_unreachable"; above: number; names: string[] }
  /** There it is past that time already, or it has come so far while an approval was waited for. */
  | { kind: "too_late"; localTime: LocalTime; zones: Zone[] }
  | { kind: "rest_day" | "at_night"; localTime: LocalTime; hours: Hours["workingHours"] }
  | { kind: "missing_words"; variable: AnnouncementVariable; count: number; example: string | null }
  /** Short enough as written, but `over` letters too many with the longest words filled in; of `variable` they are `longest` long. */
  | { kind: "too_long_filled"; most: number; over: number; variable: AnnouncementVariable; longest: number };

export function announcementProblem(
  content: AnnouncementContent,
  preview: Pick<AudiencePreview, "reachable" | "variables">,
  time: AnnouncementProblem | null = null,
): AnnouncementProblem | null {
  const ofText = contentProblem(content);
  if (ofText !== null) return ofText;
  if (time !== null) return time;
  if (reachableCount(preview) === 0) return { kind: "nobody" };
  for (const variable of variablesIn(content)) {
    const { missing, example } = preview.variables[variable];
    if (missing > 0) return { kind: "missing_words", variable, count: missing, example };
  }
  const longest = longestWords(preview);
  const most = mostCharacters(content);
  const over = longestRendering(content.text, longest) - most;
  const [variable] = variablesIn(content).sort((a, b) => longest[b] - longest[a]);
  if (over <= 0 || variable === undefined) return null;
  return { kind: "too_long_filled", most, over, variable, longest: longest[variable] };
}

/** Why it cannot leave for those who are in its audience by now. That there is nobody, or that its time has come, is none then. */
export function problemAtDeparture(
  { content }: { content: AnnouncementContent },
  preview: Pick<AudiencePreview, "reachable" | "variables">,
): AnnouncementProblem | null {
  const problem = announcementProblem(content, preview);
  return problem?.kind === "missing_words" || problem?.kind === "too_long_filled" ? problem : null;
}

/** In letters, of those who get it. */
export function longestWords({ variables }: Pick<AudiencePreview, "variables">): Record<AnnouncementVariable, number> {
  const { nama, perpustakaan, kelas } = variables;
  return { nama: nama.longest, perpustakaan: perpustakaan.longest, kelas: kelas.longest };
}

export function needsApproval({ settings }: World, reachable: number): boolean {
  return reachable > (settings.approvalAbove ?? APPROVAL_ABOVE);
}

/** `left`: for which zones it has left already, so that their time is past by right. */
export function timeProblem(
  { clock, settings }: World,
  localTime: LocalTime | null,
  { reachable }: Pick<AudiencePreview, "reachable">,
  left: readonly Zone[] = [],
): AnnouncementProblem | null {
  if (localTime === null) return null;
  const now = clock.now();
  const problem = localTimeProblem(localTime, now, settings.rest);
  if (problem === "rest_day" || problem === "at_night") {
    return { kind: problem, localTime, hours: hoursOf(settings.rest).workingHours };
  }
  const isMeant = (zone: Zone) => reachable.some((one) => one.zone === zone) && !left.includes(zone);
  const late = zonesDue(localTime, now).filter((zone) => problem === "past" || isMeant(zone));
  return late.length === 0 ? null : { kind: "too_late", localTime, zones: late };
}

export function reachableCount(preview: Pick<AudiencePreview, "reachable">): number {
  return preview.reachable.reduce((sum, { count }) => sum + count, 0);
}
