// From when on an announcement or a correction waits for an approval: nobody can approve it before they are asked.
import { isApprovalOverdue } from "../../domain/announcements/announcement.js";
import type { AnnouncementsPort, ApprovalRequest } from "../../ports/announcements/announcements.js";

type Written = { createdAt: Date };

export function firstAsked({ createdAt }: Written, requests: readonly ApprovalRequest[]): Date {
  return requests.reduce((first, { at }) => (at < first ? at : first), requests[0]?.at ?? createdAt);
}

/** Of one that waits for an approval: whether it has waited in vain. */
export async function hasWaitedInVain(
  announcements: Pick<AnnouncementsPort, "approvalRequests">,
  subject: Parameters<AnnouncementsPort["approvalRequests"]>[0],
  written: Written,
  now: Date,
): Promise<boolean> {
  const requests = await announcements.approvalRequests(subject, written.createdAt);
  return isApprovalOverdue(firstAsked(written, requests), now);
}
