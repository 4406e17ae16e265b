// At which questions thanks and greetings are an answer: every question of every form that is answered by typing stands here.
import { expect, test } from "vitest";
import { amendForm } from "../../../src/bot/announcements/afterwards/amend-form.js";
import { announcementForm } from "../../../src/bot/announcements/compose/announcement-form.js";
import { auditFindForm } from "../../../src/bot/audit/audit-find-form.js";
import { extensionForm } from "../../../src/bot/caseload/acts/extension-form.js";
import { remindForm } from "../../../src/bot/caseload/acts/remind-form.js";
import { talkNoteForm } from "../../../src/bot/caseload/acts/talk-note-form.js";
import { writeForm } from "../../../src/bot/caseload/acts/write-form.js";
import { awayForm, coverForm } from "../../../src/bot/caseload/cover/away-form.js";
import { lengthSessionForm } from "../../../src/bot/classes/length-session-form.js";
import { moveSessionForm } from "../../../src/bot/classes/move-session-form.js";
import { placeSessionForm } from "../../../src/bot/classes/place-session-form.js";
import { exportsForm } from "../../../src/bot/exports/exports-form.js";
import { purposeForm } from "../../../src/bot/exports/purpose-form.js";
import { feedbackForm } from "../../../src/bot/feedback/feedback-form.js";
import { FORMS } from "../../../src/bot/forms/forms.js";
import { materialForm } from "../../../src/bot/materials/material-form.js";
import { pauseForm } from "../../../src/bot/pauses/pause-form.js";
import { placePauseForm } from "../../../src/bot/pauses/place-pause-form.js";
import { planForm } from "../../../src/bot/plans/plan-form.js";
import { classDetailForm } from "../../../src/bot/programme/forms/class-detail-form.js";
import { classForm } from "../../../src/bot/programme/forms/class-form.js";
import { cohortForm } from "../../../src/bot/programme/forms/cohort-form.js";
import { copyClassForm } from "../../../src/bot/programme/forms/copy-class-form.js";
import { practiceForm } from "../../../src/bot/programme/forms/practice-form.js";
import { sessionForm } from "../../../src/bot/programme/forms/session-form.js";
import { shiftClassForm } from "../../../src/bot/programme/forms/shift-class-form.js";
import { waveForm } from "../../../src/bot/programme/forms/wave-form.js";
import { rosterForm } from "../../../src/bot/programme/roster/roster-form.js";
import { staffForm } from "../../../src/bot/programme/staff/staff-form.js";
import { registrationForm } from "../../../src/bot/registration/registration-form.js";
import { staffNameForm } from "../../../src/bot/registration/staff-name-form.js";
import { addFilesForm } from "../../../src/bot/reports/add-files-form.js";
import { reportForm } from "../../../src/bot/reports/report-form.js";
import { correctionForm } from "../../../src/bot/reports/review/correction-form.js";
import { rulesForm } from "../../../src/bot/rules/rules-form.js";
import { guardianForm } from "../../../src/bot/stories/guardian-form.js";
import { storyForm } from "../../../src/bot/stories/story-form.js";
import { typingForm } from "../../../src/bot/stories/typing-form.js";
import { questionForm } from "../../../src/bot/threads/question-form.js";
import { quickAnswerForm } from "../../../src/bot/threads/quick/quick-answer-form.js";
import v1 from "../../../src/feedback/v1.json" with { type: "json" };

interface Formed {
  name: string;
  steps: Record<string, { typed?: boolean; keeps?: "words" | "names" }>;
}

const NONE = undefined;

/** Others read what is written there: all of it is kept. At a name's, greetings that are names. At the rest they are answered as greetings. */
const KEPT: [Formed, Record<string, "words" | "names" | undefined>][] = [
  [
    registrationForm,
    {
      ...{ phone: NONE, name: "names", libraryName: "names" },
      ...{ province: NONE, regency: NONE, district: NONE, village: NONE },
    },
  ],
  [planForm, { activity: NONE, paper: NONE, targetOn: NONE, measure: NONE, partner: NONE }],
  [reportForm, { files: NONE, nextStep: NONE, story: NONE }],
  [correctionForm, { note: "words" }],
  [addFilesForm, { add: NONE }],
  [questionForm, { message: "words" }],
  [quickAnswerForm, { text: "words" }],
  [feedbackForm, {}],
  [moveSessionForm, { day: NONE, time: NONE }],
  [placeSessionForm, { place: "names", link: NONE }],
  [lengthSessionForm, {}],
  [announcementForm, { audience: "words", content: "words", linkUrl: NONE, linkLabel: "words", when: NONE }],
  [amendForm, { words: "words" }],
  [purposeForm, { purpose: NONE }],
  [exportsForm, { purpose: NONE }],
  [auditFindForm, { name: "names", day: NONE }],
  [talkNoteForm, { note: "words" }],
  [extensionForm, { until: NONE, reason: NONE }],
  [remindForm, { line: "words" }],
  [writeForm, { text: "words" }],
  [awayForm, { from: NONE, until: NONE }],
  [coverForm, {}],
  [pauseForm, { until: NONE }],
  [placePauseForm, { until: NONE }],
  [staffNameForm, { name: "names" }],
  [materialForm, { title: "words", content: "words" }],
  [storyForm, { who: "words", before: "words", activity: "words", after: "words", proof: "words", photos: NONE }],
  [guardianForm, { name: "names", on: NONE }],
  [typingForm, { text: "words" }],
  [cohortForm, { year: NONE, name: "names" }],
  [waveForm, { from: NONE, to: NONE }],
  [classForm, { province: NONE, from: NONE, to: NONE, name: "names", venue: "names" }],
  [copyClassForm, { from: NONE, name: "names" }],
  [classDetailForm, { ends: NONE, name: "names", venue: "names", due: NONE }],
  [shiftClassForm, { to: NONE }],
  [sessionForm, { title: "words", day: NONE, time: NONE, place: "names", link: NONE }],
  [practiceForm, { province: NONE }],
  [staffForm, { name: "names", phone: NONE, province: NONE, regency: NONE }],
  [rosterForm, { file: NONE }],
  [rulesForm, { file: NONE }],
] as [Formed, Record<string, "words" | "names" | undefined>][];

test.each(KEPT.map(([form, kept]) => [form.name, form, kept] as const))("of the form %s", (_, { steps }, kept) => {
  const typed = Object.entries(steps).filter(([, { typed }]) => typed === true);
  expect(Object.fromEntries(typed.map(([name, { keeps }]) => [name, keeps]))).toEqual(kept);
  // Compared apart: toEqual takes a question that is missing for one that keeps nothing.
  expect(typed.map(([name]) => name).sort()).toEqual(Object.keys(kept).sort());
});

test("and of no form but these", () => {
  expect(KEPT.map(([{ name }]) => name).sort()).toEqual(Object.keys(FORMS).sort());
});

test("what people say of their class in words is kept, whatever it is", () => {
  const steps = feedbackForm.stepsFor?.({ asked: v1, trainingClass: {} } as never) ?? {};
  const inWords = Object.values(steps).filter(({ typed }) => typed === true);
  expect(inWords.length).toBeGreaterThan(0);
  expect(inWords.map(({ keeps }) => keeps)).toEqual(inWords.map(() => "words"));
});
