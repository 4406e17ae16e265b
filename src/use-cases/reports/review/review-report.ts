// A trainer or admin says what they found of a report: it is accepted, or some of its answers are to be corrected.
import { isReachable, type KnownActor, type Person } from "../../../domain/people/person.js";
import { markable, type Review } from "../../../domain/reports/review.js";
import type { Zone } from "../../../domain/time/zone.js";
import type { ProgressReport } from "../../../ports/plans/reports.js";
import type { Store, World } from "../../../ports.js";
import { whoCompleted } from "../../completion/who-completed.js";
import { postTo } from "../../posting.js";
import { reportToReview } from "./next-review.js";
import { verdictMessage } from "./verdict-message.js";

export type Finding = { verdict: "accepted" } | { verdict: "correction"; marked: string[]; note: string | null };

export type ReviewReportOutcome =
  /** `told`: who hears of it; `unreachable`: who should and cannot. */
  | { kind: "reviewed"; report: ProgressReport; told: string[]; unreachable: string[] }
  /** Somebody else was faster. */
  | { kind: "reviewed_already"; number: string; review: Review; zone: Zone }
  /** Its author has changed it since it was read. */
  | { kind: "changed_meanwhile"; number: string }
  /** There is a newer report about the plan: nobody can correct this one. */
  | { kind: "too_late" }
  | { kind: "not_yours" };

/** Twice is once: a version is reviewed one time, and its people hear of it one time. */
export async function reviewReport(
  world: World,
  actor: KnownActor,
  { reportId, ...finding }: { reportId: number } & Finding,
): Promise<ReviewReportOutcome> {
  const now = world.clock.now();
  return world.transaction(async (inside) => {
    const { store } = inside;
    const seen = await reportToReview(inside, actor, reportId);
    if (seen === null) return { kind: "not_yours" };
    const concerned = await peopleOf(store, seen);
    if (
      (await store.people.hold([actor.person.id, seen.authorId, ...concerned.map(({ id }) => id)])).has(seen.authorId)
    )
      return { kind: "not_yours" };
    const plan = await store.plans.lock(seen.planId);
    // Read again: until the plan was locked somebody may have changed or reviewed it.
    const report = await reportToReview(inside, actor, reportId);
    if (plan === null || report === null) return { kind: "not_yours" };
    if (report.id !== reportId) return { kind: "changed_meanwhile", number: report.number };
    const { review } = report;
    const isDone = review !== null && review.byId === actor.person.id && review.verdict === finding.verdict;
    if (review !== null && !isDone)
      return { kind: "reviewed_already", number: report.number, review, zone: plan.trainingClass.zone };
    if (!isDone && finding.verdict === "correction" && (await store.reports.latestOf(plan.id))?.id !== reportId)
      return { kind: "too_late" };
    const kept = review ?? (await settle(inside, actor, report, finding, now));
    const told = (await peopleOf(store, report)).filter(({ id }) => id !== actor.person.id);
    const letters = kept.verdict === "accepted" ? await whoCompleted(store, report, told) : new Map<number, number>();
    await postTo(
      inside,
      told.map((to) => ({
        key: `review:${reportId}:${to.id}`,
        kind: "answer" as const,
        to,
        names: [actor.person.id],
        subjects: [`report:${report.number}`],
        say: (texts) => verdictMessage(texts, report, kept, letters.get(to.id) ?? null),
      })),
    );
    const nameOf = ({ name }: Person) => name;
    const unreachable = told.filter((to) => !isReachable(to)).map(nameOf);
    return { kind: "reviewed", report, told: told.filter(isReachable).map(nameOf), unreachable };
  });
}

/** Its author; where they act for the library no longer, or a trainer told it for them, the one who does now. */
async function peopleOf(store: Store, { authorId, libraryId }: ProgressReport): Promise<Person[]> {
  const managers = (await store.plans.managersOf([libraryId])).map(({ person }) => person);
  const author = managers.find(({ id }) => id === authorId);
  return author === undefined ? managers : [author];
}

async function settle(
  { store, settings }: World,
  actor: KnownActor,
  report: ProgressReport,
  finding: Finding,
  now: Date,
): Promise<Review> {
  const { id: byId, name: byName } = actor.person;
  const asked = finding.verdict === "correction" ? finding.marked : [];
  const marked = markable(report, settings.questions).filter((name) => asked.includes(name));
  const note = finding.verdict === "correction" ? finding.note : null;
  const { verdict } = finding;
  await store.reviews.settle(report.id, { verdict, byId, note, marked }, now);
  const details = { number: report.number, version: report.version, verdict };
  const entry = { actorId: byId, action: "report.review" as const, subject: `plan:${report.planId}`, details };
  await store.audit.record(entry, now);
  return { verdict, at: now, byId, byName, note, marked };
}
