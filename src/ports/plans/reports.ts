// Progress reports with their typed answers, and the evidence that belongs to plans and reports.

import type { PlanType, ReportState } from "../../domain/plans/work-plan.js";
import type { TypedAnswer } from "../../domain/reports/questionnaire.js";
import type { Review } from "../../domain/reports/review.js";

export interface ReportContent {
  state: ReportState;
  obstacle: string | null;
  nextStep: string | null;
  story: string | null;
  answers: TypedAnswer[];
}

export interface ProgressReport extends ReportContent {
  id: number;
  number: string;
  /** The first is 1; an edit adds one and keeps the number. */
  version: number;
  planId: number;
  planType: PlanType;
  libraryId: number;
  libraryName: string;
  village: string;
  authorId: number;
  authorName: string;
  onBehalf: boolean;
  reportedAt: Date;
  reviewedAt: Date | null;
  /** What was found of this version; null while it waits. */
  review: Review | null;
  files: number;
  /** What decides who may see it, see permissions.ts. */
  trainerIds: number[];
  placeCode: string;
  cohortId: number;
}

export interface NewReport extends ReportContent {
  number: string;
  version: number;
  planId: number;
  authorId: number;
  onBehalf: boolean;
  updateId: number;
}

export interface NewEvidence {
  kind: "photo" | "document";
  fileId: string;
  fileUniqueId: string;
  albumId: string | null;
  caption: string | null;
  /** As it was declared. */
  mimeType: string | null;
  byteSize: number | null;
  /** What the sender's phone calls it; not kept. */
  name?: string | null;
}

/** What was sent along with a report. */
export interface Evidence {
  kind: "photo" | "document";
  fileId: string;
  /** Telegram gives it out no more, and there is no copy. */
  isLost: boolean;
}

export interface EvidenceToCopy {
  id: number;
  kind: "photo" | "document";
  planId: number;
  /** Null for what came before senders were kept. */
  senderId: number | null;
  fileId: string;
  receivedAt: Date;
  /** Tries in vain until now. */
  copyFailures: number;
  /** Of the last of them. */
  copyCause: string | null;
}

export interface ReportsPort {
  /** The class's next number that no report has. Holds the class until the transaction ends: two reports must not get one. */
  nextNumber(classId: number, numberOf: (serial: number) => string): Promise<string>;
  add(report: NewReport, now: Date): Promise<number>;
  find(id: number): Promise<ProgressReport | null>;
  findByUpdate(planId: number, updateId: number): Promise<ProgressReport | null>;
  /** The latest version with this number. */
  findByNumber(number: string): Promise<ProgressReport | null>;
  findVersion(number: string, version: number): Promise<ProgressReport | null>;
  /** The latest version under this number that somebody has reviewed. */
  lastReviewed(number: string): Promise<ProgressReport | null>;
  /** How many of its files came after this instant. */
  filesSince(reportId: number, instant: Date): Promise<number>;
  /** Its files, or those that came after this instant, in the order in which they came. */
  evidenceOf(reportId: number, since: Date | null): Promise<Evidence[]>;
  /** The latest version of the latest report about this plan. */
  latestOf(planId: number): Promise<ProgressReport | null>;
  /** The latest answer to each question that was ever answered about this plan. */
  previousAnswers(planId: number): Promise<TypedAnswer[]>;
  /** Keeps a file that was sent about a plan; null when it belongs to a report already. Twice is once. */
  keepEvidence(planId: number, senderId: number, evidence: NewEvidence, now: Date): Promise<number | null>;
  /** Gives kept files of a plan to a report about it; what belongs to one already stays there. */
  attachEvidence(planId: number, evidenceIds: number[], reportId: number): Promise<void>;
  /** Gives the files of one version to the next. */
  moveEvidence(fromReportId: number, toReportId: number): Promise<void>;
  /** Those never tried first, then those whose back-off is over. */
  evidenceToCopy(limit: number, now: Date): Promise<EvidenceToCopy[]>;
  /** Not copied this time; `cause` is the system's word for it, or "later" where Telegram did not give the file out. */
  postponeCopy(evidenceId: number, failure: { cause: string; until: Date }): Promise<void>;
  /** False when the evidence is gone meanwhile. */
  markCopied(
    evidenceId: number,
    copy: { storedAs: string; byteSize: number | null; mimeType: string | null },
  ): Promise<boolean>;
  /** What turned out to be none. Returns those that were there still. */
  dropEvidence(evidenceIds: number[]): Promise<number[]>;
  /** The plan about which this person sent other parts of an album than this file, and the report that has them by now. */
  ofAlbum(
    senderId: number,
    { albumId, fileUniqueId }: { albumId: string; fileUniqueId: string },
  ): Promise<{ planId: number; number: string | null } | null>;
  /** The latest report that this person wrote since then. */
  latestBy(authorId: number, since: Date): Promise<ProgressReport | null>;
  isCopyUsed(storedAs: string): Promise<boolean>;
}
