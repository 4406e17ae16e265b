// The store: every repository on one database or transaction.
import type { Store } from "../ports.js";
import { createAdmissions } from "./admissions.js";
import { createAnnouncements } from "./announcements.js";
import { createAudit } from "./audit.js";
import { createCaseloads } from "./caseloads.js";
import { createClasses } from "./classes.js";
import type { Database, Db } from "./database.js";
import { createDeadlines } from "./deadlines.js";
import { createDrafts } from "./drafts.js";
import { createErasures } from "./erasures.js";
import { createFollowUps } from "./follow-ups.js";
import { createOutbox } from "./outbox.js";
import { createOwnData } from "./own-data.js";
import { createParticipants } from "./participants.js";
import { createPeople } from "./people.js";
import { createPlaces } from "./places.js";
import { createProgramme } from "./programme.js";
import { createQuestions } from "./questions.js";
import { type OnTooLate, untilArrived } from "./recall.js";
import { createReports } from "./reports.js";
import { createRetention } from "./retention.js";
import { createRoster } from "./roster.js";
import { createSchedule } from "./schedule.js";
import { createSnoozes } from "./snoozes.js";
import { createStaff } from "./staff.js";
import { createSummaries } from "./summaries.js";
import { createTaps } from "./taps.js";
import { createTraces } from "./traces.js";
import { createTroubles } from "./troubles.js";
import { createWorkPlans } from "./work-plans.js";

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
    places: createPlaces(db),
    classes: createClasses(db),
    programme: createProgramme(db),
    staff: createStaff(db),
    roster: createRoster(db),
    schedule: createSchedule(db),
    participants: createParticipants(db),
    admissions: createAdmissions(db),
    plans: createWorkPlans(db),
    reports: createReports(db),
    deadlines: createDeadlines(db),
    snoozes: createSnoozes(db),
    followUps: createFollowUps(db),
    caseloads: createCaseloads(db),
    summaries: createSummaries(db),
    announcements: createAnnouncements(db),
    drafts: createDrafts(db),
    outbox: createOutbox(db, onTooLate),
    ownData: createOwnData(db, onTooLate),
    erasures: createErasures(db),
    questions: createQuestions(db),
    audit: createAudit(db),
    taps: createTaps(db),
    retention: createRetention(db),
    traces: createTraces(db, { embedded }),
    troubles: createTroubles(db),
  };
}
