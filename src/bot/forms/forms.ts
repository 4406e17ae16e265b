// Every form of the bot. Adding one: its file, its line here.

import { isKnown } from "../../domain/people/person.js";
import type { OpenQuestion } from "../../ports/plans/forms.js";
import type { Draft } from "../../ports/queue/drafts.js";
import type { World } from "../../ports.js";
import { amendForm } from "../announcements/afterwards/amend-form.js";
import { announcementForm } from "../announcements/compose/announcement-form.js";
import { auditFindForm } from "../audit/audit-find-form.js";
import { extensionForm } from "../caseload/acts/extension-form.js";
import { remindForm } from "../caseload/acts/remind-form.js";
import { talkNoteForm } from "../caseload/acts/talk-note-form.js";
import { writeForm } from "../caseload/acts/write-form.js";
import { awayForm, coverForm } from "../caseload/cover/away-form.js";
import { lengthSessionForm } from "../classes/length-session-form.js";
import { moveSessionForm } from "../classes/move-session-form.js";
import { placeSessionForm } from "../classes/place-session-form.js";
import { exportsForm } from "../exports/exports-form.js";
import { purposeForm } from "../exports/purpose-form.js";
import { feedbackForm } from "../feedback/feedback-form.js";
import { loadActor } from "../gate/actor.js";
import { materialForm } from "../materials/material-form.js";
import { pauseForm } from "../pauses/pause-form.js";
import { placePauseForm } from "../pauses/place-pause-form.js";
import { planForm } from "../plans/plan-form.js";
import { classDetailForm } from "../programme/forms/class-detail-form.js";
import { classForm } from "../programme/forms/class-form.js";
import { cohortForm } from "../programme/forms/cohort-form.js";
import { copyClassForm } from "../programme/forms/copy-class-form.js";
import { practiceForm } from "../programme/forms/practice-form.js";
import { sessionForm } from "../programme/forms/session-form.js";
import { shiftClassForm } from "../programme/forms/shift-class-form.js";
import { waveForm } from "../programme/forms/wave-form.js";
import { rosterForm } from "../programme/roster/roster-form.js";
import { staffForm } from "../programme/staff/staff-form.js";
import { registrationForm } from "../registration/registration-form.js";
import { staffNameForm } from "../registration/staff-name-form.js";
import { addFilesForm } from "../reports/add-files-form.js";
import { reportForm } from "../reports/report-form.js";
import { correctionForm } from "../reports/review/correction-form.js";
import { rulesForm } from "../rules/rules-form.js";
import { guardianForm } from "../stories/guardian-form.js";
import { storyForm } from "../stories/story-form.js";
import { typingForm } from "../stories/typing-form.js";
import { questionForm } from "../threads/question-form.js";
import { quickAnswerForm } from "../threads/quick/quick-answer-form.js";
import { withoutStore } from "../world.js";
import { formRunner } from "./run-form.js";

export const FORMS = {
  registration: formRunner(registrationForm),
  plan: formRunner(planForm),
  report: formRunner(reportForm),
  correction: formRunner(correctionForm),
  add_files: formRunner(addFilesForm),
  question: formRunner(questionForm),
  quick_answer: formRunner(quickAnswerForm),
  feedback: formRunner(feedbackForm),
  move_session: formRunner(moveSessionForm),
  place_session: formRunner(placeSessionForm),
  length_session: formRunner(lengthSessionForm),
  announcement: formRunner(announcementForm),
  amend: formRunner(amendForm),
  export: formRunner(purposeForm),
  exports: formRunner(exportsForm),
  audit_find: formRunner(auditFindForm),
  contact: formRunner(talkNoteForm),
  extension: formRunner(extensionForm),
  remind: formRunner(remindForm),
  write: formRunner(writeForm),
  away: formRunner(awayForm),
  cover: formRunner(coverForm),
  pause: formRunner(pauseForm),
  place_pause: formRunner(placePauseForm),
  staff_name: formRunner(staffNameForm),
  material: formRunner(materialForm),
  story: formRunner(storyForm),
  story_guardian: formRunner(guardianForm),
  story_typing: formRunner(typingForm),
  cohort: formRunner(cohortForm),
  wave: formRunner(waveForm),
  class: formRunner(classForm),
  copy_class: formRunner(copyClassForm),
  class_detail: formRunner(classDetailForm),
  shift_class: formRunner(shiftClassForm),
  session: formRunner(sessionForm),
  practice: formRunner(practiceForm),
  staff_invitation: formRunner(staffForm),
  roster: formRunner(rosterForm),
  rules: formRunner(rulesForm),
};

export type FormName = keyof typeof FORMS;

/** What a draft still waits for, see ports/plans/forms.ts. */
export async function openQuestionOf(world: World, draft: Draft): Promise<OpenQuestion | null> {
  const actor = await loadActor(world, draft.telegramId);
  return draft.form in FORMS && isKnown(actor)
    ? FORMS[draft.form as FormName].openQuestion(withoutStore(world), actor, draft)
    : null;
}
