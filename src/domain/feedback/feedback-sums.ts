// What is read of the feedback on classes, added up; by whom, only where they put their name to it.

import type { Area } from "../overview/area.js";
import type { FeedbackAnswers, FeedbackQuestion, ScaleCounts, WordLists } from "./feedback.js";

export interface NamedFeedback {
  personId: number;
  name: string;
  answers: FeedbackAnswers;
}

/** Some classes added up: a wave, a province, a class. */
export interface FeedbackSum {
  /** A code of a province, an id of a class, or the first day and number of a wave. */
  key: string;
  name: string;
  released: number;
  waiting: number;
  counts: ScaleCounts;
}

export interface FeedbackView {
  area: Area;
  /** Null: all that one reaches. */
  name: string | null;
  /** All that the one who reads it reaches: there is no wider page of theirs. */
  isHome: boolean;
  questions: FeedbackQuestion[];
  sum: FeedbackSum;
  /** In the order of time; of a class none. */
  waves: (FeedbackSum & { cohortName: string; waveNumber: number })[];
  part: "province" | "class" | null;
  parts: FeedbackSum[];
  /** Of a class alone. */
  words: WordLists;
  named: NamedFeedback[];
  countedAt: Date;
}
