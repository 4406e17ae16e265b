// A library tells how one of its plans is going. Everything that follows from it happens in one transaction.

import { isGrief } from "../../domain/people/pause.js";
import type { KnownActor } from "../../domain/people/person.js";
import { isReportState, type ReportState } from "../../domain/plans/work-plan.js";
import { basisOf, canBeChanged, hasMovedOn, type ReportBasis } from "../../domain/reports/changing-a-report.js";
import { reportNumber } from "../../domain/reports/progress-report.js";
import type { ProgressReport, ReportContent } from "../../ports/plans/reports.js";
import type { WorkPlan } from "../../ports/plans/work-plans.js";
import type { Store, World } from "../../ports.js";
import { holdSpeaker } from "../merges/who-speaks.js";
import { pauseAsSaid } from "../pauses/pause-person.js";
import { endReminders } from "../plans/reminders/end-reminders.js";
import { whoFillsIn } from "../plans/who-fills-in.js";

export interface RecordProgressReportInput extends Omit<ReportContent, "state"> {
  planId: number;
  /** unchanged: as the last report said. */
  state: ReportState | "unchanged";
  /** Files kept while the report was written, see keep-evidence.ts. */
  evidenceIds: number[];
  /** The report that this one corrects, and what of it was seen; null for a new one. */
  corrects: { number: string; basis: ReportBasis } | null;
  /** Of a new one: when it was begun, and the colleague's report that its author was told of since. Missing: it asks nobody. */
  begun?: { at: Date; told: string | null };
  updateId: number;
  /** When it was said, for the day from which a pause counts; now when missing. */
  saidAt?: Date;
}

export type RecordProgressReportOutcome =
  | { kind: "recorded"; reportId: number; number: string; version: number }
  | { kind: "not_yours" }
  /** Somebody reported again, under this number: that is the one to change. */
  | { kind: "too_late"; latest: string }
  /** A colleague reported on the plan while this was written: anyone who was told of that report may say so. */
  | { kind: "reported_meanwhile"; latest: string }
  /** Somebody corrected or reviewed it since: anyone who knows that may say so with this basis. */
  | { kind: "changed_meanwhile"; basis: ReportBasis };

/** Twice is once: a plan has one report for each update. */
export async function recordProgressReport(
  world: World,
  speaker: KnownActor,
  input: RecordProgressReportInput,
): Promise<RecordProgressReportOutcome> {
  const now = world.clock.now();
  return world.transaction(async (inside) => {
    const { store } = inside;
    // A pause may follow from it: as everywhere, the person is locked for that before the plans.
    const actor = await holdSpeaker(inside, speaker);
    const plan = await store.plans.lock(input.planId);
    if (plan === null) return { kind: "not_yours" };
    const fillsIn = await whoFillsIn(inside, actor, plan);
    if (fillsIn === null) return { kind: "not_yours" };
    const onBehalf = fillsIn.standsIn;
    const known = await store.reports.findByUpdate(plan.id, input.updateId);
    if (known !== null) return recorded(known);

    const latest = await store.reports.latestOf(plan.id);
    if (input.corrects === null && latest !== null && isUnseen(latest, actor, input.begun)) {
      return { kind: "reported_meanwhile", latest: latest.number };
    }
    const corrected = input.corrects === null ? null : await store.reports.findByNumber(input.corrects.number);
    if (input.corrects !== null) {
      if (corrected === null || corrected.planId !== plan.id) return { kind: "not_yours" };
      if (latest !== null && !canBeChanged(corrected, latest.id)) return { kind: "too_late", latest: latest.number };
      const basis = basisOf(corrected);
      // The plan is locked, so of two who correct at the same instant the second sees the first's.
      if (hasMovedOn(input.corrects.basis, basis)) return { kind: "changed_meanwhile", basis };
    }

    const content = contentOf(input, plan, latest);
    const number = corrected?.number ?? (await newNumber(store, plan));
    const version = (corrected?.version ?? 0) + 1;
    const reportId = await store.reports.add(
      {
        ...content,
        number,
        version,
        planId: plan.id,
        authorId: actor.person.id,
        onBehalf,
        updateId: input.updateId,
      },
      now,
    );
    if (corrected !== null) await store.reports.moveEvidence(corrected.id, reportId);
    await store.reports.attachEvidence(plan.id, input.evidenceIds, reportId);
    await store.plans.change(plan.id, { state: content.state, lastReportAt: now });
    await endReminders(store, plan.id, "reported", now);
    await store.followUps.resolveOfPlan(plan.id, { resolution: "reported", byId: actor.person.id }, now);
    if (content.state === "stuck") {
      const key = `stuck:${number}:${version}`;
      await store.followUps.raise([{ key, planId: plan.id, trainerId: null, reason: "stuck", dueOn: plan.dueOn }], now);
    }
    if (onBehalf) await acceptOwn(inside, actor, reportId, plan.id, number);
    else if (isGrief(content)) {
      const { updateId, saidAt = now } = input;
      await pauseAsSaid(inside, actor.person, { reason: "hardship", updateId, saidAt });
    }
    return { kind: "recorded", reportId, number, version };
  });
}

/** Who would review it has told it: nobody has to look at it once more. */
async function acceptOwn(
  { store, clock }: World,
  { person }: KnownActor,
  reportId: number,
  planId: number,
  number: string,
) {
  const now = clock.now();
  await store.reviews.settle(reportId, { verdict: "accepted", byId: person.id, note: null, marked: [] }, now);
  const entry = {
    actorId: person.id,
    action: "report.stand-in" as const,
    subject: `plan:${planId}`,
    details: { number },
  };
  await store.audit.record(entry, now);
}

function isUnseen(latest: ProgressReport, { person }: KnownActor, begun: RecordProgressReportInput["begun"]): boolean {
  if (begun === undefined || latest.authorId === person.id) return false;
  return latest.reportedAt > begun.at && latest.number !== begun.told;
}

function contentOf(input: RecordProgressReportInput, plan: WorkPlan, latest: ProgressReport | null): ReportContent {
  const { obstacle, nextStep, story, answers } = input;
  if (input.state !== "unchanged") return { state: input.state, obstacle, nextStep, story, answers };
  const state = isReportState(plan.state) ? plan.state : "not_started";
  return { state, obstacle: state === "stuck" ? (latest?.obstacle ?? null) : null, nextStep, story, answers };
}

async function newNumber(store: Store, { trainingClass }: WorkPlan): Promise<string> {
  const { cohortYear, id } = trainingClass;
  return store.reports.nextNumber(id, (serial) => reportNumber(cohortYear, id, serial));
}

function recorded({ id, number, version }: ProgressReport): RecordProgressReportOutcome {
  return { kind: "recorded", reportId: id, number, version };
}
