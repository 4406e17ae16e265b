// From when on an announcement or a correction waits for an approval: nobody can approve it before they are asked.
import type { ApprovalRequest } from "../../ports/announcements/announcements.js";

export function firstAsked({ createdAt }: { createdAt: Date }, requests: readonly ApprovalRequest[]): Date {
  return requests.reduce((first, { at }) => (at < first ? at : first), requests[0]?.at ?? createdAt);
}
