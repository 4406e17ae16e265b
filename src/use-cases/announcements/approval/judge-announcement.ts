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
} from "../../../domain/announcements/announcement.js";
import type { AudiencePreview } from "../../../ports/announcements.js";
import type { World } from "../../../ports.js";

export type AnnouncementProblem =
  | ContentProblem
  /** Nobody would get it: anyone who is meant has not joined, or there is no such person within reach. */
  | { kind: "nobody" }
  /** So many that a second admin must approve it, and no other admin's reach covers it. */
  | { kind: "no_approver"; above: number }
  /** There are some, but they have blocked the bot or are gone: nobody could be asked. */
  | { kind: "approvers_unreachable"; above: number; names: string[] }
  | { kind: "missing_words"; variable: AnnouncementVariable; count: number; example: string | null }
  /** Short enough as written, but `over` letters too many with the longest words filled in; of `variable` they are `longest` long. */
  | { kind: "too_long_filled"; most: number; over: number; variable: AnnouncementVariable; longest: number };

export function announcementProblem(
  content: AnnouncementContent,
  preview: AudiencePreview,
): AnnouncementProblem | null {
  const ofText = contentProblem(content);
  if (ofText !== null) return ofText;
  if (reachableCount(preview) === 0) return { kind: "nobody" };
  for (const variable of variablesIn(content)) {
    const { missing, example } = preview.variables[variable];
    if (missing > 0) return { kind: "missing_words", variable, count: missing, example };
  }
  const { nama, perpustakaan, kelas } = preview.variables;
  const longest = { nama: nama.longest, perpustakaan: perpustakaan.longest, kelas: kelas.longest };
  const most = mostCharacters(content);
  const over = longestRendering(content.text, longest) - most;
  const [variable] = variablesIn(content).sort((a, b) => longest[b] - longest[a]);
  if (over <= 0 || variable === undefined) return null;
  return { kind: "too_long_filled", most, over, variable, longest: longest[variable] };
}

export function needsApproval({ settings }: World, reachable: number): boolean {
  return reachable > (settings.approvalAbove ?? APPROVAL_ABOVE);
}

export function reachableCount(preview: AudiencePreview): number {
  return preview.reachable.reduce((sum, { count }) => sum + count, 0);
}
