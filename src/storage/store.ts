// The store: every repository on one database or transaction.

import type { Store } from "../ports.js";
import { createCorrections } from "./announcements/afterwards/corrections.js";
import { createReceivers } from "./announcements/afterwards/receivers.js";
import { createAnnouncementBoards } from "./announcements/announcement-boards.js";
import { createAnnouncements } from "./announcements/announcements.js";
import { createAudiences } from "./announcements/audiences/saved-audiences.js";
import { createAbsences } from "./caseload/absences.js";
import { createCareActs } from "./caseload/acts/care-acts.js";
import { createScopes } from "./caseload/acts/scopes.js";
import { createCaseloads } from "./caseload/caseloads.js";
import { createFollowUps } from "./caseload/follow-ups.js";
import { createMornings } from "./caseload/mornings.js";
import { createSummaries } from "./caseload/summaries.js";
import { createClassDays } from "./classes/class-days.js";
import { createClasses } from "./classes/classes.js";
import { createSchedule } from "./classes/schedule.js";
import { createCompletion } from "./completion/completion.js";
import type { Database, Db } from "./engine/database.js";
import { createFeedback } from "./feedback/feedback.js";
import { createMaterials } from "./materials/materials.js";
import { createMerges } from "./merges/merges.js";
import { createOverviews } from "./overview/overviews.js";
import { createAudit } from "./own-data/audit.js";
import { createAuditLines } from "./own-data/audit-lines.js";
import { createErasures } from "./own-data/erasures.js";
import { createOwnData } from "./own-data/own-data.js";
import { createAccountMoves } from "./people/account-moves.js";
import { createAdmissions } from "./people/admissions.js";
import { createHandovers } from "./people/handovers.js";
import { createParticipants } from "./people/participants.js";
import { createPauses } from "./people/pauses.js";
import { createPeople } from "./people/people.js";
import { createStaff } from "./people/staff.js";
import { createDeadlines } from "./plans/deadlines.js";
import { createSnoozes } from "./plans/snoozes.js";
import { createWorkPlans } from "./plans/work-plans.js";
import { createPlaces } from "./programme/places.js";
import { createPractice } from "./programme/practice.js";
import { createProgramme } from "./programme/programme.js";
import { createRoster } from "./programme/roster.js";
import { createOutbox } from "./queue/outbox.js";
import { type OnTooLate, untilArrived } from "./queue/recall.js";
import { createActivities } from "./reports/activities.js";
import { createReports } from "./reports/reports.js";
import { createReviews } from "./reports/reviews.js";
import { createRules } from "./rules/rules.js";
import { createStories } from "./stories/stories.js";
import { createQuickAnswers } from "./threads/quick-answers.js";
import { createThreads } from "./threads/threads.js";
import { createDrafts } from "./upkeep/drafts.js";
import { createHeldBack } from "./upkeep/held-back.js";
import { createRestores } from "./upkeep/restores.js";
import { createRetention } from "./upkeep/retention.js";
import { createTaps } from "./upkeep/taps.js";
import { createTraces } from "./upkeep/traces.js";
import { createTroubles } from "./upkeep/troubles.js";

export function createStore(database: Database): Store {
  const { prisma } = database;
  return {
    ...repositories(prisma, (ids) => untilArrived(prisma, ids), database.embedded),
    async transaction(work) {
      const tooLate: number[] = [];
      const note: OnTooLate = async (ids) => {
        tooLate.push(...ids);
      };
      // 30 s: an import or a fan-out of 10,000 rows is one transaction.
      const result = await prisma.$transaction((tx) => work(joined(tx, note)), { timeout: 30_000, maxWait: 30_000 });
      // Not inside the transaction: that would hold its locks, and the embedded database's only connection, while Telegram answers.
      await untilArrived(prisma, tooLate);
      return result;
    },
  };
}

/** A store inside a transaction: what it calls a transaction is the one that is open. */
function joined(tx: Db, onTooLate: OnTooLate): Store {
  const store: Store = { ...repositories(tx, onTooLate, false), transaction: (work) => work(store) };
  return store;
}

function repositories(db: Db, onTooLate: OnTooLate, embedded: boolean): Omit<Store, "transaction"> {
  return {
    people: createPeople(db),
    accountMoves: createAccountMoves(db),
    places: createPlaces(db),
    classes: createClasses(db),
    programme: createProgramme(db),
    practice: createPractice(db),
    staff: createStaff(db),
    roster: createRoster(db),
    schedule: createSchedule(db),
    classDays: createClassDays(db),
    overviews: createOverviews(db),
    participants: createParticipants(db),
    admissions: createAdmissions(db),
    handovers: createHandovers(db),
    merges: createMerges(db),
    completion: createCompletion(db),
    plans: createWorkPlans(db),
    reports: createReports(db),
    reviews: createReviews(db),
    deadlines: createDeadlines(db),
    snoozes: createSnoozes(db),
    followUps: createFollowUps(db),
    caseloads: createCaseloads(db),
    careActs: createCareActs(db),
    absences: createAbsences(db),
    pauses: createPauses(db),
    scopes: createScopes(db),
    summaries: createSummaries(db),
    mornings: createMornings(db),
    announcements: createAnnouncements(db),
    announcementBoards: createAnnouncementBoards(db),
    audiences: createAudiences(db),
    corrections: createCorrections(db),
    receivers: createReceivers(db),
    drafts: createDrafts(db),
    outbox: createOutbox(db, onTooLate),
    heldBack: createHeldBack(db),
    ownData: createOwnData(db, onTooLate),
    erasures: createErasures(db),
    threads: createThreads(db),
    quickAnswers: createQuickAnswers(db),
    feedback: createFeedback(db),
    materials: createMaterials(db),
    rules: createRules(db),
    stories: createStories(db),
    audit: createAudit(db),
    auditLines: createAuditLines(db),
    activities: createActivities(db),
    taps: createTaps(db),
    restores: createRestores(db),
    retention: createRetention(db),
    traces: createTraces(db, { embedded }),
    troubles: createTroubles(db),
  };
}
