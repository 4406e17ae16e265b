// The second admin of an announcement or a correction: who may approve it, whom it was put before, and the approval.
import type { AnnouncementsPort, ApprovalRequest } from "../../ports/announcements/announcements.js";
import type { Db } from "../engine/database.js";
import { adminsCovering } from "../reach.js";
import { isAway } from "../reachable.js";
import { POSTS } from "../upkeep/posts.js";

type Approvals = Pick<AnnouncementsPort, "approve" | "approversFor" | "approvalRequests">;

export function approvals(db: Db): Approvals {
  return {
    async approve(id, approverId, now) {
      const { count } = await db.announcement.updateMany({
        where: { id, state: "awaiting" },
        data: { state: "sending", approverId, approvedAt: now },
      });
      return count === 1;
    },

    async approversFor(reach, authorId) {
      const admins = await adminsCovering(db, reach);
      const others = admins
        .map(({ person }) => person)
        .filter(({ id, telegramId }) => id !== authorId && telegramId !== null);
      // Who has never agreed to anything is an admin by name alone: nobody has opened the bot on that phone.
      const agreed = await db.consentReceipt.findMany({
        where: { personId: { in: others.map(({ id }) => id) }, withdrawnAt: null },
        select: { personId: true },
      });
      return others.filter(({ id }) => agreed.some(({ personId }) => personId === id));
    },

    async approvalRequests(subject, writtenAt) {
      return db.$queryRaw<ApprovalRequest[]>`
        SELECT p.id AS "personId", p.name, CASE WHEN o.state IN ('sent', 'unknown') THEN COALESCE(o.settled_at, o.due_at) ELSE o.due_at END AS at, o.created_at AS since
        FROM ${POSTS} o JOIN people p ON p.id = o.person_id
        WHERE o.subjects @> ARRAY[${subject}]::text[] AND o.kind = 'approval_request'
          -- Of what it is now: before it was changed it was another one.
          AND o.created_at >= ${writtenAt}::timestamp
          AND o.state IN ('waiting', 'claimed', 'sent', 'unknown') AND NOT ${isAway()}
        ORDER BY at, p.name`;
    },
  };
}
