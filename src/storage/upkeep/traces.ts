// What is kept only for a while.
import { PRIVATE_REASONS } from "../../domain/people/pause.js";
import { ABOUT_STRANGERS, REMEMBERED } from "../../ports/queue/drafts.js";
import type { TracesPort } from "../../ports/upkeep/traces.js";
import type { Db } from "../engine/database.js";
import { Prisma } from "../generated/client.js";
import { createInbox } from "../queue/inbox.js";
import { removeEvidence, type ThrownDraft } from "../reports/evidence.js";
import { createConversations } from "./conversations.js";
import { archivePosts, forgetTexts, postsOver } from "./posts.js";

/** `embedded`: not within a transaction, where the database refuses to tidy up. */
export function createTraces(db: Db, { embedded }: { embedded: boolean }): TracesPort {
  return {
    async tidyUp() {
      if (!embedded) return 0;
      await db.$executeRaw`VACUUM ANALYZE inbox`;
      await db.$executeRaw`VACUUM ANALYZE outbox`;
      // A served database counts its rows by itself; plans made without that take minutes where they could take milliseconds.
      await db.$executeRaw`ANALYZE`;
      return 2;
    },

    postsOver: (before, after) => postsOver(db, before, after),
    archivePosts: (ids, before) => archivePosts(db, ids, before),

    async lastRun(job) {
      return (await db.jobRun.findUnique({ where: { name: job } }))?.at ?? null;
    },
    async noteRun(job, at) {
      await db.jobRun.upsert({ where: { name: job }, create: { name: job, at }, update: { at } });
    },

    async forgetLeftDrafts({ untouchedSince, plansDueBefore }) {
      const left = await db.$queryRaw<ThrownDraft[]>`
        DELETE FROM drafts d WHERE d.result IS NULL AND d.updated_at < ${untouchedSince}::timestamp AND NOT EXISTS (
          SELECT 1 FROM work_plans wp
          WHERE wp.due_on >= ${plansDueBefore}::date AND d.form IN ('plan', 'report') AND wp.id = coalesce(
            substring(d.subject FROM '^plan:([0-9]{1,9})$')::int,
            (SELECT max(r.plan_id) FROM progress_reports r WHERE 'report:' || r.number = d.subject)))
        RETURNING d.form, d.answers, d.created_at AS "createdAt"`;
      return { drafts: left.length, files: await removeEvidence(db, left) };
    },

    async forgetAccount(telegramId) {
      await db.draft.deleteMany({ where: { telegramId } });
      await db.tap.deleteMany({ where: { chatId: telegramId } });
      await db.laneBlock.deleteMany({ where: { lane: `chat:${telegramId}` } });
      await db.conversationState.deleteMany({ where: { key: String(telegramId) } });
      // What was handled carries no account any more (storage/queue/inbox.ts), and what is being handled will not.
      await db.inbox.updateMany({
        where: { chatId: telegramId, state: "parked" },
        data: { chatId: 0, payload: Prisma.DbNull, state: "done" },
      });
    },

    async forgetOld(before) {
      // Its result may still have to be told, however long Telegram is away.
      const finishedDrafts = await db.$executeRaw`
        DELETE FROM drafts d WHERE d.result IS NOT NULL AND d.updated_at < ${before.finishedDrafts}::timestamp
          AND NOT EXISTS (
            SELECT 1 FROM inbox i WHERE i.update_id = d.last_update_id AND i.state IN ('waiting', 'claimed'))`;
      const invitations = await db.draft.deleteMany({
        where: { form: { in: ["invitation", "phone"] }, updatedAt: { lt: before.invitationDrafts } },
      });
      const joining = await db.draft.deleteMany({
        where: { form: REMEMBERED, updatedAt: { lt: before.joiningDrafts } },
      });
      const office = await db.draft.deleteMany({
        where: {
          ...{ form: { in: [...ABOUT_STRANGERS] }, updatedAt: { lt: before.officeDrafts } },
          result: { equals: Prisma.DbNull },
        },
      });
      // The number stays, so that an operator still sees that something was given up; what was sent and by whom goes.
      const parked = await db.inbox.updateMany({
        where: { state: "parked", settledAt: { lt: before.parkedUpdates } },
        data: { state: "done", chatId: 0, payload: Prisma.DbNull },
      });
      const sentTexts = await forgetTexts(db, before.sentTexts);
      const rosterChanges = await db.rosterChange.deleteMany({
        where: { rosterImport: { savedAt: { lt: before.rosterChanges } } },
      });
      await db.rosterImport.updateMany({
        where: { savedAt: { lt: before.rosterChanges }, made: { not: Prisma.DbNull } },
        data: { made: Prisma.DbNull },
      });
      await db.careActChange.deleteMany({ where: { act: { at: { lt: before.careActs } } } });
      const careActs = await db.careAct.deleteMany({ where: { at: { lt: before.careActs } } });
      await db.laneBlock.deleteMany({ where: { blockedUntil: { lt: before.taps } } });
      return {
        handledUpdates: await createInbox(db).purge(before.handledUpdates),
        taps: (await db.tap.deleteMany({ where: { at: { lt: before.taps } } })).count,
        conversations: await createConversations(db).removeUntouchedSince(before.conversations),
        finishedDrafts,
        invitationDrafts: invitations.count,
        joiningDrafts: joining.count,
        officeDrafts: office.count,
        rosterChanges: rosterChanges.count,
        careActs: careActs.count,
        absences: (await db.absence.deleteMany({ where: { endsAt: { lt: before.absences } } })).count,
        classBoards: (await db.classBoard.deleteMany({ where: { day: { lt: before.classBoards } } })).count,
        announcementBoards: (
          await db.announcementBoard.deleteMany({ where: { nextAt: { lt: before.announcementBoards } } })
        ).count,
        savedAudiences: (await db.savedAudience.deleteMany({ where: { usedAt: { lt: before.savedAudiences } } })).count,
        pauseReasons: (
          await db.pause.updateMany({
            where: { reason: { in: [...PRIVATE_REASONS] }, untilOn: { lt: before.pauseReasons } },
            data: { reason: "other" },
          })
        ).count,
        mergeChanges: (await db.mergeChange.deleteMany({ where: { merge: { at: { lt: before.mergeChanges } } } }))
          .count,
        parkedUpdates: parked.count,
        mornings: (await db.morning.deleteMany({ where: { day: { lt: before.mornings } } })).count,
        heldBack: (await db.heldBack.deleteMany({ where: { day: { lt: before.heldBack } } })).count,
        overviewWeeks: (await db.overviewWeek.deleteMany({ where: { week: { lt: before.overviewWeeks } } })).count,
        sentTexts,
      };
    },
  };
}
