// Acts of staff and what each did to follow-ups, by one statement for any number of plans.
import type { CareActKind } from "../../../domain/caseload/care-act.js";
import type { CareAct, CareActsPort } from "../../../ports/people/care-acts.js";
import type { Json } from "../../../ports/queue/drafts.js";
import { dayToColumn } from "../../days.js";
import type { Db } from "../../engine/database.js";
import { type CareAct as CareActRow, Prisma } from "../../generated/client.js";

export function createCareActs(db: Db): CareActsPort {
  const read = async (id: number) => {
    const row = await db.careAct.findUnique({ where: { id } });
    return row === null ? null : toAct(row);
  };
  return {
    read,
    async begunBy(actorId, updateId) {
      const row = await db.careAct.findUnique({ where: { actorId_updateId: { actorId, updateId } } });
      return row === null ? null : toAct(row);
    },
    async begin(act, now) {
      const { count } = await db.careAct.createMany({ data: [{ ...act, at: now }], skipDuplicates: true });
      const { actorId, updateId } = act;
      const row = await db.careAct.findUniqueOrThrow({ where: { actorId_updateId: { actorId, updateId } } });
      return { act: toAct(row), isNew: count === 1 };
    },
    async find(id) {
      await db.$queryRaw`SELECT id FROM care_acts WHERE id = ${id} FOR UPDATE`;
      return read(id);
    },
    async note(id, details) {
      await db.careAct.update({ where: { id }, data: { details: details ?? Prisma.DbNull } });
    },
    async markUndone(id, now) {
      await db.careAct.update({ where: { id }, data: { undoneAt: now } });
    },
    async noteRaised(id, keys) {
      await db.$executeRaw`
        INSERT INTO care_act_changes (act_id, follow_up_id, raised)
        SELECT ${id}, f.id, true FROM follow_ups f WHERE f.key = ANY(${keys}::text[]) ORDER BY f.id
        ON CONFLICT DO NOTHING`;
    },
    async rest(id, planIds, restUntil) {
      const until = dayToColumn(restUntil);
      await db.$executeRaw`
        WITH open AS (
          SELECT f.id, f.rest_until FROM follow_ups f
          WHERE f.plan_id = ANY(${planIds}::int[]) AND f.resolved_at IS NULL ORDER BY f.id FOR UPDATE
        ), noted AS (
          INSERT INTO care_act_changes (act_id, follow_up_id, raised, rest_before, rest_after)
          SELECT ${id}, open.id, false, open.rest_until, ${until}::date FROM open ON CONFLICT DO NOTHING
        )
        UPDATE follow_ups f SET rest_until = ${until}::date FROM open WHERE f.id = open.id`;
    },
    async resolve(id, planIds, { resolution, byId, note, way = null, restUntil, reasons }, now) {
      const until = restUntil === undefined ? null : dayToColumn(restUntil);
      const of = reasons === undefined ? Prisma.empty : Prisma.sql`AND f.reason::text = ANY(${reasons}::text[])`;
      await db.$executeRaw`
        WITH open AS (
          SELECT f.id, f.rest_until FROM follow_ups f
          WHERE f.plan_id = ANY(${planIds}::int[]) AND f.resolved_at IS NULL ${of} ORDER BY f.id FOR UPDATE
        ), noted AS (
          INSERT INTO care_act_changes (act_id, follow_up_id, raised, rest_before, rest_after)
          SELECT ${id}, open.id, false, open.rest_until, coalesce(${until}::date, open.rest_until) FROM open
          ON CONFLICT (act_id, follow_up_id) DO UPDATE SET rest_after = EXCLUDED.rest_after
        )
        UPDATE follow_ups f SET resolved_at = ${now}::timestamp, resolution = ${resolution}::"FollowUpResolution",
          resolved_by_id = ${byId}, note = ${note}, way = ${way}, rest_until = coalesce(${until}::date, f.rest_until)
        FROM open WHERE f.id = open.id`;
    },
    async restore(id, exceptPlanIds) {
      // What somebody has resolved or put to rest anew since is theirs now.
      const isOurs = Prisma.sql`ch.act_id = ${id} AND f.id = ch.follow_up_id AND a.id = ch.act_id
        AND f.plan_id <> ALL(${exceptPlanIds}::int[]) AND (f.resolved_at IS NULL OR f.resolved_at = a.at)`;
      await db.$executeRaw`
        UPDATE follow_ups f SET resolved_at = NULL, resolution = NULL, resolved_by_id = NULL, note = NULL, way = NULL,
          rest_until = ch.rest_before
        FROM care_act_changes ch, care_acts a
        WHERE ${isOurs} AND NOT ch.raised AND f.rest_until IS NOT DISTINCT FROM ch.rest_after`;
      await db.$executeRaw`
        DELETE FROM follow_ups f USING care_act_changes ch, care_acts a WHERE ${isOurs} AND ch.raised`;
    },
    async noteTalk(id, note) {
      const count = await db.$executeRaw`
        UPDATE follow_ups f SET note = ${note} FROM care_act_changes ch, care_acts a
        WHERE a.id = ${id} AND ch.act_id = a.id AND f.id = ch.follow_up_id AND f.resolution = 'contacted'
          AND f.resolved_at = a.at AND a.undone_at IS NULL`;
      return count > 0;
    },
  };
}

function toAct({ kind, updateId, details, ...row }: CareActRow): CareAct {
  return { ...row, kind: kind as CareActKind, updateId: Number(updateId), details: details as Json };
}
