// The account of what was done, and counters that name nobody.
import type { AuditPort } from "../ports/audit.js";
import type { Db } from "./database.js";
import type { Prisma } from "./generated/client.js";

export function createAudit(db: Db): AuditPort {
  return {
    async record({ actorId, action, subject, details, purpose }, now) {
      await db.audit.create({
        data: {
          at: now,
          actorId,
          action,
          subject,
          ...(details && { details: details as Prisma.InputJsonObject }),
          ...(purpose !== undefined && { purpose }),
        },
      });
    },
    async count(name) {
      await db.counter.upsert({ where: { name }, create: { name, count: 1 }, update: { count: { increment: 1 } } });
    },
  };
}
