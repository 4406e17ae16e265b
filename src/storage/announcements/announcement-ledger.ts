// What became of each receiver of an announcement, by name: for the file that an admin takes along.
import { ledgerEntry, type RecipientFacts } from "../../domain/announcements/announcement.js";
import type { LedgerRow } from "../../ports/announcements.js";
import type { Db } from "../engine/database.js";

interface Row extends RecipientFacts {
  name: string;
  phone: string | null;
  library: string | null;
  class_name: string | null;
  settled_at: Date | null;
}

export async function ledgerOf(db: Db, id: number): Promise<LedgerRow[]> {
  const { state } = await db.announcement.findUniqueOrThrow({ where: { id }, select: { state: true } });
  const rows = await db.$queryRaw<Row[]>`
    SELECT COALESCE(p.name, w.name) AS name, COALESCE(p.phone, w.phone) AS phone,
      COALESCE(m.library, w.library_name) AS library, COALESCE(m.class_name, t.name, wc.name) AS class_name,
      r.skipped, o.state::text, o.cause, o.settled_at, p.unreachable_cause::text AS "unreachableCause"
    FROM announcement_recipients r
    LEFT JOIN outbox o ON o.announcement_id = r.announcement_id AND o.person_id = r.person_id
    LEFT JOIN people p ON p.id = r.person_id
    LEFT JOIN roster_rows w ON w.id = r.roster_row_id
    LEFT JOIN training_classes wc ON wc.id = w.class_id
    LEFT JOIN LATERAL (
      SELECT l.name AS library, c.name AS class_name FROM participants q
      JOIN training_classes c ON c.id = q.class_id LEFT JOIN libraries l ON l.id = q.library_id
      WHERE q.person_id = r.person_id ORDER BY c.starts_on DESC, c.id DESC LIMIT 1
    ) m ON TRUE
    LEFT JOIN LATERAL (
      SELECT c.name FROM class_trainers q JOIN training_classes c ON c.id = q.class_id
      WHERE q.person_id = r.person_id ORDER BY c.starts_on DESC, c.id DESC LIMIT 1
    ) t ON TRUE
    WHERE r.announcement_id = ${id} ORDER BY 4, 1, r.id`;
  return rows.map(({ class_name, settled_at, skipped, state: postState, cause, unreachableCause, ...who }) => {
    const entry = ledgerEntry({ skipped, state: postState, cause, unreachableCause }, state);
    return {
      ...who,
      className: class_name ?? "",
      entry,
      cause: entry === "failed" ? cause : null,
      settledAt: settled_at,
    };
  });
}
