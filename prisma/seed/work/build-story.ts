// A story of change that somebody of a class has told a week after its last day.
import { addDays, instantAt } from "../../../src/domain/time/calendar.js";
import type { Build } from "../build.js";
import type { PlannedClass } from "../cohort/plan-cohort.js";
import { TOLD_STORIES } from "./work-words.js";

/** `isProposed`: its trainer has proposed it for the meeting where libraries learn from each other. */
export function buildStory(
  build: Build,
  { zone, endsOn }: PlannedClass,
  classId: number,
  participantId: number,
  isProposed: boolean,
): void {
  const { rows } = build;
  const sentAt = instantAt(zone, addDays(endsOn, 7), isProposed ? "10:15" : "15:40");
  const trainerId = rows.classTrainers.find((one) => one.classId === classId)?.personId ?? null;
  const [who, before, activity, after, proof] = TOLD_STORIES[isProposed ? 0 : 1];
  const said = (text: string) => ({ text, voiceId: null });
  rows.stories.push({
    id: build.nextId("stories"),
    participantId,
    updateId: build.nextUpdateId(),
    sentAt,
    answers: { who: said(who), before: said(before), activity: said(activity), after: said(after), proof: said(proof) },
    ...{ awaitsTyping: false, photos: [], showsChildren: false, guardian: null, consent: "library", consentAt: sentAt },
    flaggedAt: isProposed ? instantAt(zone, addDays(endsOn, 8), "09:00") : null,
    flaggedById: isProposed ? trainerId : null,
    ...{ listedAt: null, listedById: null },
  });
}
